package io.github.crmkit.deal;

import static io.github.crmkit.deal.BuyerRole.CHAMPION;
import static io.github.crmkit.deal.BuyerRole.DECISION_MAKER;
import static io.github.crmkit.deal.BuyerRole.ECONOMIC_BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Refused;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.StageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final ContactId ANONG = new ContactId(new UUID(0, 1));
    private static final ContactId BOON = new ContactId(new UUID(0, 2));
    private static final StageId STAGE = new StageId(new UUID(0, 3));

    @Test
    void the_only_one_who_decides_is_the_primary_decider_without_being_marked() {
        Dossier dossier = roles(ContactRole.of(ANONG, CHAMPION), ContactRole.of(BOON, ECONOMIC_BUYER));

        assertThat(dossier.primaryDecider()).contains(BOON);
        assertThat(dossier.contactRoles())
                .containsExactly(
                        ContactRole.of(ANONG, CHAMPION),
                        ContactRole.of(BOON, ECONOMIC_BUYER).asPrimary());
        assertThat(new Dossier(
                        dossier.contactRoles(), List.of(), SalesTeam.nobody(), List.of(), List.of(), null, List.of()))
                .isEqualTo(dossier);
    }

    @Test
    void of_two_who_decide_none_is_primary_unless_one_is_marked() {
        ContactRole one = ContactRole.of(ANONG, DECISION_MAKER);
        ContactRole other = ContactRole.of(BOON, ECONOMIC_BUYER);

        assertThat(roles(one, other).primaryDecider()).isEmpty();
        assertThat(roles(one, other.asPrimary()).primaryDecider()).contains(BOON);
        assertThat(roles(ContactRole.of(ANONG, CHAMPION)).primaryDecider()).isEmpty();
    }

    @Test
    void two_primaries_and_one_who_does_not_decide_are_refused_together() {
        ContactRole champion = ContactRole.of(ANONG, CHAMPION).asPrimary();
        ContactRole decider = ContactRole.of(BOON, DECISION_MAKER).asPrimary();

        assertThat(Refused.by(() -> roles(champion, decider, decider)))
                .containsExactly(
                        "contactRoles[0].primary primary-decides",
                        "contactRoles[2] duplicate",
                        "contactRoles several-primaries");
    }

    @Test
    void a_contact_has_each_role_once_and_may_have_several() {
        ContactRole decider = ContactRole.of(ANONG, DECISION_MAKER);

        assertThat(roles(decider, ContactRole.of(ANONG, CHAMPION)).contactRoles())
                .hasSize(2);
        assertThat(Refused.by(() -> roles(decider, decider.asPrimary()))).containsExactly("contactRoles[1] duplicate");
    }

    @Test
    void competitors_differ_whatever_the_case_and_spaces() {
        assertThat(Refused.by(() -> rivals(Competitor.of("Tiles & Co"), new Competitor(" TILES & CO ", "cheaper"))))
                .containsExactly("competitors[1].name duplicate");
    }

    @Test
    void everything_that_people_write_is_checked_at_once() {
        Violations problems = new Violations();

        Dossier.checkPeople(
                List.of(ContactRole.of(ANONG, CHAMPION).asPrimary()),
                List.of(Competitor.of(" "), new Competitor("Rival", "\u0000")),
                List.of("spring", "spring ", "x".repeat(Dossier.MAX_CAMPAIGN + 1)),
                NextStep.of("\t").by(LocalDate.of(10_000, 1, 1)),
                problems);

        assertThat(Refused.in(problems))
                .containsExactly(
                        "contactRoles[0].primary primary-decides",
                        "competitors[0].name plain-text",
                        "competitors[1].note plain-text",
                        "campaigns[1] duplicate",
                        "campaigns[2] plain-text",
                        "nextStep.what plain-text",
                        "nextStep.due date-range");
    }

    @Test
    void lines_have_one_currency_and_sum_up_to_the_rounded_amounts() {
        DealLine tile = DealLineTest.line("3", "USD 0.335");
        DealLine credit = DealLineTest.line("1", "USD -0.005");

        assertThat(lines(tile, tile, credit).total()).contains(Money.parse("USD 2.01"));
        assertThat(lines(tile).currency()).contains(CurrencyUnit.USD);
        assertThat(Dossier.empty().total()).isEmpty();
        assertThat(Refused.by(() -> lines(tile, DealLineTest.line("1", "EUR 1"))))
                .containsExactly("lines currency-mismatch");
        assertThat(Refused.by(() -> lines(DealLineTest.line("1", "USD -5")))).containsExactly("lines amount-negative");
    }

    @Test
    void a_deal_has_no_endless_lists() {
        DealLine line = DealLineTest.line("1", "USD 1");
        assertThat(Refused.by(() ->
                        lines(Collections.nCopies(Dossier.MAX_LINES + 1, line).toArray(new DealLine[0]))))
                .containsExactly("lines too-many");
        assertThat(Refused.by(() -> rivals(Stream.iterate(0, i -> i + 1)
                        .limit(Dossier.MAX_COMPETITORS + 1)
                        .map(i -> Competitor.of("rival " + i))
                        .toArray(Competitor[]::new))))
                .containsExactly("competitors too-many");
    }

    @Test
    void a_later_answer_takes_the_place_of_an_earlier_one() {
        Answer budget = answer("budget", "none yet");
        Answer timing = answer("timing", "spring");
        Answer better = answer("budget", "100,000\nsigned by the board");

        Dossier dossier = Dossier.empty().answered(budget).answered(timing).answered(better);

        assertThat(dossier.answers()).containsExactly(better, timing);
        assertThat(dossier.answer(STAGE, "budget")).contains(better);
        assertThat(dossier.answer(STAGE, "need")).isEmpty();
        assertThat(dossier.answered(timing)).isEqualTo(dossier);
    }

    @Test
    void one_question_has_one_answer() {
        List<Answer> twice = List.of(answer("budget", "yes"), answer("budget", "no"));
        assertThat(Refused.by(
                        () -> new Dossier(List.of(), List.of(), SalesTeam.nobody(), List.of(), List.of(), null, twice)))
                .containsExactly("answers[1] duplicate");
        assertThat(Refused.by(() -> answer("", "\u0000"))).containsExactly("question plain-text", "text plain-text");
    }

    @Test
    void changing_one_part_leaves_the_others() {
        DealLine line = DealLineTest.line("1", "USD 1");
        SalesTeam team = new SalesTeam(
                List.of(new SalesTeam.Member(new UserId(new UUID(0, 9)), "presales")), List.of(), List.of());
        NextStep call = NextStep.of("call").by(LocalDate.of(2026, 5, 1));

        Dossier dossier = Dossier.empty()
                .lines(List.of(line))
                .team(team)
                .answered(answer("budget", "yes"))
                .people(
                        List.of(ContactRole.of(ANONG, DECISION_MAKER)),
                        List.of(Competitor.of("Rival")),
                        List.of(" spring "),
                        call);

        assertThat(dossier.lines()).containsExactly(line);
        assertThat(dossier.team()).isEqualTo(team);
        assertThat(dossier.answers()).hasSize(1);
        assertThat(dossier.primaryDecider()).contains(ANONG);
        assertThat(dossier.competitors()).extracting(Competitor::toString).containsExactly("Rival");
        assertThat(dossier.campaigns()).containsExactly("spring");
        assertThat(dossier.toDo()).contains(call);
        assertThat(call.dueOn()).contains(LocalDate.of(2026, 5, 1));
    }

    private static Answer answer(String key, String text) {
        return new Answer(key, STAGE, text, new UserId(new UUID(0, 7)), Instant.EPOCH);
    }

    private static Dossier roles(ContactRole... roles) {
        return Dossier.empty().people(List.of(roles), List.of(), List.of(), null);
    }

    private static Dossier rivals(Competitor... rivals) {
        return Dossier.empty().people(List.of(), List.of(rivals), List.of(), null);
    }

    private static Dossier lines(DealLine... lines) {
        return Dossier.empty().lines(List.of(lines));
    }
}
