package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is expected to bring, and when. Either may be unknown, which is neither zero nor today.
 *
 * @param amount the value of the whole deal, without tax, in the currency it is agreed in; not negative
 * @param closeDate the day it is expected to be decided, in the organisation's zone
 */
public record Expectation(@Nullable Money amount, @Nullable LocalDate closeDate) {

    /** The most decimals that a currency of a deal may have. */
    public static final int MAX_SCALE = 6;

    /** The most digits before the point. */
    public static final int MAX_INTEGER_DIGITS = 18;

    /** @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} says */
    public Expectation {
        Violations problems = new Violations();
        check(amount, closeDate, problems);
        problems.throwIfAny("expectation");
    }

    /** Neither amount nor date is known. */
    public static Expectation unknown() {
        return new Expectation(null, null);
    }

    /**
     * Notes {@code amount-negative}, {@code amount-scale} and {@code amount-range} at {@code amount}, {@code date-range}
     * at {@code closeDate} for days outside of the years 1000 to 9999.
     */
    public static void check(@Nullable Money amount, @Nullable LocalDate closeDate, Violations problems) {
        Closure.checkDay(closeDate, "closeDate", problems);
        if (amount == null) {
            return;
        }
        problems.require(!amount.isNegative(), "amount", "amount-negative", "must not be negative");
        problems.require(
                amount.getScale() <= MAX_SCALE,
                "amount",
                "amount-scale",
                "must be in a currency of at most " + MAX_SCALE + " decimals");
        problems.require(
                amount.getAmount().precision() - amount.getScale() <= MAX_INTEGER_DIGITS,
                "amount",
                "amount-range",
                "must have at most " + MAX_INTEGER_DIGITS + " digits before the point");
    }

    /** The amount, where it is known. */
    public Optional<Money> value() {
        return Optional.ofNullable(amount);
    }

    /** The expected day, where it is known. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(closeDate);
    }
}
