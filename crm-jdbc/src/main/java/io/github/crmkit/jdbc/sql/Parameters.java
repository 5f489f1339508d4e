package io.github.crmkit.jdbc.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of one statement, by position from 1. Lives as long as the statement is being bound. */
public final class Parameters {

    private final PreparedStatement statement;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Binds a text. */
    public void text(int at, String value) {
        try {
            statement.setString(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds a whole number. */
    public void number(int at, long value) {
        try {
            statement.setLong(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds a decimal number. */
    public void decimal(int at, BigDecimal value) {
        try {
            statement.setBigDecimal(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds a truth value. */
    public void bool(int at, boolean value) {
        try {
            statement.setBoolean(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds bytes. */
    public void bytes(int at, byte[] value) {
        try {
            statement.setBytes(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds a value whose class the driver knows: a java.time value or a UUID. */
    public void object(int at, Object value) {
        try {
            statement.setObject(at, value);
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }

    /** Binds an absent value of a type of {@link java.sql.Types}, with the database's own name for it where it needs one. */
    public void absent(int at, int jdbcType, @Nullable String typeName) {
        try {
            if (typeName == null) {
                statement.setNull(at, jdbcType);
            } else {
                statement.setNull(at, jdbcType, typeName);
            }
        } catch (SQLException e) {
            throw new JdbcFault(e);
        }
    }
}
