package io.github.crmkit.person;

import io.github.crmkit.kernel.CodePoints;
import io.github.crmkit.kernel.Violations;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number, kept as given without the spaces around it. Compare and look up by {@link #digits()}.
 *
 * <p>Accepted are 3 to 20 digits (of any script) with spaces, hyphens and dashes, dots, slashes and brackets between
 * them, one plus sign before the first digit, and an extension of 1 to 8 digits behind {@code x}, {@code ext},
 * {@code extn}, {@code #} or the Thai {@code ต่อ}; at most 40 characters in all (UTF-16 units). No country is assumed:
 * 02 123 4567 and +66 2 123 4567 are different numbers here.
 *
 * @param raw the number as given, stripped
 */
public record PhoneNumber(String raw) {

    /** The longest number, in UTF-16 units, inclusive. */
    public static final int MAX_LENGTH = 40;

    private static final int MIN_DIGITS = 3;
    private static final int MAX_DIGITS = 20;
    private static final Pattern SHAPE = Pattern.compile(
            "(?<number>[(]?[+]?[\\p{Nd}\\p{Zs}\\p{Pd}./()]+)(?:(?:x|extn?\\.?|#|ต่อ)\\p{Zs}?(?<extension>\\p{Nd}{1,8}))?",
            Pattern.CASE_INSENSITIVE);

    /** @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} says */
    public PhoneNumber {
        Violations problems = new Violations();
        check(raw, "", problems);
        problems.throwIfAny("phone number");
        raw = raw.strip();
    }

    /** Notes {@code phone-number} unless the text is absent or can be a telephone number. Takes linear time. */
    public static void check(@Nullable String text, String path, Violations problems) {
        problems.require(text == null || isNumber(text), path, "phone-number", "must be a telephone number");
    }

    /**
     * The form to compare by: ASCII digits only, with the plus sign in front where one was given, without the extension.
     */
    public String digits() {
        return digits(shape(raw).group("number"));
    }

    /** The extension in ASCII digits; absent where none was given. */
    public Optional<String> extension() {
        return Optional.ofNullable(shape(raw).group("extension")).map(PhoneNumber::digits);
    }

    /** Whether the number names its country: it was given with a plus sign. */
    public boolean isInternational() {
        return digits().startsWith("+");
    }

    private static boolean isNumber(String text) {
        String number = text.strip();
        if (number.length() > MAX_LENGTH || !CodePoints.all(text, c -> !Character.isISOControl(c))) {
            return false;
        }
        int digits = digitsOfPlain(number);
        if (digits < 0) {
            Matcher shape = SHAPE.matcher(number);
            digits = shape.matches()
                    ? (int) shape.group("number")
                            .codePoints()
                            .filter(Character::isDigit)
                            .count()
                    : 0;
        }
        return digits >= MIN_DIGITS && digits <= MAX_DIGITS;
    }

    /** How many digits a number has that is of ASCII and without an extension, as most are; negative for any other. */
    private static int digitsOfPlain(String number) {
        int digits = 0;
        int start = number.startsWith("(") ? 1 : 0;
        for (int i = start; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" -./()".indexOf(c) < 0 && !(c == '+' && i == start)) {
                return -1;
            }
        }
        return digits;
    }

    private static Matcher shape(String number) {
        Matcher shape = SHAPE.matcher(number);
        if (!shape.matches()) {
            throw new IllegalStateException("a phone number keeps the shape it was accepted with");
        }
        return shape;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.indexOf('+') >= 0 ? "+" : "");
        number.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}
