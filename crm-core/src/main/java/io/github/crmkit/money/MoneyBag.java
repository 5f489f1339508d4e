package io.github.crmkit.money;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A total over several currencies: one amount for each, never mixed. Immutable; ordered by currency code.
 *
 * <p>A currency that was added is in the bag even when its total is zero: zero is a value, absent is absent.
 */
public final class MoneyBag {

    private static final ByCurrency<Money> ADDING = new ByCurrency<>(Money::getCurrencyUnit, Money::plus, Money[]::new);
    private static final MoneyBag EMPTY = new MoneyBag(new Money[0]);

    private final Money[] totals;

    private MoneyBag(Money[] totals) {
        this.totals = totals;
    }

    /** Nothing in any currency. */
    public static MoneyBag empty() {
        return EMPTY;
    }

    /** The total of these amounts by currency. */
    public static MoneyBag of(Money... amounts) {
        return sum(Arrays.asList(amounts));
    }

    /** The total of these amounts by currency. */
    public static MoneyBag sum(Collection<Money> amounts) {
        return amounts.isEmpty() ? EMPTY : new MoneyBag(ADDING.sum(amounts));
    }

    /** A bag of amounts in different currencies that are ordered by code; nobody changes the array any more. */
    static MoneyBag ofOrdered(Money[] totals) {
        return totals.length == 0 ? EMPTY : new MoneyBag(totals);
    }

    /** This bag and one more amount. */
    public MoneyBag plus(Money amount) {
        return new MoneyBag(ADDING.plus(totals, amount));
    }

    /** Both bags together. */
    public MoneyBag plus(MoneyBag other) {
        return new MoneyBag(ADDING.plus(totals, other.totals));
    }

    /** This bag without the other; amounts may become negative. */
    public MoneyBag minus(MoneyBag other) {
        return plus(other.negated());
    }

    /** Every amount with the other sign. */
    public MoneyBag negated() {
        return new MoneyBag(Stream.of(totals).map(Money::negated).toArray(Money[]::new));
    }

    /** The amount in this currency; absent where none was ever added. Other currencies are not looked at. */
    public Optional<Money> in(CurrencyUnit currency) {
        return ADDING.in(currency, totals);
    }

    /**
     * The total of a bag that must hold this one currency: zero for an empty bag.
     *
     * @throws CurrencyMismatchException where any other currency was added, even with a total of zero
     */
    public Money totalIn(CurrencyUnit currency) {
        for (Money present : totals) {
            CurrencyMismatchException.refuseUnlessEqual(currency, present.getCurrencyUnit());
        }
        return in(currency).orElseGet(() -> Money.zero(currency));
    }

    /**
     * The one amount in the bag.
     *
     * @throws CurrencyMismatchException where there are several currencies, or none
     */
    public Money only() {
        if (totals.length != 1) {
            throw new CurrencyMismatchException(currencies());
        }
        return totals[0];
    }

    /** The currencies that were added, ordered by code. */
    public SortedSet<CurrencyUnit> currencies() {
        return ADDING.currencies(totals);
    }

    /** Every amount, ordered by currency code. */
    public List<Money> amounts() {
        return List.of(totals);
    }

    /** Whether nothing was ever added. */
    public boolean isEmpty() {
        return totals.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneyBag bag && Arrays.equals(totals, bag.totals);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(totals);
    }

    /** The amounts by currency code, for example {@code [EUR 3.00, USD 12.50]}. */
    @Override
    public String toString() {
        return Stream.of(totals).map(Money::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
