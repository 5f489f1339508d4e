package io.github.crmkit.person;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called. A person with a single name, as is common in Thai and Malay data, has it as the family name
 * and no given name. Spaces around the parts are dropped, everything else is kept as given.
 *
 * @param givenName absent for a single name; otherwise plain text of 1 to 100 characters (UTF-16 units)
 * @param familyName the family name or the single name: plain text of 1 to 100 characters
 */
public record PersonName(@Nullable String givenName, String familyName) {

    /** The longest part, in UTF-16 units, inclusive. */
    public static final int MAX_LENGTH = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} says */
    public PersonName {
        Violations problems = new Violations();
        check(givenName, familyName, "", problems);
        problems.throwIfAny("person name");
        givenName = givenName == null ? null : givenName.strip();
        familyName = familyName.strip();
    }

    /** A given name and a family name. */
    public static PersonName of(String givenName, String familyName) {
        return new PersonName(givenName, familyName);
    }

    /** A single name. */
    public static PersonName single(String name) {
        return new PersonName(null, name);
    }

    /**
     * Notes what is wrong with the parts of a name: {@code not-null} for a missing family name, {@code plain-text} for a
     * part that is blank, too long, or has control characters or unpaired surrogates.
     *
     * @param path where the name stands; the parts are found under it
     */
    public static void check(
            @Nullable String givenName, @Nullable String familyName, String path, Violations problems) {
        if (givenName != null) {
            checkPart(givenName, path, "givenName", problems);
        }
        if (familyName == null) {
            add(path, "familyName", "not-null", "must be given", problems);
        } else {
            checkPart(familyName, path, "familyName", problems);
        }
    }

    /** The given name; absent for a single name. */
    public Optional<String> given() {
        return Optional.ofNullable(givenName);
    }

    /** Whether this is a single name. */
    public boolean isSingle() {
        return givenName == null;
    }

    /** The full name, given name first. */
    public String display() {
        return display(NameOrder.GIVEN_FIRST);
    }

    /** The full name in this order, parts separated by one space. */
    public String display(NameOrder order) {
        if (givenName == null) {
            return familyName;
        }
        return order == NameOrder.GIVEN_FIRST ? givenName + " " + familyName : familyName + " " + givenName;
    }

    private static void checkPart(String part, String path, String component, Violations problems) {
        if (!PlainTextValidator.isPlain(part, MAX_LENGTH, false)) {
            String message = "must be plain text of 1 to " + MAX_LENGTH + " characters";
            add(path, component, "plain-text", message, problems);
        }
    }

    private static void add(String path, String component, String code, String message, Violations problems) {
        Violation violation = new Violation(component, code, message);
        Violation placed = path.isEmpty() ? violation : violation.under(path);
        problems.add(placed.path(), placed.code(), placed.message());
    }
}
