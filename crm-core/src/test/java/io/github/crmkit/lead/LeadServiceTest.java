package io.github.crmkit.lead;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.lead.LeadFields.COMPANY;
import static io.github.crmkit.lead.LeadFields.SCORE;
import static io.github.crmkit.lead.LeadFields.STATUS;
import static io.github.crmkit.lead.LeadSource.TRADE_FAIR;
import static io.github.crmkit.lead.LeadStatus.NEW;
import static io.github.crmkit.lead.LeadStatus.QUALIFIED;
import static io.github.crmkit.lead.LeadStatus.UNQUALIFIED;
import static io.github.crmkit.lead.LeadStatus.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.lead.LeadService.EditLead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.lifecycle.Option;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Leads that come in, are found, moved, edited and converted, each with the trace it leaves. */
class LeadServiceTest {

    private final TestOffice office = TestOffice.open();
    private final LeadService leads = new LeadService(office.deskOf(SOMCHAI));

    @Test
    void a_lead_is_captured_for_the_caller() {
        Lead lead =
                leads.capture(NewLead.of("Siam Tiles").person("Anong", "Srisai").source(TRADE_FAIR));

        assertThat(leads.get(lead.id())).isEqualTo(lead);
        assertThat(lead.status()).isEqualTo(NEW);
        assertThat(lead.owner()).isEqualTo(SOMCHAI);
        assertThat(lead.source()).isEqualTo(TRADE_FAIR);
        assertThat(lead.stamp()).isEqualTo(Stamp.first(OPENING, SOMCHAI));
        assertThat(leads.capture(NewLead.of("Thai Tiles").owner(MALEE)).owner()).isEqualTo(MALEE);
    }

    @Test
    void everything_that_is_wrong_with_a_new_lead_is_said_at_once() {
        NewLead wrong = NewLead.of(" ")
                .person("Anong", "")
                .email("anong at siamtiles")
                .phone("call me")
                .score(101)
                .source(null)
                .reference("x".repeat(101));

        assertRefused(
                () -> leads.capture(wrong),
                "company plain-text",
                "reference plain-text",
                "score max",
                "source not-null",
                "familyName plain-text",
                "email email-address",
                "phone phone-number");
        assertRefused(() -> leads.capture(NewLead.of(null)), "company not-null");
        assertRefused(() -> leads.capture(NewLead.of("Siam Tiles").score(-1)), "score min");
        assertRefused(() -> leads.capture(NewLead.of("Siam Tiles").person("Anong", null)), "familyName not-null");
        assertThat(office.dump(List.of(Leads.TYPE))).isEmpty();
    }

    @Test
    void messages_do_not_quote_what_was_given() {
        RuleViolationsException refusal = catchThrowableOfType(
                RuleViolationsException.class,
                () -> leads.capture(NewLead.of("Siam\u0007Tiles").email("${1+1}secret")));

        assertThat(refusal).hasMessageNotContaining("Siam").hasMessageNotContaining("secret");
    }

    @Test
    void many_leads_come_in_together() {
        List<Lead> captured = leads.captureAll(
                List.of(NewLead.of("Siam Tiles").reference("L-1"), NewLead.of("Thai Tiles"), NewLead.of("Viet Tiles")));

        assertThat(captured).extracting(Lead::company).containsExactly("Siam Tiles", "Thai Tiles", "Viet Tiles");
        assertThat(leads.count(Criteria.all())).isEqualTo(3);
        assertThat(leads.history(captured.get(2).id()))
                .extracting(HistoryEntry::code)
                .containsExactly(LeadEvent.Captured.CODE);
        assertThat(leads.captureAll(List.of())).isEmpty();
    }

    @Test
    void a_batch_is_refused_as_a_whole_with_the_place_of_every_mistake() {
        assertRefused(
                () -> leads.captureAll(List.of(
                        NewLead.of("Siam Tiles").reference("L-1"),
                        NewLead.of("").score(200),
                        NewLead.of("Thai Tiles").reference(" L-1"),
                        NewLead.of("Viet Tiles").phone("?"))),
                "[1].company plain-text",
                "[1].score max",
                "[3].phone phone-number",
                "[2].reference duplicate");
        assertThatThrownBy(() -> leads.captureAll(Collections.nCopies(10_001, NewLead.of("Siam Tiles"))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(office.dump(List.of(Leads.TYPE))).isEmpty();
    }

    @Test
    void a_reference_is_given_once_in_a_tenant() {
        Lead first = leads.capture(NewLead.of("Siam Tiles").reference("L-1"));

        assertThatThrownBy(() -> leads.capture(NewLead.of("Thai Tiles").reference("L-1")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> leads.captureAll(List.of(
                        NewLead.of("Viet Tiles"), NewLead.of("Thai Tiles").reference("L-1"))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(leads.count(Criteria.all())).isEqualTo(1);
        assertThat(leads.byReference(" L-1 ")).contains(first);
        assertThat(leads.byReference("l-1")).isEmpty();
        assertThat(stranger().byReference("L-1")).isEmpty();
        assertThat(stranger().capture(NewLead.of("Thai Tiles").reference("L-1")).reference())
                .isEqualTo("L-1");
    }

    @Test
    void leads_are_found_by_what_is_known_about_them() {
        Lead hot = leads.capture(NewLead.of("Siam Tiles").score(80).email("Anong@SiamTiles.example"));
        Lead hotter = leads.capture(NewLead.of("Thai Tiles").score(95));
        leads.move(hotter.id(), WORKING);
        leads.capture(NewLead.of("Viet Tiles").score(79));
        leads.capture(NewLead.of("Khmer Tiles"));

        assertThat(leads.find(
                        STATUS.in(NEW, WORKING).and(SCORE.greaterThanEqual(80)), SCORE.desc(), PageRequest.first(50)))
                .extracting(Lead::company)
                .containsExactly("Thai Tiles", "Siam Tiles");
        assertThat(leads.find(COMPANY.sameText("SIAM tiles"), Sort.byId(), PageRequest.first(5)))
                .containsExactly(hot);
        assertThat(leads.find(
                        Leads.reachedAt(new EmailAddress("anong@siamtiles.example")),
                        Sort.byId(),
                        PageRequest.first(5)))
                .containsExactly(hot);
        assertThat(leads.count(Leads.open())).isEqualTo(4);
    }

    @Test
    void a_move_is_stored_with_who_when_why_and_what() {
        Lead lead = leads.capture(NewLead.of("Siam Tiles"));
        office.pass(Duration.ofDays(1));

        Lead moved = leads.move(lead.id(), UNQUALIFIED, "no budget");

        assertThat(moved.stamp()).isEqualTo(lead.stamp().next(office.now(), SOMCHAI));
        assertThat(leads.get(lead.id())).isEqualTo(moved);
        HistoryEntry entry = leads.history(lead.id()).get(1);
        assertThat(entry.code()).isEqualTo(LeadEvent.Moved.CODE);
        assertThat(entry.reason()).contains("no budget");
        assertThat(entry.by()).isEqualTo(SOMCHAI);
        assertThat(entry.at()).isEqualTo(office.now());
        assertThat(entry.change(STATUS)).contains(new FieldChange("status", "NEW", "UNQUALIFIED"));
    }

    @Test
    void a_move_that_changes_nothing_leaves_no_trace() {
        Lead lead = leads.capture(NewLead.of("Siam Tiles"));
        List<Object> before = office.dump(List.of(Leads.TYPE));

        assertThat(leads.move(lead.id(), NEW)).isEqualTo(lead);
        assertThat(leads.assign(lead.id(), SOMCHAI)).isEqualTo(lead);
        assertThat(leads.edit(EditLead.of(lead))).isEqualTo(lead);
        assertThat(office.dump(List.of(Leads.TYPE))).isEqualTo(before);
    }

    @Test
    void a_refused_move_leaves_no_trace() {
        Lead lead = leads.capture(NewLead.of("Siam Tiles"));
        List<Object> before = office.dump(List.of(Leads.TYPE));

        assertThatThrownBy(() -> leads.move(lead.id(), UNQUALIFIED)).isInstanceOf(IllegalTransitionException.class);
        assertThat(office.dump(List.of(Leads.TYPE))).isEqualTo(before);
    }

    @Test
    void options_are_those_of_the_stored_lead() {
        Lead lead = leads.capture(NewLead.of("Siam Tiles"));

        assertThat(leads.options(lead.id()))
                .extracting(Option::target, Option::isAllowed)
                .containsExactly(
                        tuple(WORKING, true),
                        tuple(LeadStatus.NURTURING, true),
                        tuple(QUALIFIED, true),
                        tuple(UNQUALIFIED, false));
    }

    @Test
    void an_edit_starts_from_what_was_shown() {
        Lead shown = leads.capture(NewLead.of("Siam Tiles")
                .person("Anong", "Srisai")
                .email("a@b.example")
                .score(10));

        Lead edited = leads.edit(
                EditLead.of(shown).company("Siam Ceramics").email(null).score(70));

        assertThat(edited.company()).isEqualTo("Siam Ceramics");
        assertThat(edited.person()).isEqualTo(shown.person());
        assertThat(edited.details().email()).isNull();
        assertThat(edited.score()).isEqualTo(70);
        assertThat(leads.history(shown.id()).get(1).changes())
                .containsExactlyInAnyOrder(
                        new FieldChange("company", "Siam Tiles", "Siam Ceramics"),
                        new FieldChange("email", "a@b.example", null),
                        new FieldChange("score", "10", "70"));
    }

    @Test
    void every_part_of_an_edit_arrives() {
        Lead shown = leads.capture(NewLead.of("Siam Tiles"));

        Lead edited = leads.edit(EditLead.of(shown)
                .company("Thai Tiles")
                .person("Malee", "Wong")
                .email("malee@tiles.example")
                .phone("+66 2 999 9999")
                .source(LeadSource.REFERRAL)
                .score(1)
                .reference("L-9"));

        assertThat(EditLead.of(edited))
                .isEqualTo(new EditLead(
                        shown.id(),
                        2,
                        "Thai Tiles",
                        "Malee",
                        "Wong",
                        "malee@tiles.example",
                        "+66 2 999 9999",
                        LeadSource.REFERRAL,
                        1,
                        "L-9"));
        assertThat(leads.edit(EditLead.of(edited).person(null, null)).person()).isNull();
    }

    @Test
    void everything_that_is_wrong_with_an_edit_is_said_at_once() {
        Lead shown = leads.capture(NewLead.of("Siam Tiles"));

        assertRefused(
                () -> leads.edit(EditLead.of(shown)
                        .company("x".repeat(201))
                        .person("Anong", null)
                        .email("@")
                        .score(500)),
                "company plain-text",
                "score max",
                "familyName not-null",
                "email email-address");
    }

    @Test
    void an_edit_of_what_is_no_longer_shown_carries_the_lead_as_it_is() {
        Lead shown = leads.capture(NewLead.of("Siam Tiles"));
        Lead current = leads.move(shown.id(), WORKING);

        assertThatThrownBy(() -> leads.edit(EditLead.of(shown).company("Thai Tiles")))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        conflict -> assertThat(conflict.current()).contains(current));
        assertThat(leads.get(shown.id())).isEqualTo(current);
    }

    @Test
    void what_a_lead_became_is_read_again_from_its_history() {
        Lead lead = leads.move(leads.capture(NewLead.of("Siam Tiles")).id(), QUALIFIED);
        List<EntityRef> became =
                List.of(new EntityRef("account", UUID.randomUUID()), new EntityRef("opportunity", UUID.randomUUID()));

        office.deskOf(SOMCHAI)
                .run(work -> work.save(
                        Leads.TYPE,
                        Action.CONVERT,
                        work.get(Leads.TYPE, lead.id()).convert(work.now(), became)));

        assertThat(leads.history(lead.id()))
                .filteredOn(entry -> entry.code().equals(LeadEvent.Converted.CODE))
                .singleElement()
                .extracting(HistoryEntry::related)
                .isEqualTo(became);
        assertThat(leads.count(Leads.open())).isZero();
        assertRefused(() -> leads.edit(EditLead.of(leads.get(lead.id())).score(1)), " lead-converted");
    }

    private LeadService stranger() {
        return new LeadService(office.deskOf(OTHER_TENANT, MALEE));
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
