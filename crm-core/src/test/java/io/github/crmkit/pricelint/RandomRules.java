package io.github.crmkit.pricelint;

import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Rules drawn from so few values that they meet all the time. */
final class RandomRules {

    private static final List<Target.Item> ITEMS = List.of(
            new Target.OneVariant(Shop.RED_BOX.id()),
            new Target.OneProduct(Shop.TILE.id()),
            new Target.OneProduct(Shop.MODEL),
            new Target.OneProduct(Shop.OLD.id()),
            new Target.OneVariant(Shop.MODEL),
            new Target.InCategory(Shop.TILES),
            new Target.InCategory(Shop.FLOORS),
            new Target.Anything(),
            new Target.Anything());
    private static final List<Target.Buyer> BUYERS =
            List.of(new Target.Account(Shop.SIAM), new Target.Group("gold"), new Target.Anyone(), new Target.Anyone());

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    RuleSet set() {
        List<Stacking> some = List.of(Stacking.FIRST, Stacking.FIRST, Stacking.CASCADE, Stacking.BEST);
        RuleSet set = Shop.set(pick(some));
        return new RuleSet(
                set.id(),
                set.stamp(),
                set.name(),
                chance(4) ? Shop.EUROS.id() : null,
                set.position(),
                set.stacking(),
                chance(4) ? days() : set.validity(),
                true);
    }

    List<PriceRule> rules(RuleSet set) {
        return rules(set, 1, this::fixed, 6);
    }

    /**
     * @param first the number of the first rule
     * @param effects what some of them do
     * @param of one of so many does it
     */
    List<PriceRule> rules(RuleSet set, int first, Supplier<Effect> effects, int of) {
        List<PriceRule> rules = new ArrayList<>();
        int number = 2 + random.nextInt(7);
        boolean oneTarget = random.nextBoolean();
        Target shared = target();
        for (int i = first; i < first + number; i++) {
            PriceRule rule = Shop.on(Shop.rule(i, set), oneTarget && !chance(4) ? shared : target());
            rule = Shop.priority(rule, random.nextInt(4));
            rule = chance(2) ? Shop.band(rule, band()) : rule;
            rule = chance(3) ? Shop.days(rule, days()) : rule;
            rule = chance(3) ? Shop.when(rule, condition().describe()) : rule;
            rule = chance(8) ? Shop.promoted(rule, Shop.SPRING) : rule;
            rules.add(chance(of) ? Shop.effect(rule, effects.get()) : rule);
        }
        return rules;
    }

    private Target target() {
        return new Target(pick(BUYERS), pick(ITEMS));
    }

    private Effect fixed() {
        return switch (random.nextInt(3)) {
            case 0 -> new Effect.FixedPrice(UnitPrice.parse("EUR 5"));
            case 1 -> new Effect.AmountOff(UnitPrice.parse("JPY 5"));
            default -> new Effect.PercentOff(Percent.of(5));
        };
    }

    QuantityBand band() {
        int from = random.nextInt(10);
        int width = random.nextInt(8);
        return new QuantityBand(
                Quantity.of(from), width == 0 ? null : Quantity.of(BigDecimal.valueOf(from + width * 0.5)));
    }

    DateRange days() {
        int from = random.nextInt(7) - 1;
        LocalDate first = Shop.MONDAY.plusDays(from);
        return switch (random.nextInt(3)) {
            case 0 -> DateRange.startingOn(first);
            case 1 -> DateRange.validThrough(first);
            default -> DateRange.of(first, first.plusDays(1 + random.nextInt(3)));
        };
    }

    private Criteria<PricingContext> condition() {
        Criteria<PricingContext> one = atom();
        return switch (random.nextInt(5)) {
            case 0 -> one.and(atom());
            case 1 -> one.or(atom());
            case 2 -> one.not();
            default -> one;
        };
    }

    private Criteria<PricingContext> atom() {
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(13)).setScale(6);
        return switch (random.nextInt(12)) {
            case 0 -> PricingFields.QUANTITY.greaterThanEqual(quantity);
            case 1 -> PricingFields.QUANTITY.lessThan(quantity);
            case 2 -> PricingFields.QUANTITY.equalTo(quantity);
            case 3 -> PricingFields.DATE.greaterThan(Shop.MONDAY.plusDays(random.nextInt(5)));
            case 4 -> PricingFields.DATE.equalTo(Shop.MONDAY.plusDays(random.nextInt(5)));
            case 5 -> PricingFields.CHANNEL.equalTo("web");
            case 6 -> PricingFields.CHANNEL.notEqualTo("web");
            case 7 -> PricingFields.CHANNEL.in("web", "shop");
            case 8 -> PricingFields.GROUP.equalTo("gold");
            case 9 -> PricingFields.ACCOUNT.isNull();
            case 10 -> PricingFields.PRODUCT.equalTo(Shop.TILE.id());
            default -> PricingFields.CURRENCY.equalTo("USD");
        };
    }

    int number(int below) {
        return random.nextInt(below);
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
