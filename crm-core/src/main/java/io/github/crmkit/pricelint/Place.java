package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * All of a line but its day and its quantity.
 *
 * @param unit what the line counts in
 * @param days the days on which there can be such lines; both ends given
 * @param grid the quantities that there can be, in the product's own unit
 */
record Place(
        PriceBook book,
        Product product,
        PricingContext.Article article,
        String unit,
        PricingContext.Customer buyer,
        DateRange days,
        Grid grid) {

    CurrencyUnit currency() {
        return book.currency();
    }

    boolean grants(@Nullable PromotionId promotion) {
        return promotion == null || buyer.promotions().get(promotion) == PromotionStanding.GRANTED;
    }

    /** The line of the first day and the least quantity of a box. */
    PricingContext at(Box box) {
        return new PricingContext(
                buyer,
                article,
                Quantity.of(box.from()),
                unit,
                LocalDate.ofEpochDay(box.first()),
                currency(),
                book.id());
    }

    /** The line of so many of the unit on a day. */
    PricingContext at(BigDecimal quantity, LocalDate day) {
        Measures.Ratio ratio = product.measures().ratio(unit, product.unit());
        BigDecimal own =
                quantity.multiply(ratio.numerator()).divide(ratio.denominator(), Quantity.MAX_SCALE, RoundingMode.DOWN);
        return new PricingContext(buyer, article, Quantity.of(own), unit, day, currency(), book.id());
    }

    /** The same line as somebody may ask for it. */
    Witness witness(Box box) {
        return witness(told(box.from()), null, LocalDate.ofEpochDay(box.first()));
    }

    /** A quantity of the product's own unit in the unit of the line, cut where that has no end. */
    private BigDecimal told(BigDecimal own) {
        Measures.Ratio ratio = product.measures().ratio(product.unit(), unit);
        return own.multiply(ratio.numerator()).divide(ratio.denominator(), Quantity.MAX_SCALE, RoundingMode.DOWN);
    }

    /** The least quantity of a grid of the line's unit that is not below one of the product's own unit. */
    BigDecimal told(BigDecimal own, Grid grid) {
        Measures.Ratio ratio = product.measures().ratio(unit, product.unit());
        return grid.over(own.multiply(ratio.denominator()), ratio.numerator());
    }

    Witness witness(BigDecimal quantity, @Nullable BigDecimal more, LocalDate day) {
        return new Witness(
                book.id(),
                product.id(),
                unit.equals(product.unit()) ? null : unit,
                Quantity.of(quantity),
                more == null ? null : Quantity.of(more),
                day,
                buyer);
    }

    /** The quantities that can be ordered: multiples of a step, more than nothing. */
    record Grid(BigDecimal step) {

        private static final BigDecimal FINEST = BigDecimal.ONE.movePointLeft(Quantity.MAX_SCALE);

        /** In the product's own unit. */
        static Grid of(Product product) {
            Quantity increment = product.measures().increment();
            return new Grid(increment == null ? FINEST : increment.value());
        }

        /** In this unit of the product: what both the increment and 6 decimals can tell. */
        static Grid of(Product product, String unit) {
            Quantity increment = product.measures().increment();
            if (increment == null || unit.equals(product.unit())) {
                return of(product);
            }
            Measures.Ratio ratio = product.measures().ratio(product.unit(), unit);
            BigInteger above = micros(increment.value().multiply(ratio.numerator()));
            BigInteger below = micros(ratio.denominator());
            BigInteger shared = above.gcd(below);
            BigInteger million = BigInteger.TEN.pow(Quantity.MAX_SCALE);
            // the least multiple of above / below that is a multiple of a millionth as well
            return new Grid(new BigDecimal(above.divide(shared))
                    .divide(new BigDecimal(below.divide(shared).gcd(million))));
        }

        private static BigInteger micros(BigDecimal number) {
            return number.movePointRight(4 * Quantity.MAX_SCALE).toBigIntegerExact();
        }

        /** The least of them that is not below the bound. */
        BigDecimal ceil(BigDecimal bound) {
            return over(bound, BigDecimal.ONE);
        }

        /** The least of them that is not below the quotient. */
        BigDecimal over(BigDecimal dividend, BigDecimal divisor) {
            BigDecimal steps = dividend.divide(divisor.multiply(step), 0, RoundingMode.CEILING);
            return steps.max(BigDecimal.ONE).multiply(step);
        }

        /** The one before. */
        BigDecimal before(BigDecimal point) {
            return point.subtract(step);
        }

        /** The one after the greatest that is not above the bound. */
        BigDecimal after(BigDecimal bound) {
            BigDecimal steps = bound.divide(step, 0, RoundingMode.FLOOR);
            return steps.add(BigDecimal.ONE).multiply(step);
        }
    }

    /**
     * Days and quantities: every quantity on every day. Never empty.
     *
     * @param first the first day, as days since 1970
     * @param end the day it ends before
     * @param from the least quantity, one that can be ordered
     * @param below the quantity it ends before, one that can be ordered; absent where it has no end
     */
    record Box(
            long first, long end, BigDecimal from, @Nullable BigDecimal below) {

        static @Nullable Box of(long first, long end, BigDecimal from, @Nullable BigDecimal below) {
            return first < end && (below == null || from.compareTo(below) < 0)
                    ? new Box(first, end, from, below)
                    : null;
        }

        @Nullable
        Box and(Box other) {
            return of(
                    Math.max(first, other.first),
                    Math.min(end, other.end),
                    from.max(other.from),
                    below == null ? other.below : other.below == null ? below : below.min(other.below));
        }

        /** What is left without the other one: at most four boxes that have nothing in common. */
        void without(Box other, List<Box> rest) {
            Box both = and(other);
            if (both == null) {
                rest.add(this);
                return;
            }
            add(rest, of(first, both.first, from, below));
            add(rest, of(both.end, end, from, below));
            add(rest, of(both.first, both.end, from, both.from));
            if (both.below != null) {
                add(rest, of(both.first, both.end, both.below, below));
            }
        }

        /** What is left of the boxes without another one. */
        static List<Box> without(List<Box> boxes, Box other) {
            List<Box> rest = new ArrayList<>(boxes.size() + 3);
            boxes.forEach(box -> box.without(other, rest));
            return rest;
        }

        static List<Box> and(List<Box> some, List<Box> others) {
            List<Box> common = new ArrayList<>();
            for (Box one : some) {
                others.forEach(other -> add(common, one.and(other)));
            }
            return common;
        }

        static void add(List<Box> boxes, @Nullable Box box) {
            if (box != null) {
                boxes.add(box);
            }
        }
    }
}
