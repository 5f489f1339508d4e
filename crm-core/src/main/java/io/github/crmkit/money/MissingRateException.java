package io.github.crmkit.money;

import io.github.crmkit.kernel.CrmException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** There is no exchange rate for exactly this pair and day. Nothing was converted: not at 1, not at an older rate. */
public final class MissingRateException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final CurrencyUnit from;
    private final CurrencyUnit to;
    private final LocalDate on;

    public MissingRateException(CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        super("no exchange rate from " + from.getCode() + " to " + to.getCode() + " on " + on);
        this.from = from;
        this.to = to;
        this.on = on;
    }

    /** The currency to convert. */
    public CurrencyUnit from() {
        return from;
    }

    /** The currency that was asked for. */
    public CurrencyUnit to() {
        return to;
    }

    /** The day that was asked for. */
    public LocalDate on() {
        return on;
    }

    @Override
    public String code() {
        return "missing-rate";
    }
}
