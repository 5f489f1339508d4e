package io.github.crmkit.timeline;

import static io.github.crmkit.timeline.StoryOffice.MALEE;
import static io.github.crmkit.timeline.StoryOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.quote.Quotes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineAccessTest {

    /** Hides one aggregate and shows its siblings. */
    private record HidingOne(EntityRef hidden) implements AccessPolicy {

        @Override
        public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
            return type.name().equals(hidden.type()) ? allBut(type) : Criteria.all();
        }

        private <T, I extends Id> Criteria<T> allBut(EntityType<T, I> type) {
            return type.id().equalTo(type.idOf(hidden.id())).not();
        }

        @Override
        public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
            return true;
        }
    }

    private final StoryOffice office = new StoryOffice();

    static List<EntityType<?, ?>> parts() {
        return List.of(Leads.TYPE, Accounts.TYPE, Contacts.TYPE, Quotes.TYPE);
    }

    private static String everything(Timeline story) {
        return story + "\n" + story.text();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_is_hidden_contributes_nothing_and_is_not_named(EntityType<?, ?> hidden) {
        Conversion made = office.converted("Siam Tiles");
        office.draft(made.opportunity());
        List<EntityRef> there = office.door().of(made.opportunity()).entries().stream()
                .map(Timeline.Entry::about)
                .filter(ref -> ref.type().equals(hidden.name()))
                .distinct()
                .toList();
        assertThat(there).hasSize(1);

        Timeline story = office.under(new Hiding(hidden), SOMCHAI).of(made.opportunity());

        assertThat(story.entries()).isNotEmpty();
        assertThat(everything(story))
                .doesNotContain(
                        hidden.name() + " ",
                        hidden.name() + ".",
                        there.get(0).id().toString());
    }

    @Test
    void a_hidden_lead_does_not_show_in_the_opening_of_its_deal() {
        Conversion made = office.converted("Siam Tiles");

        Timeline story = office.under(new Hiding(Leads.TYPE), SOMCHAI).of(made.opportunity());

        Timeline.Entry opened =
                story.of(Opportunities.TYPE.refTo(made.opportunity())).entries().get(0);
        assertThat(opened.sentence())
                .isEqualTo("opened in Qualification for account Siam Tiles, amount THB 60000.00, to be decided by"
                        + " 2026-12-20");
        assertThat(opened.related()).isEmpty();
        assertThat(opened.changes()).extracting(Timeline.Change::field).doesNotContain("lead");
    }

    @Test
    void a_hidden_account_is_an_absent_one_before_and_after() {
        Account hidden = office.somchai.accounts().create(NewAccount.of("Secret Ltd"));
        Account shown = office.somchai.accounts().create(NewAccount.of("Siam Tiles"));
        Opportunity deal = office.somchai
                .opportunities()
                .open(NewOpportunity.of("Bathroom").account(hidden.id()));
        office.later();
        office.somchai.accounts().assign(hidden.id(), MALEE);
        office.later();
        Opportunity edited =
                office.somchai.opportunities().edit(EditOpportunity.of(deal).account(shown.id()));
        office.later();
        office.somchai.opportunities().edit(EditOpportunity.of(edited).account(hidden.id()));

        Timeline story = office.under(new HidingOne(Accounts.TYPE.refOf(hidden)), SOMCHAI)
                .of(deal.id());

        assertThat(story.entries())
                .extracting(entry -> entry.label() + ": " + entry.sentence())
                .containsExactly(
                        "deal Bathroom: opened in Qualification",
                        "deal Bathroom: account set to Siam Tiles",
                        "deal Bathroom: account no longer Siam Tiles");
        assertThat(everything(story)).doesNotContain("Secret", hidden.id().text());
    }

    @Test
    void where_a_contact_belongs_is_told_only_of_accounts_that_are_seen() {
        Conversion made = office.converted("Siam Tiles");
        ContactId contact = made.person().orElseThrow();
        Account hidden = office.somchai.accounts().create(NewAccount.of("Secret Ltd"));
        office.later();
        office.somchai.contacts().affiliate(Affiliate.of(contact, hidden.id(), LocalDate.of(2026, 11, 20)));

        Timeline whole = office.door().of(made.opportunity());
        Timeline story = office.under(new HidingOne(Accounts.TYPE.refOf(hidden)), SOMCHAI)
                .of(made.opportunity());

        assertThat(whole.text()).contains("affiliated with account Siam Tiles", "affiliated with account Secret Ltd");
        assertThat(story.entries()).hasSize(whole.entries().size() - 1);
        assertThat(everything(story)).doesNotContain("Secret", hidden.id().text());
    }

    @Test
    void one_hidden_quote_leaves_its_sibling() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        var hidden = office.draft(deal);
        var shown = office.draft(deal);

        Timeline story =
                office.under(new HidingOne(Quotes.TYPE.refOf(hidden)), SOMCHAI).of(deal);

        assertThat(story.text()).contains(StoryOffice.nameOf(shown.id()));
        assertThat(everything(story))
                .doesNotContain(StoryOffice.nameOf(hidden.id()), hidden.id().text());
    }

    @Test
    void stages_of_a_hidden_pipeline_have_no_names() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        office.later();
        office.somchai.opportunities().move(deal, "Proposal");

        Timeline story = office.under(new Hiding(Pipelines.TYPE), SOMCHAI).of(deal);

        assertThat(story.text()).doesNotContain("Qualification", "Proposal");
        assertThat(story.entries()).last().extracting(Timeline.Entry::sentence).isEqualTo("moved");
    }

    @Test
    void a_hidden_deal_has_no_story_and_none_in_that_of_its_account() {
        Conversion made = office.converted("Siam Tiles");
        TimelineService door = office.under(new Hiding(Opportunities.TYPE), SOMCHAI);

        assertThatThrownBy(() -> door.of(made.opportunity())).isInstanceOf(NotFoundException.class);
        assertThat(door.of(made.account()).entries())
                .extracting(Timeline.Entry::code)
                .containsExactly("account.created");
    }

    @Test
    void whoever_takes_a_deal_over_sees_what_is_theirs() {
        OpportunityId deal = office.converted("Siam Tiles").opportunity();
        office.later();
        office.somchai.opportunities().assign(deal, MALEE);

        assertThatThrownBy(
                        () -> office.under(AccessPolicy.ownRecords(), SOMCHAI).of(deal))
                .isInstanceOf(NotFoundException.class);
        assertThat(office.under(AccessPolicy.ownRecords(), MALEE).of(deal).text())
                .isEqualTo("""
                        2026-11-20 10:20 Somchai, deal 500 boxes of tiles: opened in Qualification, amount THB 60000.00, \
                        to be decided by 2026-12-20
                        2026-11-20 10:30 Somchai, deal 500 boxes of tiles: passed from Somchai to Malee""");
    }
}
