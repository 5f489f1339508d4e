package io.github.crmkit.track.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.contract.Bench;
import io.github.crmkit.storage.contract.ContractCase;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.Movement;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.PipelineCube;
import io.github.crmkit.track.PipelineNow;
import io.github.crmkit.track.PipelineThen;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.joda.money.Money;

/** The cases of the contract: each answer is the fold's, on the store itself and in memory. */
public final class RollupContract {

    private static final int POPULATIONS = Integer.getInteger("crmkit.contract.populations", 12);
    private static final int QUESTIONS = 12;
    private static final int DEALS = 25;
    private static final long FIRST_SEED = Long.getLong("crmkit.contract.seed", 2026);

    private RollupContract() {}

    /** All cases. The storage is to keep deals, pipelines and the rows behind deals. */
    public static List<ContractCase> cases() {
        return List.of(
                new ContractCase(
                        "the_pipeline_now_is_that_of_the_fold", bench -> random(bench, questions -> questions.now())),
                new ContractCase(
                        "the_pipeline_then_is_that_of_the_fold", bench -> random(bench, questions -> questions.then())),
                new ContractCase(
                        "a_movement_is_that_of_the_fold_and_balances",
                        bench -> random(bench, questions -> questions.movement())),
                new ContractCase("nothing_adds_up_to_nothing", RollupContract::nothing),
                new ContractCase("a_unit_counts_what_it_wrote_itself", RollupContract::ownWrites),
                new ContractCase("the_largest_amounts_are_added_up_exactly", RollupContract::largest),
                new ContractCase("days_and_moments_that_no_store_keeps_are_understood", RollupContract::farDays));
    }

    /** The case of this name. */
    public static ContractCase named(String name) {
        return cases().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static void random(Bench first, Function<Questions, Rollup<Opportunity, ?>> asking) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + POPULATIONS; seed++) {
            Bench bench = Bench.over(first.storage(), first.other());
            MemoryStorage memory = new MemoryStorage();
            Random random = new Random(seed);
            Population own = Population.of(random, DEALS);
            Population strange = Population.of(random, DEALS);
            for (Bench at : List.of(bench, new Bench(memory, memory, bench.tenant(), bench.stranger()))) {
                own.store(at.storage(), at.tenant());
                strange.store(at.storage(), at.stranger());
            }
            Questions questions = new Questions(random, own.deals());
            for (int i = 0; i < QUESTIONS; i++) {
                compare(bench, memory, asking.apply(questions), questions.visible(), "seed " + seed);
            }
        }
    }

    private static <R> void compare(
            Bench bench,
            MemoryStorage memory,
            Rollup<Opportunity, R> question,
            Criteria<Opportunity> visible,
            String what) {
        R expected = memory.inUnit(bench.tenant(), unit -> question.fold(unit, visible));
        R answered = bench.other().inUnit(bench.tenant(), unit -> unit.answer(question, visible));
        R folded = bench.other().inUnit(bench.tenant(), unit -> question.fold(unit, visible));
        assertThat(answered)
                .as("%s: %s of %s", what, question, visible.describe())
                .isEqualTo(expected);
        assertThat(folded)
                .as("%s: the fold of %s of %s", what, question, visible.describe())
                .isEqualTo(expected);
        if (answered instanceof Movement movement) {
            assertThat(movement.total().residual().isNone())
                    .as("%s balances", question)
                    .isTrue();
        }
    }

    private static void nothing(Bench bench) {
        Population.of(new Random(1), DEALS).store(bench.storage(), bench.stranger());
        Instant first = Population.MOMENTS.get(0);
        Instant last = Population.MOMENTS.get(Population.MOMENTS.size() - 1);
        assertThat(ask(bench, PipelineNow.all())).isEqualTo(PipelineCube.empty());
        assertThat(ask(bench, new PipelineThen(Viewpoint.asOf(last)))).isEqualTo(PipelineCube.empty());
        Movement still = ask(bench, MovementBetween.of(first, last));
        assertThat(still.cells()).isEmpty();
        assertThat(still.transfers()).isEmpty();
    }

    private static void ownWrites(Bench bench) {
        Population.of(new Random(2), DEALS).store(bench.storage(), bench.tenant());
        Instant moment = Population.MOMENTS.get(3);
        Standing.State state = Population.state(
                Population.PIPELINES.get(0),
                Population.PIPELINES.get(0).start(),
                "10",
                Money.parse("EUR 12.34"),
                null,
                Population.OWNERS.get(0));
        bench.run(unit -> {
            Opportunity fresh = Population.deal(Population.dealId(900), 900, state);
            unit.repository(Opportunities.TYPE).insert(fresh);
            unit.repository(Standing.TYPE).insert(Population.row(900, 0, moment, moment, state, false));
            for (Rollup<Opportunity, ?> question : List.<Rollup<Opportunity, ?>>of(
                    PipelineNow.all(),
                    new PipelineThen(Viewpoint.asOf(moment)),
                    MovementBetween.of(Population.MOMENTS.get(0), moment))) {
                assertThat(unit.<Opportunity, Object>answer(own(question), Criteria.all()))
                        .as("%s", question)
                        .isEqualTo(own(question).fold(unit, Criteria.all()));
            }
        });
    }

    @SuppressWarnings("unchecked") // an answer is only compared
    private static Rollup<Opportunity, Object> own(Rollup<Opportunity, ?> question) {
        return (Rollup<Opportunity, Object>) question;
    }

    /** Amounts of 18 digits before the point, weighed with eight decimals, often enough to need more digits than any of them. */
    private static void largest(Bench bench) {
        Pipeline pipeline = Population.PIPELINES.get(0);
        Money most = Money.parse("KWD 999999999999999999.999");
        Standing.State state = Population.state(
                pipeline, pipeline.start(), "99.999999", most, Population.DAYS.get(0), Population.OWNERS.get(0));
        Instant moment = Population.MOMENTS.get(1);
        bench.run(unit -> {
            unit.repository(Pipelines.TYPE).insertAll(Population.PIPELINES);
            for (int number = 1; number <= 40; number++) {
                unit.repository(Opportunities.TYPE).insert(Population.deal(Population.dealId(number), number, state));
                unit.repository(Standing.TYPE).insert(Population.row(number, 0, moment, moment, state, false));
            }
        });
        PipelineCube.Cell cell =
                ask(bench, new PipelineThen(Viewpoint.asOf(moment))).total();
        assertThat(cell.count()).isEqualTo(40);
        assertThat(cell.amount().only()).isEqualTo(Money.parse("KWD 39999999999999999999.960"));
        assertThat(cell.weighted()).hasToString("[KWD 39999999599999999999.9600000004]");
        assertThat(ask(bench, PipelineNow.all()).total()).isEqualTo(cell);
        Movement moved = ask(bench, MovementBetween.of(Population.MOMENTS.get(0), moment));
        assertThat(moved.total().end().amount()).isEqualTo(cell.amount());
    }

    private static void farDays(Bench bench) {
        MemoryStorage memory = new MemoryStorage();
        Population own = Population.of(new Random(3), DEALS);
        own.store(bench.storage(), bench.tenant());
        own.store(memory, bench.tenant());
        Instant first = Population.MOMENTS.get(0).plusNanos(1);
        Instant last = Population.MOMENTS.get(6).plusNanos(999);
        for (DateRange days : List.of(
                DateRange.of(LocalDate.MIN, LocalDate.MAX),
                DateRange.startingOn(LocalDate.of(10_000, 1, 1)),
                DateRange.validThrough(LocalDate.of(999, 12, 31)),
                DateRange.validThrough(LocalDate.of(9999, 12, 31)))) {
            compare(bench, memory, new MovementBetween(first, last, null, days), Criteria.all(), "far days");
        }
        compare(bench, memory, new PipelineThen(Viewpoint.asOf(last)), Criteria.all(), "between microseconds");
    }

    private static <R> R ask(Bench bench, Rollup<Opportunity, R> question) {
        return bench.other().inUnit(bench.tenant(), unit -> unit.answer(question, Criteria.all()));
    }
}
