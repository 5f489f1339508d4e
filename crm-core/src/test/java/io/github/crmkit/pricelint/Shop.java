package io.github.crmkit.pricelint;

import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPriceId;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Grouping;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop with two books, a few products and five days, for tests. */
final class Shop {

    static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final DateRange WEEK = DateRange.of(MONDAY, MONDAY.plusDays(5));

    static final CategoryId FLOORS = new CategoryId(new UUID(3, 1));
    static final CategoryId TILES = new CategoryId(new UUID(3, 2));
    static final CategoryTree TREE = CategoryTree.of(List.of(
            new Category(FLOORS, STAMP, "Floors", null, true), new Category(TILES, STAMP, "Tiles", FLOORS, true)));

    static final ProductId MODEL = new ProductId(new UUID(4, 9));
    static final Product TILE = product(1, TILES, new Form.Simple(), "1");
    static final Product RED_BOX = product(2, FLOORS, new Form.Variant(MODEL, Map.of("colour", "red")), "2");
    static final Product GROUT = product(3, null, new Form.Simple(), "1");
    static final Product OLD =
            product(4, TILES, new Form.Simple(), "1").archive().state();
    static final Product BOX = product(9, FLOORS, new Form.Model(List.of("colour")), null);

    static final PriceBook DOLLARS = aPriceBook().build();
    static final PriceBook EUROS =
            aPriceBook().id(new UUID(2, 2)).name("Retail").in("EUR").build();

    static final AccountId SIAM = new AccountId(new UUID(6, 1));
    static final PromotionId SPRING = new PromotionId(new UUID(8, 1));

    private Shop() {}

    static Product product(int number, @Nullable CategoryId category, Form form, @Nullable String step) {
        Measures pieces = Measures.in("piece").every(step == null ? null : Quantity.parse(step));
        return new Product(
                new ProductId(new UUID(4, number)),
                STAMP,
                "SKU-" + number,
                "Product " + number,
                null,
                Product.Kind.GOODS,
                Grouping.none().category(category),
                pieces,
                form,
                Costs.none(),
                Product.Sale.always());
    }

    /** What {@link #SIAM} pays for a product. */
    static ContractPrice agreed(long number, ProductId product, String unit, String price, DateRange days) {
        return new ContractPrice(
                new ContractPriceId(new UUID(11, number)),
                STAMP,
                SIAM,
                product,
                unit,
                UnitPrice.parse(price),
                days,
                true,
                null);
    }

    /** The same product at this standard cost. */
    static Product costing(Product product, String cost) {
        return new Product(
                product.id(),
                product.stamp(),
                product.sku(),
                product.name(),
                product.description(),
                product.kind(),
                product.grouping(),
                product.measures(),
                product.form(),
                Costs.of(new Cost(CostBasis.STANDARD, UnitPrice.parse(cost))),
                product.sale());
    }

    static List<Product> products() {
        return List.of(TILE, RED_BOX, GROUT, OLD, BOX);
    }

    /** The books and products, no prices, and these rules. */
    static PriceState with(List<RuleSet> sets, List<PriceRule> rules) {
        return PriceState.of(WEEK)
                .books(List.of(DOLLARS, EUROS), List.of(), products())
                .categories(TREE)
                .rules(sets, rules, Map.of(SPRING, DateRange.of(MONDAY.plusDays(1), MONDAY.plusDays(3))));
    }

    static RuleSet set(Stacking stacking) {
        return new RuleSet(
                new RuleSetId(new UUID(7, 1)), STAMP, "Discounts", null, 1, stacking, DateRange.always(), true);
    }

    /** An active rule of the set that takes a tenth off everything for anyone. */
    static PriceRule rule(long number, RuleSet set) {
        return new PriceRule(
                new PriceRuleId(new UUID(9, number)),
                STAMP,
                set.id(),
                "Rule " + number,
                Target.ALL,
                QuantityBand.ANY,
                DateRange.always(),
                null,
                new Effect.PercentOff(Percent.of(10)),
                0,
                true,
                null);
    }

    static PriceRule on(PriceRule rule, Target target) {
        return with(rule, target, rule.band(), rule.validity(), rule.condition(), rule.priority(), rule.promotion());
    }

    static PriceRule band(PriceRule rule, QuantityBand band) {
        return with(rule, rule.target(), band, rule.validity(), rule.condition(), rule.priority(), rule.promotion());
    }

    static PriceRule days(PriceRule rule, DateRange days) {
        return with(rule, rule.target(), rule.band(), days, rule.condition(), rule.priority(), rule.promotion());
    }

    static PriceRule when(PriceRule rule, @Nullable String condition) {
        return with(rule, rule.target(), rule.band(), rule.validity(), condition, rule.priority(), rule.promotion());
    }

    static PriceRule priority(PriceRule rule, int priority) {
        return with(rule, rule.target(), rule.band(), rule.validity(), rule.condition(), priority, rule.promotion());
    }

    static PriceRule promoted(PriceRule rule, @Nullable PromotionId promotion) {
        return with(rule, rule.target(), rule.band(), rule.validity(), rule.condition(), rule.priority(), promotion);
    }

    static PriceRule effect(PriceRule rule, Effect effect) {
        return new PriceRule(
                rule.id(),
                rule.stamp(),
                rule.set(),
                rule.name(),
                rule.target(),
                rule.band(),
                rule.validity(),
                rule.condition(),
                effect,
                rule.priority(),
                rule.active(),
                rule.promotion());
    }

    private static PriceRule with(
            PriceRule rule,
            Target target,
            QuantityBand band,
            DateRange days,
            @Nullable String condition,
            int priority,
            @Nullable PromotionId promotion) {
        return new PriceRule(
                rule.id(),
                rule.stamp(),
                rule.set(),
                rule.name(),
                target,
                band,
                days,
                condition,
                rule.effect(),
                priority,
                rule.active(),
                promotion);
    }
}
