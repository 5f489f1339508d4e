package io.github.crmkit.person;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address of a person or an organisation, kept as given without the spaces around it. Compare and look up by
 * {@link #normalized()}.
 *
 * <p>Accepted is what people use: a local part of letters, digits, {@code !#$%&'*+-/=?^_`{|}~} and single dots within,
 * at most 64 characters, and a domain of at least two labels of letters, digits and inner hyphens, each at most 63
 * characters, the last one not a number; at most 254 characters in all (UTF-16 units). Letters of any script count.
 * Quoted local parts, address literals, comments and display names are refused. Whether mail arrives is not known.
 *
 * @param value the address as given, stripped
 */
public record EmailAddress(String value) {

    /** The longest address, in UTF-16 units, inclusive. */
    public static final int MAX_LENGTH = 254;

    /** Spaces around an address are forgiven, but not without end. */
    private static final int MAX_TEXT = 2 * MAX_LENGTH;

    private static final int MAX_LOCAL = 64;
    private static final int MAX_LABEL = 63;
    private static final String MARKS = "!#$%&'*+-/=?^_`{|}~";

    /** @throws RuleViolationsException as {@link #check} says */
    public EmailAddress {
        Violations problems = new Violations();
        check(value, "", problems);
        problems.throwIfAny("e-mail address");
        value = value.strip();
    }

    /** Notes {@code email-address} unless the text is absent or can be an e-mail address. Takes linear time. */
    public static void check(@Nullable String text, String path, Violations problems) {
        problems.require(text == null || isAddress(text), path, "email-address", "must be an e-mail address");
    }

    /**
     * The form to compare by: composed (Unicode NFC) and in lower case, independent of language. The local part is
     * lowered too, as nobody keeps two people apart by it.
     */
    public String normalized() {
        return normalized(value);
    }

    /** What stands before the at sign, as given. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** What stands behind the at sign, normalised: the organisation, as far as a mail domain tells it. */
    public String domain() {
        String normal = normalized();
        return normal.substring(normal.indexOf('@') + 1);
    }

    private static String normalized(String address) {
        return Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isAddress(String text) {
        if (text.length() > MAX_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            return false;
        }
        String address = text.strip();
        // Lower case and composition lengthen a few letters, and the normal form must be an address as well.
        return isWellFormed(address) && isWellFormed(normalized(address));
    }

    private static boolean isWellFormed(String address) {
        int at = address.indexOf('@');
        return at > 0
                && address.length() <= MAX_LENGTH
                && isLocalPart(address.substring(0, at))
                && isDomain(address.substring(at + 1));
    }

    private static boolean isLocalPart(String local) {
        return local.length() <= MAX_LOCAL
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(c -> c == '.' || MARKS.indexOf(c) >= 0 || isLetterOrDigit(c));
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        String last = labels[labels.length - 1];
        return labels.length >= 2
                && Arrays.stream(labels).allMatch(EmailAddress::isLabel)
                && !last.codePoints().allMatch(Character::isDigit);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.codePoints().allMatch(c -> c == '-' || isLetterOrDigit(c));
    }

    /** Marks belong to the letters of many scripts: a Thai vowel sign, an accent that was not composed. */
    private static boolean isLetterOrDigit(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
