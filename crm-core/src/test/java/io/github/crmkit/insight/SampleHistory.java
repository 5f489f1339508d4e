package io.github.crmkit.insight;

import static io.github.crmkit.opportunity.SampleOpportunity.OWNER;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.DealPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes histories for tests: {@code aDeal().in("Qualification", 0).in("Closed Won", 9).journey()}. Days count from
 * {@link #START}, a morning in Bangkok; each step returns another sample.
 */
record SampleHistory(
        List<Standing> rows,
        @Nullable Money amount,
        @Nullable LocalDate due,
        UserId owner) {

    static final OrganisationZone BANGKOK = new OrganisationZone(ZoneId.of("Asia/Bangkok"));
    static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    /** When everything is looked at unless said otherwise. */
    static final int END = 100;

    static SampleHistory aDeal() {
        return new SampleHistory(List.of(), Money.parse("THB 1000.00"), null, OWNER);
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    static Stage stage(String name) {
        return SALES.stage(name).orElseThrow();
    }

    SampleHistory amount(@Nullable String text) {
        return new SampleHistory(rows, text == null ? null : Money.parse(text), due, owner);
    }

    SampleHistory due(@Nullable LocalDate day) {
        return new SampleHistory(rows, amount, day, owner);
    }

    SampleHistory owner(UserId user) {
        return new SampleHistory(rows, amount, due, user);
    }

    /** In this stage from this day on, written down at once. */
    SampleHistory in(String stage, int day) {
        return at(stage, day(day), day(day));
    }

    /** In this stage from one day on, written down on a later one. */
    SampleHistory in(String stage, int day, int recorded) {
        return at(stage, day(day), day(recorded));
    }

    SampleHistory at(String stage, Instant effective, Instant recorded) {
        return with(row(SALES.id(), stage(stage), effective, recorded, false));
    }

    /** In an open stage of another pipeline. */
    SampleHistory elsewhere(int day) {
        Stage like = stage("Qualification");
        Stage other = Stage.of(new StageId(new UUID(8, 1)), like.definition());
        return with(row(new PipelineId(new UUID(6, 2)), other, day(day), day(day), false));
    }

    SampleHistory removed(int day) {
        Standing last = rows.get(rows.size() - 1);
        return with(new Standing(
                new StandingId(UUID.randomUUID()),
                last.deal(),
                day(day),
                day(day),
                rows.size() + 1L,
                owner,
                last.state(),
                true));
    }

    Journey journey() {
        return journey(END);
    }

    Journey journey(int until) {
        return Journey.of(DealPath.of(rows).rows(), day(until), BANGKOK).orElseThrow();
    }

    private SampleHistory with(Standing row) {
        List<Standing> all = new ArrayList<>(rows);
        all.add(row);
        return new SampleHistory(List.copyOf(all), amount, due, owner);
    }

    private Standing row(PipelineId pipeline, Stage stage, Instant effective, Instant recorded, boolean removed) {
        OpportunityId deal = rows.isEmpty()
                ? new OpportunityId(UUID.randomUUID())
                : rows.get(0).deal();
        Standing.State state = new Standing.State(
                pipeline, stage.id(), stage.outcome(), stage.category(), stage.probability(), amount, due, owner, null);
        return new Standing(
                new StandingId(UUID.randomUUID()), deal, effective, recorded, rows.size() + 1L, owner, state, removed);
    }
}
