package io.github.crmkit.quote;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.term.Fraction;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.totals.LineTotal;
import io.github.crmkit.totals.Totals;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
 * ServiceTerm#months}). A line without a term comes once and counts in {@link #tcv} alone. Lines of one product whose terms
 * follow each other without a gap are the segments of one ramp.
 */
public final class QuoteWorth {

    private static final Fraction YEAR = Fraction.of(12, 1);

    private static final Comparator<Line> ORDER = Comparator.comparing((Line line) -> Row.start(line.termed()))
            .thenComparing(line -> Row.end(line.termed()))
            .thenComparing(line -> line.termed().months())
            .thenComparing(line -> line.worth().getAmount());

    private final CurrencyUnit currency;
    private final RoundingMode rounding;
    private final List<Line> lines;

    private record Line(
            ProductId product, Money worth, @Nullable ServiceTerm term) {

        ServiceTerm termed() {
            return Objects.requireNonNull(term);
        }

        boolean runsOn(LocalDate day) {
            return term != null && term.days().contains(day);
        }

        /** What it brings a month, exactly; nothing where it comes once or its term counts none. */
        Fraction monthly() {
            return term == null ? Fraction.ZERO : monthly(Fraction.of(worth.getAmount()), term.months());
        }

        static Fraction monthly(Fraction worth, Fraction months) {
            return months.equals(Fraction.ZERO) ? Fraction.ZERO : worth.dividedBy(months);
        }
    }

    /** Lines that follow each other: what they bring in all, over how many months. */
    private record Row(ProductId product, LocalDate until, Fraction worth, Fraction months) {

        static Row of(Line line, ServiceTerm term) {
            return new Row(line.product(), end(term), Fraction.of(line.worth().getAmount()), term.months());
        }

        boolean leadsTo(Line line, ServiceTerm term) {
            return product.equals(line.product()) && until.equals(start(term));
        }

        Row and(Line line, ServiceTerm term) {
            Row next = of(line, term);
            return new Row(product, next.until, worth.plus(next.worth), months.plus(next.months));
        }

        Fraction monthly() {
            return Line.monthly(worth, months);
        }

        static LocalDate start(ServiceTerm term) {
            return term.days().firstDay().orElseThrow();
        }

        static LocalDate end(ServiceTerm term) {
            return term.days().lastDay().orElseThrow().plusDays(1);
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
            QuoteLine line = quote.lines().get(i);
            lines.add(new Line(line.price().product(), total.net(), line.term()));
        }
        return new QuoteWorth(quote.terms().currency(), quote.terms().profile().rounding(), lines);
    }

    /**
     * Monthly recurring revenue on a day: the sum of worth / months over the lines whose term the day is in. A step function of
     * the day; 0 where nothing recurs.
     */
    public Money mrr(LocalDate day) {
        return money(monthly(day));
    }

    /** Annual recurring revenue on a day: 12 × the exact monthly one, not 12 × the rounded one. */
    public Money arr(LocalDate day) {
        return money(monthly(day).times(YEAR));
    }

    /** Total contract value: the worth of all lines, which is the net total of the quote. */
    public Money tcv() {
        return sum(line -> true);
    }

    /**
     * Annual contract value: the sum of 12 × worth / months over all lines that recur, where the segments of a ramp count as one
     * line: 12 × what they are worth together / their months together.
     */
    public Money acv() {
        Fraction sum = Fraction.ZERO;
        for (Row row : rows()) {
            sum = sum.plus(row.monthly());
        }
        return money(sum.times(YEAR));
    }

    /** The line that begins first goes on where the first row ends that it can go on with, whatever the order of the lines. */
    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        lines.stream().filter(line -> line.term() != null).sorted(ORDER).forEach(line -> add(line, rows));
        return rows;
    }

    private static void add(Line line, List<Row> rows) {
        ServiceTerm term = line.termed();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).leadsTo(line, term)) {
                rows.set(i, rows.get(i).and(line, term));
                return;
            }
        }
        rows.add(Row.of(line, term));
    }

    /** What recurs over all terms: the worth of the lines that have one. */
    public Money recurring() {
        return sum(line -> line.term() != null);
    }

    /** What comes once: the worth of the lines without a term. */
    public Money oneOff() {
        return sum(line -> line.term() == null);
    }

    private Fraction monthly(LocalDate day) {
        Fraction sum = Fraction.ZERO;
        for (Line line : lines) {
            sum = line.runsOn(day) ? sum.plus(line.monthly()) : sum;
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
