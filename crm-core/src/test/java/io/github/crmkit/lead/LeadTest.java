package io.github.crmkit.lead;

import static io.github.crmkit.lead.LeadStatus.NURTURING;
import static io.github.crmkit.lead.LeadStatus.QUALIFIED;
import static io.github.crmkit.lead.LeadStatus.UNQUALIFIED;
import static io.github.crmkit.lead.LeadStatus.WORKING;
import static io.github.crmkit.lead.SampleLead.OWNER;
import static io.github.crmkit.lead.SampleLead.aBareLead;
import static io.github.crmkit.lead.SampleLead.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.Option;
import io.github.crmkit.merge.DroppedValue;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LeadTest {

    private static final Instant LATER = Instant.parse("2026-03-03T02:00:00Z");
    private static final List<EntityRef> BECAME =
            List.of(new EntityRef("account", UUID.randomUUID()), new EntityRef("contact", UUID.randomUUID()));

    @Test
    void everything_that_cannot_be_is_refused_at_once() {
        Lead lead = aLead().lead();

        assertThatThrownBy(() -> new Lead(
                        lead.id(),
                        lead.stamp(),
                        " ",
                        null,
                        ContactDetails.none(),
                        LeadSource.WEB,
                        UNQUALIFIED,
                        null,
                        101,
                        OWNER,
                        "a\u0000b",
                        LATER))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly(
                                        "company plain-text",
                                        "reference plain-text",
                                        "score max",
                                        "statusReason reason-required",
                                        "status lead-not-qualified"));
        assertRefused(() -> aLead().score(-1), "score min");
        assertRefused(() -> aLead().company("x".repeat(201)), "company plain-text");
    }

    @Test
    void the_longest_texts_and_the_ends_of_the_score_are_in_order() {
        Lead lead = aLead().company("x".repeat(200))
                .reference("r".repeat(100))
                .score(100)
                .lead();

        assertThat(lead.company()).hasSize(200);
        assertThat(lead.externalReference())
                .hasValueSatisfying(r -> assertThat(r).hasSize(100));
        assertThat(aLead().score(0).lead().score()).isZero();
    }

    @Test
    void spaces_around_texts_are_dropped() {
        assertThat(aLead().company("  Siam Tiles ").lead().company()).isEqualTo("Siam Tiles");
        assertThat(aLead().reference(" L-1 ").lead().reference()).isEqualTo("L-1");
    }

    @Test
    void a_move_keeps_its_reason_and_announces_both_statuses() {
        Change<Lead> change = aLead().working().lead().move(UNQUALIFIED, " no budget ");

        assertThat(change.state().status()).isEqualTo(UNQUALIFIED);
        assertThat(change.state().statusReason()).isEqualTo("no budget");
        assertThat(change.events()).containsExactly(new LeadEvent.Moved(WORKING, UNQUALIFIED, "no budget"));
        assertThat(change.events().get(0).reason()).contains("no budget");
    }

    @Test
    void the_next_move_replaces_the_reason() {
        Lead back = aLead().unqualified("no budget")
                .lead()
                .move(NURTURING, "budget is back")
                .state();

        assertThat(back.statusReason()).isEqualTo("budget is back");
        assertThat(back.move(QUALIFIED).state().statusReason()).isNull();
    }

    @Test
    void a_reason_that_cannot_be_kept_is_refused() {
        Lead lead = aLead().lead();

        assertRefused(() -> lead.move(UNQUALIFIED, " "), "reason plain-text");
        assertRefused(() -> lead.move(UNQUALIFIED, "line\nbreak"), "reason plain-text");
        assertRefused(() -> lead.move(WORKING, "x".repeat(501)), "reason plain-text");
        assertThat(lead.move(UNQUALIFIED, "x".repeat(500)).state().statusReason())
                .hasSize(500);
    }

    @Test
    void asking_for_the_status_it_has_is_no_change() {
        Lead lead = aLead().unqualified("no budget").lead();

        assertThat(lead.move(UNQUALIFIED).isNone()).isTrue();
        assertThat(lead.move(UNQUALIFIED, "another reason").isNone()).isTrue();
    }

    @Test
    void options_say_what_is_possible_and_why_not_the_rest() {
        assertThat(aLead().unqualified("no budget").lead().options())
                .extracting(
                        Option::target,
                        o -> o.reasons().stream().map(Violation::code).toList())
                .containsExactly(
                        tuple(LeadStatus.NEW, List.of("no-transition")),
                        tuple(WORKING, List.of("reason-required")),
                        tuple(NURTURING, List.of("reason-required")),
                        tuple(QUALIFIED, List.of("no-transition")));
        assertThat(aLead().converted().lead().options()).noneMatch(Option::isAllowed);
    }

    @Test
    void only_a_qualified_lead_can_be_converted() {
        assertRefused(() -> aLead().lead().convert(LATER, BECAME), "status lead-not-qualified");
        assertRefused(
                () -> aLead().unqualified("no budget").lead().convert(LATER, BECAME), "status lead-not-qualified");

        Change<Lead> change = aLead().qualified().lead().convert(LATER, BECAME);

        assertThat(change.state().isConverted()).isTrue();
        assertThat(change.state().convertedAt()).isEqualTo(LATER);
        assertThat(change.state().status()).isEqualTo(QUALIFIED);
        assertThat(change.events()).extracting(Event::code).containsExactly(LeadEvent.Converted.CODE);
        assertThat(change.events().get(0).related()).isEqualTo(BECAME);
    }

    @Test
    void a_lead_is_converted_into_something() {
        Lead qualified = aLead().qualified().lead();

        assertThatThrownBy(() -> qualified.convert(LATER, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lead_cannot_be_converted_twice() {
        assertRefused(() -> aLead().converted().lead().convert(LATER, BECAME), " lead-converted");
    }

    @Test
    void nothing_about_a_converted_lead_changes() {
        Lead lead = aLead().converted().lead();
        UserId other = new UserId(UUID.randomUUID());

        assertRefused(() -> lead.assign(other), " lead-converted");
        assertRefused(
                () -> lead.edit("Other", lead.person(), lead.details(), lead.source(), 5, null), " lead-converted");
        assertRefused(() -> lead.fillBlanks(null, ContactDetails.none(), 7), " lead-converted");
    }

    @Test
    void what_already_is_can_be_asked_for_even_of_a_converted_lead() {
        Lead lead = aLead().converted().lead();

        assertThat(lead.assign(lead.owner()).isNone()).isTrue();
        assertThat(lead.edit("Siam Tiles ", lead.person(), lead.details(), lead.source(), null, null)
                        .isNone())
                .isTrue();
        assertThat(lead.fillBlanks(lead.person(), lead.details(), null).change().isNone())
                .isTrue();
    }

    @Test
    void an_edit_replaces_what_is_known_and_nothing_else() {
        Lead lead = aLead().working().lead();

        Change<Lead> change = lead.edit("Thai Tiles", null, ContactDetails.none(), LeadSource.REFERRAL, 80, "L-7");

        assertThat(change.events()).containsExactly(new LeadEvent.Edited());
        assertThat(change.state())
                .isEqualTo(new Lead(
                        lead.id(),
                        lead.stamp(),
                        "Thai Tiles",
                        null,
                        ContactDetails.none(),
                        LeadSource.REFERRAL,
                        WORKING,
                        null,
                        80,
                        OWNER,
                        "L-7",
                        null));
    }

    @Test
    void assigning_announces_the_old_and_the_new_owner() {
        UserId other = new UserId(UUID.randomUUID());

        Change<Lead> change = aLead().lead().assign(other);

        assertThat(change.state().owner()).isEqualTo(other);
        assertThat(change.events()).containsExactly(new LeadEvent.Assigned(OWNER, other));
    }

    @Test
    void blanks_are_filled_and_what_stands_stays() {
        Filled<Lead> bare = aBareLead()
                .lead()
                .fillBlanks(PersonName.single("Malee"), ContactDetails.of("malee@tiles.example", null), 40);

        assertThat(bare.change().state().person()).isEqualTo(PersonName.single("Malee"));
        assertThat(bare.change().state().details().email()).isNotNull();
        assertThat(bare.change().state().score()).isEqualTo(40);
        assertThat(bare.change().events()).containsExactly(new LeadEvent.Filled());
        assertThat(bare.dropped()).isEmpty();

        Filled<Lead> full = aLead().lead()
                .fillBlanks(
                        PersonName.single("Malee"), ContactDetails.of("ANONG@SiamTiles.example", "02 999 9999"), null);

        assertThat(full.change().isNone()).isTrue();
        assertThat(full.dropped())
                .containsExactly(
                        new DroppedValue("person", "Anong Srisai", "Malee"),
                        new DroppedValue("phone", "+66 2 123 4567", "02 999 9999"));
    }

    private static void assertRefused(ThrowingCallable call, String... pathsAndCodes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly(pathsAndCodes));
    }
}
