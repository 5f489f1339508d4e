package io.github.crmkit.timeline;

import static io.github.crmkit.timeline.StoryOffice.MALEE;
import static io.github.crmkit.timeline.StoryOffice.SOMCHAI;
import static io.github.crmkit.timeline.StoryOffice.baht;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.quote.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineServiceTest {

    private final StoryOffice office = new StoryOffice();

    @Test
    void a_whole_life_is_told_line_by_line() {
        Conversion made = office.later().converted("Siam Tiles");
        OpportunityId deal = made.opportunity();
        office.later();
        office.somchai.opportunities().move(MoveOpportunity.to(deal, "Proposal").because("they asked for an offer"));
        office.later();
        office.somchai
                .opportunities()
                .edit(EditOpportunity.of(office.deal(deal))
                        .amount(baht("58000.00"))
                        .closingOn(LocalDate.of(2027, 1, 15)));
        office.later();
        Quote quote = office.draft(deal);
        office.later();
        office.somchai.quotes().send(quote.id());
        office.later();
        office.somchai.opportunities().assign(deal, MALEE);
        office.later();
        office.malee.opportunities().lose(deal, "too dear");
        office.later();
        office.malee.opportunities().reopen(deal, "they called back");
        office.later();
        office.malee.quotes().accept(quote.id());

        Timeline story = office.door().of(deal);

        assertThat(story.text().replace(StoryOffice.nameOf(quote.id()), "quote Q-1"))
                .isEqualTo("""
                        2026-11-20 10:00 Somchai, lead Siam Tiles: captured, source trade fair
                        2026-11-20 10:10 Somchai, lead Siam Tiles: moved from new to working
                        2026-11-20 10:20 Somchai, lead Siam Tiles: moved from working to qualified
                        2026-11-20 10:30 Somchai, lead Siam Tiles: converted into account Siam Tiles, contact Anong Srisai \
                        and deal 500 boxes of tiles
                        2026-11-20 10:30 Somchai, account Siam Tiles: created
                        2026-11-20 10:30 Somchai, contact Anong Srisai: created
                        2026-11-20 10:30 Somchai, contact Anong Srisai: affiliated with account Siam Tiles
                        2026-11-20 10:30 Somchai, deal 500 boxes of tiles: opened in Qualification for account Siam Tiles, \
                        amount THB 60000.00, to be decided by 2026-12-20, from lead Siam Tiles
                        2026-11-20 10:40 Somchai, deal 500 boxes of tiles: moved from Qualification to Proposal: \
                        they asked for an offer
                        2026-11-20 10:50 Somchai, deal 500 boxes of tiles: amount THB 60000.00 to THB 58000.00, \
                        close date moved from 2026-12-20 to 2027-01-15
                        2026-11-20 11:00 Somchai, quote Q-1: drafted over THB 57000.00 without tax, valid through 2026-12-20
                        2026-11-20 11:10 Somchai, quote Q-1: sent
                        2026-11-20 11:20 Somchai, deal 500 boxes of tiles: passed from Somchai to Malee
                        2026-11-20 11:30 Malee, deal 500 boxes of tiles: lost on 2026-11-20: too dear
                        2026-11-20 11:40 Malee, deal 500 boxes of tiles: reopened in Proposal: they called back
                        2026-11-20 11:50 Malee, quote Q-1: accepted
                        2026-11-20 11:50 Malee, deal 500 boxes of tiles: amount THB 58000.00 to THB 57000.00
                        2026-11-20 11:50 Malee, deal 500 boxes of tiles: won on 2026-11-20""");
    }

    @Test
    void an_entry_says_who_what_why_and_which_fields() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        office.later();
        office.malee.opportunities().move(MoveOpportunity.to(deal, "Proposal").because("they asked for an offer"));

        List<Timeline.Entry> entries = office.door().of(deal).entries();

        Timeline.Entry last = entries.get(entries.size() - 1);
        assertThat(last.at()).isEqualTo(office.now());
        assertThat(last.by()).isEqualTo(MALEE);
        assertThat(last.who()).isEqualTo("Malee");
        assertThat(last.about()).isEqualTo(Opportunities.TYPE.refTo(deal));
        assertThat(last.label()).isEqualTo("deal 500 boxes of tiles");
        assertThat(last.code()).isEqualTo("opportunity.moved");
        assertThat(last.statedReason()).contains("they asked for an offer");
        assertThat(last.changes())
                .contains(
                        new Timeline.Change("stage", "stage", "Qualification", "Proposal"),
                        new Timeline.Change("category", "category", "pipeline", "best case"),
                        new Timeline.Change("probability", "probability", "10 %", "50 %"),
                        new Timeline.Change("enteredAt", "entered at", "2026-11-20 10:20", "2026-11-20 10:30"));
    }

    @Test
    void events_of_one_save_share_its_changes_and_have_none_twice() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        Quote quote = office.draft(deal);
        office.somchai.quotes().send(quote.id());
        office.later();
        office.somchai.quotes().accept(quote.id());

        List<Timeline.Entry> ofDeal =
                office.door().of(deal).of(Opportunities.TYPE.refTo(deal)).entries();

        List<Timeline.Entry> last = ofDeal.subList(ofDeal.size() - 2, ofDeal.size());
        assertThat(last).extracting(Timeline.Entry::code).containsExactly("opportunity.amount-set", "opportunity.won");
        assertThat(last.get(0).changes())
                .extracting(Timeline.Change::field)
                .contains("amount")
                .doesNotContain("stage");
        assertThat(last.get(1).changes())
                .extracting(Timeline.Change::field)
                .contains("stage", "outcome", "closedOn")
                .doesNotContain("amount");
    }

    @Test
    void what_was_saved_at_one_instant_is_told_in_the_order_in_which_it_was_done() {
        List<OpportunityId> ids = new ArrayList<>();
        office.somchai.transact(tx -> {
            Opportunity deal = tx.opportunities().open(NewOpportunity.of("Bathroom"));
            ids.add(deal.id());
            tx.opportunities().move(deal.id(), "Proposal");
            tx.opportunities().move(deal.id(), "Negotiation");
            tx.opportunities().win(deal.id());
            tx.opportunities().reopen(deal.id(), "too early");
        });

        Timeline story = office.door().of(ids.get(0));

        assertThat(story.entries())
                .extracting(Timeline.Entry::sentence)
                .containsExactly(
                        "opened in Qualification",
                        "moved from Qualification to Proposal",
                        "moved from Proposal to Negotiation",
                        "won on 2026-11-20",
                        "reopened in Negotiation: too early");
        assertThat(office.door().of(ids.get(0))).isEqualTo(story);
    }

    @Test
    void a_long_story_is_told_from_an_instant_on_with_the_same_words() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        Instant opened = office.now();
        office.later();
        office.somchai
                .opportunities()
                .edit(EditOpportunity.of(office.deal(deal)).amount(baht("61000.00")));
        Instant edited = office.now();
        List<Timeline.Entry> all = office.door().of(deal).entries();

        assertThat(office.door().since(deal, opened).entries()).isEqualTo(all.subList(3, all.size()));
        assertThat(office.door().since(deal, edited).entries()).isEqualTo(all.subList(all.size() - 1, all.size()));
        assertThat(all.get(all.size() - 1).sentence()).isEqualTo("amount THB 60000.00 to THB 61000.00");
        assertThat(office.door().since(deal, edited.plusNanos(1)).isEmpty()).isTrue();
        assertThat(office.door().since(deal, Instant.MAX).isEmpty()).isTrue();
        assertThat(office.door().since(deal, Instant.MIN).entries()).isEqualTo(all);
        assertThat(office.door().since(deal, Instant.EPOCH).entries()).isEqualTo(all);
    }

    @Test
    void an_account_is_told_of_only_while_the_deal_is_linked_to_it() {
        var first = office.somchai.accounts().create(NewAccount.of("First"));
        var second = office.somchai.accounts().create(NewAccount.of("Second"));
        office.later();
        Opportunity deal = office.somchai
                .opportunities()
                .open(NewOpportunity.of("Bathroom").account(first.id()));
        office.later();
        office.somchai.accounts().assign(first.id(), MALEE);
        office.later();
        office.somchai.opportunities().edit(EditOpportunity.of(deal).account(second.id()));
        office.later();
        office.somchai.accounts().assign(first.id(), SOMCHAI);
        office.somchai.accounts().assign(second.id(), MALEE);

        assertThat(office.door().of(deal.id()).entries())
                .extracting(entry -> entry.label() + ": " + entry.sentence())
                .containsExactly(
                        "deal Bathroom: opened in Qualification for account First",
                        "account First: passed from Somchai to Malee",
                        "deal Bathroom: account First to Second",
                        "account Second: passed from Somchai to Malee");
    }

    @Test
    void the_story_of_an_account_has_its_deals_their_leads_and_their_quotes() {
        Conversion made = office.converted("Siam Tiles");
        office.later();
        Opportunity second = office.somchai
                .opportunities()
                .open(NewOpportunity.of("Bathroom").account(made.account()));
        Quote quote = office.draft(second.id());
        office.somchai.opportunities().open(NewOpportunity.of("of somebody else"));

        Timeline story = office.door().of(made.account());

        assertThat(story.entries())
                .extracting(entry -> entry.label() + " " + entry.code())
                .containsExactly(
                        "lead Siam Tiles lead.captured",
                        "lead Siam Tiles lead.moved",
                        "lead Siam Tiles lead.moved",
                        "lead Siam Tiles lead.converted",
                        "account Siam Tiles account.created",
                        "contact Anong Srisai contact.created",
                        "contact Anong Srisai contact.affiliated",
                        "deal 500 boxes of tiles opportunity.opened",
                        "deal Bathroom opportunity.opened",
                        StoryOffice.nameOf(quote.id()) + " quote.drafted");
    }

    @Test
    void the_story_of_an_account_leaves_out_what_a_deal_was_before_it_came() {
        var account = office.somchai.accounts().create(NewAccount.of("Second"));
        office.later();
        Opportunity deal = office.somchai.opportunities().open(NewOpportunity.of("Bathroom"));
        office.later();
        office.somchai.opportunities().move(deal.id(), "Proposal");
        office.later();
        office.somchai
                .opportunities()
                .edit(EditOpportunity.of(office.deal(deal.id())).account(account.id()));

        assertThat(office.door().of(account.id()).entries())
                .extracting(Timeline.Entry::sentence)
                .containsExactly("created", "account set to Second");
    }

    @Test
    void a_story_costs_the_same_few_reads_however_long_it_is() {
        Conversion made = office.converted("Siam Tiles");
        OpportunityId deal = made.opportunity();
        office.draft(deal);
        office.storage.reads();
        office.door().of(deal);
        List<String> few = office.storage.reads();
        for (int i = 0; i < 40; i++) {
            office.later();
            Quote quote = office.draft(deal);
            office.somchai.quotes().cancel(quote.id(), "once more");
            office.somchai.opportunities().move(deal, i % 2 == 0 ? "Proposal" : "Negotiation");
            office.somchai.accounts().assign(made.account(), i % 2 == 0 ? MALEE : SOMCHAI);
        }
        office.storage.reads();
        int entries = office.door().of(deal).entries().size();
        List<String> many = office.storage.reads();

        assertThat(entries).isEqualTo(9 + 40 * 4);
        assertThat(few)
                .isEqualTo(many)
                .containsExactly(
                        "find opportunity",
                        "page history",
                        "findAll lead",
                        "page quote",
                        "findAll account",
                        "findAll contact",
                        "page history",
                        "page history",
                        "page history",
                        "page history",
                        "findAll pipeline");
    }

    @Test
    void the_story_of_an_account_with_many_deals_costs_no_more() {
        Conversion made = office.converted("Siam Tiles");
        for (int i = 0; i < 60; i++) {
            office.somchai
                    .opportunities()
                    .open(NewOpportunity.of("Bathroom " + i).account(made.account()));
        }
        office.storage.reads();
        Timeline story = office.door().of(made.account());

        assertThat(story.entries()).hasSize(8 + 60);
        assertThat(office.storage.reads())
                .containsExactly(
                        "find account",
                        "page opportunity",
                        "page history",
                        "findAll lead",
                        "page quote",
                        "findAll contact",
                        "page history",
                        "page history",
                        "page history",
                        "findAll pipeline");
    }

    @Test
    void the_host_is_asked_once_for_each_user_and_may_know_nobody() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        office.somchai.opportunities().assign(deal, MALEE);
        List<UserId> asked = new ArrayList<>();

        Timeline named = office.somchai
                .timelines()
                .naming(user -> {
                    asked.add(user);
                    return "Khun\nX";
                })
                .of(deal);
        Timeline unnamed = office.somchai.timelines().of(deal);

        assertThat(asked).containsExactlyInAnyOrder(SOMCHAI, MALEE);
        assertThat(named.entries()).extracting(Timeline.Entry::who).containsOnly("Khun X");
        assertThat(named.text().lines()).hasSize(named.entries().size());
        assertThat(unnamed.entries()).extracting(Timeline.Entry::who).containsOnly("user " + SOMCHAI.text());
    }

    @Test
    void a_transaction_of_the_host_sees_what_it_has_done_so_far() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();

        List<String> told = office.somchai.compute(tx -> {
            tx.opportunities().move(deal, "Proposal");
            return tx.timelines().of(deal).entries().stream()
                    .map(Timeline.Entry::sentence)
                    .toList();
        });

        assertThat(told).last().isEqualTo("moved from Qualification to Proposal");
    }

    @Test
    void another_tenant_has_no_such_story() {
        Conversion made = office.converted("Siam Tiles");
        CrmSession stranger = office.crm.as(Caller.of(TestOffice.OTHER_TENANT, SOMCHAI));

        assertThatThrownBy(() -> stranger.timelines().of(made.opportunity())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.timelines().of(made.account())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> office.door().of(new OpportunityId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }
}
