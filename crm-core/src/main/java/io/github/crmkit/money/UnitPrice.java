package io.github.crmkit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * The price of one unit: up to 6 decimals and 18 digits before the point, in one currency. Zero is a price, and a
 * negative one is legal.
 *
 * <p>Trailing zeros are dropped down to the decimals of the currency, so USD 12.5 and USD 12.500000 are both USD 12.50
 * and equal after storage.
 *
 * @param value the price, normalised: the decimals of the currency at least, 6 at most
 */
public record UnitPrice(BigMoney value) implements Comparable<UnitPrice> {

    /** The most decimals a unit price may have. */
    public static final int MAX_SCALE = 6;

    private static final DecimalRule RULE = new DecimalRule("unit price", MAX_SCALE);

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code unit-price-scale} with more than 6 decimals,
     *     {@code unit-price-range} with more than 18 digits before the point
     */
    public UnitPrice {
        CurrencyUnit currency = value.getCurrencyUnit();
        value = BigMoney.of(currency, RULE.normalise(value.getAmount(), currency.getDecimalPlaces()));
    }

    /** A price in this currency; refused as by the constructor. */
    public static UnitPrice of(CurrencyUnit currency, BigDecimal amount) {
        // Checked first: making a BigMoney writes a power of ten out in full.
        return new UnitPrice(BigMoney.of(currency, RULE.normalise(amount, 0)));
    }

    /** A price with no more decimals than its currency has. */
    public static UnitPrice of(Money amount) {
        return new UnitPrice(amount.toBigMoney());
    }

    /** Free of charge in this currency. */
    public static UnitPrice zero(CurrencyUnit currency) {
        return new UnitPrice(BigMoney.zero(currency));
    }

    /**
     * Reads a currency code, one space and plain digits, for example {@code USD 12.50}.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code unit-price-format} for any other text,
     *     {@code unit-price-currency} for an unknown currency
     */
    public static UnitPrice parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw RULE.refuse("format", "must be a currency code, a space and digits");
        }
        BigDecimal amount = RULE.parse(text.substring(space + 1));
        try {
            return of(CurrencyUnit.of(text.substring(0, space)), amount);
        } catch (IllegalCurrencyException unknown) {
            throw RULE.refuse("currency", "must name a known currency");
        }
    }

    /** The currency. */
    public CurrencyUnit currency() {
        return value.getCurrencyUnit();
    }

    /** The number in front of the currency, at the scale of {@link #value()}. */
    public BigDecimal amount() {
        return value.getAmount();
    }

    /** The amount for so many units: the exact product, rounded once to the decimals of the currency. */
    public Money times(Quantity quantity, RoundingMode rounding) {
        return Money.of(currency(), amount().multiply(quantity.value()), rounding);
    }

    /**
     * The amount for so many units where this is the price of {@code per} units: the exact fraction, rounded once to the
     * decimals of the currency.
     *
     * @param per not 0
     */
    public Money times(Quantity quantity, Quantity per, RoundingMode rounding) {
        if (per.equals(Quantity.ONE)) {
            return times(quantity, rounding);
        }
        BigDecimal exact = amount().multiply(quantity.value());
        return Money.of(currency(), exact.divide(per.value(), currency().getDecimalPlaces(), rounding));
    }

    /**
     * The exact product with a factor, rounded once to so many decimals.
     *
     * @param decimals 0 to 6, inclusive
     */
    public UnitPrice times(BigDecimal factor, int decimals, RoundingMode rounding) {
        return of(currency(), amount().multiply(factor).setScale(decimals, rounding));
    }

    /** This price rounded to so many decimals, 0 to 6. */
    public UnitPrice rounded(int decimals, RoundingMode rounding) {
        return of(currency(), amount().setScale(decimals, rounding));
    }

    /** The amount for one unit, rounded to the decimals of the currency. */
    public Money toMoney(RoundingMode rounding) {
        return times(Quantity.ONE, rounding);
    }

    /** The sum, exact; another currency is refused with {@link CurrencyMismatchException}. */
    public UnitPrice plus(UnitPrice other) {
        CurrencyMismatchException.refuseUnlessEqual(currency(), other.currency());
        return of(currency(), amount().add(other.amount()));
    }

    /** The difference, exact; another currency is refused with {@link CurrencyMismatchException}. */
    public UnitPrice minus(UnitPrice other) {
        CurrencyMismatchException.refuseUnlessEqual(currency(), other.currency());
        return of(currency(), amount().subtract(other.amount()));
    }

    /** Whether one unit costs nothing. */
    public boolean isZero() {
        return amount().signum() == 0;
    }

    /** Whether one unit costs less than nothing. */
    public boolean isNegative() {
        return amount().signum() < 0;
    }

    /** Orders by amount; prices in two currencies have no order and are refused with {@link CurrencyMismatchException}. */
    @Override
    public int compareTo(UnitPrice other) {
        CurrencyMismatchException.refuseUnlessEqual(currency(), other.currency());
        return amount().compareTo(other.amount());
    }

    /** Currency code and plain digits, for example {@code USD 12.50}; {@link #parse} reads them back. */
    @Override
    public String toString() {
        return currency().getCode() + " " + amount().toPlainString();
    }
}
