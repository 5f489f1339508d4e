package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.UnitPrice;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one unit costs at least and at most, whatever the rules make of its price. One of them is given, or both.
 *
 * @param floor inclusive, 0 or more; absent for none, and 0 is a floor
 * @param ceiling inclusive, 0 or more, in the same currency; absent for none
 */
public record PriceBounds(
        @Nullable UnitPrice floor, @Nullable UnitPrice ceiling) {

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong: {@code negative},
     *     {@code currency-mismatch} for bounds in two currencies, {@code bounds-order} for a floor above the ceiling,
     *     {@code bounds-empty} where neither is given
     */
    public PriceBounds {
        Violations problems = new Violations();
        check(floor, ceiling, problems);
        problems.require(floor != null || ceiling != null, "", "bounds-empty", "must have a floor or a ceiling");
        problems.throwIfAny("price bounds");
    }

    static void check(@Nullable UnitPrice floor, @Nullable UnitPrice ceiling, Violations problems) {
        problems.require(floor == null || !floor.isNegative(), "floor", "negative", "must not be negative");
        problems.require(ceiling == null || !ceiling.isNegative(), "ceiling", "negative", "must not be negative");
        if (floor != null && ceiling != null) {
            boolean same = floor.currency().equals(ceiling.currency());
            problems.require(same, "ceiling", "currency-mismatch", "must be in the currency of the floor");
            problems.require(
                    !same || floor.compareTo(ceiling) <= 0, "floor", "bounds-order", "must not be above the ceiling");
        }
    }

    /** Bounds with what is given of the two; absent where neither is. */
    public static Optional<PriceBounds> of(@Nullable UnitPrice floor, @Nullable UnitPrice ceiling) {
        return floor == null && ceiling == null ? Optional.empty() : Optional.of(new PriceBounds(floor, ceiling));
    }

    /** The price itself, or the bound that it lies beyond; another currency is refused. */
    public UnitPrice clamp(UnitPrice price) {
        if (floor != null && price.compareTo(floor) < 0) {
            return floor;
        }
        return ceiling != null && price.compareTo(ceiling) > 0 ? ceiling : price;
    }

    /** The currency of what is given. */
    public CurrencyUnit currency() {
        return Objects.requireNonNull(floor == null ? ceiling : floor).currency();
    }

    /** What one unit costs at least, where that is said. */
    public Optional<UnitPrice> lowest() {
        return Optional.ofNullable(floor);
    }

    /** What one unit costs at most, where that is said. */
    public Optional<UnitPrice> highest() {
        return Optional.ofNullable(ceiling);
    }
}
