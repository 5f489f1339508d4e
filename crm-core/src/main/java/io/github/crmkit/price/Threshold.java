package io.github.crmkit.price;

import io.github.crmkit.money.Quantity;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The next quantity from which another price would hold.
 *
 * @param at the quantity, in the unit of the line and pooled as the book says; inclusive
 * @param more what would have to be bought besides
 * @param now what the line costs
 * @param then what it would cost with so much more
 */
public record Threshold(Quantity at, Quantity more, PriceResult now, PriceResult then) {

    /** What the line would cost more, negative where buying more costs less; absent where either has no price. */
    public Optional<Money> extra() {
        return now instanceof Price before && then instanceof Price after
                ? Optional.of(after.amount().minus(before.amount()))
                : Optional.empty();
    }

    /** The hint to be read aloud: {@code 11 more make it 100: USD 800.00 instead of USD 801.00}. */
    @Override
    public String toString() {
        String hint = more + " more make it " + at;
        return now instanceof Price before && then instanceof Price after
                ? hint + ": " + after.amount() + " instead of " + before.amount()
                : hint;
    }
}
