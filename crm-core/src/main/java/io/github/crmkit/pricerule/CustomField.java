package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host's own fact about a line or its customer that conditions may ask for. Its value comes with the
 * {@link PricingContext.Customer}, and may be absent.
 *
 * @param name in lower camel case, at most {@value #MAX_NAME} characters
 * @param kind what its values are
 * @param size the longest text in UTF-16 units, or the number of decimals; 0 for the other kinds
 */
public record CustomField(String name, Kind kind, int size) {

    /** The longest name. */
    public static final int MAX_NAME = 60;

    /** The longest text. */
    public static final int MAX_TEXT = 1_000;

    /** The most decimals. */
    public static final int MAX_DECIMALS = 6;

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** What kind of value a field has, and the class of its values. */
    public enum Kind {
        TEXT(String.class),
        INTEGER(Long.class),
        DECIMAL(BigDecimal.class),
        BOOLEAN(Boolean.class),
        DATE(LocalDate.class);

        private final Class<?> values;

        Kind(Class<?> values) {
            this.values = values;
        }
    }

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public CustomField {
        Violations problems = new Violations();
        problems.require(
                name.length() <= MAX_NAME && NAME.matcher(name).matches(),
                "name",
                "camel-case",
                "must be lower camel case of at most " + MAX_NAME + " characters");
        int least = kind == Kind.TEXT ? 1 : 0;
        int most = kind == Kind.TEXT ? MAX_TEXT : kind == Kind.DECIMAL ? MAX_DECIMALS : 0;
        problems.require(size >= least && size <= most, "size", "out-of-range", "must be " + least + " to " + most);
        problems.throwIfAny("custom field");
    }

    /** A text of at most so many UTF-16 units. */
    public static CustomField text(String name, int maxLength) {
        return new CustomField(name, Kind.TEXT, maxLength);
    }

    /** A whole number: a {@link Long}. */
    public static CustomField integer(String name) {
        return new CustomField(name, Kind.INTEGER, 0);
    }

    /** A {@link BigDecimal} with at most so many decimals. */
    public static CustomField decimal(String name, int decimals) {
        return new CustomField(name, Kind.DECIMAL, decimals);
    }

    /** A truth value. */
    public static CustomField bool(String name) {
        return new CustomField(name, Kind.BOOLEAN, 0);
    }

    /** A date in the organisation's zone. */
    public static CustomField date(String name) {
        return new CustomField(name, Kind.DATE, 0);
    }

    /** The field that conditions name. A value of another class than declared is a {@link ClassCastException} there. */
    Field<PricingContext, ?> field() {
        return switch (kind) {
            case TEXT ->
                Field.<PricingContext>text(name, size, c -> (String) value(c))
                        .folded()
                        .optional();
            case INTEGER ->
                Field.<PricingContext>integer(name, c -> (Long) value(c)).optional();
            case DECIMAL ->
                Field.<PricingContext>decimal(name, size, c -> (BigDecimal) value(c))
                        .optional();
            case BOOLEAN ->
                Field.<PricingContext>bool(name, c -> (Boolean) value(c)).optional();
            case DATE ->
                Field.<PricingContext>date(name, c -> (LocalDate) value(c)).optional();
        };
    }

    private @Nullable Object value(PricingContext context) {
        return context.customer().custom().get(name);
    }

    /** Notes what is wrong with a value of this field. */
    void check(Object value, Violations problems) {
        String path = "custom." + name;
        if (!kind.values.isInstance(value)) {
            problems.add(path, "kind", "must be a " + kind.values.getSimpleName());
        } else if (kind == Kind.TEXT) {
            String text = (String) value;
            problems.require(
                    text.length() <= size && text.indexOf('\0') < 0,
                    path,
                    "size",
                    "must be text of at most " + size + " characters");
        } else if (kind == Kind.DECIMAL) {
            problems.require(
                    ((BigDecimal) value).stripTrailingZeros().scale() <= size,
                    path,
                    "scale",
                    "must have at most " + size + " decimals");
        } else if (kind == Kind.DATE) {
            int year = ((LocalDate) value).getYear();
            problems.require(year >= 1000 && year <= 9999, path, "out-of-range", "must lie in the years 1000 to 9999");
        }
    }
}
