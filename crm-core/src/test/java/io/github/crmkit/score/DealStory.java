package io.github.crmkit.score;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.DealPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rows of one deal, told by hand: {@code DealStory.begin().on(1).in(1).on(4).in(2).amount("THB 5").on(9).won()}. */
final class DealStory {

    static final OpportunityId DEAL = new OpportunityId(new UUID(9, 9));
    static final UserId ANONG = new UserId(new UUID(3, 1));
    static final UserId BOON = new UserId(new UUID(3, 2));
    static final PipelineId SALES = new PipelineId(new UUID(4, 1));
    static final ScorePlan PLAN = ScorePlan.standard();

    /** Knows the three open stages of the sales pipeline. */
    static final CaseReader READER = new CaseReader(
            PLAN, new OrganisationZone(ZoneOffset.UTC), Map.of(SALES, List.of(stage(1), stage(2), stage(3))));

    private final List<Standing> rows = new ArrayList<>();
    private Instant at = Samples.day(0);
    private Standing.State state = new Standing.State(
            SALES,
            new StageId(new UUID(5, 1)),
            Outcome.OPEN,
            ForecastCategory.PIPELINE,
            Percent.of(50),
            null,
            null,
            ANONG,
            null);

    private DealStory() {}

    static DealStory begin() {
        return new DealStory();
    }

    static String stage(int number) {
        return new UUID(5, number).toString();
    }

    /** What follows is so from this day on. */
    DealStory on(int day) {
        at = Samples.day(day);
        return this;
    }

    DealStory in(int stage) {
        return row(stage, Outcome.OPEN, state.amount(), state.closeDate(), state.owner(), state.account());
    }

    DealStory amount(String amount) {
        return row(number(), state.outcome(), Money.parse(amount), state.closeDate(), state.owner(), state.account());
    }

    DealStory due(@Nullable LocalDate day) {
        return row(number(), state.outcome(), state.amount(), day, state.owner(), state.account());
    }

    DealStory owner(UserId owner) {
        return row(number(), state.outcome(), state.amount(), state.closeDate(), owner, state.account());
    }

    DealStory account() {
        AccountId account = new AccountId(new UUID(6, 1));
        return row(number(), state.outcome(), state.amount(), state.closeDate(), state.owner(), account);
    }

    DealStory won() {
        return row(8, Outcome.WON, state.amount(), state.closeDate(), state.owner(), state.account());
    }

    DealStory lost() {
        return row(9, Outcome.LOST, state.amount(), state.closeDate(), state.owner(), state.account());
    }

    DealStory removed() {
        Standing last = rows.get(rows.size() - 1);
        rows.add(new Standing(
                new StandingId(new UUID(7, rows.size())), DEAL, at, at, rows.size(), ANONG, last.state(), true));
        return this;
    }

    DealPath path() {
        return DealPath.of(rows);
    }

    private int number() {
        return (int) state.stage().value().getLeastSignificantBits();
    }

    private DealStory row(
            int stage,
            Outcome outcome,
            @Nullable Money amount,
            @Nullable LocalDate due,
            UserId owner,
            @Nullable AccountId account) {
        state = new Standing.State(
                SALES,
                new StageId(new UUID(5, stage)),
                outcome,
                ForecastCategory.PIPELINE,
                Percent.of(50),
                amount,
                due,
                owner,
                account);
        rows.add(
                new Standing(new StandingId(new UUID(7, rows.size())), DEAL, at, at, rows.size(), ANONG, state, false));
        return this;
    }
}
