package io.github.crmkit.jdbc.dialect;

/**
 * What a column is declared as, whatever the database calls it.
 *
 * @param kind the family of types
 * @param size characters of a text, digits in total of a decimal; 0 otherwise
 * @param scale decimals of a decimal; 0 otherwise
 */
public record ColumnType(Kind kind, int size, int scale) {

    /** Whole numbers. */
    public static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, 0, 0);

    /** True or false. */
    public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0, 0);

    /** Dates. */
    public static final ColumnType DATE = new ColumnType(Kind.DATE, 0, 0);

    /** Instants in microseconds. */
    public static final ColumnType INSTANT = new ColumnType(Kind.INSTANT, 0, 0);

    /** Ids. */
    public static final ColumnType ID = new ColumnType(Kind.ID, 0, 0);

    /** Texts that are too long to be indexed, JSON among them. */
    public static final ColumnType LONG_TEXT = new ColumnType(Kind.LONG_TEXT, 0, 0);

    /** The families; each has one class of plain value. */
    public enum Kind {
        /** {@code String} */
        TEXT,
        /** {@code String} */
        LONG_TEXT,
        /** {@code Long} */
        INTEGER,
        /** {@code BigDecimal} */
        DECIMAL,
        /** {@code Boolean} */
        BOOLEAN,
        /** {@code LocalDate} */
        DATE,
        /** {@code Instant} */
        INSTANT,
        /** {@code UUID} */
        ID
    }

    /** Texts of at most this many characters. */
    public static ColumnType text(int length) {
        return new ColumnType(Kind.TEXT, length, 0);
    }

    /** Decimals of this many digits in total, of which {@code scale} are decimals. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale);
    }
}
