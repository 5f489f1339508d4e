package io.github.crmkit.money;

import io.github.crmkit.kernel.CrmException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** One currency was needed and there were several, or none. Nothing was added or compared. */
public final class CurrencyMismatchException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient List<CurrencyUnit> currencies;

    /** These two do not go together. */
    public CurrencyMismatchException(CurrencyUnit one, CurrencyUnit other) {
        this(List.of(one, other));
    }

    /** These do not make up a single currency. */
    public CurrencyMismatchException(Collection<CurrencyUnit> currencies) {
        super("one currency needed, found "
                + (currencies.isEmpty()
                        ? "none"
                        : currencies.stream().map(CurrencyUnit::getCode).collect(Collectors.joining(", "))));
        this.currencies = List.copyOf(currencies);
    }

    /** Refuses two different currencies. */
    static void refuseUnlessEqual(CurrencyUnit one, CurrencyUnit other) {
        if (!one.equals(other)) {
            throw new CurrencyMismatchException(one, other);
        }
    }

    /** The currencies that were found; empty where there was none. */
    public List<CurrencyUnit> currencies() {
        return currencies;
    }

    @Override
    public String code() {
        return "currency-mismatch";
    }
}
