package io.github.crmkit.money;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A total over several currencies: one amount for each, never mixed. Immutable; ordered by currency code.
 *
 * <p>A currency that was added is in the bag even when its total is zero: zero is a value, absent is absent.
 */
public final class MoneyBag {

    private static final MoneyBag EMPTY = new MoneyBag(new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode)));

    private final SortedMap<CurrencyUnit, Money> totals;

    private MoneyBag(SortedMap<CurrencyUnit, Money> totals) {
        this.totals = totals;
    }

    /** Nothing in any currency. */
    public static MoneyBag empty() {
        return EMPTY;
    }

    /** The total of these amounts by currency. */
    public static MoneyBag of(Money... amounts) {
        MoneyBag bag = EMPTY;
        for (Money amount : amounts) {
            bag = bag.plus(amount);
        }
        return bag;
    }

    /** The total of these amounts by currency. */
    public static MoneyBag sum(Collection<Money> amounts) {
        return of(amounts.toArray(new Money[0]));
    }

    /** This bag and one more amount. */
    public MoneyBag plus(Money amount) {
        SortedMap<CurrencyUnit, Money> sum = new TreeMap<>(totals);
        sum.merge(amount.getCurrencyUnit(), amount, Money::plus);
        return new MoneyBag(sum);
    }

    /** Both bags together. */
    public MoneyBag plus(MoneyBag other) {
        SortedMap<CurrencyUnit, Money> sum = new TreeMap<>(totals);
        other.totals.forEach((currency, amount) -> sum.merge(currency, amount, Money::plus));
        return new MoneyBag(sum);
    }

    /** This bag without the other; amounts may become negative. */
    public MoneyBag minus(MoneyBag other) {
        return plus(other.negated());
    }

    /** Every amount with the other sign. */
    public MoneyBag negated() {
        SortedMap<CurrencyUnit, Money> negated = new TreeMap<>(totals);
        negated.replaceAll((currency, amount) -> amount.negated());
        return new MoneyBag(negated);
    }

    /** The amount in this currency; absent where none was ever added. Other currencies are not looked at. */
    public Optional<Money> in(CurrencyUnit currency) {
        return Optional.ofNullable(totals.get(currency));
    }

    /**
     * The total of a bag that must hold this one currency: zero for an empty bag.
     *
     * @throws CurrencyMismatchException where any other currency was added, even with a total of zero
     */
    public Money totalIn(CurrencyUnit currency) {
        for (CurrencyUnit present : totals.keySet()) {
            CurrencyMismatchException.refuseUnlessEqual(currency, present);
        }
        return in(currency).orElseGet(() -> Money.zero(currency));
    }

    /**
     * The one amount in the bag.
     *
     * @throws CurrencyMismatchException where there are several currencies, or none
     */
    public Money only() {
        if (totals.size() != 1) {
            throw new CurrencyMismatchException(totals.keySet());
        }
        return totals.values().iterator().next();
    }

    /** The currencies that were added, ordered by code. */
    public SortedSet<CurrencyUnit> currencies() {
        return new TreeSet<>(totals.keySet());
    }

    /** Every amount, ordered by currency code. */
    public List<Money> amounts() {
        return List.copyOf(totals.values());
    }

    /** Whether nothing was ever added. */
    public boolean isEmpty() {
        return totals.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneyBag bag && totals.equals(bag.totals);
    }

    @Override
    public int hashCode() {
        return totals.hashCode();
    }

    /** The amounts by currency code, for example {@code [EUR 3.00, USD 12.50]}. */
    @Override
    public String toString() {
        return totals.values().stream().map(Money::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
