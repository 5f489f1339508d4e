package io.github.crmkit.pricing;

import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a price. Everything in it is plain and can be stored: a constant, texts, and two prices that
 * have a text form of their own.
 *
 * @param kind what was done
 * @param rule the text of the id of the {@link PriceEntry} that did it; absent for what was asked for with the request
 * @param operand what it was done with: the tier's lower bound, percent points, or the manual amount, in plain digits
 * @param before the price of one unit before; absent for the first step
 * @param after the price of one unit after, in the same currency
 */
public record PriceStep(
        Kind kind,
        @Nullable String rule,
        String operand,
        @Nullable UnitPrice before,
        UnitPrice after) {

    /** What a step does; only a discount calculates, the others replace. */
    public enum Kind {
        /** Starts with the list price: the entry from 0. */
        LIST,
        /** Takes the price of the tier that the quantity reaches. */
        TIER,
        /** Takes a percentage off; rounded half up to 6 decimals. */
        DISCOUNT,
        /** Takes the price given by hand. */
        MANUAL
    }

    static PriceStep of(PriceEntry entry, @Nullable UnitPrice before) {
        Kind kind = entry.isList() ? Kind.LIST : Kind.TIER;
        return new PriceStep(kind, entry.id().text(), entry.from().toString(), before, entry.price());
    }

    static PriceStep discount(Percent percent, UnitPrice before) {
        String points = percent.value().toPlainString();
        return new PriceStep(Kind.DISCOUNT, null, points, before, less(before, percent));
    }

    static PriceStep manual(UnitPrice price, UnitPrice before) {
        return new PriceStep(Kind.MANUAL, null, price.amount().toPlainString(), before, price);
    }

    /**
     * Follows the steps from the first to the last, calculating each discount again.
     *
     * @return the price of one unit that they lead to
     * @throws IllegalArgumentException where there is no step, or one does not start where the one before it ended
     */
    public static UnitPrice fold(List<PriceStep> steps) {
        UnitPrice running = null;
        for (PriceStep step : steps) {
            if (running == null ? step.before != null : !running.equals(step.before)) {
                throw new IllegalArgumentException("the steps of a proof must follow each other");
            }
            running = step.replay();
        }
        if (running == null) {
            throw new IllegalArgumentException("a proof has one step at least");
        }
        return running;
    }

    private UnitPrice replay() {
        return kind == Kind.DISCOUNT && before != null ? less(before, Percent.of(operand)) : after;
    }

    private static UnitPrice less(UnitPrice price, Percent percent) {
        return price.times(percent.complement().fraction(), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    /** The step to be read aloud: {@code list 120.00}, {@code from 100: 108.00}, {@code discount 5 %: 102.60}. */
    @Override
    public String toString() {
        String amount = after.amount().toPlainString();
        return switch (kind) {
            case LIST -> "list " + amount;
            case TIER -> "from " + operand + ": " + amount;
            case DISCOUNT -> "discount " + operand + " %: " + amount;
            case MANUAL -> "manual price " + amount;
        };
    }
}
