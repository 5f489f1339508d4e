package io.github.crmkit.quote;

import io.github.crmkit.term.Fraction;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.totals.LineTotal;
import io.github.crmkit.totals.Totals;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a quote is worth a month, a year and in all: in its currency, without tax, after its discount. Each amount is an exact sum
 * over the lines, rounded once by the profile of the quote.
 *
 * <p>A line is worth what it adds to the net total of the quote. A line that is sold for a term recurs: it brings worth / months
 * of the term a month, as long as the term runs, where the months are counted as the term counts them ({@link
 * ServiceTerm#months}). A line without a term comes once and counts in {@link #tcv} alone. A ramp is a line for each of its
 * segments.
 */
public final class QuoteWorth {

    private static final Fraction YEAR = Fraction.of(12, 1);

    private final CurrencyUnit currency;
    private final RoundingMode rounding;
    private final List<Line> lines;

    private record Line(Money worth, @Nullable ServiceTerm term) {

        boolean recurs() {
            return term != null;
        }

        boolean runsOn(LocalDate day) {
            return term != null && term.days().contains(day);
        }

        /** What it brings a month, exactly; nothing where it comes once or the term counts none. */
        Fraction monthly() {
            Fraction months = term == null ? Fraction.ZERO : term.months();
            return months.equals(Fraction.ZERO)
                    ? Fraction.ZERO
                    : Fraction.of(worth.getAmount()).dividedBy(months);
        }
    }

    private QuoteWorth(CurrencyUnit currency, RoundingMode rounding, List<Line> lines) {
        this.currency = currency;
        this.rounding = rounding;
        this.lines = List.copyOf(lines);
    }

    static QuoteWorth of(Quote quote) {
        Totals totals = quote.totals();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < quote.lines().size(); i++) {
            LineTotal total = totals.lines().get(i);
            lines.add(new Line(total.net(), quote.lines().get(i).term()));
        }
        return new QuoteWorth(quote.terms().currency(), quote.terms().profile().rounding(), lines);
    }

    /**
     * Monthly recurring revenue on a day: the sum of worth / months over the lines whose term the day is in. A step function of
     * the day; 0 where nothing recurs.
     */
    public Money mrr(LocalDate day) {
        return money(monthly(line -> line.runsOn(day)));
    }

    /** Annual recurring revenue on a day: 12 × the exact monthly one, not 12 × the rounded one. */
    public Money arr(LocalDate day) {
        return money(monthly(line -> line.runsOn(day)).times(YEAR));
    }

    /** Total contract value: the worth of all lines, which is the net total of the quote. */
    public Money tcv() {
        return sum(line -> true);
    }

    /** Annual contract value: the sum of 12 × worth / months over all lines that recur, whenever their terms run. */
    public Money acv() {
        return money(monthly(Line::recurs).times(YEAR));
    }

    /** What recurs over all terms: the worth of the lines that have one. */
    public Money recurring() {
        return sum(Line::recurs);
    }

    /** What comes once: the worth of the lines without a term. */
    public Money oneOff() {
        return sum(line -> !line.recurs());
    }

    private Fraction monthly(Predicate<Line> which) {
        Fraction sum = Fraction.ZERO;
        for (Line line : lines) {
            if (which.test(line)) {
                sum = sum.plus(line.monthly());
            }
        }
        return sum;
    }

    private Money sum(Predicate<Line> which) {
        Money sum = Money.zero(currency);
        for (Line line : lines) {
            sum = which.test(line) ? sum.plus(line.worth()) : sum;
        }
        return sum;
    }

    private Money money(Fraction exact) {
        return Money.of(currency, exact.toDecimal(currency.getDecimalPlaces(), rounding));
    }
}
