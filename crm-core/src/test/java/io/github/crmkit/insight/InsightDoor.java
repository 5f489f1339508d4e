package io.github.crmkit.insight;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.insight.SampleHistory.BANGKOK;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.time.FiscalCalendar;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;

/** An office that sells through three stages, of which the second rots, and looks back at it. */
record InsightDoor(TestOffice office, Pipeline pipeline) {

    static InsightDoor open() {
        TestOffice office = TestOffice.open();
        Pipeline pipeline = new PipelineService(office.deskOf(SOMCHAI))
                .define(DefinePipeline.named("Tiles")
                        .stage(NewStage.open("First", Percent.of(10), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Second", Percent.of(30), ForecastCategory.PIPELINE)
                                .rottingAfter(5))
                        .stage(NewStage.open("Third", Percent.of(60), ForecastCategory.COMMIT))
                        .stage(NewStage.won("Won"))
                        .stage(NewStage.lost("Lost"))
                        .asDefault());
        return new InsightDoor(office, pipeline);
    }

    static InsightService insightOf(Desk desk) {
        return new InsightService(desk, FiscalCalendar.calendarYear(), BANGKOK);
    }

    InsightService insight() {
        return insightOf(office.deskOf(SOMCHAI));
    }

    /** What Malee sees of her own deals. */
    InsightService hers() {
        return insightOf(office.under(AccessPolicy.ownRecords()).deskOf(MALEE));
    }

    OpportunityService deals() {
        return new OpportunityService(office.deskOf(SOMCHAI), SampleOpportunity.TERMS);
    }

    Opportunity deal(UserId owner) {
        Opportunity deal = deals().open(NewOpportunity.of("Tiles").owner(owner).amount(Money.parse("THB 100.00")));
        return deals().edit(EditOpportunity.of(deal).nextStep(NextStep.of("call")));
    }

    Opportunity deal() {
        return deal(SOMCHAI);
    }

    /** Lets so many days pass. */
    Instant days(int days) {
        return office.pass(Duration.ofDays(days)).now();
    }
}
