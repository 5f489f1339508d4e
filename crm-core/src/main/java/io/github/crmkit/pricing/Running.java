package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The price of a line while it is being made: an exact number for so many units, and the steps so far where they are asked
 * for. Belongs to one thread.
 */
final class Running {

    /** A price has more digits than can be kept; caught where the line is priced. */
    static final class OutOfRange extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private OutOfRange() {
            super("a price out of range", null, false, false);
        }
    }

    private static final int MAX_DIGITS = 18;

    private final @Nullable List<PriceStep> steps;
    private CurrencyUnit currency;
    private @Nullable BigDecimal value;
    private BigDecimal per = BigDecimal.ONE;
    private @Nullable UnitPrice shown;

    Running(CurrencyUnit currency, boolean proves) {
        this.currency = currency;
        this.steps = proves ? new ArrayList<>() : null;
    }

    private Running(Running other) {
        this.currency = other.currency;
        this.value = other.value;
        this.per = other.per;
        this.shown = other.shown;
        this.steps = other.steps == null ? null : new ArrayList<>(other.steps);
    }

    /** Where this one stands, to go on from there in another way. */
    Running fork() {
        return new Running(this);
    }

    /** Where this one stands, without its steps. */
    Running silent() {
        Running silent = new Running(currency, false);
        silent.value = value;
        silent.per = per;
        return silent;
    }

    /** Goes on from where the other one stands. */
    void take(Running other) {
        currency = other.currency;
        value = other.value;
        per = other.per;
        shown = other.shown;
        if (steps != null && other.steps != null) {
            steps.clear();
            steps.addAll(other.steps);
        }
    }

    /** Forgets everything, to start in this currency. */
    void restart(CurrencyUnit in) {
        currency = in;
        value = null;
        per = BigDecimal.ONE;
        shown = null;
        if (steps != null) {
            steps.clear();
        }
    }

    boolean proves() {
        return steps != null;
    }

    boolean isAbsent() {
        return value == null;
    }

    BigDecimal value() {
        if (value == null) {
            throw new IllegalStateException("there is no price yet");
        }
        return value;
    }

    BigDecimal per() {
        return per;
    }

    CurrencyUnit currency() {
        return currency;
    }

    List<PriceStep> steps() {
        return steps == null ? List.of() : steps;
    }

    /**
     * The next price, for as many units as the one before.
     *
     * @throws OutOfRange where it has more digits than a price can have
     */
    void become(BigDecimal next) {
        if (next.precision() - next.scale() > MAX_DIGITS) {
            throw new OutOfRange();
        }
        value = next;
    }

    /** The next price, for so many units; refused as by {@link #become(BigDecimal)}. */
    void become(BigDecimal next, BigDecimal units) {
        become(next);
        per = units;
    }

    /** The next price, for as many units, in another currency; refused as by {@link #become(BigDecimal)}. */
    void become(BigDecimal next, CurrencyUnit in) {
        become(next);
        currency = in;
    }

    /** Tells the step that led to the price as it is now; asked for only where steps are kept. */
    void tell(PriceStep.Kind kind, @Nullable EntityRef source, @Nullable String name, String operand) {
        if (steps != null) {
            UnitPrice after = UnitPrice.of(currency, six(value()));
            steps.add(new PriceStep(kind, source, name, operand, shown, after, Quantity.of(per)));
            shown = after;
        }
    }

    /** Brings the price to one unit. */
    void each() {
        if (per.compareTo(BigDecimal.ONE) != 0) {
            String units = proves() ? per.toPlainString() : "";
            become(value().divide(per, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL), BigDecimal.ONE);
            tell(PriceStep.Kind.EACH, null, null, units);
        }
    }

    static BigDecimal six(BigDecimal exact) {
        return exact.scale() <= UnitPrice.MAX_SCALE ? exact : exact.setScale(UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }
}
