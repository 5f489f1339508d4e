package io.github.crmkit.person;

import io.github.crmkit.kernel.CodePoints;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.text.Normalizer;
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
        if (text.length() > MAX_TEXT || !CodePoints.all(text, c -> !Character.isISOControl(c))) {
            return false;
        }
        String address = text.strip();
        // Lower case and composition lengthen a few letters, and the normal form must be an address as well.
        return isWellFormed(address)
                && (CodePoints.all(address, EmailAddress::isAscii) || isWellFormed(normalized(address)));
    }

    private static boolean isWellFormed(String address) {
        int at = address.indexOf('@');
        return at > 0
                && address.length() <= MAX_LENGTH
                && isLocalPart(address, at)
                && isDomain(address, at + 1, address.length());
    }

    private static boolean isLocalPart(String address, int end) {
        int doubled = address.indexOf("..");
        return end <= MAX_LOCAL
                && address.charAt(0) != '.'
                && address.charAt(end - 1) != '.'
                && (doubled < 0 || doubled > end)
                && CodePoints.all(address, 0, end, c -> c == '.' || MARKS.indexOf(c) >= 0 || isLetterOrDigit(c));
    }

    private static boolean isDomain(String address, int start, int end) {
        int label = start;
        for (int dot = address.indexOf('.', start); dot >= 0; dot = address.indexOf('.', label)) {
            if (!isLabel(address, label, dot)) {
                return false;
            }
            label = dot + 1;
        }
        return label > start
                && isLabel(address, label, end)
                && !CodePoints.all(address, label, end, Character::isDigit);
    }

    private static boolean isLabel(String address, int start, int end) {
        return start < end
                && end - start <= MAX_LABEL
                && address.charAt(start) != '-'
                && address.charAt(end - 1) != '-'
                && CodePoints.all(address, start, end, c -> c == '-' || isLetterOrDigit(c));
    }

    private static boolean isAscii(int codePoint) {
        return codePoint < 0x80;
    }

    /** Marks belong to the letters of many scripts: a Thai vowel sign, an accent that was not composed. */
    private static boolean isLetterOrDigit(int codePoint) {
        if (isAscii(codePoint)) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9');
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
