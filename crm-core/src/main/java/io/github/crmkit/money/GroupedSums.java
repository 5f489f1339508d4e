package io.github.crmkit.money;

import java.util.Arrays;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sums of many groups that are added up side by side, such as the cells of a cube: of each group the total of its amounts and
 * an exact sum, by currency. Groups have numbers from 0 on. Belongs to one thread.
 *
 * <p>An amount is looked at when it comes and, unless another one is added to it, never again: of thousands of them, each
 * would have to be fetched from far away in memory. What has to be known later lies in arrays.
 */
public final class GroupedSums {

    private static final int FIRST_SIZE = 64;

    /** By group: where its first total is, and 0 for none. */
    private int[] first = new int[FIRST_SIZE];

    /** By total: where the next one of the group is, which are in the order of their currencies' codes; 0 after the last. */
    private int[] next = new int[FIRST_SIZE];

    private CurrencyUnit[] currencies = new CurrencyUnit[FIRST_SIZE];
    private @Nullable Money[] amounts = new Money[FIRST_SIZE];
    private @Nullable BigMoney[] exact = new BigMoney[FIRST_SIZE];

    private int last;

    /**
     * Adds an amount to a group.
     *
     * @param product what the exact sum grows by, in the currency of the amount; absent where it does not
     * @throws CurrencyMismatchException where the product is in another currency
     */
    public void add(int group, Money amount, @Nullable BigMoney product) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        if (product != null) {
            CurrencyMismatchException.refuseUnlessEqual(currency, product.getCurrencyUnit());
        }
        int at = total(group, currency);
        Money before = amounts[at];
        amounts[at] = before == null ? amount : before.plus(amount);
        if (product != null) {
            BigMoney exactBefore = exact[at];
            exact[at] = exactBefore == null ? product : exactBefore.plus(product);
        }
    }

    /** The total of the amounts of a group; empty where there were none. */
    public MoneyBag amount(int group) {
        int count = 0;
        for (int at = first(group); at != 0; at = next[at]) {
            count++;
        }
        Money[] found = new Money[count];
        int i = 0;
        for (int at = first(group); at != 0; at = next[at]) {
            found[i++] = amounts[at];
        }
        return MoneyBag.ofOrdered(found);
    }

    /** The exact sum of a group; empty where there were no products. */
    public ExactSum exact(int group) {
        int count = 0;
        for (int at = first(group); at != 0; at = next[at]) {
            count += exact[at] == null ? 0 : 1;
        }
        BigMoney[] found = new BigMoney[count];
        int i = 0;
        for (int at = first(group); at != 0; at = next[at]) {
            if (exact[at] != null) {
                found[i++] = exact[at];
            }
        }
        return ExactSum.ofOrdered(found);
    }

    private int first(int group) {
        return group < first.length ? first[group] : 0;
    }

    /** Where the total of the group in this currency is. */
    private int total(int group, CurrencyUnit currency) {
        int before = 0;
        int at = first(group);
        while (at != 0) {
            int order = currencies[at].compareTo(currency);
            if (order == 0) {
                return at;
            } else if (order > 0) {
                break;
            }
            before = at;
            at = next[at];
        }
        return insert(group, before, at, currency);
    }

    private int insert(int group, int before, int after, CurrencyUnit currency) {
        makeRoom(group);
        last++;
        currencies[last] = currency;
        next[last] = after;
        if (before == 0) {
            first[group] = last;
        } else {
            next[before] = last;
        }
        return last;
    }

    private void makeRoom(int group) {
        if (group >= first.length) {
            first = Arrays.copyOf(first, 2 * group);
        }
        if (last + 1 == next.length) {
            int size = 2 * next.length;
            next = Arrays.copyOf(next, size);
            currencies = Arrays.copyOf(currencies, size);
            amounts = Arrays.copyOf(amounts, size);
            exact = Arrays.copyOf(exact, size);
        }
    }
}
