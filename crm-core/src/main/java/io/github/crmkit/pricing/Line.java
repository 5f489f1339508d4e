package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.term.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line that is to be priced: what was asked, of what product, with the quantity that tiers and rules are chosen by. */
final class Line {

    final int index;
    final PriceRequest request;
    final Card card;
    final Product product;
    final String unit;
    final Quantity quantity;
    final LocalDate date;
    /** As {@link #quantity}, pooled with other lines. */
    final Quantity pooled;

    private final Measures measures;
    private final @Nullable Fraction periods;

    /** @param pool what is added to the quantity by other lines, in the product's own unit; 0 for none */
    Line(int index, PriceRequest request, Card card, LocalDate date, BigDecimal pool) {
        this.index = index;
        this.request = request;
        this.card = card;
        this.product = card.product;
        this.measures = product.measures();
        String asked = request.unit();
        this.unit = asked == null ? measures.unit() : asked.strip();
        this.quantity = Quantity.of(request.quantity());
        this.date = date;
        this.periods = request.term() == null ? null : request.term().periods();
        this.pooled =
                pool.signum() == 0 ? quantity : Quantity.of(quantity.value().add(fromOwn(pool)));
    }

    boolean inOwnUnit() {
        return unit.equals(measures.unit());
    }

    /** The pooled quantity in the product's own unit, cut to 6 decimals: no bound of a rule lies between it and the exact one. */
    Quantity inOwn() {
        return inOwnUnit() ? pooled : Quantity.of(toOwn(pooled.value()));
    }

    /** So much of the line's unit in the product's own, cut to 6 decimals. */
    BigDecimal toOwn(BigDecimal units) {
        if (inOwnUnit()) {
            return units;
        }
        Measures.Ratio ratio = measures.ratio(unit, measures.unit());
        return units.multiply(ratio.numerator()).divide(ratio.denominator(), Quantity.MAX_SCALE, RoundingMode.DOWN);
    }

    private BigDecimal fromOwn(BigDecimal units) {
        if (inOwnUnit()) {
            return units;
        }
        Measures.Ratio ratio = measures.ratio(measures.unit(), unit);
        return units.multiply(ratio.numerator()).divide(ratio.denominator(), Quantity.MAX_SCALE, RoundingMode.DOWN);
    }

    /** The units that a price may be told in, in the order in which they are looked for. */
    List<String> units() {
        if (inOwnUnit() && measures.others().isEmpty()) {
            return List.of(unit);
        }
        List<String> units = new ArrayList<>();
        units.add(unit);
        if (!inOwnUnit()) {
            units.add(measures.unit());
        }
        for (UnitFactor other : measures.others()) {
            if (!other.unit().equals(unit)) {
                units.add(other.unit());
            }
        }
        return units;
    }

    /** How many of another unit one of the line's unit is. */
    Measures.Ratio ratioTo(String other) {
        return measures.ratio(unit, other);
    }

    /** Whether the pooled quantity reaches a bound that is told in another unit. */
    boolean reaches(Quantity bound, Measures.@Nullable Ratio ratio) {
        return ratio == null
                ? pooled.compareTo(bound) >= 0
                : pooled.value()
                                .multiply(ratio.numerator())
                                .compareTo(bound.value().multiply(ratio.denominator()))
                        >= 0;
    }

    /** The periods of its term, where it is sold for one. */
    @Nullable
    Fraction periods() {
        return periods;
    }

    /** What a price of one of this unit comes to for one of the line's unit. */
    BigDecimal converted(BigDecimal price, String of) {
        if (of.equals(unit)) {
            return price;
        }
        Measures.Ratio ratio = ratioTo(of);
        return price.multiply(ratio.numerator()).divide(ratio.denominator(), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    /** How many of the product's own unit and of periods one of the line's unit and its term is. */
    Fraction scale() {
        Fraction scale = periods == null ? Fraction.ONE : periods;
        if (inOwnUnit()) {
            return scale;
        }
        Measures.Ratio ratio = ratioTo(measures.unit());
        return scale.times(Fraction.of(ratio.numerator())).dividedBy(Fraction.of(ratio.denominator()));
    }

    /** What an amount for one of the product's own unit and one period comes to for one of the line's unit and its term. */
    BigDecimal scaled(BigDecimal amount) {
        return scaled(amount, measures.unit());
    }

    /** As {@link #scaled(BigDecimal)}, for an amount for one of this unit. */
    BigDecimal scaled(BigDecimal amount, String of) {
        if (periods == null && of.equals(unit)) {
            return amount;
        }
        BigDecimal above = amount;
        BigDecimal below = BigDecimal.ONE;
        if (!of.equals(unit)) {
            Measures.Ratio ratio = ratioTo(of);
            above = above.multiply(ratio.numerator());
            below = below.multiply(ratio.denominator());
        }
        if (periods != null) {
            above = above.multiply(new BigDecimal(periods.numerator()));
            below = below.multiply(new BigDecimal(periods.denominator()));
        }
        return above.divide(below, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL).stripTrailingZeros();
    }
}
