package io.github.crmkit.lead;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What leads may be filtered, sorted and exported by. */
public final class LeadFields {

    public static final TextField<Lead> COMPANY =
            Field.<Lead>text("company", Lead.MAX_COMPANY, Lead::company).folded();

    /** Absent where no person is known, or the person has a single name. */
    public static final TextField<Lead> GIVEN_NAME = Field.<Lead>text("givenName", PersonName.MAX_LENGTH, lead -> {
                PersonName person = lead.person();
                return person == null ? null : person.givenName();
            })
            .optional();

    /** The family name or the single name; absent where no person is known. */
    public static final TextField<Lead> FAMILY_NAME = Field.<Lead>text("familyName", PersonName.MAX_LENGTH, lead -> {
                PersonName person = lead.person();
                return person == null ? null : person.familyName();
            })
            .optional()
            .folded();

    /** The normalised e-mail address: compare it with {@link EmailAddress#normalized()}. */
    public static final TextField<Lead> EMAIL = Field.<Lead>text(
                    "email",
                    EmailAddress.MAX_LENGTH,
                    lead -> lead.details().normalizedEmail().orElse(null))
            .optional();

    /** The digits of the phone number: compare it with {@link PhoneNumber#digits()}. */
    public static final TextField<Lead> PHONE = Field.<Lead>text(
                    "phone",
                    PhoneNumber.MAX_LENGTH,
                    lead -> lead.details().phoneDigits().orElse(null))
            .optional();

    public static final Field<Lead, LeadSource> SOURCE = Field.constant("source", LeadSource.class, Lead::source);

    public static final Field<Lead, LeadStatus> STATUS = Field.constant("status", LeadStatus.class, Lead::status);

    public static final TextField<Lead> STATUS_REASON = Field.<Lead>text(
                    "statusReason", Lead.MAX_REASON, Lead::statusReason)
            .optional();

    /** 0 to 100; absent where nobody scored the lead. */
    public static final OrderedField<Lead, Integer> SCORE =
            Field.<Lead>smallInteger("score", Lead::score).optional();

    public static final Field<Lead, UserId> OWNER = Field.id("owner", UserId::new, Lead::owner);

    public static final TextField<Lead> REFERENCE =
            Field.<Lead>text("reference", Lead.MAX_REFERENCE, Lead::reference).optional();

    /** Absent while the lead is not converted. */
    public static final OrderedField<Lead, Instant> CONVERTED_AT =
            Field.<Lead>instant("convertedAt", Lead::convertedAt).optional();

    public static final OrderedField<Lead, Instant> CREATED_AT =
            Field.instant("createdAt", lead -> lead.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Lead, ?>> ALL = List.of(
            COMPANY,
            GIVEN_NAME,
            FAMILY_NAME,
            EMAIL,
            PHONE,
            SOURCE,
            STATUS,
            STATUS_REASON,
            SCORE,
            OWNER,
            REFERENCE,
            CONVERTED_AT,
            CREATED_AT);

    private LeadFields() {}
}
