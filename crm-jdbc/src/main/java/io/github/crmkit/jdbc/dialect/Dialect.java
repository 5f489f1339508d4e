package io.github.crmkit.jdbc.dialect;

import io.github.crmkit.jdbc.sql.Cells;
import io.github.crmkit.jdbc.sql.LiveColumn;
import io.github.crmkit.jdbc.sql.Parameters;
import io.github.crmkit.jdbc.sql.SessionLock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One database's way of saying things. Stateless; implementations are shared by all threads. */
public interface Dialect {

    /** The stable name, in upper case. */
    String name();

    /** Whether this is the database of that product name, as the driver reports it. */
    boolean speaksTo(String product);

    /** The type as DDL has it. */
    default String sqlType(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "varchar(" + type.size() + ")" + collation();
            case LONG_TEXT -> "text" + collation();
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric(" + type.size() + ", " + type.scale() + ")";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamp(6) with time zone";
            case ID -> "uuid";
        };
    }

    /** What follows the type of a text column, with a space before it, so that texts are compared by code point. */
    default String collation() {
        return "";
    }

    /** What follows the closing bracket of a table, with a space before it. */
    default String tableOptions() {
        return "";
    }

    /** Whether the database calls a catalog what others call a schema. */
    default boolean schemaIsCatalog() {
        return false;
    }

    /** Whether a live column is what was declared. */
    default boolean fits(ColumnType declared, LiveColumn live) {
        return switch (declared.kind()) {
            case TEXT -> live.jdbcType() == Types.VARCHAR && live.size() == declared.size();
            case LONG_TEXT -> live.jdbcType() == Types.VARCHAR && live.size() >= 1_000_000;
            case INTEGER -> live.jdbcType() == Types.BIGINT;
            case DECIMAL ->
                (live.jdbcType() == Types.NUMERIC || live.jdbcType() == Types.DECIMAL)
                        && live.size() == declared.size()
                        && live.scale() == declared.scale();
            case BOOLEAN -> live.jdbcType() == Types.BOOLEAN || live.jdbcType() == Types.BIT;
            case DATE -> live.jdbcType() == Types.DATE;
            case INSTANT -> live.typeName().startsWith("timestamp") && live.scale() == 6;
            case ID -> live.typeName().equals("uuid");
        };
    }

    /** Binds a plain value, or its absence, to a parameter that meets a column of this type. */
    default void bind(Parameters to, int at, ColumnType type, @Nullable Object plain) {
        if (plain == null) {
            bindAbsent(to, at, type);
            return;
        }
        switch (type.kind()) {
            case TEXT, LONG_TEXT -> to.text(at, (String) plain);
            case INTEGER -> to.number(at, (Long) plain);
            case DECIMAL -> to.decimal(at, (BigDecimal) plain);
            case BOOLEAN -> to.bool(at, (Boolean) plain);
            case DATE -> to.object(at, plain);
            case INSTANT -> bindInstant(to, at, (Instant) plain);
            case ID -> bindId(to, at, (UUID) plain);
        }
    }

    /** Binds an absent value. */
    default void bindAbsent(Parameters to, int at, ColumnType type) {
        int jdbcType = switch (type.kind()) {
            case TEXT, LONG_TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case DECIMAL -> Types.NUMERIC;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case ID -> Types.OTHER;
        };
        to.absent(at, jdbcType, null);
    }

    /** Binds an instant. */
    default void bindInstant(Parameters to, int at, Instant instant) {
        to.object(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** Binds an id. */
    default void bindId(Parameters to, int at, UUID id) {
        to.object(at, id);
    }

    /** Reads the plain value of a column of this type; null where it is absent. */
    default @Nullable Object read(Cells from, int at, ColumnType type) {
        return switch (type.kind()) {
            case TEXT, LONG_TEXT -> from.text(at);
            case INTEGER -> from.number(at);
            case DECIMAL -> scaled(from.decimal(at), type.scale());
            case BOOLEAN -> from.bool(at);
            case DATE -> from.object(at, LocalDate.class);
            case INSTANT -> readInstant(from, at);
            case ID -> readId(from, at);
        };
    }

    /** Reads an instant. */
    default @Nullable Instant readInstant(Cells from, int at) {
        OffsetDateTime value = from.object(at, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Reads an id. */
    default @Nullable UUID readId(Cells from, int at) {
        return from.object(at, UUID.class);
    }

    /** One key of an ORDER BY, absent values last. */
    default String orderKey(String column, boolean descending, boolean nullable) {
        return column + (descending ? " desc" : "") + (nullable ? " nulls last" : "");
    }

    /**
     * What follows a column in an index, with a space before it, so that absent values lie there where listings have them:
     * last.
     */
    default String absentLast() {
        return " nulls last";
    }

    /**
     * Whether an ORDER BY should begin with the columns that an index has before the sort keys, though they are the same in
     * every row: without them some planners sort instead of walking the index.
     */
    default boolean ordersByWholeIndex() {
        return true;
    }

    /**
     * Whether LIKE finds every text with a given beginning. Where it does not, a range of texts is asked for instead, which
     * needs a collation by code point.
     */
    default boolean likeFindsEveryStart() {
        return true;
    }

    /**
     * How one session keeps others from changing the schema, for longer than a transaction; empty where that is left to
     * Flyway, which then takes connections of its own.
     *
     * @param table a qualified name that stands for the schema's tables; where the lock needs a table, this is it
     */
    default Optional<SessionLock> sessionLock(String table) {
        return Optional.empty();
    }

    /** Whether a list of values is looked up by a key only where the tenant stands beside each of them. */
    default boolean pairsTenantWithListed() {
        return false;
    }

    /** How many ids one statement should name at most. */
    default int idsAtOnce() {
        return 500;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal value, int scale) {
        return value == null || value.scale() == scale ? value : value.setScale(scale, RoundingMode.UNNECESSARY);
    }

    /** H2, embedded or as a server. */
    static Dialect h2() {
        return Dialects.H2;
    }

    /** PostgreSQL and what speaks like it. */
    static Dialect postgresql() {
        return Dialects.POSTGRESQL;
    }

    /** MariaDB. */
    static Dialect mariadb() {
        return Dialects.MARIADB;
    }

    /** The dialects that the library has. */
    static List<Dialect> all() {
        return List.of(Dialects.values());
    }
}
