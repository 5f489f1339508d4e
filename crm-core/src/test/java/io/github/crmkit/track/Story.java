package io.github.crmkit.track;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Tells the path of one deal by hand: {@code Story.of(1).on(3).opened("100").on(5).amount("120").on(9).won()}. Days are those
 * of March 2026. Starts open, of Anong, in the first pipeline, without amount and close date.
 */
final class Story {

    static final UserId ANONG = new UserId(new UUID(3, 1));
    static final UserId BOON = new UserId(new UUID(3, 2));
    static final UserId CHAI = new UserId(new UUID(3, 3));
    static final PipelineId SALES = new PipelineId(new UUID(4, 1));
    static final PipelineId TENDERS = new PipelineId(new UUID(4, 2));

    private final OpportunityId deal;
    private final List<Standing> rows = new ArrayList<>();
    private Instant effective = day(1);
    private @Nullable Instant recorded;
    private Standing.State state = new Standing.State(
            SALES,
            stage(SALES, Outcome.OPEN),
            Outcome.OPEN,
            ForecastCategory.PIPELINE,
            Percent.of(50),
            null,
            null,
            ANONG,
            null);

    private Story(long number) {
        deal = new OpportunityId(new UUID(9, number));
    }

    static Story of(long number) {
        return new Story(number);
    }

    /** The beginning of this day of March 2026. */
    static Instant day(int ofMarch) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * (ofMarch - 1));
    }

    static StageId stage(PipelineId pipeline, Outcome outcome) {
        long number = switch (outcome) {
            case OPEN -> 1;
            case WON -> 2;
            case LOST -> 3;
        };
        return new StageId(new UUID(pipeline.value().getLeastSignificantBits(), number));
    }

    /** What follows is effective on this day, and written down then. */
    Story on(int day) {
        return at(day(day));
    }

    /** What follows is effective at this moment, and written down then. */
    Story at(Instant moment) {
        effective = moment;
        recorded = null;
        return this;
    }

    /** What follows was written down on this day only. */
    Story noted(int day) {
        recorded = day(day);
        return this;
    }

    Story opened(@Nullable String amount) {
        return amount(amount);
    }

    /** In baht where only a number is given. */
    Story amount(@Nullable String amount) {
        Money money = amount == null ? null : Money.parse(amount.contains(" ") ? amount : "THB " + amount);
        return add(
                with(state.pipeline(), state.outcome(), money, state.closeDate(), state.owner(), state.probability()),
                false);
    }

    Story due(@Nullable String day) {
        LocalDate date = day == null ? null : LocalDate.parse(day);
        return add(
                with(state.pipeline(), state.outcome(), state.amount(), date, state.owner(), state.probability()),
                false);
    }

    Story owner(UserId owner) {
        return add(
                with(state.pipeline(), state.outcome(), state.amount(), state.closeDate(), owner, state.probability()),
                false);
    }

    Story pipeline(PipelineId pipeline) {
        return add(
                with(pipeline, state.outcome(), state.amount(), state.closeDate(), state.owner(), state.probability()),
                false);
    }

    Story probability(long percent) {
        return add(
                with(
                        state.pipeline(),
                        state.outcome(),
                        state.amount(),
                        state.closeDate(),
                        state.owner(),
                        Percent.of(percent)),
                false);
    }

    Story outcome(Outcome outcome) {
        return add(
                with(state.pipeline(), outcome, state.amount(), state.closeDate(), state.owner(), state.probability()),
                false);
    }

    Story won() {
        return outcome(Outcome.WON);
    }

    Story lost() {
        return outcome(Outcome.LOST);
    }

    Story reopened() {
        return outcome(Outcome.OPEN);
    }

    /** All of it at once. */
    Story becomes(Standing.State next) {
        return add(next, false);
    }

    Story removed() {
        return add(state, true);
    }

    Standing.State state() {
        return state;
    }

    List<Standing> rows() {
        return List.copyOf(rows);
    }

    DealPath path() {
        return DealPath.of(rows);
    }

    Standing.State with(
            PipelineId pipeline,
            Outcome outcome,
            @Nullable Money amount,
            @Nullable LocalDate closeDate,
            UserId owner,
            Percent probability) {
        ForecastCategory category = switch (outcome) {
            case OPEN -> ForecastCategory.PIPELINE;
            case WON -> ForecastCategory.CLOSED;
            case LOST -> ForecastCategory.OMITTED;
        };
        return new Standing.State(
                pipeline, stage(pipeline, outcome), outcome, category, probability, amount, closeDate, owner, null);
    }

    private Story add(Standing.State next, boolean removed) {
        state = next;
        rows.add(new Standing(
                new StandingId(new UUID(deal.value().getLeastSignificantBits(), rows.size() + 1)),
                deal,
                effective,
                recorded == null ? effective : recorded,
                rows.size() + 1,
                state.owner(),
                next,
                removed));
        return this;
    }
}
