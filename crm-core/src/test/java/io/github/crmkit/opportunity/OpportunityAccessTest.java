package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.assertNotFound;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.PipelineId;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Who sees which deals, and who may do what to them. */
class OpportunityAccessTest {

    private static final Money AMOUNT_OF_DEAL = Money.parse("THB 57420.00");

    private final TestOffice office = TestOffice.open();
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

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
        assertNotFound(() -> deals.board(theirPipeline), theirPipeline.value());
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
        assertThat(malee.board().columns())
                .allSatisfy(c -> assertThat(c.deals()).isZero());
        assertThat(at(guarded.deskOf(SOMCHAI)).board().columns().get(0).deals()).isEqualTo(1);
    }
}
