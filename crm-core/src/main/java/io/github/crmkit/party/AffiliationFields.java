package io.github.crmkit.party;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.LocalDate;
import java.util.List;

/** What affiliations may be filtered, sorted and exported by. */
public final class AffiliationFields {

    public static final Field<Affiliation, ContactId> CONTACT =
            Field.id("contact", ContactId::new, Affiliation::contact);

    public static final Field<Affiliation, AccountId> ACCOUNT =
            Field.id("account", AccountId::new, Affiliation::account);

    public static final TextField<Affiliation> ROLE = Field.<Affiliation>text(
                    "role", Affiliation.MAX_ROLE, Affiliation::role)
            .optional();

    /** The first day, inclusive; absent without a beginning. */
    public static final OrderedField<Affiliation, LocalDate> FROM = Field.<Affiliation>date(
                    "from", affiliation -> affiliation.period().from())
            .optional();

    /** The first day that no longer belongs to it, exclusive; absent without an end. */
    public static final OrderedField<Affiliation, LocalDate> UNTIL = Field.<Affiliation>date(
                    "until", affiliation -> affiliation.period().until())
            .optional();

    /** All of them, in this order. */
    public static final List<Field<Affiliation, ?>> ALL = List.of(CONTACT, ACCOUNT, ROLE, FROM, UNTIL);

    private AffiliationFields() {}
}
