package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.query.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityFieldsTest {

    private static final Instant JUDGED_AT = Instant.parse("2026-03-05T06:07:08.000009Z");

    @Test
    void the_fields_tell_everything_about_an_open_deal() {
        assertThat(told(full(anOpportunity().in("Proposal").opportunity()))).isEqualTo("""
                name: 500 boxes of tiles
                owner: 018f0000-0000-7000-8000-00000000c0de
                account: 00000000-0000-0001-0000-000000000001
                contact: 00000000-0000-0001-0000-000000000002
                pipeline: 00000000-0000-0006-0000-000000000001
                stage: 00000000-0000-0007-0000-000000000003
                category: BEST_CASE
                outcome: OPEN
                enteredAt: 2026-03-02T02:01:00.123456Z
                lastOpenStage: 00000000-0000-0007-0000-000000000003
                probability: 90.000000
                stageProbability: 50.000000
                modelProbability: 40.000000
                manualProbability: 90.000000
                judgedBy: 00000000-0000-0001-0000-000000000004
                judgedAt: 2026-03-05T06:07:08.000009Z
                amount: 1000.000000
                currency: THB
                amountMode: ENTERED
                recurringAmount: 250.000000
                recurringMonths: 3
                closeDate: 2026-03-31
                slipsInPeriod: 2
                slipsAcross: 1
                closedOn: null
                closeReason: null
                closeCompetitor: null
                closeRate: null
                closeRateCurrency: null
                closeRateSource: null
                nextStep: call
                nextStepOn: 2026-03-10
                lead: 00000000-0000-0001-0000-000000000003
                reference: D-1
                createdAt: 2026-03-02T02:00:00.123456Z
                """);
    }

    @Test
    void the_fields_of_a_lost_deal_tell_when_and_why_and_where_it_was_before() {
        assertThat(told(anOpportunity().in("Negotiation").lost().opportunity()))
                .contains(
                        "stage: "
                                + SALES.stage("Closed Lost").orElseThrow().id().text() + "\n",
                        "lastOpenStage: "
                                + SALES.stage("Negotiation").orElseThrow().id().text() + "\n",
                        "category: OMITTED\n",
                        "outcome: LOST\n",
                        "probability: 0.000000\n",
                        "modelProbability: null\n",
                        "manualProbability: null\n",
                        "closeDate: 2026-03-31\n",
                        "closedOn: 2026-03-20\n",
                        "closeReason: no budget\n");
    }

    @Test
    void only_fields_that_may_be_absent_are_absent() {
        Opportunity bare = anOpportunity().amount(null).closingOn(null).opportunity();

        for (Field<Opportunity, ?> field : OpportunityFields.ALL) {
            assertThat(field.nullable() || field.plain(bare) != null)
                    .as(field.name())
                    .isTrue();
        }
        assertThat(OpportunityFields.ALL)
                .filteredOn(Field::nullable)
                .extracting(Field::name)
                .containsExactly(
                        "account",
                        "contact",
                        "lastOpenStage",
                        "modelProbability",
                        "manualProbability",
                        "judgedBy",
                        "judgedAt",
                        "amount",
                        "currency",
                        "recurringAmount",
                        "recurringMonths",
                        "closeDate",
                        "closedOn",
                        "closeReason",
                        "closeCompetitor",
                        "closeRate",
                        "closeRateCurrency",
                        "closeRateSource",
                        "nextStep",
                        "nextStepOn",
                        "lead",
                        "reference");
    }

    /** The same open deal with everything that a deal can have. */
    private static Opportunity full(Opportunity deal) {
        Probabilities.Judgement said =
                new Probabilities.Judgement(Percent.of(90), new UserId(new UUID(1, 4)), JUDGED_AT);
        return new Opportunity(
                deal.id(),
                deal.stamp(),
                deal.name(),
                deal.owner(),
                new Opportunity.Customer(new AccountId(new UUID(1, 1)), new ContactId(new UUID(1, 2))),
                deal.position(),
                deal.probabilities().withModel(Percent.of(40)).withJudgement(said),
                new Expectation(
                        AmountMode.ENTERED,
                        deal.expectation().amount(),
                        new Recurring(Money.parse("THB 250.00"), 3),
                        deal.expectation().closeDate(),
                        new Slips(2, 1)),
                null,
                Dossier.empty()
                        .people(
                                List.of(),
                                List.of(),
                                List.of(),
                                NextStep.of("call").by(LocalDate.of(2026, 3, 10))),
                new LeadId(new UUID(1, 3)),
                "D-1");
    }

    private static String told(Opportunity deal) {
        return OpportunityFields.ALL.stream()
                .map(field -> field.name() + ": " + text(field, deal) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Field<Opportunity, ?> field, Opportunity deal) {
        Object value = field.plain(deal);
        return value == null ? "null" : field.type().format(value);
    }
}
