package io.github.crmkit.rulebook;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricerule.CustomField;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rules and lines of a small world, the same for the same seed: so few products, accounts and quantities that rules meet, overlap
 * and tie all the time.
 */
final class RandomRules {

    static final PricingFields FIELDS =
            PricingFields.standard().withCustom(CustomField.integer("size"), CustomField.decimal("share", 2));

    static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static final List<String> CONDITIONS = List.of(
            "sku = \"A\"",
            "sku in [\"A\", \"B\"]",
            "channel = \"web\"",
            "not channel = \"web\"",
            "channel is absent",
            "quantity >= 3",
            "quantity = 2",
            "quantity in [1, 3]",
            "quantity <> 2",
            "not quantity < 3",
            "(quantity > 1.5 and quantity < 4)",
            "(quantity < 2 and quantity > 4)",
            "(channel = \"web\" and sku = \"A\")",
            "(sku = \"B\" and (quantity <= 3 and group = \"gold\"))",
            "(channel = \"web\" or quantity >= 4)",
            "size = 1",
            "(size in [1, 2] and share >= 0.5)",
            "size <> 1",
            "date >= 2026-06-15",
            "(and quantity = 3)",
            "(or)",
            "all");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    static ProductId product(int number) {
        return new ProductId(new UUID(1, number));
    }

    static CategoryId category(int number) {
        return new CategoryId(new UUID(2, number));
    }

    static AccountId account(int number) {
        return new AccountId(new UUID(3, number));
    }

    static PriceBookId book(int number) {
        return new PriceBookId(new UUID(4, number));
    }

    static PromotionId promotion(int number) {
        return new PromotionId(new UUID(5, number));
    }

    /** Up to three sets, in any order of their positions. */
    List<RuleSet> sets() {
        List<RuleSet> sets = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            sets.add(new RuleSet(
                    new RuleSetId(new UUID(6, i)),
                    STAMP,
                    "Set " + i,
                    random.nextInt(3) == 0 ? book(random.nextInt(2)) : null,
                    10 * random.nextInt(100) + i + 1,
                    any(Stacking.values()),
                    random.nextInt(5) == 0 ? days() : DateRange.always(),
                    random.nextInt(8) > 0));
        }
        return sets;
    }

    List<PriceRule> rules(List<RuleSet> sets, int most) {
        List<PriceRule> rules = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            rules.add(new PriceRule(
                    new PriceRuleId(new UUID(random.nextLong(), i)),
                    STAMP,
                    sets.get(random.nextInt(sets.size())).id(),
                    "Rule " + i,
                    new Target(buyer(), item()),
                    random.nextInt(3) == 0 ? QuantityBand.ANY : band(),
                    random.nextInt(4) == 0 ? days() : DateRange.always(),
                    random.nextInt(2) == 0 ? null : CONDITIONS.get(random.nextInt(CONDITIONS.size())),
                    effect(),
                    random.nextInt(3),
                    random.nextInt(8) > 0,
                    random.nextInt(6) == 0 ? promotion(random.nextInt(3)) : null));
        }
        return rules;
    }

    /** A rule of this set that applies no more. */
    PriceRule withdrawn(RuleSetId set, UUID id) {
        return new PriceRule(
                new PriceRuleId(id),
                STAMP,
                set,
                "Old",
                new Target(buyer(), item()),
                QuantityBand.ANY,
                DateRange.always(),
                null,
                effect(),
                0,
                false,
                null);
    }

    PricingContext line() {
        int product = random.nextInt(4);
        List<CategoryId> path = new ArrayList<>();
        for (int i = random.nextInt(4); i < 3; i++) {
            path.add(category(i));
        }
        return new PricingContext(
                customer(),
                new PricingContext.Article(
                        product(product), product < 2 ? product(9) : null, path, random.nextBoolean() ? "A" : "B"),
                quantity(),
                "piece",
                DAY.plusDays(random.nextInt(3) - 1),
                random.nextInt(4) == 0 ? CurrencyUnit.EUR : CurrencyUnit.USD,
                random.nextInt(4) == 0 ? null : book(random.nextInt(2)));
    }

    private PricingContext.Customer customer() {
        Map<PromotionId, PromotionStanding> promotions = new HashMap<>();
        promotions.put(promotion(0), PromotionStanding.GRANTED);
        promotions.put(promotion(1), any(PromotionStanding.values()));
        Map<String, Object> custom = new HashMap<>();
        if (random.nextBoolean()) {
            custom.put("size", (long) random.nextInt(3));
        }
        if (random.nextBoolean()) {
            custom.put("share", new BigDecimal(random.nextBoolean() ? "0.5" : "0.25"));
        }
        return new PricingContext.Customer(
                random.nextInt(3) == 0 ? null : account(random.nextInt(2)),
                random.nextInt(3) == 0 ? null : group(),
                null,
                random.nextInt(3) == 0 ? null : any(new String[] {"web", "shop"}),
                null,
                promotions,
                custom);
    }

    private Target.Buyer buyer() {
        return switch (random.nextInt(4)) {
            case 0 -> new Target.Account(account(random.nextInt(2)));
            case 1 -> new Target.Group(group());
            default -> new Target.Anyone();
        };
    }

    private Target.Item item() {
        return switch (random.nextInt(5)) {
            case 0 -> new Target.OneVariant(product(random.nextInt(2)));
            case 1 -> new Target.OneProduct(product(random.nextInt(4)));
            case 2 -> new Target.OneProduct(product(9));
            case 3 -> new Target.InCategory(category(random.nextInt(3)));
            default -> new Target.Anything();
        };
    }

    private String group() {
        return any(new String[] {"gold", "silver"});
    }

    private Effect effect() {
        return switch (random.nextInt(6)) {
            case 0 -> new Effect.FixedPrice(UnitPrice.parse("USD " + random.nextInt(9)));
            case 1 -> new Effect.AmountOff(UnitPrice.parse("EUR 0." + (1 + random.nextInt(9))));
            default -> new Effect.PercentOff(Percent.of(random.nextInt(50)));
        };
    }

    private QuantityBand band() {
        Quantity from = quantity();
        @Nullable Quantity below = random.nextBoolean() ? null : from.plus(quantity());
        return new QuantityBand(from, below);
    }

    /** 0.5 to 6. */
    private Quantity quantity() {
        return Quantity.of(BigDecimal.valueOf(5L * (1 + random.nextInt(12)), 1));
    }

    private DateRange days() {
        LocalDate from = DAY.plusDays(random.nextInt(4) - 2);
        return switch (random.nextInt(3)) {
            case 0 -> DateRange.startingOn(from);
            case 1 -> new DateRange(null, from);
            default -> DateRange.of(from, from.plusDays(1 + random.nextInt(2)));
        };
    }

    private <V> V any(V[] values) {
        return values[random.nextInt(values.length)];
    }
}
