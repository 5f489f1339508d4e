package io.github.crmkit.examples.review;

import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How amounts are written: commas between thousands, all decimals, and the code of a currency only where it is not the
 * usual one.
 *
 * @param usual the currency that needs no saying
 */
record Amounts(CurrencyUnit usual) {

    /** What stands where there is no number. */
    static final String NOTHING = "-";

    /** The amount, with its currency unless that is the usual one. */
    String of(Money money) {
        String digits = grouped(money.getAmount());
        return money.getCurrencyUnit().equals(usual)
                ? digits
                : money.getCurrencyUnit().getCode() + " " + digits;
    }

    /** Every amount of the bag. */
    String of(MoneyBag bag) {
        return bag.isEmpty() ? NOTHING : bag.amounts().stream().map(this::of).collect(Collectors.joining(" + "));
    }

    /** The amount with its currency, for running text. */
    static String inWords(Money money) {
        return money.getCurrencyUnit().getCode() + " " + grouped(money.getAmount());
    }

    /** All digits, with commas between thousands. */
    static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    /** The percentage with one decimal, halves away from zero. */
    static String percent(Percent percent) {
        return percent.value().setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** The percentage with two decimals, halves away from zero. */
    static String exactPercent(Percent percent) {
        return percent.value().setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** What follows a title: in which currency amounts are meant. */
    String note() {
        return " (amounts in " + usual.getCode() + ")";
    }

    /** The number of the usual currency, for a chart; others have no place in it. */
    BigDecimal number(MoneyBag bag) {
        return bag.in(usual).map(Money::getAmount).orElse(BigDecimal.ZERO.setScale(usual.getDecimalPlaces()));
    }

    /** A part of a whole above 0 as a percentage with one decimal, halves away from zero. */
    static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
