package io.github.crmkit.pricing;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.rulebook.Dismissed;
import org.jspecify.annotations.Nullable;

/** The quantities from which another price would hold. */
final class Thresholds {

    private Thresholds() {}

    /** The next one above the pooled quantity, in the unit of the line; absent where there is none. */
    static @Nullable Quantity next(PriceSheet sheet, Line line) {
        Quantity next = null;
        BookStage book = new BookStage(sheet, line, new Running(sheet.book().currency(), false));
        Failure none = book.price();
        Tiers tiers = book.tiers();
        if (none == null && tiers != null) {
            for (PriceEntry entry : tiers.applying()) {
                next = nearer(next, inUnitOf(line, entry.from(), tiers.unit()), line);
            }
        }
        for (Dismissed one : line.card.rules.dismissed(sheet.context(line))) {
            if (one.reason() == Dismissed.Reason.QUANTITY) {
                next = nearer(next, inUnitOf(line, one.rule().band().from(), line.product.unit()), line);
            }
        }
        return next;
    }

    private static @Nullable Quantity nearer(@Nullable Quantity one, @Nullable Quantity other, Line line) {
        if (other == null || other.compareTo(line.pooled) <= 0) {
            return one;
        }
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /** The quantity in the unit of the line; absent where that unit cannot tell it exactly. */
    private static @Nullable Quantity inUnitOf(Line line, Quantity quantity, String unit) {
        try {
            return line.product.measures().convert(quantity, unit, line.unit);
        } catch (RuleViolationsException inexact) {
            return null;
        }
    }
}
