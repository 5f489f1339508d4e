package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.price.ProofText;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request as large as they come, with everything that makes prices at once, through the door: the same on every store. */
class WholeRequestTest {

    private static final int LINES = 1_000;
    private static final int RULES = 1_000;
    private static final int PRODUCTS = 480;
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    /** What one store answers, as text; ids come in the same order everywhere. */
    private record Answers(String proofs, List<String> nets) {}

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_thousand_lines_by_a_thousand_rules_cost_the_same_on_every_store(Engine engine) {
        Shop inMemory = new Shop(new MemoryStorage());
        Answers expected = inMemory.answers();
        RecordingDataSource recorder =
                new RecordingDataSource(MigratedDatabase.of(engine).pool());
        Shop onDisk = new Shop(JdbcStorage.over(recorder));

        Answers found = onDisk.answers();

        assertThat(found.nets()).isEqualTo(expected.nets());
        assertThat(found.proofs()).isEqualTo(expected.proofs());
        assertEverythingTookPart(inMemory);

        // H2 names 64 products in a statement, the others 500; with few lines the other part of a bundle is read behind
        // it
        assertThat(statements(recorder, onDisk, 10)).isEqualTo(14);
        assertThat(statements(recorder, onDisk, PRODUCTS + 20)).isEqualTo(engine == Engine.H2 ? 20 : 13);
        assertThat(statements(recorder, onDisk, LINES)).isEqualTo(engine == Engine.H2 ? 20 : 13);
    }

    private static int statements(RecordingDataSource recorder, Shop shop, int lines) {
        recorder.clear();
        shop.sales.pricing().netAll(shop.request(lines));
        return recorder.statements().size();
    }

    private static void assertEverythingTookPart(Shop shop) {
        PricedLines priced = shop.sales.pricing().priceAll(shop.request(LINES));
        Set<PriceStep.Kind> kinds = EnumSet.noneOf(PriceStep.Kind.class);
        Set<PriceResult.Rejected.Reason> reasons = EnumSet.noneOf(PriceResult.Rejected.Reason.class);
        int made = 0;
        for (PricedLines.Line line : priced.lines()) {
            line.result().rejected().forEach(r -> reasons.add(r.reason()));
            if (line.result() instanceof Price price) {
                price.proof().forEach(step -> kinds.add(step.kind()));
                made++;
            }
        }
        assertThat(priced.asked()).hasSize(LINES);
        assertThat(made).isEqualTo(priced.lines().size());
        assertThat(kinds)
                .contains(
                        PriceStep.Kind.LIST,
                        PriceStep.Kind.TIER,
                        PriceStep.Kind.CONTRACT,
                        PriceStep.Kind.PERCENT,
                        PriceStep.Kind.AMOUNT,
                        PriceStep.Kind.FREE_GOODS,
                        PriceStep.Kind.FREE,
                        PriceStep.Kind.INCLUDED,
                        PriceStep.Kind.DISCOUNT);
        assertThat(reasons)
                .contains(
                        PriceResult.Rejected.Reason.PROMOTION,
                        PriceResult.Rejected.Reason.CONDITION,
                        PriceResult.Rejected.Reason.NOT_BEST,
                        PriceResult.Rejected.Reason.QUANTITY,
                        PriceResult.Rejected.Reason.EXPIRED);
    }

    /** A tenant with a catalogue, a book for dealers, agreements, promotions with coupons, and rules of every kind. */
    private static final class Shop {

        private final AtomicLong ids = new AtomicLong();
        private final CrmSession sales;
        private final List<ProductId> products = new ArrayList<>();
        private final ProductId bundle;
        private final AccountId siam;

        Shop(Storage storage) {
            sales = Crm.on(storage)
                    .withClock(() -> Instant.parse("2026-06-01T00:00:00Z"))
                    .withIds(() -> new UUID(7, ids.incrementAndGet()))
                    .as(Caller.of(MigratedDatabase.newTenant(), TestOffice.SOMCHAI));
            siam = sales.accounts()
                    .create(NewAccount.of("Siam").group("Dealers"))
                    .id();
            Category tiles = sales.categories().create(NewCategory.of("Tiles"));
            List<NewProduct> asked = IntStream.range(0, PRODUCTS)
                    .mapToObj(i -> NewProduct.of("P-" + i, "Product " + i).category(i % 3 == 0 ? tiles.id() : null))
                    .toList();
            sales.products().createAll(asked).stream().map(Product::id).forEach(products::add);
            bundle = sales.products()
                    .create(NewProduct.of("KIT", "Kit")
                            .form(Bundle.fixed(
                                    Bundle.PricedOn.PARENT, Part.of(products.get(0), 2), Part.of(products.get(1), 1))))
                    .id();
            book();
            agreements();
            rules(tiles);
        }

        private void book() {
            PriceBook dealers =
                    sales.priceBooks().open(NewPriceBook.of("Dealers", USD).pool(QuantityPool.PRODUCT));
            List<NewPrice> prices = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i++) {
                prices.add(NewPrice.of(products.get(i), Money.of(USD, 100 + i)));
                prices.add(NewPrice.of(products.get(i), Money.of(USD, 90 + i)).from(30));
            }
            prices.add(NewPrice.of(bundle, Money.parse("USD 250")));
            sales.prices().setPrices(dealers.id(), prices);
            sales.bookAssignments().assign(AssignBook.toGroup("Dealers", dealers.id()));
        }

        private void agreements() {
            List<NewContractPrice> agreed = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i += 7) {
                agreed.add(NewContractPrice.of(products.get(i), Money.of(USD, 80 + i)));
            }
            sales.contractPrices().agreeAll(siam, agreed);
        }

        private void rules(Category tiles) {
            var own = sales.ruleSets().open(NewRuleSet.of("By product", 1, Stacking.FIRST));
            var best = sales.ruleSets().open(NewRuleSet.of("Best of all", 2, Stacking.BEST));
            var gifts = sales.ruleSets().open(NewRuleSet.of("Gifts", 3, Stacking.FIRST));
            PromotionId open = promotion("Open", false, List.of());
            PromotionId summer = promotion("Summer", true, List.of(NewCoupon.shared("SUMMER")));
            PromotionId winter = promotion("Winter", true, List.of(NewCoupon.once("WINTER")));
            List<NewPriceRule> byProduct = new ArrayList<>();
            List<NewPriceRule> forAll = new ArrayList<>();
            for (int i = 0; i < RULES - 1; i++) {
                Effect effect = i % 2 == 0
                        ? new Effect.PercentOff(Percent.of(BigDecimal.valueOf(i % 40, 1)))
                        : new Effect.AmountOff(UnitPrice.of(USD, BigDecimal.valueOf(i % 300, 2)));
                NewPriceRule rule = NewPriceRule.of("Rule " + i, effect).priority(i);
                ProductId product = products.get(i % PRODUCTS);
                switch (i % 8) {
                    case 0 -> byProduct.add(rule.on(new Target.OneProduct(product)));
                    case 1 ->
                        byProduct.add(rule.on(new Target.OneProduct(product)).promotion(summer));
                    case 2 ->
                        byProduct.add(rule.on(new Target.OneProduct(product)).promotion(winter));
                    case 3 ->
                        byProduct.add(rule.target(new Target(new Target.Account(siam), new Target.OneProduct(product)))
                                .promotion(open));
                    case 4 ->
                        byProduct.add(rule.on(new Target.InCategory(tiles.id()))
                                .when("channel = \"web\" and sku = \"P-" + i % PRODUCTS + "\""));
                    case 5 ->
                        byProduct.add(
                                rule.target(new Target(new Target.Group("Dealers"), new Target.OneProduct(product)))
                                        .validity(DateRange.validThrough(DAY.minusDays(i % 3))));
                    case 6 -> forAll.add(rule.band(QuantityBand.of(i % 50, i % 50 + 2)));
                    default ->
                        forAll.add(rule.on(new Target.OneProduct(product))
                                .when("campaign = \"fair\" and quantity > " + i % 60));
                }
            }
            sales.priceRules().addAll(own.id(), byProduct);
            sales.priceRules().addAll(best.id(), forAll);
            sales.priceRules()
                    .add(
                            gifts.id(),
                            NewPriceRule.of("Gift", new Effect.FreeGoods(Quantity.of(20), Quantity.ONE, null, true))
                                    .on(new Target.OneProduct(products.get(5))));
        }

        private PromotionId promotion(String name, boolean withCoupon, List<NewCoupon> coupons) {
            NewPromotion asked = NewPromotion.of(name).maxUses(100L).maxUsesPerAccount(10L);
            PromotionId id = sales.promotions()
                    .open(withCoupon ? asked.withCoupon() : asked)
                    .id();
            sales.promotions().issueCoupons(id, coupons);
            return id;
        }

        PricingRequest request(int lines) {
            PricingRequest request = PricingRequest.assigned(USD, DAY)
                    .account(siam)
                    .through("web", "fair")
                    .coupons(List.of("summer", "no such code"));
            List<PriceRequest> asked = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                ProductId what = i % 100 == 9 ? bundle : products.get(i * 7 % PRODUCTS);
                PriceRequest line = PriceRequest.of(what, 1 + i % 23);
                asked.add(i % 10 == 3 ? line.discount(Percent.of("2.5")) : line);
            }
            return request.lines(asked);
        }

        Answers answers() {
            PricingRequest request = request(LINES);
            return new Answers(
                    ProofText.of(sales.pricing().priceAll(request)),
                    sales.pricing().netAll(request).stream().map(Shop::words).toList());
        }

        private static String words(NetResult result) {
            return result instanceof NetPrice price
                    ? price.net() + " per " + price.per() + ": " + price.amount()
                    : result.toString();
        }
    }
}
