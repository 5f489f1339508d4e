package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.DealShop.SOMCHAI;
import static io.github.crmkit.opportunity.DealShop.thb;
import static io.github.crmkit.opportunity.OpportunityDoor.assertNotFound;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.BuyerRole;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.opportunity.OpportunityCommand.AnswerQuestion;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.opportunity.OpportunityCommand.SetLines;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.FieldChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What people write about a deal, what they answer, and what a moved close date leaves behind. */
class DealKnowledgeTest {

    private final DealShop shop = new DealShop();
    private final Pipeline plain = shop.sales.pipelines().theDefault().orElseThrow();

    @Test
    void people_rivals_campaigns_and_the_next_step_are_edited_and_told() {
        ContactId anong = shop.contact("Srisai");
        Opportunity edited = shop.deals()
                .edit(EditOpportunity.of(shop.deal)
                        .contactRoles(List.of(ContactRole.of(anong, BuyerRole.DECISION_MAKER)))
                        .competitors(List.of(new Competitor("Thai Tiles", "cheaper")))
                        .campaigns(List.of("spring-fair"))
                        .nextStep(NextStep.of("send samples").by(LocalDate.of(2026, 12, 1)))
                        .recurring(new Recurring(thb("3000.00"), 12)));

        assertThat(edited.dossier().primaryDecider()).contains(anong);
        assertThat(edited.expectation().subscription().map(Recurring::perMonth)).contains(thb("250.00"));
        assertThat(shop.deals().history(edited.id()).get(1).changes())
                .contains(
                        new FieldChange("contactRoles", null, "DECISION_MAKER " + anong.text() + " (primary)"),
                        new FieldChange("competitors", null, "Thai Tiles (cheaper)"),
                        new FieldChange("campaigns", null, "spring-fair"),
                        new FieldChange("nextStep", null, "send samples"),
                        new FieldChange("nextStepOn", null, "2026-12-01"),
                        new FieldChange("recurringAmount", null, "3000.000000"),
                        new FieldChange("currency", null, "THB"));
        assertThat(shop.deals()
                        .find(
                                OpportunityFields.NEXT_STEP_ON.lessThan(LocalDate.of(2026, 12, 2)),
                                Sort.byId(),
                                PageRequest.first(5))
                        .items())
                .containsExactly(edited);
        assertThat(shop.deals().edit(EditOpportunity.of(edited))).isEqualTo(edited);
        assertThat(shop.deals()
                        .edit(EditOpportunity.of(edited).nextStep(null))
                        .dossier()
                        .toDo())
                .isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_an_edit_is_said_at_once() {
        ContactRole champion =
                ContactRole.of(shop.contact("Srisai"), BuyerRole.CHAMPION).asPrimary();
        List<Object> before = shop.dump();

        assertRefused(
                () -> shop.deals()
                        .edit(EditOpportunity.of(shop.deal)
                                .name(" ")
                                .amount(thb("1.00"))
                                .recurring(new Recurring(Money.parse("EUR 1.00"), 0))
                                .contactRoles(List.of(champion, champion))
                                .competitors(List.of(Competitor.of("Rival"), Competitor.of("RIVAL")))
                                .campaigns(List.of(""))
                                .nextStep(NextStep.of(""))),
                "name plain-text",
                "recurring.months recurring-months",
                "recurring currency-mismatch",
                "contactRoles[0].primary primary-decides",
                "contactRoles[1] duplicate",
                "contactRoles[1].primary primary-decides",
                "contactRoles several-primaries",
                "competitors[1].name duplicate",
                "campaigns[0] plain-text",
                "nextStep.what plain-text");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_contact_whom_the_caller_does_not_see_has_no_role() {
        ContactId nobody = new ContactId(new UUID(4, 4));
        assertNotFound(
                () -> shop.deals()
                        .edit(EditOpportunity.of(shop.deal)
                                .contactRoles(List.of(ContactRole.of(nobody, BuyerRole.USER)))),
                nobody.value());
    }

    @Test
    void a_close_date_that_is_moved_later_slips_within_the_quarter_or_across() {
        Opportunity deal = shop.deal;
        for (String day : List.of("2026-12-01", "2026-12-20", "2027-01-10", "2026-12-01", "2027-06-30")) {
            deal = shop.deals().edit(EditOpportunity.of(deal).closingOn(LocalDate.parse(day)));
        }
        assertThat(deal.expectation().slips()).isEqualTo(new Slips(1, 2));
        assertThat(shop.deals()
                        .edit(EditOpportunity.of(deal).closingOn(null))
                        .expectation()
                        .slips())
                .isEqualTo(new Slips(1, 2));
        assertThat(shop.deals().count(OpportunityFields.SLIPS_ACROSS.greaterThanEqual(2)))
                .isEqualTo(1);
    }

    @Test
    void an_answer_says_who_and_when_and_the_last_one_counts() {
        Opportunity answered = shop.deals().answer(shop.deal.id(), "timing", " in spring,\nthey say ");
        shop.at("2026-11-21T03:00:00Z");
        assertThat(shop.deals().answer(shop.deal.id(), "timing", "in spring,\nthey say"))
                .isEqualTo(answered);
        Opportunity later = shop.deals().answer(shop.deal.id(), "timing", "in May");

        assertThat(answered.dossier().answers())
                .containsExactly(new Answer(
                        "timing",
                        stage("Talks"),
                        "in spring,\nthey say",
                        SOMCHAI,
                        Instant.parse("2026-11-20T03:00:00Z")));
        assertThat(later.dossier().answers())
                .extracting(Answer::text, Answer::at)
                .containsExactly(tuple("in May", Instant.parse("2026-11-21T03:00:00Z")));
        assertThat(shop.deals().history(later.id()).get(2).changes())
                .containsExactly(new FieldChange("answers", "timing: in spring,\nthey say", "timing: in May"));
        assertThat(shop.told()).containsExactly("opportunity.opened", "opportunity.answered", "opportunity.answered");
    }

    @Test
    void a_question_is_that_of_the_stage_it_is_in_or_of_the_only_other_one() {
        OpportunityId id = shop.deal.id();

        assertThat(shop.deals().answer(id, "budget", "yes").dossier().answer(stage("Talks"), "budget"))
                .isPresent();
        assertRefused(() -> shop.deals().answer(id, "worth", "yes"), "stage question-ambiguous");
        Opportunity named =
                shop.deals().answer(AnswerQuestion.of(id, "worth", "yes").askedIn(stage("Trial")));
        assertThat(named.dossier().answer(stage("Trial"), "worth")).isPresent();
        assertRefused(() -> shop.deals().answer(id, "weather", "fine"), "question unknown-question");
        assertRefused(
                () -> shop.deals().answer(AnswerQuestion.of(id, "timing", "now").askedIn(stage("Offer"))),
                "question unknown-question");
        shop.deals().move(id, "Offer");
        assertThat(shop.deals().answer(id, "timing", "in May").dossier().answer(stage("Talks"), "timing"))
                .isPresent();
        assertRefused(() -> shop.deals().answer(id, "timing", "x".repeat(Answer.MAX_TEXT + 1)), "text plain-text");
    }

    @Test
    void nothing_about_a_closed_deal_changes_and_nothing_is_written() {
        shop.deals().setLines(SetLines.of(shop.deal).from(shop.wholesale.id()).line(PriceRequest.of(shop.tile, 1)));
        Opportunity won = shop.deals().win(shop.deal.id());
        List<Object> before = shop.dump();

        assertRefused(() -> shop.deals().answer(won.id(), "budget", "yes"), " deal-closed");
        assertRefused(
                () -> shop.deals()
                        .setLines(SetLines.of(won).from(shop.wholesale.id()).line(PriceRequest.of(shop.grout, 1))),
                " deal-closed");
        assertRefused(() -> shop.deals().setAmount(SetAmount.entered(won, thb("1.00"))), " deal-closed");
        assertRefused(
                () -> shop.deals().edit(EditOpportunity.of(won).nextStep(NextStep.of("celebrate"))), " deal-closed");
        assertRefused(
                () -> shop.deals().edit(EditOpportunity.of(won).competitors(List.of(Competitor.of("Rival")))),
                " deal-closed");
        assertThat(shop.dump()).isEqualTo(before);
    }

    private StageId stage(String name) {
        return plain.stage(name).orElseThrow().id();
    }
}
