package io.github.crmkit.pricing;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rule sets for tests: one after the other, each with its rules. */
final class Rules {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    private final List<RuleSet> sets = new ArrayList<>();
    private final List<PriceRule> rules = new ArrayList<>();

    static Effect off(String points) {
        return new Effect.PercentOff(Percent.of(points));
    }

    static PriceRuleId id(int number) {
        return new PriceRuleId(new UUID(7, number));
    }

    Rules set(Stacking stacking) {
        int number = sets.size() + 1;
        sets.add(new RuleSet(
                new RuleSetId(new UUID(6, number)),
                STAMP,
                "Set " + number,
                null,
                number,
                stacking,
                DateRange.always(),
                true));
        return this;
    }

    Rules rule(String name, Effect effect) {
        return rule(name, Target.ALL, QuantityBand.ANY, null, effect, 0);
    }

    Rules rule(String name, Target.Item item, Effect effect) {
        return rule(name, Target.of(item), QuantityBand.ANY, null, effect, 0);
    }

    Rules rule(String name, QuantityBand band, Effect effect, int priority) {
        return rule(name, Target.ALL, band, null, effect, priority);
    }

    Rules rule(String name, Target target, QuantityBand band, @Nullable String condition, Effect effect, int priority) {
        rules.add(new PriceRule(
                id(rules.size() + 1),
                STAMP,
                sets.get(sets.size() - 1).id(),
                name,
                target,
                band,
                DateRange.always(),
                condition,
                effect,
                priority,
                true,
                null));
        return this;
    }

    List<PriceRule> all() {
        return rules;
    }

    RuleBook book() {
        return book(rules);
    }

    RuleBook book(List<PriceRule> some) {
        return RuleBook.of(sets, some, PricingFields.standard());
    }
}
