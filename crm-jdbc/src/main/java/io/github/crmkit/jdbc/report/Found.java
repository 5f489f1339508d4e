package io.github.crmkit.jdbc.report;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Cells;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a report's result, read from left to right. */
public final class Found {

    private final Dialect dialect;
    private final Cells cells;
    private int at;

    Found(Dialect dialect, Cells cells) {
        this.dialect = dialect;
        this.cells = cells;
    }

    /** The next column, an id that may be absent. */
    public @Nullable UUID idOrNull() {
        return dialect.readId(cells, ++at);
    }

    /** The next column, an id. */
    public UUID id() {
        return Objects.requireNonNull(idOrNull());
    }

    /** The next column, a text that may be absent. */
    public @Nullable String textOrNull() {
        return cells.text(++at);
    }

    /** The next column, a whole number that may be absent. */
    public @Nullable Long numberOrNull() {
        return cells.number(++at);
    }

    /** The next column, a whole number, or this one where it is absent. */
    public long numberOr(long absent) {
        return cells.numberOr(++at, absent);
    }

    /** The next column, a whole number. */
    public long number() {
        return Objects.requireNonNull(numberOrNull());
    }

    /** The next column, a decimal as the database computed it, that may be absent. */
    public @Nullable BigDecimal decimalOrNull() {
        return cells.decimal(++at);
    }
}
