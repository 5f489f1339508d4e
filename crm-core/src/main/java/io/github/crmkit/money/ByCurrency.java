package io.github.crmkit.money;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.joda.money.CurrencyUnit;

/**
 * How amounts are added up by currency: into arrays that have one for each currency, in the order of their codes, and that
 * nobody changes any more. There are few currencies in a sum, and often many sums.
 *
 * @param currency what an amount is in
 * @param adding adds two amounts in one currency
 * @param array makes an array of so many
 * @param <M> the amounts
 */
record ByCurrency<M>(Function<M, CurrencyUnit> currency, BinaryOperator<M> adding, IntFunction<M[]> array) {

    /** The totals of any amounts. */
    M[] sum(Collection<M> amounts) {
        return addedUp(amounts.toArray(array));
    }

    /** The totals and one more amount. */
    M[] plus(M[] totals, M amount) {
        M[] all = Arrays.copyOf(totals, totals.length + 1);
        all[totals.length] = amount;
        return addedUp(all);
    }

    /** Both totals together. */
    M[] plus(M[] totals, M[] others) {
        M[] all = Arrays.copyOf(totals, totals.length + others.length);
        System.arraycopy(others, 0, all, totals.length, others.length);
        return addedUp(all);
    }

    /** The total in this currency. */
    Optional<M> in(CurrencyUnit wanted, M[] totals) {
        for (M total : totals) {
            if (currency.apply(total).equals(wanted)) {
                return Optional.of(total);
            }
        }
        return Optional.empty();
    }

    /** The currencies of the totals, ordered by code. */
    SortedSet<CurrencyUnit> currencies(M[] totals) {
        SortedSet<CurrencyUnit> currencies = new TreeSet<>();
        for (M total : totals) {
            currencies.add(currency.apply(total));
        }
        return currencies;
    }

    /** Sorts and adds up within the array, where totals never go beyond the amounts that were read. */
    private M[] addedUp(M[] amounts) {
        int count = 0;
        for (M amount : amounts) {
            String code = code(amount);
            int at = count;
            int order = -1;
            while (at > 0 && (order = code(amounts[at - 1]).compareTo(code)) > 0) {
                at--;
            }
            if (at > 0 && order == 0) {
                amounts[at - 1] = adding.apply(amounts[at - 1], amount);
            } else {
                System.arraycopy(amounts, at, amounts, at + 1, count - at);
                amounts[at] = amount;
                count++;
            }
        }
        return count == amounts.length ? amounts : Arrays.copyOf(amounts, count);
    }

    private String code(M amount) {
        return currency.apply(amount).getCode();
    }
}
