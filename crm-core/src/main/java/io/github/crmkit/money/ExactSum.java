package io.github.crmkit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum of products by currency that is rounded once, at its end. Immutable.
 *
 * <p>1000 deals of 10.01 at 5 % weigh 500.50; rounding each of them first would give 500.00.
 */
public final class ExactSum {

    private static final ExactSum EMPTY = new ExactSum(new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode)));

    private final SortedMap<CurrencyUnit, BigDecimal> totals;

    private ExactSum(SortedMap<CurrencyUnit, BigDecimal> totals) {
        this.totals = totals;
    }

    /** Nothing in any currency. */
    public static ExactSum empty() {
        return EMPTY;
    }

    /** This sum and an amount. */
    public ExactSum plus(Money amount) {
        return plus(amount.getCurrencyUnit(), amount.getAmount());
    }

    /** This sum and the exact product of an amount and a factor, for example a probability from 0 to 1. */
    public ExactSum plus(Money amount, BigDecimal factor) {
        return plus(amount.getCurrencyUnit(), amount.getAmount().multiply(factor));
    }

    /** This sum and an exact percentage of an amount. */
    public ExactSum plus(Money amount, Percent percent) {
        return plus(amount, percent.fraction());
    }

    /** This sum and the exact price of so many units. */
    public ExactSum plus(UnitPrice price, Quantity quantity) {
        return plus(price.currency(), price.amount().multiply(quantity.value()));
    }

    /** Both sums together. */
    public ExactSum plus(ExactSum other) {
        ExactSum sum = this;
        for (Map.Entry<CurrencyUnit, BigDecimal> entry : other.totals.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    /**
     * The same sum in one currency: each total times its rate, added up without rounding.
     *
     * @throws MissingRateException where a currency of the sum has no rate on this day
     */
    public ExactSum in(CurrencyUnit currency, ExchangeRates rates, LocalDate on) {
        ExactSum sum = EMPTY;
        for (Map.Entry<CurrencyUnit, BigDecimal> entry : totals.entrySet()) {
            ExchangeRate rate = rates.required(entry.getKey(), currency, on);
            sum = sum.plus(currency, entry.getValue().multiply(rate.rate()));
        }
        return sum;
    }

    /** The currencies that were added, ordered by code. */
    public SortedSet<CurrencyUnit> currencies() {
        return new TreeSet<>(totals.keySet());
    }

    /** Rounds each currency once, to its decimals. */
    public MoneyBag rounded(RoundingMode rounding) {
        MoneyBag bag = MoneyBag.empty();
        for (Map.Entry<CurrencyUnit, BigDecimal> entry : totals.entrySet()) {
            bag = bag.plus(Money.of(entry.getKey(), entry.getValue(), rounding));
        }
        return bag;
    }

    /** Whether nothing was ever added. */
    public boolean isEmpty() {
        return totals.isEmpty();
    }

    private ExactSum plus(CurrencyUnit currency, BigDecimal amount) {
        SortedMap<CurrencyUnit, BigDecimal> sum = new TreeMap<>(totals);
        sum.merge(currency, amount, BigDecimal::add);
        // One form for equal values, whatever the scales of the factors were.
        sum.computeIfPresent(currency, (same, total) -> total.stripTrailingZeros());
        return new ExactSum(sum);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactSum sum && totals.equals(sum.totals);
    }

    @Override
    public int hashCode() {
        return totals.hashCode();
    }

    /** The unrounded totals by currency code, for example {@code [USD 500.5]}. */
    @Override
    public String toString() {
        return totals.entrySet().stream()
                .map(entry -> entry.getKey().getCode() + " " + entry.getValue().toPlainString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
