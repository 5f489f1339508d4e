package io.github.crmkit.opportunity;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.DealRules;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is expected to bring, and when. Either may be unknown, which is neither zero nor today.
 *
 * @param mode where the amount comes from
 * @param amount the value of the whole deal, without tax, in the currency it is agreed in; not negative
 * @param recurring what it brings again and again, in the currency of the amount; absent where it does not
 * @param closeDate the day it is expected to be decided, in the organisation's zone
 * @param slips how often that day was moved later
 */
public record Expectation(
        AmountMode mode,
        @Nullable Money amount,
        @Nullable Recurring recurring,
        @Nullable LocalDate closeDate,
        Slips slips) {

    /** The most decimals that a currency of a deal may have. */
    public static final int MAX_SCALE = DealRules.MAX_SCALE;

    /** @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} says */
    public Expectation {
        Violations problems = new Violations();
        check(amount, recurring, closeDate, problems);
        problems.throwIfAny("expectation");
    }

    /** An amount that somebody wrote, nothing that recurs, and a day that was never moved. */
    public Expectation(@Nullable Money amount, @Nullable LocalDate closeDate) {
        this(AmountMode.ENTERED, amount, null, closeDate, Slips.NONE);
    }

    /** Neither amount nor date is known. */
    public static Expectation unknown() {
        return new Expectation(null, null);
    }

    /** As {@link #check(Money, Recurring, LocalDate, Violations)}, without anything that recurs. */
    public static void check(@Nullable Money amount, @Nullable LocalDate closeDate, Violations problems) {
        check(amount, null, closeDate, problems);
    }

    /**
     * Notes {@code amount-negative}, {@code amount-scale} and {@code amount-range} at {@code amount}, {@code date-range}
     * at {@code closeDate} for days outside of the years 1000 to 9999, what {@link Recurring#check} notes at
     * {@code recurring}, and there {@code currency-mismatch}.
     */
    public static void check(
            @Nullable Money amount, @Nullable Recurring recurring, @Nullable LocalDate closeDate, Violations problems) {
        DealRules.checkDay(closeDate, "closeDate", problems);
        DealRules.checkAmount(amount, "amount", problems);
        if (recurring != null) {
            recurring.check("recurring", problems);
            boolean mixed = amount != null && recurring.amount() != null && !amount.isSameCurrency(recurring.amount());
            problems.require(!mixed, "recurring", "currency-mismatch", "must be in the currency of the deal");
        }
    }

    /** The same with this amount, from there. */
    Expectation amount(AmountMode from, @Nullable Money money) {
        return new Expectation(from, money, recurring, closeDate, slips);
    }

    /** With this written instead; a later day is counted as a slip. */
    Expectation edited(
            @Nullable Money money, @Nullable Recurring again, @Nullable LocalDate day, FiscalCalendar calendar) {
        return new Expectation(mode, money, again, day, slips.moving(closeDate, day, calendar));
    }

    /** The amount, where it is known. */
    public Optional<Money> value() {
        return Optional.ofNullable(amount);
    }

    /** What it brings again and again, where it does. */
    public Optional<Recurring> subscription() {
        return Optional.ofNullable(recurring);
    }

    /** The expected day, where it is known. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(closeDate);
    }
}
