package io.github.crmkit.rulebook;

import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be so for a rule to apply, as far as an index can use it: the quantity, and fields that must have one of a few
 * values. Found in the parts of the condition that must all hold; the condition itself is still asked.
 *
 * @param from the least quantity, inclusive
 * @param below the quantity that it must be less than; absent for no such bound
 * @param pins the fields that must have one of a few values
 */
record Demands(BigDecimal from, @Nullable BigDecimal below, List<Pin> pins) {

    /** The most values of a field under which a rule is found. */
    static final int MAX_VALUES = 16;

    /** The least step between two quantities. */
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(Quantity.MAX_SCALE);

    /**
     * A field that must have one of these plain values.
     *
     * @param values at most {@value Demands#MAX_VALUES}, which differ
     */
    record Pin(Field<PricingContext, ?> field, List<Object> values) {}

    static Demands of(QuantityBand band, Criteria<PricingContext> condition) {
        QuantityRange range = new QuantityRange(band);
        List<Pin> pins = new ArrayList<>();
        for (Criteria<PricingContext> part : conjuncts(condition)) {
            if (part instanceof Criteria.Compare<PricingContext> compare) {
                if (compare.field().equals(PricingFields.QUANTITY)) {
                    range.narrow(compare.operator(), (BigDecimal) compare.value());
                } else if (compare.operator() == Criteria.Operator.EQUAL) {
                    pins.add(new Pin(compare.field(), List.of(compare.value())));
                }
            } else if (part instanceof Criteria.In<PricingContext> in
                    && in.values().size() <= MAX_VALUES) {
                pins.add(new Pin(in.field(), in.values()));
            }
        }
        return new Demands(range.from, range.below, List.copyOf(pins));
    }

    /** Whether no quantity at all is left. */
    boolean isNever() {
        return below != null && from.compareTo(below) >= 0;
    }

    private static List<Criteria<PricingContext>> conjuncts(Criteria<PricingContext> condition) {
        if (!(condition instanceof Criteria.And<PricingContext> and)) {
            return List.of(condition);
        }
        List<Criteria<PricingContext>> all = new ArrayList<>();
        and.parts().forEach(part -> all.addAll(conjuncts(part)));
        return all;
    }

    private static final class QuantityRange {
        private BigDecimal from;
        private @Nullable BigDecimal below;

        QuantityRange(QuantityBand band) {
            from = band.from().value();
            below = band.below() == null ? null : band.below().value();
        }

        void narrow(Criteria.Operator operator, BigDecimal value) {
            switch (operator) {
                case EQUAL -> {
                    atLeast(value);
                    lessThan(value.add(STEP));
                }
                case GREATER -> atLeast(value.add(STEP));
                case GREATER_OR_EQUAL -> atLeast(value);
                case LESS -> lessThan(value);
                case LESS_OR_EQUAL -> lessThan(value.add(STEP));
                case NOT_EQUAL -> {
                    // leaves a range on either side
                }
            }
        }

        private void atLeast(BigDecimal value) {
            from = from.max(value);
        }

        private void lessThan(BigDecimal value) {
            below = below == null ? value : below.min(value);
        }
    }
}
