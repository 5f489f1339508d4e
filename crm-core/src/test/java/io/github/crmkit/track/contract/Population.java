package io.github.crmkit.track.contract;

import io.github.crmkit.deal.Dossier;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.storage.Storage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Deals of one tenant and the rows behind them, made up at random. Ids are the same in every population. Some populations are
 * narrow: their deals share owner, pipeline and day, so that many of them are added up together.
 */
final class Population {

    static final List<UserId> OWNERS = List.of(user(1), user(2), user(-3));

    /** The moments at which things happen; some lie a microsecond apart. */
    static final List<Instant> MOMENTS = moments();

    static final List<Pipeline> PIPELINES = List.of(pipeline(1, "Sales", true), pipeline(2, "Tenders", false));

    /** The days that deals are expected to be decided on: the ends of months and of years among them. */
    static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 2, 2),
            LocalDate.of(2027, 1, 1));

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
    private static final List<String> NUMBERS = List.of("0", "1", "10", "10.01", "9999999.999", "123456789012.3");
    private static final List<String> PERCENTS = List.of("0", "5", "33.333333", "0.000001", "100");
    private static final int MOST_ROWS = 8;

    private final Random random;
    private final boolean narrow;
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Standing> rows = new ArrayList<>();

    private Population(Random random) {
        this.random = random;
        this.narrow = random.nextInt(3) == 0;
    }

    /** So many deals, most of which are still there and most of which have a past. */
    static Population of(Random random, int deals) {
        Population made = new Population(random);
        for (int number = 1; number <= deals; number++) {
            made.add(number);
        }
        return made;
    }

    /** The way of selling, the deals and their rows, stored for this tenant in one unit. */
    void store(Storage storage, TenantId tenant) {
        storage.inUnit(tenant, unit -> {
            unit.repository(Pipelines.TYPE).insertAll(PIPELINES);
            unit.repository(Opportunities.TYPE).insertAll(deals);
            unit.repository(Standing.TYPE).insertAll(rows);
            return true;
        });
    }

    List<Opportunity> deals() {
        return deals;
    }

    List<Standing> rows() {
        return rows;
    }

    private void add(int number) {
        OpportunityId id = dealId(number);
        Standing.State state = state();
        int count = random.nextInt(MOST_ROWS + 1);
        List<Standing> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            state = random.nextBoolean() ? resembling(state) : state();
            Instant effective = oneOf(MOMENTS);
            past.add(row(number, i, effective, recorded(effective), state, random.nextInt(8) == 0));
        }
        rows.addAll(past);
        if (random.nextInt(4) != 0) {
            deals.add(deal(id, number, state));
        }
    }

    /** A row of the deal of this number; its place among the deal's rows is only in its id. */
    static Standing row(
            int deal, int place, Instant effective, Instant recorded, Standing.State state, boolean removed) {
        // ids and versions go the other way than the places, so that only the order that is agreed on is right
        return new Standing(
                new StandingId(new UUID(deal, -place)),
                dealId(deal),
                effective,
                recorded,
                1 + (MOST_ROWS - place) / 3,
                OWNERS.get(0),
                state,
                removed);
    }

    /** The deal of this number, as it stands. */
    static Opportunity deal(OpportunityId id, int number, Standing.State state) {
        Outcome outcome = state.outcome();
        return new Opportunity(
                id,
                Stamp.first(MOMENTS.get(0), OWNERS.get(0)),
                "Deal " + number,
                state.owner(),
                Opportunity.Customer.unknown(),
                new Position(
                        state.pipeline(),
                        state.stage(),
                        state.category(),
                        outcome,
                        MOMENTS.get(0),
                        outcome.isClosed() ? null : state.stage()),
                new Probabilities(state.probability(), null, null),
                new Expectation(state.amount(), state.closeDate()),
                outcome.isClosed() ? new Closure(DAYS.get(0), "decided") : null,
                Dossier.empty(),
                null,
                null);
    }

    static OpportunityId dealId(int number) {
        // half of them are negative as signed numbers
        return new OpportunityId(new UUID(number % 2 == 0 ? 7 : -7, number));
    }

    /** Some state; of what is given nothing is made up. */
    static Standing.State state(
            Pipeline pipeline,
            Stage stage,
            String percent,
            @Nullable Money amount,
            @Nullable LocalDate due,
            UserId owner) {
        return new Standing.State(
                pipeline.id(),
                stage.id(),
                stage.outcome(),
                stage.category(),
                Percent.of(percent),
                amount,
                due,
                owner,
                null);
    }

    private Standing.State state() {
        Pipeline pipeline = oneOf(some(PIPELINES));
        return state(pipeline, oneOf(pipeline.stages()), oneOf(PERCENTS), amount(), day(), oneOf(some(OWNERS)));
    }

    /** Something like it: most changes change one thing. */
    private Standing.State resembling(Standing.State state) {
        Pipeline pipeline = PIPELINES.stream()
                .filter(one -> one.id().equals(state.pipeline()))
                .findFirst()
                .orElseThrow();
        Stage stage = pipeline.stage(state.stage()).orElseThrow();
        String percent = state.probability().value().toPlainString();
        return switch (random.nextInt(4)) {
            case 0 -> state(pipeline, stage, percent, amount(), state.closeDate(), state.owner());
            case 1 -> state(pipeline, stage, percent, state.amount(), day(), state.owner());
            case 2 -> state(pipeline, stage, percent, state.amount(), state.closeDate(), oneOf(some(OWNERS)));
            default ->
                state(
                        pipeline,
                        oneOf(pipeline.stages()),
                        oneOf(PERCENTS),
                        state.amount(),
                        state.closeDate(),
                        state.owner());
        };
    }

    private @Nullable Money amount() {
        if (random.nextInt(5) == 0) {
            return null;
        }
        CurrencyUnit currency = CurrencyUnit.of(oneOf(some(CURRENCIES)));
        return Money.of(currency, new BigDecimal(oneOf(NUMBERS)), RoundingMode.DOWN);
    }

    private @Nullable LocalDate day() {
        return random.nextInt(6) == 0 ? null : oneOf(some(DAYS));
    }

    private Instant recorded(Instant effective) {
        Instant other = oneOf(MOMENTS);
        return random.nextBoolean() || other.isBefore(effective) ? effective : other;
    }

    private <E> List<E> some(List<E> all) {
        return narrow ? all.subList(0, 1) : all;
    }

    private <E> E oneOf(List<E> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static List<Instant> moments() {
        Instant begin = Instant.parse("2026-01-31T23:59:59.999998Z");
        List<Instant> moments = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int micro = 0; micro < 3; micro++) {
                moments.add(begin.plusSeconds(86_400L * day).plusNanos(1_000L * micro));
            }
        }
        return List.copyOf(moments);
    }

    private static Pipeline pipeline(int number, String name, boolean isDefault) {
        List<Stage> stages = List.of(
                stage(number, 1, NewStage.open("First", Percent.of(10), ForecastCategory.PIPELINE)),
                stage(number, 2, NewStage.open("Second", Percent.of(60), ForecastCategory.COMMIT)),
                stage(number, 3, NewStage.won("Won")),
                stage(number, 4, NewStage.lost("Lost")));
        return new Pipeline(
                new PipelineId(new UUID(4, number)),
                Stamp.first(MOMENTS.get(0), OWNERS.get(0)),
                name,
                null,
                stages,
                isDefault,
                true);
    }

    private static Stage stage(int pipeline, int number, NewStage as) {
        return Stage.of(new StageId(new UUID(pipeline, number)), as);
    }

    private static UserId user(int number) {
        return new UserId(new UUID(number, number));
    }
}
