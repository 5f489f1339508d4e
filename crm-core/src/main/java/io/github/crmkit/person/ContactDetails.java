package io.github.crmkit.person;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.merge.Blanks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reach a person. Any of them may be absent.
 *
 * @param email absent where not known
 * @param phone absent where not known
 */
public record ContactDetails(
        @Nullable EmailAddress email, @Nullable PhoneNumber phone) {

    /** Nothing is known. */
    public static ContactDetails none() {
        return new ContactDetails(null, null);
    }

    /**
     * Reads both from text; absent text stays absent.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} says
     */
    public static ContactDetails of(@Nullable String email, @Nullable String phone) {
        Violations problems = new Violations();
        check(email, phone, problems);
        problems.throwIfAny("contact details");
        return new ContactDetails(
                email == null ? null : new EmailAddress(email), phone == null ? null : new PhoneNumber(phone));
    }

    /** Notes {@code email-address} at {@code email} and {@code phone-number} at {@code phone} where they cannot be one. */
    public static void check(@Nullable String email, @Nullable String phone, Violations problems) {
        EmailAddress.check(email, "email", problems);
        PhoneNumber.check(phone, "phone", problems);
    }

    /** The e-mail address in the form to compare by. */
    public Optional<String> normalizedEmail() {
        return Optional.ofNullable(email).map(EmailAddress::normalized);
    }

    /** The phone number in the form to compare by. */
    public Optional<String> phoneDigits() {
        return Optional.ofNullable(phone).map(PhoneNumber::digits);
    }

    /** These details, and the offered ones where they are blank. */
    public ContactDetails fillBlanks(ContactDetails offered, Blanks blanks) {
        return new ContactDetails(
                blanks.fill("email", email, offered.email, EmailAddress::value, EmailAddress::normalized),
                blanks.fill("phone", phone, offered.phone, PhoneNumber::raw, ContactDetails::withExtension));
    }

    /** Two extensions of one number reach two people. */
    private static String withExtension(PhoneNumber number) {
        return number.extension().map(e -> number.digits() + "x" + e).orElseGet(number::digits);
    }
}
