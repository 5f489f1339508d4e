package io.github.crmkit.jdbc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets the n-th JDBC call fail, before it reaches the driver or after the driver has done it. For one thread at a time. */
public final class FaultyDataSource extends InterceptedDataSource {

    /** Whether the driver does what it is asked before the call fails. */
    public enum When {
        BEFORE,
        AFTER
    }

    private final Faults faults;

    public FaultyDataSource(DataSource real) {
        this(real, new Faults());
    }

    private FaultyDataSource(DataSource real, Faults faults) {
        super(real, faults);
        this.faults = faults;
    }

    /** From now on the call of this number fails, counted from 1, and all others pass. */
    public void failAt(int number, When when) {
        faults.calls = 0;
        faults.failing = number;
        faults.when = when;
        faults.failed = null;
    }

    /** From now on no call fails. */
    public void heal() {
        failAt(0, When.BEFORE);
    }

    /** The call that failed; null when there were fewer calls than that. */
    public @Nullable String failed() {
        return faults.failed;
    }

    /** How many connections were taken and not given back. */
    public int openConnections() {
        return faults.open;
    }

    private static final class Faults implements Hook {

        /** Calls whose failure tells nothing, because nobody relies on them. */
        private static final Set<String> HARMLESS = Set.of("isClosed", "toString", "hashCode", "equals");

        private int calls;
        private int failing;
        private When when = When.BEFORE;
        private @Nullable String failed;
        private int open;

        @Override
        public @Nullable Object around(Call call, Proceeding proceeding) throws SQLException {
            boolean fails = !HARMLESS.contains(call.method()) && ++calls == failing;
            if (fails) {
                failed = call.on().getSimpleName() + "." + call.method();
            }
            boolean closes = call.is(Connection.class, "close");
            if (fails && when == When.BEFORE && !closes) {
                throw new SQLException("deliberate", "58030");
            }
            Object result = proceeding.proceed();
            if (call.on() == DataSource.class && !fails) {
                open++;
            } else if (closes) {
                open--;
            }
            if (fails) {
                if (call.on() == DataSource.class) {
                    ((Connection) java.util.Objects.requireNonNull(result)).close();
                }
                throw new SQLException("deliberate", "58030");
            }
            return result;
        }
    }
}
