package io.github.crmkit.money;

import io.github.crmkit.kernel.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Shares an amount out by weights so that the parts sum to it exactly: the one allocator for header discounts, splits,
 * taxes, schedules and currencies.
 *
 * <p>Largest remainder: every part first gets the whole minor units of its exact share, then the units that are left go
 * one each to the largest remainders, ties to the earliest part. So every part is within one minor unit of its exact
 * share, a part of weight zero gets nothing, and the parts of −x are those of x negated. 100.00 over 1 : 1 : 1 is 33.34,
 * 33.33, 33.33; 0.05 over 3 : 7 is 0.02, 0.03.
 */
public final class Allocation {

    /** No weight needs more digits on either side of the point; more would only cost time. */
    private static final int MAX_DIGITS = 60;

    private Allocation() {}

    /**
     * The parts, in the order of the weights and in the currency of the total.
     *
     * @param weights at least one, none negative, not all zero; only their proportions count
     * @throws io.github.crmkit.kernel.RuleViolationsException with every bad weight: {@code weight-negative},
     *     {@code weight-digits} (more than 60 digits before or behind the point), {@code weights-empty},
     *     {@code weights-zero}
     */
    public static List<Money> of(Money total, List<BigDecimal> weights) {
        check(weights);
        List<BigDecimal> units = parts(total.getAmountMinor().abs(), weights);
        int scale = total.getScale();
        return units.stream()
                .map(part -> total.isNegative() ? part.negate() : part)
                .map(part -> Money.of(total.getCurrencyUnit(), part.movePointLeft(scale)))
                .toList();
    }

    /**
     * So many parts of equal weight; the earliest ones are the larger.
     *
     * @param parts at least 1, refused as {@code weights-empty} otherwise
     */
    public static List<Money> evenly(Money total, int parts) {
        return of(total, Collections.nCopies(Math.max(parts, 0), BigDecimal.ONE));
    }

    /**
     * The parts by weights of either sign, as the lines of a document with returns have: each part follows the sign of
     * its weight. Otherwise as {@link #of}.
     *
     * @param weights their sum must not be zero, refused as {@code weights-zero}, unless the total is
     */
    public static List<Money> signed(Money total, List<BigDecimal> weights) {
        Violations problems = new Violations();
        for (int i = 0; i < weights.size(); i++) {
            checkDigits(weights.get(i), i, problems);
        }
        // Refused before they are added: a sum with a hostile exponent would fill the memory.
        problems.throwIfAny("allocation");
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean shareable = sum.signum() != 0 || total.isZero();
        problems.require(shareable, "weights", "weights-zero", "must not sum to zero");
        problems.throwIfAny("allocation");
        if (total.isZero()) {
            return Collections.nCopies(weights.size(), total);
        }
        int scale = total.getScale();
        return parts(total.getAmountMinor(), weights).stream()
                .map(part -> Money.of(total.getCurrencyUnit(), part.movePointLeft(scale)))
                .toList();
    }

    private static void check(List<BigDecimal> weights) {
        Violations problems = new Violations();
        problems.require(!weights.isEmpty(), "weights", "weights-empty", "must have at least one weight");
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).signum() < 0) {
                problems.add(path(i), "weight-negative", "must not be negative");
            }
            checkDigits(weights.get(i), i, problems);
        }
        if (problems.isEmpty()) {
            boolean someWeight = weights.stream().anyMatch(weight -> weight.signum() > 0);
            problems.require(someWeight, "weights", "weights-zero", "must not all be zero");
        }
        problems.throwIfAny("allocation");
    }

    private static void checkDigits(BigDecimal weight, int index, Violations problems) {
        if (weight.scale() > MAX_DIGITS || (long) weight.precision() - weight.scale() > MAX_DIGITS) {
            problems.add(
                    path(index),
                    "weight-digits",
                    "must have at most " + MAX_DIGITS + " digits on either side of the point");
        }
    }

    private static String path(int index) {
        return "weights[" + index + "]";
    }

    private static List<BigDecimal> parts(BigDecimal units, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal signed = sum.signum() < 0 ? weight.negate() : weight;
            BigDecimal[] share = units.multiply(signed).divideAndRemainder(sum.abs());
            parts.add(share[0]);
            remainders.add(share[1]);
        }
        BigDecimal left = units.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal unit = BigDecimal.valueOf(left.signum());
        // The sort is stable, so equal remainders stay in the order of the parts.
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i).multiply(unit))
                        .reversed())
                .limit(left.abs().longValueExact())
                .forEach(i -> parts.set(i, parts.get(i).add(unit)));
        return parts;
    }
}
