package io.github.crmkit.rulebook;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A rule with its set, its condition read, and the demands that an index can use. */
final class CompiledRule {

    /** Higher priority first, then by id, so that equal ranks always stand in the same order. */
    static final Comparator<CompiledRule> BY_PRIORITY = Comparator.comparing(
                    (CompiledRule c) -> c.rule.priority(), Comparator.reverseOrder())
            .thenComparing(c -> c.rule.id().value());

    final PriceRule rule;
    final RuleSet set;
    /** The place of the set among all sets. */
    final int setIndex;

    final Demands demands;
    /** What is selected where it applies alone. */
    final List<Selection> alone;
    /** What it leaves of a price, 0 to 1, where it takes a percentage off; absent where it does anything else. */
    final @Nullable BigDecimal left;

    private final @Nullable Criteria<PricingContext> condition;
    private final boolean active;
    private final boolean always;
    private final boolean anyQuantity;
    private final @Nullable CrmException unreadable;
    private final @Nullable CurrencyUnit currency;
    private final @Nullable PromotionId promotion;

    CompiledRule(PriceRule rule, RuleSet set, int setIndex, PricingFields fields) {
        this.rule = rule;
        this.set = set;
        this.setIndex = setIndex;
        this.active = set.active() && rule.active();
        this.always =
                DateRange.always().equals(set.validity()) && DateRange.always().equals(rule.validity());
        this.anyQuantity = rule.band().equals(QuantityBand.ANY);
        this.promotion = rule.promotion();
        this.currency = rule.effect().currency().orElse(null);
        this.alone = List.of(new Selection(set, List.of(rule), null));
        this.left = left(rule.effect());
        Criteria<PricingContext> read = null;
        CrmException refused = null;
        if (rule.condition() != null) {
            try {
                read = fields.read(rule.condition());
            } catch (CrmException wrong) {
                refused = wrong;
            }
        }
        this.condition = read;
        this.unreadable = refused;
        this.demands = Demands.of(rule.band(), read == null ? Criteria.all() : read);
    }

    private static @Nullable BigDecimal left(Effect effect) {
        return effect instanceof Effect.PercentOff off && !off.percent().isNegative()
                ? off.percent().left()
                : null;
    }

    /** Whether it is ever to be found: neither withdrawn nor in a set that is switched off. */
    boolean isActive() {
        return active;
    }

    /**
     * Whether it applies to a line that its target and its book include.
     *
     * @throws RuleFailedException where its condition cannot be answered
     */
    boolean applies(PricingContext line) {
        return active
                && isFor(line.date())
                && (currency == null || currency.equals(line.currency()))
                && (anyQuantity || rule.band().contains(line.quantity()))
                && standing(line).isGranted()
                && holds(line);
    }

    /**
     * Why it does not apply to a line that its target and its book include; absent where it applies.
     *
     * @throws RuleFailedException where its condition cannot be answered
     */
    @Nullable
    Dismissed dismissal(PricingContext line) {
        Dismissed.Reason reason = plainReason(line);
        if (reason != null) {
            return new Dismissed(rule, reason, null);
        }
        PromotionStanding standing = standing(line);
        if (!standing.isGranted()) {
            return new Dismissed(rule, Dismissed.Reason.PROMOTION, standing);
        }
        return holds(line) ? null : new Dismissed(rule, Dismissed.Reason.CONDITION, null);
    }

    private Dismissed.@Nullable Reason plainReason(PricingContext line) {
        LocalDate date = line.date();
        if (!set.active()) {
            return Dismissed.Reason.SET_INACTIVE;
        } else if (!rule.active()) {
            return Dismissed.Reason.INACTIVE;
        } else if (set.validity().startsAfter(date) || rule.validity().startsAfter(date)) {
            return Dismissed.Reason.NOT_YET_VALID;
        } else if (!isFor(date)) {
            return Dismissed.Reason.EXPIRED;
        } else if (currency != null && !currency.equals(line.currency())) {
            return Dismissed.Reason.CURRENCY;
        }
        return rule.band().contains(line.quantity()) ? null : Dismissed.Reason.QUANTITY;
    }

    private boolean isFor(LocalDate date) {
        return always || (set.validity().contains(date) && rule.validity().contains(date));
    }

    private PromotionStanding standing(PricingContext line) {
        return promotion == null
                ? PromotionStanding.GRANTED
                : line.customer().promotions().getOrDefault(promotion, PromotionStanding.UNKNOWN);
    }

    private boolean holds(PricingContext line) {
        if (unreadable != null) {
            throw new RuleFailedException(rule.id(), unreadable);
        }
        try {
            return condition == null || condition.matches(line);
        } catch (RuntimeException unanswered) {
            throw new RuleFailedException(rule.id(), unanswered);
        }
    }
}
