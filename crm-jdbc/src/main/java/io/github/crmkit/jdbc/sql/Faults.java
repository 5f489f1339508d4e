package io.github.crmkit.jdbc.sql;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.OutcomeUnknownException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an SQLException means, by its SQLSTATE and vendor code. The class of the exception tells nothing: MariaDB
 * throws a plain one for a lock timeout, PostgreSQL one and the same for everything.
 */
final class Faults {

    /** What happened. */
    enum Kind {
        /** Somebody else was faster: a deadlock, a serialization failure, a lock not granted in time. */
        CONFLICT,
        /** A unique key is taken. */
        DUPLICATE,
        /** The database refused the statement, for sure. */
        REFUSED,
        /** The connection broke, or nobody can say what happened. */
        UNCLEAR
    }

    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int MARIADB_CHANGED_SINCE_READ = 1020;
    private static final int MARIADB_LOCK_TIMEOUT = 1205;
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_DUPLICATE = 1062;
    private static final int MARIADB_DUPLICATE_WITH_KEY = 1586;

    private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01", "55P03");
    private static final Set<String> REFUSED_CLASSES =
            Set.of("0A", "21", "22", "23", "25", "26", "40", "42", "44", "53", "54", "55", "XX");
    private static final String COMPLETION_UNKNOWN = "40003";

    private Faults() {}

    static Kind kind(SQLException fault) {
        String state = state(fault);
        int code = fault.getErrorCode();
        if (CONFLICT_STATES.contains(state) || isConflict(state, code)) {
            return Kind.CONFLICT;
        } else if ("23505".equals(state) || ("23000".equals(state) && isMariaDbDuplicate(code))) {
            return Kind.DUPLICATE;
        } else if (state.length() == 5
                && REFUSED_CLASSES.contains(state.substring(0, 2))
                && !state.equals(COMPLETION_UNKNOWN)) {
            return Kind.REFUSED;
        }
        return Kind.UNCLEAR;
    }

    private static boolean isConflict(String state, int code) {
        return switch (state) {
            case "HYT00" -> code == H2_LOCK_TIMEOUT;
            case "90131" -> code == H2_CONCURRENT_UPDATE;
            case "HY000" ->
                code == MARIADB_LOCK_TIMEOUT || code == MARIADB_CHANGED_SINCE_READ || code == MARIADB_DEADLOCK;
            default -> false;
        };
    }

    private static boolean isMariaDbDuplicate(int code) {
        return code == MARIADB_DUPLICATE || code == MARIADB_DUPLICATE_WITH_KEY;
    }

    /** What a failed statement is to the caller; {@code constraints} tells what it may have violated. */
    static CrmException inStatement(SQLException thrown, @Nullable Constraints constraints) {
        SQLException fault = root(thrown);
        return switch (kind(fault)) {
            case CONFLICT -> conflict(fault);
            case DUPLICATE -> duplicate(fault, constraints);
            case REFUSED, UNCLEAR -> failure("the database refused a statement", fault);
        };
    }

    /** What a failed commit is to the caller: databases that span machines report conflicts only here. */
    static CrmException atCommit(SQLException thrown) {
        SQLException fault = root(thrown);
        return switch (kind(fault)) {
            case CONFLICT -> conflict(fault);
            case DUPLICATE -> duplicate(fault, null);
            case REFUSED -> failure("the database refused to commit", fault);
            case UNCLEAR ->
                new OutcomeUnknownException("the connection failed while committing" + where(fault), safe(fault));
        };
    }

    /** A failure outside any statement. */
    static StorageFailureException failure(String what, SQLException thrown) {
        SQLException fault = root(thrown);
        return new StorageFailureException(what + where(fault), safe(fault));
    }

    private static StaleVersionException conflict(SQLException fault) {
        return new StaleVersionException("somebody else changed the same data first" + where(fault), safe(fault));
    }

    private static CrmException duplicate(SQLException fault, @Nullable Constraints constraints) {
        if (constraints == null) {
            return failure("a unique key is taken", fault);
        }
        return new DuplicateKeyException(
                constraints.type(), constraints.keyNamedIn(constraintPart(fault)), safe(fault));
    }

    /** The part of the message where the constraint is named; the rest quotes what was to be stored. */
    private static String constraintPart(SQLException fault) {
        String message = fault.getMessage() == null ? "" : fault.getMessage();
        if (isMariaDbDuplicate(fault.getErrorCode())) {
            return message.substring(Math.max(0, message.lastIndexOf(" for key ")));
        }
        int end = message.indexOf(fault.getErrorCode() == 0 ? "\n" : " ON ");
        return end < 0 ? message : message.substring(0, end);
    }

    /** A batch hides what went wrong behind an exception of its own. */
    private static SQLException root(SQLException thrown) {
        SQLException fault = thrown;
        for (int depth = 0; depth < 100 && fault.getNextException() != null; depth++) {
            fault = fault.getNextException();
        }
        return state(fault).isEmpty() ? thrown : fault;
    }

    /** What a database says of wrong or duplicate values quotes them, which has no place in a log. */
    private static SQLException safe(SQLException fault) {
        String state = state(fault);
        if (!state.startsWith("22") && !state.startsWith("23")) {
            return fault;
        }
        SQLException cause = new SQLException("message left out: it quotes values", state, fault.getErrorCode());
        cause.setStackTrace(fault.getStackTrace());
        return cause;
    }

    private static String where(SQLException fault) {
        return " (SQLSTATE " + state(fault) + ", code " + fault.getErrorCode() + ")";
    }

    private static String state(SQLException fault) {
        return fault.getSQLState() == null ? "" : fault.getSQLState();
    }
}
