package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What amounts, days and lists of a deal keep to, so that every store can keep them. */
public final class DealRules {

    /** The most decimals that a currency of a deal may have. */
    public static final int MAX_SCALE = 6;

    /** The most digits of an amount before the point. */
    public static final int MAX_INTEGER_DIGITS = 18;

    private DealRules() {}

    /**
     * Notes at the path: {@code amount-negative}, and what {@link #checkSigned} notes. An absent amount is in order.
     */
    public static void checkAmount(@Nullable Money amount, String path, Violations problems) {
        if (amount != null) {
            problems.require(!amount.isNegative(), path, "amount-negative", "must not be negative");
            checkSigned(amount, path, problems);
        }
    }

    /** Notes {@code amount-scale} and {@code amount-range} at the path; the amount may be negative. */
    static void checkSigned(Money amount, String path, Violations problems) {
        problems.require(
                amount.getScale() <= MAX_SCALE,
                path,
                "amount-scale",
                "must be in a currency of at most " + MAX_SCALE + " decimals");
        problems.require(
                amount.getAmount().precision() - amount.getScale() <= MAX_INTEGER_DIGITS,
                path,
                "amount-range",
                "must have at most " + MAX_INTEGER_DIGITS + " digits before the point");
    }

    /** Notes {@code date-range} at the path for a day outside of the years 1000 to 9999; an absent one is in order. */
    public static void checkDay(@Nullable LocalDate day, String path, Violations problems) {
        boolean possible = day == null || (day.getYear() >= 1000 && day.getYear() <= 9999);
        problems.require(possible, path, "date-range", "must lie in the years 1000 to 9999");
    }

    static void checkSize(List<?> list, int most, String path, Violations problems) {
        problems.require(list.size() <= most, path, "too-many", "must be at most " + most);
    }

    /** The text without the spaces around it; nothing where a caller from outside gave none, which is refused later. */
    static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
