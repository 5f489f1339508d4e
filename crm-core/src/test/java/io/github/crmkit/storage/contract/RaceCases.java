package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Whoever comes second is told so, and nobody sees half of what another one did. */
final class RaceCases {

    private static final int ROUNDS = 15;
    private static final int THREADS = 8;
    private static final int INCREMENTS = 40;
    private static final int PATIENCE = 120;

    private RaceCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("of_two_writers_of_one_row_exactly_one_wins", RaceCases::twoWriters),
                new ContractCase("of_an_update_and_a_deletion_exactly_one_wins", RaceCases::updateAndDelete),
                new ContractCase("of_two_inserts_of_one_unique_key_exactly_one_wins", RaceCases::twoKeys),
                new ContractCase("of_two_inserts_of_one_id_exactly_one_wins", RaceCases::twoIds),
                new ContractCase("of_two_updates_to_one_unique_key_exactly_one_wins", RaceCases::twoKeyUpdates),
                new ContractCase("no_increment_is_lost", RaceCases::increments),
                new ContractCase("writers_of_different_rows_do_not_disturb_each_other", RaceCases::differentRows),
                new ContractCase("a_reader_never_sees_half_a_unit", RaceCases::halfUnit),
                new ContractCase("an_aggregate_is_never_read_with_lines_of_another_version", RaceCases::tornLines));
    }

    /** Runs all at once and gives what each returned or threw. */
    private static List<Object> race(List<Callable<Object>> runners) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome :
                    threads.invokeAll(runners.stream().map(RaceCases::caught).toList(), PATIENCE, TimeUnit.SECONDS)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Object> caught(Callable<Object> runner) {
        return () -> {
            try {
                return runner.call();
            } catch (Exception | AssertionError thrown) {
                return thrown;
            }
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError("the other one did not come", broken);
        }
    }

    private static void oneWins(List<Object> outcomes, Class<? extends Exception> loss) {
        assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(o -> !"won".equals(o)).hasSize(1).hasOnlyElementsOfType(loss);
    }

    private static void twoWriters(Bench bench) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Sample first = Sample.named("first");
            bench.insert(first);
            CyclicBarrier barrier = new CyclicBarrier(2);
            oneWins(
                    race(List.of(writer(bench, first, "ann", barrier), writer(bench, first, "ben", barrier))),
                    StaleVersionException.class);
            assertThat(bench.find(first).map(s -> s.stamp().version())).contains(2L);
        }
        assertThat(bench.names(Criteria.all())).hasSize(ROUNDS).containsAnyOf("ann", "ben");
    }

    private static Callable<Object> writer(Bench bench, Sample first, String name, CyclicBarrier barrier) {
        return () -> bench.get(unit -> {
            Sample found = Bench.samples(unit).find(first.id()).orElseThrow();
            meet(barrier);
            Bench.samples(unit).update(found.renamed(name));
            return "won";
        });
    }

    private static void updateAndDelete(Bench bench) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Sample first = Sample.named("first");
            bench.insert(first);
            CyclicBarrier barrier = new CyclicBarrier(2);
            Callable<Object> deleter = () -> bench.get(unit -> {
                Sample found = Bench.samples(unit).find(first.id()).orElseThrow();
                meet(barrier);
                Bench.samples(unit).delete(found);
                return "won";
            });
            List<Object> outcomes = race(List.of(writer(bench, first, "ann", barrier), deleter));
            oneWins(outcomes, StaleVersionException.class);
            assertThat(bench.find(first).isPresent()).isEqualTo("won".equals(outcomes.get(0)));
        }
    }

    private static void inserts(Bench bench, List<Sample> rivals, String key) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(rivals.size());
        List<Callable<Object>> runners = new ArrayList<>();
        for (Sample rival : rivals) {
            runners.add(() -> bench.get(unit -> {
                assertThat(Bench.samples(unit).count(SampleFields.REFERENCE.equalTo(rival.name())))
                        .isZero();
                meet(barrier);
                Bench.samples(unit).insert(rival);
                return "won";
            }));
        }
        List<Object> outcomes = race(runners);
        oneWins(outcomes, DuplicateKeyException.class);
        assertThat(outcomes)
                .filteredOn(DuplicateKeyException.class::isInstance)
                .allMatch(o -> ((DuplicateKeyException) o).key().equals(key));
    }

    private static void twoKeys(Bench bench) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "R" + round;
            inserts(
                    bench,
                    List.of(
                            Sample.named(key).withReference(key),
                            Sample.named(key).withReference(key)),
                    "reference");
        }
        assertThat(bench.all()).hasSize(ROUNDS);
    }

    private static void twoIds(Bench bench) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Sample first = Sample.named("ann");
            inserts(bench, List.of(first, Sample.named(first.id().value(), "ben")), "id");
        }
        assertThat(bench.all()).hasSize(ROUNDS);
    }

    private static void twoKeyUpdates(Bench bench) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "R" + round;
            Sample ann = Sample.named("ann");
            Sample ben = Sample.named("ben");
            bench.insert(ann, ben);
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Callable<Object>> runners = new ArrayList<>();
            for (Sample rival : List.of(ann, ben)) {
                runners.add(() -> bench.get(unit -> {
                    Bench.samples(unit).find(rival.id());
                    meet(barrier);
                    Bench.samples(unit).update(rival.withReference(key).renamed(rival.name()));
                    return "won";
                }));
            }
            oneWins(race(runners), DuplicateKeyException.class);
            assertThat(bench.names(SampleFields.REFERENCE.equalTo(key))).hasSize(1);
        }
    }

    private static void increments(Bench bench) throws Exception {
        Sample counter = Sample.named("counter").withQuantity(0L);
        bench.insert(counter);
        AtomicInteger conflicts = new AtomicInteger();
        Callable<Object> runner = () -> {
            for (int done = 0; done < INCREMENTS; ) {
                try {
                    increment(bench, counter);
                    done++;
                } catch (StaleVersionException again) {
                    conflicts.incrementAndGet();
                }
            }
            return "won";
        };
        assertThat(race(Collections.nCopies(THREADS, runner))).containsOnly("won");
        Sample end = bench.find(counter).orElseThrow();
        assertThat(end.measures().quantity())
                .as("acknowledged increments, after %s conflicts", conflicts)
                .isEqualTo((long) THREADS * INCREMENTS);
        assertThat(end.stamp().version()).isEqualTo(1L + THREADS * INCREMENTS);
    }

    private static void increment(Bench bench, Sample counter) {
        bench.run(unit -> {
            Sample found = Bench.samples(unit).find(counter.id()).orElseThrow();
            Long quantity = found.measures().quantity();
            Bench.samples(unit).update(found.withQuantity(quantity + 1).renamed("counter"));
        });
    }

    private static void differentRows(Bench bench) throws Exception {
        List<Sample> rows =
                IntStream.range(0, THREADS).mapToObj(i -> Sample.named("s" + i)).toList();
        bench.insertAll(rows);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        List<Callable<Object>> runners = new ArrayList<>();
        for (Sample row : rows) {
            runners.add(() -> {
                meet(barrier);
                Sample state = row;
                for (int i = 0; i < ROUNDS; i++) {
                    state = state.renamed(state.name());
                    bench.update(Samples.TYPE, state);
                    bench.insert(Sample.named("new"));
                }
                return state;
            });
        }
        List<Object> ends = race(runners);
        assertThat(ends).hasOnlyElementsOfType(Sample.class);
        assertThat(bench.all())
                .hasSize(THREADS * (ROUNDS + 1))
                .containsAll(ends.stream().map(Sample.class::cast).toList());
    }

    private static void halfUnit(Bench bench) throws Exception {
        Sample left = Sample.named("left").withQuantity(500L);
        Sample right = Sample.named("right").withQuantity(500L);
        bench.insert(left, right);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Object> mover = () -> {
            Sample from = left;
            Sample to = right;
            try {
                for (int i = 0; i < 150; i++) {
                    Sample less =
                            from.withQuantity(from.measures().quantity() - 1).renamed("left");
                    Sample more = to.withQuantity(to.measures().quantity() + 1).renamed("right");
                    bench.run(unit -> {
                        Bench.samples(unit).update(less);
                        Bench.samples(unit).update(more);
                    });
                    from = less;
                    to = more;
                }
                return "won";
            } finally {
                over.set(true);
            }
        };
        Callable<Object> reader = () -> {
            while (!over.get()) {
                List<Sample> both = bench.get(unit -> Bench.samples(unit).findAll(List.of(left.id(), right.id())));
                List<Sample> page = bench.page(Criteria.all(), SampleFields.NAME.asc(), PageRequest.first(5))
                        .items();
                for (List<Sample> seen : List.of(both, page)) {
                    assertThat(seen.stream().mapToLong(s -> s.measures().quantity()))
                            .hasSize(2);
                    assertThat(seen.stream()
                                    .mapToLong(s -> s.measures().quantity())
                                    .sum())
                            .isEqualTo(1_000);
                }
            }
            return "won";
        };
        assertThat(race(List.of(mover, reader, reader))).containsOnly("won");
    }

    private static void tornLines(Bench bench) throws Exception {
        Sheet first = Sheet.of("0", lines(0));
        bench.insert(Sheets.TYPE, first);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Object> writer = () -> {
            Sheet sheet = first;
            try {
                for (int i = 1; i <= 150; i++) {
                    sheet = sheet.with(Integer.toString(i), lines(i));
                    bench.update(Sheets.TYPE, sheet);
                }
                return "won";
            } finally {
                over.set(true);
            }
        };
        Callable<Object> reader = () -> {
            while (!over.get()) {
                Sheet byId = bench.find(Sheets.TYPE, first.id()).orElseThrow();
                Sheet listed = bench.list(Sheets.TYPE, Criteria.all(), Sheets.TITLE.asc())
                        .get(0);
                for (Sheet seen : List.of(byId, listed)) {
                    assertThat(seen.lines()).isEqualTo(lines(Integer.parseInt(seen.title())));
                }
            }
            return "won";
        };
        assertThat(race(List.of(writer, reader, reader))).containsOnly("won");
    }

    private static List<SheetLine> lines(int version) {
        return IntStream.range(0, 1 + version % 4)
                .mapToObj(i -> SheetLine.of("version " + version, Integer.toString(i)))
                .toList();
    }
}
