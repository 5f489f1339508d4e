package io.github.crmkit.party;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What contacts may be filtered, sorted and exported by. */
public final class ContactFields {

    /** Absent for a single name. */
    public static final TextField<Contact> GIVEN_NAME = Field.<Contact>text(
                    "givenName",
                    PersonName.MAX_LENGTH,
                    contact -> contact.name().givenName())
            .optional();

    /** The family name or the single name. */
    public static final TextField<Contact> FAMILY_NAME = Field.<Contact>text(
                    "familyName",
                    PersonName.MAX_LENGTH,
                    contact -> contact.name().familyName())
            .folded();

    /** Given name and family name with one space between them. */
    public static final TextField<Contact> FULL_NAME = Field.<Contact>text(
                    "fullName",
                    2 * PersonName.MAX_LENGTH + 1,
                    contact -> contact.name().display())
            .folded();

    /** The normalised e-mail address: compare it with {@link EmailAddress#normalized()}. */
    public static final TextField<Contact> EMAIL = Field.<Contact>text(
                    "email",
                    EmailAddress.MAX_LENGTH,
                    contact -> contact.details().normalizedEmail().orElse(null))
            .optional();

    /** The digits of the phone number: compare it with {@link PhoneNumber#digits()}. */
    public static final TextField<Contact> PHONE = Field.<Contact>text(
                    "phone",
                    PhoneNumber.MAX_LENGTH,
                    contact -> contact.details().phoneDigits().orElse(null))
            .optional();

    public static final TextField<Contact> TITLE =
            Field.<Contact>text("title", Contact.MAX_TITLE, Contact::title).optional();

    public static final Field<Contact, UserId> OWNER = Field.id("owner", UserId::new, Contact::owner);

    public static final TextField<Contact> REFERENCE = Field.<Contact>text(
                    "reference", Contact.MAX_REFERENCE, Contact::reference)
            .optional();

    public static final OrderedField<Contact, Instant> CREATED_AT =
            Field.instant("createdAt", contact -> contact.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Contact, ?>> ALL =
            List.of(GIVEN_NAME, FAMILY_NAME, FULL_NAME, EMAIL, PHONE, TITLE, OWNER, REFERENCE, CREATED_AT);

    private ContactFields() {}
}
