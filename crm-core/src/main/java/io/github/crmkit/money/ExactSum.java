package io.github.crmkit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum of products by currency that is rounded once, at its end. Immutable.
 *
 * <p>1000 deals of 10.01 at 5 % weigh 500.50; rounding each of them first would give 500.00.
 */
public final class ExactSum {

    private static final ByCurrency<BigMoney> ADDING =
            new ByCurrency<>(BigMoney::getCurrencyUnit, BigMoney::plus, BigMoney[]::new);
    private static final ExactSum EMPTY = new ExactSum(new BigMoney[0]);

    private final BigMoney[] totals;

    private ExactSum(BigMoney[] totals) {
        this.totals = totals;
    }

    /** Nothing in any currency. */
    public static ExactSum empty() {
        return EMPTY;
    }

    /** The sum of these amounts by currency, whatever their decimals. */
    public static ExactSum sum(Collection<BigMoney> amounts) {
        return amounts.isEmpty() ? EMPTY : new ExactSum(ADDING.sum(amounts));
    }

    /** A sum of amounts in different currencies that are ordered by code; nobody changes the array any more. */
    static ExactSum ofOrdered(BigMoney[] totals) {
        return totals.length == 0 ? EMPTY : new ExactSum(totals);
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
        return new ExactSum(ADDING.plus(totals, other.totals));
    }

    /**
     * The same sum in one currency: each total times its rate, added up without rounding.
     *
     * @throws MissingRateException where a currency of the sum has no rate on this day
     */
    public ExactSum in(CurrencyUnit currency, ExchangeRates rates, LocalDate on) {
        ExactSum sum = EMPTY;
        for (BigMoney total : totals) {
            ExchangeRate rate = rates.required(total.getCurrencyUnit(), currency, on);
            sum = sum.plus(currency, total.getAmount().multiply(rate.rate()));
        }
        return sum;
    }

    /** The currencies that were added, ordered by code. */
    public SortedSet<CurrencyUnit> currencies() {
        return ADDING.currencies(totals);
    }

    /** Rounds each currency once, to its decimals. */
    public MoneyBag rounded(RoundingMode rounding) {
        return MoneyBag.sum(
                Stream.of(totals).map(total -> total.toMoney(rounding)).toList());
    }

    /** Whether nothing was ever added. */
    public boolean isEmpty() {
        return totals.length == 0;
    }

    private ExactSum plus(CurrencyUnit currency, BigDecimal amount) {
        return new ExactSum(ADDING.plus(totals, BigMoney.of(currency, amount)));
    }

    /** One form for equal values, whatever the scales of the factors were. */
    private Map<CurrencyUnit, BigDecimal> stripped() {
        Map<CurrencyUnit, BigDecimal> stripped = new HashMap<>();
        for (BigMoney total : totals) {
            stripped.put(total.getCurrencyUnit(), total.getAmount().stripTrailingZeros());
        }
        return stripped;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactSum sum && stripped().equals(sum.stripped());
    }

    @Override
    public int hashCode() {
        return stripped().hashCode();
    }

    /** The unrounded totals by currency code, for example {@code [USD 500.5]}. */
    @Override
    public String toString() {
        return Stream.of(totals)
                .map(total -> total.getCurrencyUnit().getCode() + " "
                        + total.getAmount().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
