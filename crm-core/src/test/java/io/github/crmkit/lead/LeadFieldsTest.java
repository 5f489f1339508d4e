package io.github.crmkit.lead;

import static io.github.crmkit.lead.SampleLead.aBareLead;
import static io.github.crmkit.lead.SampleLead.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.query.Field;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadFieldsTest {

    @Test
    void the_fields_tell_everything_about_a_lead() {
        assertThat(told(aLead().score(80)
                        .reference("L-1")
                        .unqualified("no budget")
                        .lead()))
                .isEqualTo("""
                        company: Siam Tiles
                        givenName: Anong
                        familyName: Srisai
                        email: anong@siamtiles.example
                        phone: +6621234567
                        source: TRADE_FAIR
                        status: UNQUALIFIED
                        statusReason: no budget
                        score: 80
                        owner: 018f0000-0000-7000-8000-00000000c0de
                        reference: L-1
                        convertedAt: null
                        createdAt: 2026-03-02T02:00:00.123456Z
                        """);
    }

    @Test
    void only_fields_that_may_be_absent_are_absent() {
        Lead bare = aBareLead().lead();

        for (Field<Lead, ?> field : LeadFields.ALL) {
            assertThat(field.nullable() || field.plain(bare) != null)
                    .as(field.name())
                    .isTrue();
        }
        assertThat(LeadFields.ALL)
                .filteredOn(Field::nullable)
                .extracting(Field::name)
                .containsExactly(
                        "givenName",
                        "familyName",
                        "email",
                        "phone",
                        "statusReason",
                        "score",
                        "reference",
                        "convertedAt");
    }

    @Test
    void a_score_comes_back_from_its_plain_form() {
        Object plain = LeadFields.SCORE.plain(aLead().score(80).lead());

        assertThat(plain).isEqualTo(80L);
        assertThat(LeadFields.SCORE.type().fromPlain(80L)).isEqualTo(80);
    }

    private static String told(Lead lead) {
        return LeadFields.ALL.stream()
                .map(field -> field.name() + ": " + field.plain(lead) + "\n")
                .collect(Collectors.joining());
    }
}
