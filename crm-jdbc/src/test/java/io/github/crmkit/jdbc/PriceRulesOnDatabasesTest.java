package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.RedemptionFields;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.rulebook.Dismissed;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.rulebook.RuleBooks;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules and promotions do not depend on where they are kept, and limits hold there too. */
class PriceRulesOnDatabasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final int CALLERS = 8;

    private static CrmSession session(Storage storage, TenantId tenant) {
        return Crm.on(storage).as(Caller.of(tenant, TestOffice.SOMCHAI));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_rules_of_a_line_are_found_as_in_memory(Engine engine) {
        List<String> inMemory = story(new MemoryStorage());
        List<String> onDisk = story(MigratedDatabase.of(engine).storage());

        assertThat(onDisk)
                .isEqualTo(inMemory)
                .containsExactly(
                        "Dealers: Tiles for Siam, From ten",
                        "Everywhere: Web",
                        "Far off: it is for other quantities",
                        "Withdrawn: it is withdrawn");
    }

    private static List<String> story(Storage storage) {
        TenantId tenant = MigratedDatabase.newTenant();
        CrmSession sales = session(storage, tenant);
        Product tile = sales.products().create(NewProduct.of("TILE-60", "Floor tile"));
        var siam = sales.accounts().create(NewAccount.of("Siam Tiles"));
        RuleSet everywhere = sales.ruleSets().open(NewRuleSet.of("Everywhere", 2, Stacking.ADDITIVE));
        RuleSet dealers = sales.ruleSets().open(NewRuleSet.of("Dealers", 1, Stacking.FIRST));
        Effect tenth = new Effect.PercentOff(Percent.of(10));
        Target.Item tiles = new Target.OneProduct(tile.id());
        List<PriceRule> added = sales.priceRules()
                .addAll(
                        dealers.id(),
                        List.of(
                                NewPriceRule.of("From ten", tenth).on(tiles).band(QuantityBand.from(10)),
                                NewPriceRule.of("Tiles for Siam", tenth)
                                        .target(new Target(new Target.Account(siam.id()), tiles)),
                                NewPriceRule.of("Far off", tenth).band(QuantityBand.of(100, 200)),
                                NewPriceRule.of("Withdrawn", tenth)));
        sales.priceRules().withdraw(added.get(3).id());
        sales.priceRules()
                .add(everywhere.id(), NewPriceRule.of("Web", tenth).when("channel = \"web\" and quantity < 20"));
        PricingContext line = new PricingContext(
                PricingContext.Customer.of(siam.id(), null, null).through("web", null),
                new PricingContext.Article(tile.id(), null, List.of(), tile.sku()),
                Quantity.of(12),
                tile.unit(),
                DAY,
                CurrencyUnit.USD,
                null);
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(tenant, TestOffice.SOMCHAI);
        RuleBook book = desk.run(work -> RuleBooks.read(work, List.of(), PricingFields.standard()));
        List<String> told = new ArrayList<>();
        book.select(line)
                .forEach(s -> told.add(s.set().name() + ": "
                        + String.join(
                                ", ", s.rules().stream().map(PriceRule::name).toList())));
        book.dismissed(line).stream()
                .map(PriceRulesOnDatabasesTest::words)
                .sorted()
                .forEach(told::add);
        return told;
    }

    private static String words(Dismissed dismissed) {
        return dismissed.rule().name() + ": " + dismissed.words();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_limit_is_reached_and_never_exceeded(Engine engine) throws Exception {
        CrmSession sales = session(MigratedDatabase.of(engine).storage(), MigratedDatabase.newTenant());
        Promotion summer = sales.promotions().open(NewPromotion.of("Summer").maxUses(3L));
        Promotion winter = sales.promotions().open(NewPromotion.of("Winter").withCoupon());
        sales.promotions().issueCoupons(winter.id(), List.of(NewCoupon.once("once")));

        List<Boolean> limited = together(sales, summer, null);
        List<Boolean> opened = together(sales, winter, "once");

        assertThat(limited).filteredOn(made -> made).hasSize(3);
        assertThat(opened).filteredOn(made -> made).hasSize(1);
        assertThat(sales.promotions().get(summer.id()).used()).isEqualTo(3);
        assertThat(sales.redemptions().find(RedemptionFields.COUNTS.equalTo(true), Sort.byId(), PageRequest.first(20)))
                .hasSize(4);
    }

    private static List<Boolean> together(CrmSession sales, Promotion promotion, @Nullable String coupon)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CyclicBarrier start = new CyclicBarrier(CALLERS);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Redeem command = Redeem.of(promotion.id(), new EntityRef("quote", new UUID(9, i)), DAY)
                        .coupon(coupon);
                tasks.add(() -> {
                    start.await();
                    return redeemed(sales, command);
                });
            }
            List<Boolean> made = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                made.add(one.get());
            }
            return made;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean redeemed(CrmSession sales, Redeem command) {
        while (true) {
            try {
                return sales.redemptions().redeem(command).counts();
            } catch (StaleVersionException givenUp) {
                Thread.onSpinWait(); // asked again, as a host would
            } catch (PromotionNotGrantedException refused) {
                return false;
            }
        }
    }
}
