package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.assertNotFound;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.ContactService;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which deals, and who may do what to them. */
class OpportunityAccessTest {

    private static final Money AMOUNT_OF_DEAL = Money.parse("THB 57420.00");
    private static final List<EntityType<?, ?>> TYPES = List.of(Opportunities.TYPE, Pipelines.TYPE);

    private final TestOffice office = TestOffice.open();
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

    @BeforeEach
    void stages_ask_nothing() {
        SilentPipeline.install(office.deskOf(SOMCHAI));
    }

    @Test
    void unknown_ids_and_those_of_another_tenant_are_not_found_alike() {
        Desk strange = office.deskOf(OTHER_TENANT, SOMCHAI);
        Opportunity theirs = at(strange).open(NewOpportunity.of("theirs"));
        AccountId theirAccount =
                new AccountService(strange).create(NewAccount.of("Theirs")).id();
        Opportunity ours = deals.open(NewOpportunity.of("ours"));
        OpportunityId nobody = new OpportunityId(new UUID(4, 4));

        for (OpportunityId id : List.of(theirs.id(), nobody)) {
            assertNotFound(() -> deals.get(id), id.value());
            assertNotFound(() -> deals.move(id, "Proposal"), id.value());
            assertNotFound(() -> deals.win(id), id.value());
            assertNotFound(() -> deals.reopen(id, "because"), id.value());
            assertNotFound(() -> deals.assign(id, MALEE), id.value());
            assertNotFound(() -> deals.overrideProbability(id, Percent.of(5)), id.value());
            assertNotFound(() -> deals.options(id), id.value());
            assertNotFound(() -> deals.history(id), id.value());
        }
        assertNotFound(() -> deals.open(NewOpportunity.of("a").account(theirAccount)), theirAccount.value());
        assertNotFound(() -> deals.open(NewOpportunity.of("a").contact(new ContactId(new UUID(4, 5)))), new UUID(4, 5));
        PipelineId theirPipeline = theirs.position().pipeline();
        assertNotFound(() -> deals.open(NewOpportunity.of("a").in(theirPipeline)), theirPipeline.value());
        assertNotFound(() -> deals.edit(EditOpportunity.of(ours).account(theirAccount)), theirAccount.value());
        assertThat(deals.get(ours.id())).isEqualTo(ours);
    }

    @Test
    void callers_see_their_own_deals_under_that_policy() {
        TestOffice guarded = office.under(AccessPolicy.ownRecords());
        Opportunity deal =
                at(guarded.deskOf(SOMCHAI)).open(NewOpportunity.of("mine").amount(AMOUNT_OF_DEAL));
        OpportunityService malee = at(guarded.deskOf(MALEE));

        assertNotFound(() -> malee.win(deal.id()), deal.id().value());
        assertThat(malee.count(Criteria.all())).isZero();
        assertThat(at(guarded.deskOf(SOMCHAI)).count(Criteria.all())).isEqualTo(1);
    }

    @Test
    void who_may_not_reopen_is_denied_and_the_deal_stays_closed() {
        Opportunity lost = deals.lose(deals.open(NewOpportunity.of("a")).id(), "too dear");
        Opportunity open = deals.open(NewOpportunity.of("b"));
        OpportunityService denied = at(office.under(Denying.of(Action.REOPEN)).deskOf(SOMCHAI));
        List<Object> before = office.dump(TYPES);

        assertDenied("reopen", () -> denied.reopen(lost.id(), "budget came back"));

        assertThat(office.dump(TYPES)).isEqualTo(before);
        assertThat(deals.get(lost.id())).isEqualTo(lost);
        assertThat(denied.reopen(open.id(), "it is open already")).isEqualTo(open);
        assertThat(denied.win(open.id()).isOpen()).isFalse();
        assertThat(deals.reopen(lost.id(), "budget came back").isOpen()).isTrue();
    }

    @Test
    void every_kind_of_change_asks_for_the_right_to_it_and_writes_nothing_without() {
        Opportunity open = deals.open(NewOpportunity.of("a"));
        Opportunity judged = deals.overrideProbability(open.id(), Percent.of(40));
        NewOpportunity another = NewOpportunity.of("b");
        List<Object> before = office.dump(TYPES);

        assertDenied(Action.CREATE, denied -> denied.open(another), denied -> denied.openAll(List.of(another)));
        assertDenied(
                Action.UPDATE,
                denied -> denied.move(open.id(), "Proposal"),
                denied -> denied.edit(EditOpportunity.of(judged).name("c")),
                denied -> denied.staff(OpportunityCommand.Staff.of(judged).member(MALEE, "presales")),
                denied -> denied.setAmount(OpportunityCommand.SetAmount.fromLines(judged)),
                denied -> denied.score(open.id(), Percent.of(5)));
        assertDenied(Action.CLOSE, denied -> denied.win(open.id()), denied -> denied.lose(open.id(), "too dear"));
        assertDenied(
                Action.ASSIGN,
                denied -> denied.assign(open.id(), MALEE),
                denied -> denied.handOver(OpportunityCommand.HandOver.of(open.id(), MALEE, "yours now")));
        assertDenied(
                Action.OVERRIDE,
                denied -> denied.overrideProbability(open.id(), Percent.of(90)),
                denied -> denied.withdrawOverride(open.id()));

        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @Test
    void an_edit_asks_for_the_new_buyer_and_not_for_the_one_that_the_deal_has() {
        Account hers = new AccountService(office.deskOf(MALEE)).create(NewAccount.of("Hers"));
        Account alsoHers = new AccountService(office.deskOf(MALEE)).create(NewAccount.of("Also hers"));
        Contact her = new ContactService(office.deskOf(MALEE)).create(NewContact.of("Anong", "Srisai"));
        Contact another = new ContactService(office.deskOf(MALEE)).create(NewContact.of("Ploy", "Srisai"));
        Opportunity deal = deals.open(NewOpportunity.of("a").account(hers.id()).contact(her.id()));
        OpportunityService his = at(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));

        Opportunity edited = his.edit(EditOpportunity.of(deal).name("b"));

        assertThat(edited.customer()).isEqualTo(new Opportunity.Customer(hers.id(), her.id()));
        EditOpportunity next = EditOpportunity.of(edited);
        assertNotFound(
                () -> his.edit(next.account(alsoHers.id())), alsoHers.id().value());
        assertNotFound(() -> his.edit(next.contact(another.id())), another.id().value());
        assertThat(his.edit(next.account(null).contact(null)).customer()).isEqualTo(Opportunity.Customer.unknown());
    }

    @SafeVarargs
    private void assertDenied(Action action, Function<OpportunityService, Object>... changes) {
        OpportunityService denied = at(office.under(Denying.of(action)).deskOf(SOMCHAI));
        for (Function<OpportunityService, Object> change : changes) {
            assertDenied(action.word(), () -> change.apply(denied));
        }
    }

    private static void assertDenied(String action, Callable<?> change) {
        AccessDeniedException refused = catchThrowableOfType(AccessDeniedException.class, change::call);
        assertThat(refused.action()).isEqualTo(action);
        assertThat(refused.type()).isEqualTo("opportunity");
    }
}
