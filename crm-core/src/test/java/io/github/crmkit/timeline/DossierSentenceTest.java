package io.github.crmkit.timeline;

import static io.github.crmkit.timeline.StoryOffice.MALEE;
import static io.github.crmkit.timeline.StoryOffice.SOMCHAI;
import static io.github.crmkit.timeline.StoryOffice.baht;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.Hiding;
import io.github.crmkit.deal.BuyerRole;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityCommand.HandOver;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.opportunity.OpportunityCommand.SetLines;
import io.github.crmkit.opportunity.OpportunityCommand.Staff;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.price.PriceRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written about a deal besides its master data. */
class DossierSentenceTest {

    private final StoryOffice office = new StoryOffice();
    private final OpportunityService deals = office.somchai.opportunities();
    private final Opportunity deal = deals.open(NewOpportunity.of("Bathroom"));

    private Opportunity now() {
        office.later();
        return deals.get(deal.id());
    }

    private static Timeline.Entry last(Timeline story) {
        return story.entries().get(story.entries().size() - 1);
    }

    private String last() {
        return last(office.door().of(deal.id())).sentence();
    }

    @Test
    void a_hand_over_says_from_whom_to_whom_and_what_to_know() {
        deals.handOver(HandOver.of(deal.id(), MALEE, "call before ten").staying("consultant"));

        assertThat(last())
                .isEqualTo("handed over from Somchai to Malee, team added: consultant Somchai: call before ten");
        assertThat(last(office.door().of(deal.id())).changes())
                .contains(
                        new Timeline.Change("owner", "owner", "Somchai", "Malee"),
                        new Timeline.Change("team", "team", null, "consultant Somchai"));
    }

    @Test
    void a_team_is_told_by_who_came_and_who_left() {
        deals.staff(Staff.of(now())
                .member(MALEE, "consultant")
                .revenue(SOMCHAI, Percent.of(60))
                .revenue(MALEE, Percent.of(40)));
        assertThat(last()).isEqualTo("team added: consultant Malee, revenue splits added: 60 % Somchai and 40 % Malee");
        deals.staff(Staff.of(now()).unsplit().without(MALEE));
        assertThat(last())
                .isEqualTo("team removed: consultant Malee, revenue splits removed: 60 % Somchai and 40 % Malee");
        deals.staff(Staff.of(now()).member(MALEE, "consultant"));
        deals.assign(deal.id(), MALEE);
        assertThat(last()).isEqualTo("passed from Somchai to Malee, team removed: consultant Malee");
    }

    @Test
    void buyers_are_told_by_name_and_hidden_ones_not_at_all() {
        Contact anong = office.somchai.contacts().create(NewContact.of("Anong", "Srisai"));
        deals.edit(EditOpportunity.of(now())
                .contactRoles(List.of(
                        ContactRole.of(anong.id(), BuyerRole.DECISION_MAKER),
                        ContactRole.of(anong.id(), BuyerRole.CHAMPION))));

        assertThat(last())
                .isEqualTo("contact roles added: decision maker Anong Srisai (primary) and champion Anong Srisai");
        Timeline hidden = office.under(new Hiding(Contacts.TYPE), SOMCHAI).of(deal.id());
        assertThat(last(hidden).sentence()).isEqualTo("edited");
        assertThat(last(hidden).changes()).isEmpty();
        assertThat(hidden.toString()).doesNotContain(anong.id().text());
    }

    @Test
    void rivals_campaigns_and_the_next_step_are_told() {
        deals.edit(EditOpportunity.of(now())
                .competitors(List.of(new Competitor("Acme", "cheap"), Competitor.of("Globex")))
                .campaigns(List.of("fair-26"))
                .nextStep(NextStep.of("send samples").by(LocalDate.of(2026, 12, 1))));
        assertThat(last())
                .isEqualTo("next step set to \"send samples\", day of the next step set to 2026-12-01,"
                        + " competitors added: Acme (cheap) and Globex, campaigns added: fair-26");
        deals.edit(EditOpportunity.of(now())
                .competitors(List.of(Competitor.of("Globex"), new Competitor("Acme", "cheap"))));
        assertThat(last(office.door().of(deal.id())).sentence()).isEqualTo("edited");

        deals.move(MoveOpportunity.lost(deal.id(), "too dear").competitor("Acme"));
        assertThat(last()).isEqualTo("lost on 2026-11-20 to Acme: too dear");
    }

    @Test
    void lines_and_the_way_of_the_amount_are_told() {
        deals.setLines(SetLines.of(now()).from(office.book()).line(PriceRequest.of(office.tile(), 2)));
        assertThat(last())
                .isEqualTo("amount set to THB 228.00, amount mode entered to lines, lines added: 2 piece TILE-60 at"
                        + " THB 114.00");
        deals.setAmount(SetAmount.entered(now(), baht("200.00")));
        assertThat(last()).isEqualTo("amount THB 228.00 to THB 200.00, amount mode lines to entered");
    }

    @Test
    void a_sentence_names_a_few_of_many_and_the_changes_have_them_all() {
        List<String> keys = IntStream.range(0, 8).mapToObj(i -> "fair-" + i).toList();

        deals.edit(EditOpportunity.of(now()).campaigns(keys));

        assertThat(last()).isEqualTo("campaigns added: fair-0, fair-1, fair-2, fair-3, fair-4 and 3 more");
        assertThat(last(office.door().of(deal.id())).changes().get(0).current()).contains(String.join("; ", keys));
    }

    @Test
    void an_answer_is_told_on_one_line() {
        deals.answer(deal.id(), "budget", "60,000 baht\nnext year");

        assertThat(last()).isEqualTo("answered budget: 60,000 baht and next year");
        assertThat(office.door().of(deal.id()).text().lines()).hasSize(2);
    }
}
