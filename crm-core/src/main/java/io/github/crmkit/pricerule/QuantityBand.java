package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quantities that a rule is for, half-open: {@code from} belongs to it, {@code below} does not. Counted in the product's
 * own unit, and pooled with other lines as the price book says.
 *
 * @param from the least quantity, inclusive, 0 or more
 * @param below the quantity it ends before, exclusive; absent where it has no end
 */
public record QuantityBand(Quantity from, @Nullable Quantity below) {

    /** Every quantity. */
    public static final QuantityBand ANY = new QuantityBand(Quantity.ZERO, null);

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code negative} for the lower bound, {@code band-empty} unless it
     *     is below the upper one
     */
    public QuantityBand {
        Violations problems = new Violations();
        problems.require(!from.isNegative(), "from", "negative", "must not be negative");
        problems.require(
                below == null || below.compareTo(from) > 0, "below", "band-empty", "must be more than the lower bound");
        problems.throwIfAny("quantity band");
    }

    /** From this quantity on. */
    public static QuantityBand from(long quantity) {
        return new QuantityBand(Quantity.of(quantity), null);
    }

    /** From the first quantity, inclusive, to the second, exclusive. */
    public static QuantityBand of(long from, long below) {
        return new QuantityBand(Quantity.of(from), Quantity.of(below));
    }

    /** Where it ends, exclusive; absent where it has no end. */
    public Optional<Quantity> end() {
        return Optional.ofNullable(below);
    }

    /** Whether the quantity belongs to it. */
    public boolean contains(Quantity quantity) {
        return quantity.compareTo(from) >= 0 && (below == null || quantity.compareTo(below) < 0);
    }

    /** Whether some quantity belongs to both. */
    public boolean overlaps(QuantityBand other) {
        return (below == null || other.from.compareTo(below) < 0)
                && (other.below == null || from.compareTo(other.below) < 0);
    }
}
