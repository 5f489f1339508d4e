package io.github.crmkit.jdbc.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values of the current row of a result, by position from 1; each is null where it is absent. */
public final class Cells {

    private final ResultSet result;

    Cells(ResultSet result) {
        this.result = result;
    }

    /** Reads a text. */
    public @Nullable String text(int at) {
        try {
            return result.getString(at);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads a whole number. */
    public @Nullable Long number(int at) {
        try {
            long value = result.getLong(at);
            return value == 0 && result.wasNull() ? null : Long.valueOf(value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads a whole number, or this one where it is absent. */
    public long numberOr(int at, long absent) {
        try {
            long value = result.getLong(at);
            return value == 0 && result.wasNull() ? absent : value;
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads a decimal number. */
    public @Nullable BigDecimal decimal(int at) {
        try {
            return result.getBigDecimal(at);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads a truth value. */
    public @Nullable Boolean bool(int at) {
        try {
            boolean value = result.getBoolean(at);
            return !value && result.wasNull() ? null : Boolean.valueOf(value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads bytes. */
    public byte @Nullable [] bytes(int at) {
        try {
            return result.getBytes(at);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Reads a value of a class that the driver knows: a java.time value or a UUID. */
    public <V> @Nullable V object(int at, Class<V> type) {
        try {
            return result.getObject(at, type);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }
}
