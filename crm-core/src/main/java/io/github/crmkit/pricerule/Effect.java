package io.github.crmkit.pricerule;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a rule does to the price of a line. Prices and quantities are of and in the product's own unit. */
public sealed interface Effect {

    /** The stable name of what it does. */
    enum Kind {
        FIXED_PRICE,
        PERCENT_OFF,
        AMOUNT_OFF,
        FORMULA,
        FREE_GOODS,
        PERCENT_OF_TOTAL;

        /** The stable code, for example {@code percent-off}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What it does. */
    Kind kind();

    /** What it does in words, the same for the same effect: {@code 10 % off}, {@code price USD 9.99}. */
    String describe();

    /** The only currency that it can be used in; absent where it can be used in all. */
    default Optional<CurrencyUnit> currency() {
        return Optional.empty();
    }

    /**
     * Sets the price.
     *
     * @param price of one of the product's own unit, 0 or more; for prices in its currency alone
     */
    record FixedPrice(UnitPrice price) implements Effect {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code negative} */
        public FixedPrice {
            new Violations()
                    .require(!price.isNegative(), "price", "negative", "must not be negative")
                    .throwIfAny("effect");
        }

        @Override
        public String describe() {
            return "price " + price;
        }

        @Override
        public Kind kind() {
            return Kind.FIXED_PRICE;
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(price.currency());
        }
    }

    /**
     * Takes a percentage off.
     *
     * @param percent percent points, at most 100; a negative one is a mark-up
     */
    record PercentOff(Percent percent) implements Effect {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code out-of-range} */
        public PercentOff {
            new Violations()
                    .require(percent.compareTo(Percent.HUNDRED) <= 0, "percent", "out-of-range", "must be at most 100")
                    .throwIfAny("effect");
        }

        @Override
        public String describe() {
            return percent.isNegative() ? Percent.of(percent.value().negate()) + " added" : percent + " off";
        }

        @Override
        public Kind kind() {
            return Kind.PERCENT_OFF;
        }
    }

    /**
     * Takes an amount off.
     *
     * @param amount for one of the product's own unit; a negative one is a surcharge; for prices in its currency alone
     */
    record AmountOff(UnitPrice amount) implements Effect {
        @Override
        public String describe() {
            return amount.isNegative() ? UnitPrice.zero(amount.currency()).minus(amount) + " added" : amount + " off";
        }

        @Override
        public Kind kind() {
            return Kind.AMOUNT_OFF;
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.currency());
        }
    }

    /**
     * Calculates the price anew.
     *
     * @param base what it starts from
     * @param formula what it does
     * @param only the currency of the formula's amounts (rounding, surcharge, margins), for prices in it alone; absent for a
     *     formula without amounts that is for all currencies
     */
    record Formula(
            Base base, PriceFormula formula, @Nullable CurrencyUnit only) implements Effect {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code currency-missing} for amounts without a currency */
        public Formula {
            boolean amounts = formula.rounding() != null
                    || formula.surcharge().signum() != 0
                    || formula.minimumMargin() != null
                    || formula.maximumMargin() != null;
            new Violations()
                    .require(only != null || !amounts, "only", "currency-missing", "must be given with amounts")
                    .throwIfAny("effect");
        }

        @Override
        public String describe() {
            return "from the " + base.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + formula
                    + (only == null ? "" : " in " + only.getCode());
        }

        @Override
        public Kind kind() {
            return Kind.FORMULA;
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.ofNullable(only);
        }
    }

    /** What a formula starts from. */
    enum Base {
        /** The list price: from the price book, before any rule. */
        LIST,
        /** The price that the rules before have led to. */
        RUNNING,
        /** The standard cost of the product. */
        STANDARD_COST,
        /** The current cost of the product. */
        CURRENT_COST,
        /** The average cost of the product. */
        AVERAGE_COST;

        /** Whether it is a cost, and not a price. */
        public boolean isCost() {
            return this != LIST && this != RUNNING;
        }
    }

    /**
     * Adds goods that cost nothing, as a line of their own.
     *
     * @param buy for so many bought, more than 0
     * @param get so many are given, more than 0
     * @param other what is given; absent for more of the same
     * @param repeat whether they are given for each time that the quantity is reached; else once
     */
    record FreeGoods(Quantity buy, Quantity get, @Nullable ProductId other, boolean repeat) implements Effect {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code positive} for either quantity */
        public FreeGoods {
            new Violations()
                    .require(buy.isPositive(), "buy", "positive", "must be more than 0")
                    .require(get.isPositive(), "get", "positive", "must be more than 0")
                    .throwIfAny("effect");
        }

        /**
         * How many are given for so many bought.
         *
         * @throws io.github.crmkit.kernel.RuleViolationsException {@code quantity-range} for more than a quantity holds
         */
        public Quantity given(Quantity bought) {
            BigDecimal times = bought.value().divideToIntegralValue(buy.value());
            if (times.signum() <= 0) {
                return Quantity.ZERO;
            }
            return repeat ? Quantity.of(get.value().multiply(times)) : get;
        }

        @Override
        public String describe() {
            return get + " free for " + (repeat ? "each " : "") + buy
                    + (other == null ? "" : " (product " + other.text() + ")");
        }

        @Override
        public Kind kind() {
            return Kind.FREE_GOODS;
        }
    }

    /**
     * Makes the price of the line a percentage of what other lines of the same document come to.
     *
     * @param percent percent points, 0 or more
     * @param of the lines whose net amounts are added up: all others that are such items
     */
    record PercentOfTotal(Percent percent, Target.Item of) implements Effect {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code negative} */
        public PercentOfTotal {
            new Violations()
                    .require(!percent.isNegative(), "percent", "negative", "must not be negative")
                    .throwIfAny("effect");
        }

        @Override
        public String describe() {
            return percent + " of the total of " + of.describe();
        }

        @Override
        public Kind kind() {
            return Kind.PERCENT_OF_TOTAL;
        }
    }
}
