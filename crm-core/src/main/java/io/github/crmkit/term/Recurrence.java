package io.github.crmkit.term;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What a line that recurs is worth. All amounts are without tax, exact until they are rounded once to the decimals of the
 * currency, halves away from zero.
 *
 * @param ramp what is sold when
 * @param billingDay the day of the month on which a billing month begins, 1 to 31
 * @param every what the prices are for
 * @param method how partial months count
 * @param oneOff what comes once beside it, for example a set-up; of any sign
 */
public record Recurrence(Ramp ramp, int billingDay, BillingPeriod every, Proration method, Money oneOff) {

    private static final int MONTHS = 12;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException as {@link ServiceTerm}, and
     *     {@code currency-mismatch} for a one-off amount in another currency than the prices
     */
    public Recurrence {
        Violations problems = new Violations();
        ServiceTerm.check(ramp.days(), billingDay, "", problems);
        problems.require(
                ramp.currency().equals(oneOff.getCurrencyUnit()),
                "oneOff",
                "currency-mismatch",
                "must be in the currency of the prices");
        problems.throwIfAny("recurrence");
    }

    /** The same quantity at the same price for one period over a whole term, and nothing besides. */
    public static Recurrence of(ServiceTerm term, Quantity quantity, UnitPrice price) {
        return new Recurrence(
                Ramp.flat(term.days(), quantity, price),
                term.billingDay(),
                term.every(),
                term.method(),
                Money.zero(price.currency()));
    }

    /** With this amount once beside it. */
    public Recurrence oneOff(Money amount) {
        return new Recurrence(ramp, billingDay, every, method, amount);
    }

    /**
     * Monthly recurring revenue on a day: quantity × price / months of the period, of the segment that the day is in. A step
     * function of the day; 0 outside of all segments, where nothing recurs.
     */
    public Money mrr(LocalDate day) {
        return money(monthly(day));
    }

    /** Annual recurring revenue on a day: 12 × the exact monthly one, not 12 × the rounded one. */
    public Money arr(LocalDate day) {
        return money(monthly(day).times(Fraction.of(MONTHS, 1)));
    }

    /** What each segment brings over its days, in order, each rounded by itself: what would be invoiced for it. */
    public List<Money> amounts() {
        List<Money> amounts = new ArrayList<>();
        for (Segment one : ramp.segments()) {
            amounts.add(money(worth(one)));
        }
        return List.copyOf(amounts);
    }

    /** What recurs over the whole term: the exact sum over the segments, rounded once. */
    public Money recurring() {
        return money(exactRecurring());
    }

    /** Total contract value: all that recurs over the whole term, and the one-off amount. */
    public Money tcv() {
        return money(exactRecurring().plus(Fraction.of(oneOff.getAmount())));
    }

    /**
     * Annual contract value: what recurs over the whole term / its years, where a year is 12 months of the segments as the
     * method counts them.
     * A term of which the method counts nothing (part of a month by {@link Proration#WHOLE_MONTHS}) recurs by 0 a year.
     */
    public Money acv() {
        Fraction months = Fraction.ZERO;
        for (Segment one : ramp.segments()) {
            months = months.plus(term(one.days()).months());
        }
        return months.equals(Fraction.ZERO)
                ? Money.zero(ramp.currency())
                : money(exactRecurring().times(Fraction.of(MONTHS, 1)).dividedBy(months));
    }

    private Fraction monthly(LocalDate day) {
        return ramp.on(day)
                .map(one -> one.perPeriod().dividedBy(Fraction.of(every.months(), 1)))
                .orElse(Fraction.ZERO);
    }

    private Fraction exactRecurring() {
        Fraction sum = Fraction.ZERO;
        for (Segment one : ramp.segments()) {
            sum = sum.plus(worth(one));
        }
        return sum;
    }

    private Fraction worth(Segment one) {
        return one.perPeriod().times(term(one.days()).periods());
    }

    private ServiceTerm term(DateRange days) {
        return new ServiceTerm(days, billingDay, every, method);
    }

    private Money money(Fraction exact) {
        int decimals = ramp.currency().getDecimalPlaces();
        return Money.of(ramp.currency(), exact.toDecimal(decimals, Rounding.COMMERCIAL));
    }
}
