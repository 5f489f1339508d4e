package io.github.crmkit.opportunity;

import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.time.FiscalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes deals for tests: {@code anOpportunity().in("Proposal").opportunity()}. Each step returns another sample. */
public record SampleOpportunity(Opportunity opportunity) {

    public static final UserId OWNER = new UserId(UUID.fromString("018f0000-0000-7000-8000-00000000c0de"));
    public static final Instant OPENED_AT = Instant.parse("2026-03-02T02:00:00.123456Z");

    /** Of an organisation in Bangkok, with calendar years and no home currency. */
    public static final Books BOOKS = Books.of(OpportunityDoor.BANGKOK, FiscalCalendar.calendarYear());

    /** On the terms of its books, without guards. */
    public static final DealTerms TERMS = DealTerms.of(BOOKS);

    /** The stages of the shipped pipeline, which ask nothing here, with the same ids in every test. */
    public static final Pipeline SALES = shipped();

    /** An open deal in the first stage of the shipped pipeline, of THB 1,000.00, expected by the end of March 2026. */
    public static SampleOpportunity anOpportunity() {
        Stage start = SALES.start();
        return new SampleOpportunity(new Opportunity(
                new OpportunityId(UUID.randomUUID()),
                Stamp.first(OPENED_AT, OWNER),
                "500 boxes of tiles",
                OWNER,
                Opportunity.Customer.unknown(),
                Position.startingIn(SALES.id(), start, OPENED_AT),
                Probabilities.of(start),
                new Expectation(Money.parse("THB 1000.00"), LocalDate.of(2026, 3, 31)),
                null,
                Dossier.empty(),
                null,
                null));
    }

    /** In the stage of this name, on its way from the first one; lost for lack of budget where it is a lost one. */
    public SampleOpportunity in(String stage) {
        return closed(stage, LocalDate.of(2026, 3, 20));
    }

    /** As {@link #in}, decided on this day where the stage is a closed one. */
    public SampleOpportunity closed(String stage, LocalDate on) {
        Stage to = SALES.stage(stage).orElseThrow();
        return new SampleOpportunity(opportunity
                .move(SALES, to, new Closure(on, "no budget"), OPENED_AT.plusSeconds(60), TERMS)
                .state());
    }

    public SampleOpportunity won() {
        return in("Closed Won");
    }

    public SampleOpportunity lost() {
        return in("Closed Lost");
    }

    /** Only for open deals. */
    public SampleOpportunity amount(@Nullable Money amount) {
        return expecting(amount, opportunity.expectation().closeDate());
    }

    /** Only for open deals. */
    public SampleOpportunity closingOn(@Nullable LocalDate day) {
        return expecting(opportunity.expectation().amount(), day);
    }

    /** Only for open deals. */
    public SampleOpportunity judged(long percent) {
        return new SampleOpportunity(opportunity
                .overrideProbability(Percent.of(percent), OWNER, OPENED_AT.plusSeconds(30))
                .state());
    }

    public SampleOpportunity owner(UserId owner) {
        return new SampleOpportunity(opportunity.assign(owner).state());
    }

    private SampleOpportunity expecting(@Nullable Money amount, @Nullable LocalDate day) {
        return new SampleOpportunity(opportunity
                .edit(EditOpportunity.of(opportunity).amount(amount).closingOn(day), BOOKS)
                .state());
    }

    private static Pipeline shipped() {
        int[] last = {0};
        return SilentPipeline.of(Pipeline.shipped(
                new PipelineId(new UUID(6, 1)),
                Stamp.first(OPENED_AT, OWNER),
                () -> new StageId(new UUID(7, ++last[0]))));
    }
}
