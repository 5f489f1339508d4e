package io.github.crmkit.totals;

import io.github.crmkit.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A document added up. {@code net = sum of lines − discount} on net prices, {@code gross = net + tax} always.
 *
 * @param profile how it was added up
 * @param lines in the order they went in
 * @param taxes by category and rate, in the order of their first line
 * @param sum of the line amounts that went in
 * @param discount of the whole document, already shared out to the lines
 * @param net without tax
 * @param tax the sum of the groups
 * @param gross what is to be paid
 */
public record Totals(
        TotalsProfile profile,
        List<LineTotal> lines,
        List<TaxTotal> taxes,
        Money sum,
        Money discount,
        Money net,
        Money tax,
        Money gross) {

    public Totals {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** Adds up without a document discount. */
    public static Totals of(TotalsProfile profile, CurrencyUnit currency, List<TaxedAmount> lines) {
        return of(profile, lines, Money.zero(currency));
    }

    /**
     * Adds up.
     *
     * @param discount of the whole document, in its currency: between zero and the sum of the lines, inclusive
     * @throws io.github.crmkit.kernel.RuleViolationsException with every line of another currency ({@code currency}) and
     *     a discount out of bounds ({@code discount-range})
     */
    public static Totals of(TotalsProfile profile, List<TaxedAmount> lines, Money discount) {
        check(lines, discount);
        return new TaxCalculation(profile, lines, discount).totals();
    }

    /** How the sum came about, line by line, for reading aloud. */
    public List<String> proof() {
        List<String> steps = new ArrayList<>();
        steps.add((lines.size() == 1 ? "1 line " : lines.size() + " lines ") + sum);
        if (!discount.isZero()) {
            steps.add("document discount " + discount.negated());
        }
        for (TaxTotal group : taxes) {
            steps.add(group.taxClass().category() + " tax " + group.taxClass().rate() + " of " + group.net() + ": "
                    + group.tax());
        }
        steps.add("net " + net + ", tax " + tax + ", to pay " + gross);
        return steps;
    }

    private static void check(List<TaxedAmount> lines, Money discount) {
        Violations problems = new Violations();
        Money sum = Money.zero(discount.getCurrencyUnit());
        for (int i = 0; i < lines.size(); i++) {
            Money amount = lines.get(i).amount();
            boolean same = amount.getCurrencyUnit().equals(discount.getCurrencyUnit());
            if (same) {
                sum = sum.plus(amount);
            } else {
                problems.add("lines[" + i + "].amount", "currency", "must be in the currency of the document");
            }
        }
        boolean inRange = !discount.isNegative() && (discount.isZero() || !discount.isGreaterThan(sum));
        problems.require(inRange, "discount", "discount-range", "must be between zero and the sum of the lines");
        problems.throwIfAny("document");
    }
}
