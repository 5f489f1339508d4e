package io.github.crmkit.price;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a price, as it is kept with the price: enough to follow it again without looking anything up.
 *
 * @param kind what was done
 * @param source the entry, contract, book or rule that did it; absent for what was asked for with the request, and for what
 *     follows from the step before
 * @param name what the source was called then; absent where it has no name
 * @param operand what it was done with, in the form that the kind states
 * @param before the price before; absent for the first step
 * @param after the price after, rounded half up to 6 decimals
 * @param per how many units the price after is for; more than 0
 */
public record PriceStep(
        Kind kind,
        @Nullable EntityRef source,
        @Nullable String name,
        String operand,
        @Nullable UnitPrice before,
        UnitPrice after,
        Quantity per) {

    /**
     * What a step does. Each calculates from the price before and its operand alone, or replaces the price before. What is
     * calculated is rounded half up to 6 decimals, except where the kind says that it stays exact for the next step.
     */
    public enum Kind {
        /** Starts with the list price: the entry from 0. Operand: 0. */
        LIST,
        /** Takes the price of the tier that the quantity reaches. Operand: its lower bound. */
        TIER,
        /** Takes the total of the tier that the quantity reaches. Operand: its lower bound. */
        BLOCK,
        /** Adds the units that lie in a tier at its price; stays exact. Operand: units and price, a space between. */
        GRADUATED,
        /** Takes the price that was agreed with the account. Operand: that price. */
        CONTRACT,
        /** Takes the price of another unit. Operand: the factor as a fraction, and the unit. */
        UNIT,
        /** Converts to another currency; stays exact. Operand: the rate, and where it comes from. */
        CONVERT,
        /** Makes it the price of one unit. Operand: how many units it was for. */
        EACH,
        /** Stretches the price for one period over a term. Operand: the periods as a fraction, and the term. */
        PRORATION,
        /** One step of a formula; stays exact. Operand: what it does, and with what. */
        FORMULA,
        /** Takes the price that a rule sets. Operand: that price. */
        FIXED,
        /** Starts again from the list price. Operand: that price. */
        FROM_LIST,
        /** Starts again from a cost. Operand: the basis of the cost, and the cost. */
        COST,
        /** A rule takes a percentage off. Operand: percent points; negative ones are added. */
        PERCENT,
        /** A rule adds its percentage to those before it. Operand: percent points in all, and what they are taken off. */
        ADDED_PERCENT,
        /** A rule takes an amount off each unit. Operand: that amount. */
        AMOUNT,
        /** Starts again from what other lines come to. Operand: that amount. */
        TOTAL,
        /** Takes a percentage of it. Operand: percent points. */
        SHARE,
        /** A rule gives goods free of charge and leaves the price alone. Operand: for how many bought how many are given. */
        FREE_GOODS,
        /** Takes off the percentage that was asked for. Operand: percent points. */
        DISCOUNT,
        /** Not less for one unit. Operand: that price. */
        FLOOR,
        /** Not more for one unit. Operand: that price. */
        CEILING,
        /** Nothing more to pay: it is in the price of a bundle or of its parts. Operand: 0. */
        INCLUDED,
        /** Free of charge by a rule. Operand: 0. */
        FREE,
        /** Takes the price given by hand for one unit. Operand: that price. */
        MANUAL
    }

    /**
     * Follows the steps from the first to the last, calculating each of them again.
     *
     * @return the price that they lead to, for as many units as the last step says
     * @throws IllegalArgumentException where there is no step, where one does not start where the one before it ended, or does
     *     not end where its operand leads to
     */
    public static UnitPrice fold(List<PriceStep> steps) {
        BigDecimal running = null;
        Quantity per = Quantity.ONE;
        UnitPrice shown = null;
        for (PriceStep step : steps) {
            if (shown == null ? step.before != null : !shown.equals(step.before)) {
                throw new IllegalArgumentException("the steps of a proof must follow each other");
            }
            running = Replay.of(step, running, per);
            shown = Replay.shown(running, step.after.currency());
            if (!shown.equals(step.after)) {
                throw new IllegalArgumentException("a step of a proof must end where its operand leads to");
            }
            per = step.per;
        }
        if (shown == null) {
            throw new IllegalArgumentException("a proof has one step at least");
        }
        return shown;
    }

    /** What did it, where anything is named. */
    public Optional<EntityRef> by() {
        return Optional.ofNullable(source);
    }

    /** What the source was called, where it has a name. */
    public Optional<String> called() {
        return Optional.ofNullable(name);
    }

    /** The step to be read aloud: {@code list 120.00}, {@code from 100: 108.00}, {@code discount 5 %: 102.60}. */
    @Override
    public String toString() {
        return StepWords.of(this);
    }
}
