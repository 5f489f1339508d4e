package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.time.DateRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule: for whom and what, for which quantities and days, under which condition, and what it does to the price. It is
 * added active, may be changed, withdrawn and reinstated; it is never removed, since prices that were given name it.
 *
 * @param set the set it belongs to, for life
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units); what a salesperson reads in the proof
 * @param target for whom and on what
 * @param band for which quantities
 * @param validity the days on which it applies, in the organisation's zone
 * @param condition what else must hold, in the words of the filter language over {@link PricingFields}; at most
 *     {@value #MAX_CONDITION} characters; absent where nothing else must
 * @param effect what it does
 * @param priority among rules that are equally specific the highest goes first; {@value #MIN_PRIORITY} to
 *     {@value #MAX_PRIORITY}
 * @param active whether it applies at all
 * @param promotion the promotion that must be granted; absent where none need be
 */
public record PriceRule(
        PriceRuleId id,
        Stamp stamp,
        RuleSetId set,
        String name,
        Target target,
        QuantityBand band,
        DateRange validity,
        @Nullable String condition,
        Effect effect,
        int priority,
        boolean active,
        @Nullable PromotionId promotion) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 200;

    /** The longest condition, in UTF-16 units, inclusive. */
    public static final int MAX_CONDITION = 4_000;

    /** The lowest priority, inclusive. */
    public static final int MIN_PRIORITY = -1_000_000;

    /** The highest priority, inclusive. */
    public static final int MAX_PRIORITY = 1_000_000;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public PriceRule {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        checkCondition(condition, problems);
        checkPriority(priority, problems);
        validity.checkKept(problems, "validity");
        problems.throwIfAny("price rule");
    }

    static void checkCondition(@Nullable String condition, Violations problems) {
        problems.require(
                condition == null || (!condition.isBlank() && condition.length() <= MAX_CONDITION),
                "condition",
                "size",
                "must have 1 to " + MAX_CONDITION + " characters");
    }

    static void checkPriority(int priority, Violations problems) {
        problems.require(
                priority >= MIN_PRIORITY && priority <= MAX_PRIORITY,
                "priority",
                "out-of-range",
                "must be " + MIN_PRIORITY + " to " + MAX_PRIORITY);
    }

    /** What else must hold; absent where nothing else must. */
    public Optional<String> conditionText() {
        return Optional.ofNullable(condition);
    }

    /** The promotion that must be granted; absent where none need be. */
    public Optional<PromotionId> neededPromotion() {
        return Optional.ofNullable(promotion);
    }

    /** Says what the other one says, and keeps its id, set and whether it applies; nothing changes where it does so already. */
    public Change<PriceRule> become(PriceRule other) {
        PriceRule next = new PriceRule(
                id,
                stamp,
                set,
                other.name,
                other.target,
                other.band,
                other.validity,
                other.condition,
                other.effect,
                other.priority,
                active,
                other.promotion);
        return next.equals(this) ? Change.none(this) : Change.of(this, next, new PriceRuleEvent.RuleChanged());
    }

    /** Stops it from applying; a withdrawn one stays as it is. */
    public Change<PriceRule> withdraw() {
        return active(false, new PriceRuleEvent.RuleWithdrawn());
    }

    /** Lets it apply again; an active one stays as it is. */
    public Change<PriceRule> reinstate() {
        return active(true, new PriceRuleEvent.RuleReinstated());
    }

    private Change<PriceRule> active(boolean next, PriceRuleEvent event) {
        return active == next ? Change.none(this) : Change.of(this, with(stamp, next), event);
    }

    /** The same rule with another stamp. */
    public PriceRule withStamp(Stamp next) {
        return with(next, active);
    }

    private PriceRule with(Stamp nextStamp, boolean applies) {
        return new PriceRule(
                id, nextStamp, set, name, target, band, validity, condition, effect, priority, applies, promotion);
    }
}
