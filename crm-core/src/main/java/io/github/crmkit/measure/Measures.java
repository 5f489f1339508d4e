package io.github.crmkit.measure;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units of one product: its own, which its stock, its costs and its increments are told in, and others that it may be
 * ordered in. Immutable; units are compared exactly.
 *
 * @param unit the product's own unit, for example {@code box}: plain text of 1 to {@value #MAX_UNIT} characters (UTF-16
 *     units), kept without the spaces around it
 * @param others what other units are worth, at most {@value #MAX_OTHERS}, each named once and none like the own one
 * @param increment the smallest step in the own unit, more than nothing: quantities are whole multiples of it. Absent
 *     where any quantity will do
 */
public record Measures(
        String unit, List<UnitFactor> others, @Nullable Quantity increment) {

    /** The longest name of a unit, in UTF-16 units, inclusive. */
    public static final int MAX_UNIT = 40;

    /** The most other units of a product. */
    public static final int MAX_OTHERS = 20;

    private static final String UNIT_UNKNOWN = "unit-unknown";
    private static final String NOT_A_UNIT = "must be a unit of the product";

    /**
     * So many of one unit are {@code numerator / denominator} times as many of another. Both are exact and more than
     * nothing; the fraction need not be in lowest terms.
     */
    public record Ratio(BigDecimal numerator, BigDecimal denominator) {

        static final Ratio SAME = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

        /**
         * The price of one unit where this is how many of the priced unit it holds: price × numerator / denominator, rounded
         * once. A box at 2.50 with 48 boxes to the pallet makes the pallet 120.00.
         *
         * @param decimals the decimals of the result, 0 to 6
         */
        public UnitPrice times(UnitPrice price, int decimals, RoundingMode rounding) {
            return UnitPrice.of(
                    price.currency(), price.amount().multiply(numerator).divide(denominator, decimals, rounding));
        }
    }

    /** @throws RuleViolationsException with everything that is wrong, as {@link #check} finds it */
    public Measures {
        others = List.copyOf(others);
        Violations problems = new Violations();
        check(unit, others, increment, problems);
        problems.throwIfAny("measures");
        unit = unit.strip();
    }

    /** Counted in this unit and no other, in any quantity. */
    public static Measures in(String unit) {
        return new Measures(unit, List.of(), null);
    }

    /** The same with one more unit. */
    public Measures and(UnitFactor other) {
        return new Measures(
                unit, Stream.concat(others.stream(), Stream.of(other)).toList(), increment);
    }

    /** The same, in whole multiples of this step of the own unit; null for any quantity. */
    public Measures every(@Nullable Quantity step) {
        return new Measures(unit, others, step);
    }

    /**
     * Notes everything that these could not make measures for: {@code plain-text} and {@code unit-twice} at {@code unit}
     * and {@code otherUnits[i].unit}, {@code too-many-units}, and {@code increment-positive} at {@code increment}.
     */
    public static void check(String unit, List<UnitFactor> others, @Nullable Quantity increment, Violations problems) {
        problems.require(
                PlainTextValidator.isPlain(unit, MAX_UNIT, false),
                "unit",
                "plain-text",
                "must be plain text of 1 to " + MAX_UNIT + " characters");
        problems.require(
                others.size() <= MAX_OTHERS,
                "otherUnits",
                "too-many-units",
                "must be at most " + MAX_OTHERS + " other units");
        Set<String> seen = new HashSet<>(Set.of(unit.strip()));
        for (int i = 0; i < others.size(); i++) {
            problems.require(
                    seen.add(others.get(i).unit()),
                    "otherUnits[" + i + "].unit",
                    "unit-twice",
                    "must differ from the other units of the product");
        }
        problems.require(
                increment == null || increment.isPositive(),
                "increment",
                "increment-positive",
                "must be more than nothing");
    }

    /** Whether the product is counted in this unit or in others that it is worth something in. */
    public boolean knows(String name) {
        return find(name).isPresent();
    }

    /** The step of quantities in the own unit, where there is one. */
    public Optional<Quantity> step() {
        return Optional.ofNullable(increment);
    }

    /**
     * How many {@code to} one {@code from} is, as an exact fraction.
     *
     * @throws RuleViolationsException {@code unit-unknown} at {@code from} and {@code to} for a unit that the product
     *     does not have
     */
    public Ratio ratio(String from, String to) {
        Optional<Ratio> here = find(from);
        Optional<Ratio> there = find(to);
        if (here.isEmpty() || there.isEmpty()) {
            throw new RuleViolationsException(
                    "unit",
                    new Violations()
                            .require(here.isPresent(), "from", UNIT_UNKNOWN, NOT_A_UNIT)
                            .require(there.isPresent(), "to", UNIT_UNKNOWN, NOT_A_UNIT)
                            .list());
        }
        return from.equals(to)
                ? Ratio.SAME
                : new Ratio(
                        here.get().numerator().multiply(there.get().denominator()),
                        here.get().denominator().multiply(there.get().numerator()));
    }

    /**
     * The same quantity in another unit, exactly: 2 pallets of 48 boxes are 96 boxes.
     *
     * @throws RuleViolationsException as {@link #ratio}; {@code unit-inexact} where the result has no end or more than
     *     6 decimals, since it is never rounded; {@code quantity-range} where it is too large
     */
    public Quantity convert(Quantity quantity, String from, String to) {
        Ratio ratio = ratio(from, to);
        BigDecimal product = quantity.value().multiply(ratio.numerator());
        try {
            return Quantity.of(product.divide(ratio.denominator(), Quantity.MAX_SCALE, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException inexact) {
            throw new RuleViolationsException(
                    "quantity",
                    new Violations()
                            .add(
                                    "",
                                    "unit-inexact",
                                    "must be a quantity that the other unit can tell in 6 decimals, without rounding")
                            .list());
        }
    }

    /** Whether so much of the own unit is a whole multiple of the increment; anything is where there is none. */
    public boolean allows(Quantity ofOwnUnit) {
        return allows(ofOwnUnit, Ratio.SAME);
    }

    /**
     * Notes {@code unit-unknown} for a unit that the product does not have, and {@code quantity-increment} for a quantity
     * that is no whole multiple of the increment; the quantity is measured exactly, whether the own unit can tell it or not.
     *
     * @param path where the quantity stands; the unit's path is the one handed in beside it
     */
    public void checkQuantity(Quantity quantity, String of, String path, String unitPath, Violations problems) {
        Optional<Ratio> ratio = find(of);
        problems.require(ratio.isPresent(), unitPath, UNIT_UNKNOWN, NOT_A_UNIT);
        problems.require(
                ratio.isEmpty() || allows(quantity, ratio.get()),
                path,
                "quantity-increment",
                "must be a whole multiple of what the product is sold by");
    }

    private boolean allows(Quantity quantity, Ratio toOwn) {
        return increment == null
                || quantity.value()
                                .multiply(toOwn.numerator())
                                .remainder(increment.value().multiply(toOwn.denominator()))
                                .signum()
                        == 0;
    }

    /** How many of the own unit one of this unit is. */
    private Optional<Ratio> find(String name) {
        if (name.equals(unit)) {
            return Optional.of(Ratio.SAME);
        }
        for (UnitFactor other : others) {
            if (other.unit().equals(name)) {
                return Optional.of(new Ratio(other.base().value(), other.of().value()));
            }
        }
        return Optional.empty();
    }
}
