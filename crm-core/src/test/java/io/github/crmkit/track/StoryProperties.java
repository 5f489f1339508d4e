package io.github.crmkit.track;

import static io.github.crmkit.track.Story.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whatever rows there are, possible for real deals or not: late ones, several of one moment, removals and returns. */
class StoryProperties {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final DateRange MARCH = DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final ExchangeRates RATES = FixedRates.of(
            rate("USD", "32.123456789", FIRST),
            rate("USD", "35.00000001", LAST),
            rate("JPY", "0.215557", FIRST),
            rate("JPY", "0.209999", LAST));

    /** One row: when, how late it was noted, and how the deal stood. */
    record Note(
            int effective,
            int delay,
            UserId owner,
            PipelineId pipeline,
            Outcome outcome,
            @Nullable Money amount,
            @Nullable LocalDate due,
            boolean removed) {}

    private static ExchangeRate rate(String from, String rate, LocalDate day) {
        return new ExchangeRate(CurrencyUnit.of(from), THB, new BigDecimal(rate), day, "test");
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void every_statement_balances(
            @ForAll("histories") List<List<Standing>> deals,
            @ForAll @IntRange(min = 0, max = 12) int from,
            @ForAll @IntRange(min = 0, max = 12) int length,
            @ForAll boolean windowed) {
        Movement movement = answer(deals, question(from, from + length).due(windowed ? MARCH : null));

        for (MovementLine line : readings(movement)) {
            assertThat(line.residual()).isEqualTo(Flow.none());
            assertThat(line.in(THB, RATES, FIRST, LAST).residual()).isEqualTo(Money.zero(THB));
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_statement_starts_and_ends_with_the_deals_that_stood_there(
            @ForAll("histories") List<List<Standing>> deals,
            @ForAll @IntRange(min = 0, max = 12) int from,
            @ForAll @IntRange(min = 0, max = 12) int length,
            @ForAll boolean windowed) {
        DateRange due = windowed ? MARCH : null;
        MovementLine line =
                answer(deals, question(from, from + length).due(due)).total();

        assertThat(line.start()).isEqualTo(standing(deals, Viewpoint.asOf(day(1 + from)), due));
        assertThat(line.end()).isEqualTo(standing(deals, Viewpoint.asOf(day(1 + from + length)), due));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_statement_over_two_spans_is_that_over_one_and_that_over_the_other(
            @ForAll("histories") List<List<Standing>> deals,
            @ForAll @IntRange(min = 0, max = 8) int from,
            @ForAll @IntRange(min = 0, max = 8) int first,
            @ForAll @IntRange(min = 0, max = 8) int second) {
        Movement one = answer(deals, question(from, from + first));
        Movement other = answer(deals, question(from + first, from + first + second));

        assertThat(one.then(other)).isEqualTo(answer(deals, question(from, from + first + second)));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_cube_is_the_fold_of_what_was_recorded(
            @ForAll("histories") List<List<Standing>> deals,
            @ForAll @IntRange(min = 0, max = 22) int effective,
            @ForAll @IntRange(min = 0, max = 22) int known) {
        Viewpoint from = Viewpoint.asOf(day(1 + effective)).asKnownAt(day(1 + known));
        PipelineCube cube = answer(deals, new PipelineThen(from));

        PipelineCube.Tally expected = new PipelineCube.Tally();
        deals.forEach(rows -> holds(rows, from).ifPresent(expected::add));
        assertThat(cube).isEqualTo(expected.cube());
        assertThat(cube.byOwner().values().stream().reduce(PipelineCube.Cell.none(), PipelineCube.Cell::plus))
                .isEqualTo(cube.total());
        assertThat(cube.byMonth().values().stream().reduce(cube.undated(), PipelineCube.Cell::plus))
                .isEqualTo(cube.total());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_was_known_is_not_changed_by_what_is_recorded_later(
            @ForAll("histories") List<List<Standing>> deals, @ForAll @IntRange(min = 0, max = 22) int known) {
        Instant moment = day(1 + known);
        List<List<Standing>> then = deals.stream()
                .map(rows -> rows.stream()
                        .filter(row -> !row.recorded().isAfter(moment))
                        .toList())
                .toList();
        MovementBetween question = MovementBetween.of(day(3), day(20)).asKnownAt(moment);

        assertThat(answer(deals, new PipelineThen(Viewpoint.knownAt(moment))))
                .isEqualTo(answer(then, new PipelineThen(Viewpoint.knownAt(moment))))
                .isEqualTo(answer(then, new PipelineThen(Viewpoint.asOf(moment))));
        assertThat(answer(deals, question)).isEqualTo(answer(then, question));
    }

    private static MovementBetween question(int from, int to) {
        return MovementBetween.of(day(1 + from), day(1 + to));
    }

    /** All, every pipeline, every owner, and a team. */
    private static List<MovementLine> readings(Movement movement) {
        List<MovementLine> lines = new ArrayList<>(List.of(
                movement.total(),
                movement.of(Story.SALES),
                movement.of(Story.TENDERS),
                movement.of(Set.of(Story.ANONG, Story.BOON)),
                movement.of(Set.of(Story.ANONG, Story.BOON), Story.SALES)));
        movement.keys().forEach(key -> {
            lines.add(movement.of(key.owner()));
            lines.add(movement.matching(key::equals));
        });
        return lines;
    }

    private static Flow standing(List<List<Standing>> deals, Viewpoint from, @Nullable DateRange due) {
        return deals.stream()
                .flatMap(rows -> holds(rows, from).stream())
                .filter(Standing.State::isOpen)
                .filter(state -> due == null || (state.closeDate() != null && due.contains(state.closeDate())))
                .map(state -> Flow.of(state.amount()))
                .reduce(Flow.none(), Flow::plus);
    }

    /** Said once more, in another way: the largest of all that count. */
    private static Optional<Standing.State> holds(List<Standing> rows, Viewpoint from) {
        Instant known = from.knowledge().orElse(Instant.MAX);
        return rows.stream()
                .filter(row -> row.effective().compareTo(from.effective()) <= 0
                        && row.recorded().compareTo(known) <= 0)
                .max(Comparator.comparing(Standing::effective)
                        .thenComparing(Standing::recorded)
                        .thenComparing(Standing::version))
                .filter(row -> !row.removed())
                .map(Standing::state);
    }

    private static <R> R answer(List<List<Standing>> deals, Rollup<?, R> question) {
        return ask(deals, question);
    }

    private static <T, R> R ask(List<List<Standing>> deals, Rollup<T, R> question) {
        return new MemoryStorage().inUnit(TENANT, unit -> {
            deals.forEach(rows -> unit.repository(Standing.TYPE).insertAll(rows));
            return unit.answer(question, Criteria.all());
        });
    }

    @Provide
    Arbitrary<List<List<Standing>>> histories() {
        return notes().list().ofMaxSize(7).list().ofMaxSize(5).map(StoryProperties::written);
    }

    private static List<List<Standing>> written(List<List<Note>> deals) {
        List<List<Standing>> written = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            Story story = Story.of(i + 1);
            for (Note note : deals.get(i)) {
                story.on(1 + note.effective()).noted(1 + note.effective() + note.delay());
                story.becomes(story.with(
                        note.pipeline(), note.outcome(), note.amount(), note.due(), note.owner(), Percent.of(33)));
                if (note.removed()) {
                    story.removed();
                }
            }
            written.add(story.rows());
        }
        assertThat(written.stream().flatMap(List::stream).collect(Collectors.groupingBy(Standing::deal)))
                .allSatisfy((OpportunityId deal, List<Standing> rows) ->
                        assertThat(DealPath.of(rows).rows()).hasSameSizeAs(rows));
        return written;
    }

    private static Arbitrary<Note> notes() {
        Arbitrary<Integer> effective = Arbitraries.integers().between(0, 20);
        Arbitrary<Integer> delay = Arbitraries.of(0, 0, 0, 3, 9);
        Arbitrary<Money> amount = Arbitraries.of("THB 0", "THB 1.05", "THB 99.99", "USD 3.33", "USD 7", "JPY 1000")
                .map(Money::parse)
                .injectNull(0.15);
        Arbitrary<LocalDate> due = Arbitraries.of(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 1))
                .injectNull(0.15);
        return Combinators.combine(
                        effective,
                        delay,
                        Arbitraries.of(Story.ANONG, Story.BOON, Story.CHAI),
                        Arbitraries.of(Story.SALES, Story.TENDERS),
                        Arbitraries.of(Outcome.OPEN, Outcome.OPEN, Outcome.OPEN, Outcome.WON, Outcome.LOST),
                        amount,
                        due,
                        Arbitraries.of(false, false, false, false, true))
                .as(Note::new);
    }
}
