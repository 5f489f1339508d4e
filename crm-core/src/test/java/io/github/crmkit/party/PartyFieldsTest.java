package io.github.crmkit.party;

import static io.github.crmkit.party.SampleAccount.aBareAccount;
import static io.github.crmkit.party.SampleAccount.anAccount;
import static io.github.crmkit.party.SampleContact.aBareContact;
import static io.github.crmkit.party.SampleContact.aContact;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.query.Field;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartyFieldsTest {

    @Test
    void the_fields_tell_everything_about_an_account() {
        assertThat(told(AccountFields.ALL, anAccount().reference("A-1").account()))
                .isEqualTo("""
                        name: Siam Tiles
                        industry: Building materials
                        website: https://siamtiles.example
                        phone: +6621234567
                        country: Thailand
                        owner: 018f0000-0000-7000-8000-00000000c0de
                        reference: A-1
                        group: Wholesale
                        territory: Bangkok
                        createdAt: 2026-03-02T02:00:00.123456Z
                        """);
    }

    @Test
    void the_fields_tell_everything_about_a_contact() {
        assertThat(told(
                        ContactFields.ALL,
                        aContact()
                                .details(ContactDetails.of("Anong@SiamTiles.example", "+66 81 123 4567"))
                                .reference("C-1")
                                .contact()))
                .isEqualTo("""
                        givenName: Anong
                        familyName: Srisai
                        fullName: Anong Srisai
                        email: anong@siamtiles.example
                        phone: +66811234567
                        title: Purchasing manager
                        owner: 018f0000-0000-7000-8000-00000000c0de
                        reference: C-1
                        createdAt: 2026-03-02T02:00:00.123456Z
                        """);
    }

    @Test
    void the_fields_tell_everything_about_an_affiliation() {
        Affiliation affiliation = new Affiliation(
                new AffiliationId(new UUID(0, 1)),
                Stamp.first(SampleAccount.CREATED_AT, SampleAccount.OWNER),
                new ContactId(new UUID(0, 2)),
                new AccountId(new UUID(0, 3)),
                "Buyer",
                DateRange.ofDays(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)));

        assertThat(told(AffiliationFields.ALL, affiliation)).isEqualTo("""
                        contact: 00000000-0000-0000-0000-000000000002
                        account: 00000000-0000-0000-0000-000000000003
                        role: Buyer
                        from: 2026-05-01
                        until: 2026-06-01
                        """);
    }

    @Test
    void only_fields_that_may_be_absent_are_absent() {
        assertThat(absent(AccountFields.ALL, aBareAccount().account()))
                .containsExactly("industry", "website", "phone", "country", "reference", "group", "territory")
                .isEqualTo(nullable(AccountFields.ALL));
        assertThat(absent(ContactFields.ALL, aBareContact().contact()))
                .containsExactly("givenName", "email", "phone", "title", "reference")
                .isEqualTo(nullable(ContactFields.ALL));
    }

    private static <T> List<String> absent(List<Field<T, ?>> fields, T entity) {
        return fields.stream()
                .filter(f -> f.plain(entity) == null)
                .map(Field::name)
                .toList();
    }

    private static <T> List<String> nullable(List<Field<T, ?>> fields) {
        return fields.stream().filter(Field::nullable).map(Field::name).toList();
    }

    private static <T> String told(List<Field<T, ?>> fields, T entity) {
        return fields.stream()
                .map(field -> field.name() + ": " + field.plain(entity) + "\n")
                .collect(Collectors.joining());
    }
}
