package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a price, as it is kept with the price: enough to follow it again without looking anything up.
 *
 * @param kind what was done
 * @param source the entry that did it; absent for what was asked for with the request
 * @param name what the source was called then; absent where it has no name
 * @param operand what it was done with: the tier's lower bound, percent points, or the manual amount, in plain digits
 * @param before the price before; absent for the first step
 * @param after the price after, in the same currency
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

    /** What a step does; only a discount calculates, the others replace. */
    public enum Kind {
        /** Starts with the list price: the entry from 0. */
        LIST,
        /** Takes the price of the tier that the quantity reaches. */
        TIER,
        /** Takes a percentage off; rounded half up to 6 decimals. */
        DISCOUNT,
        /** Takes the price given by hand for one unit. */
        MANUAL
    }

    static PriceStep of(PriceEntry entry, @Nullable UnitPrice before) {
        Kind kind = entry.isList() ? Kind.LIST : Kind.TIER;
        EntityRef source = PriceEntries.TYPE.refTo(entry.id());
        return new PriceStep(kind, source, null, entry.from().toString(), before, entry.price(), Quantity.ONE);
    }

    static PriceStep discount(Percent percent, UnitPrice before) {
        String points = percent.value().toPlainString();
        return new PriceStep(Kind.DISCOUNT, null, null, points, before, less(before, percent), Quantity.ONE);
    }

    static PriceStep manual(UnitPrice price, UnitPrice before) {
        String amount = price.amount().toPlainString();
        return new PriceStep(Kind.MANUAL, null, null, amount, before, price, Quantity.ONE);
    }

    /**
     * Follows the steps from the first to the last, calculating each discount again.
     *
     * @return the price that they lead to, for as many units as the last step says
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
        BigDecimal left = percent.complement().fraction();
        return price.times(left, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    /** What did it, where it was not asked for with the request. */
    public Optional<EntityRef> by() {
        return Optional.ofNullable(source);
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
