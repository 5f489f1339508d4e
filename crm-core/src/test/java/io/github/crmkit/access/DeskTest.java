package io.github.crmkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(TestOffice.SOMCHAI);
    private final AtomicInteger attempts = new AtomicInteger();

    private record Doubtful(boolean fine) implements Command {

        @Override
        public void check(Violations problems) {
            problems.require(fine, "fine", "must-be-fine", "must be fine");
        }
    }

    /** The sample of this reference, made where there is none. */
    private static Sample findOrMake(Work work, String reference) {
        return work.repository(Samples.TYPE)
                .first(SampleFields.REFERENCE.equalTo(reference), Sort.byId())
                .orElseGet(() -> work.save(
                        Samples.TYPE,
                        Action.CREATE,
                        Change.created(Sample.named(reference).withReference(reference))));
    }

    @Test
    void a_bad_command_is_refused_before_anything_is_tried() {
        assertThatThrownBy(() -> desk.run(new Doubtful(false), work -> attempts.incrementAndGet()))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessage("doubtful refused: fine: must be fine (must-be-fine)");
        assertThatThrownBy(() -> desk.runIdempotent(new Doubtful(false), work -> attempts.incrementAndGet()))
                .isInstanceOf(RuleViolationsException.class);

        assertThat(attempts).hasValue(0);
        String answer = desk.run(new Doubtful(true), work -> "done");
        assertThat(answer).isEqualTo("done");
    }

    @Test
    void sixteen_callers_at_once_get_the_one_result() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Sample>> callers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                callers.add(() -> desk.runIdempotent(new Doubtful(true), work -> findOrMake(work, "R")));
            }
            List<Sample> results = new ArrayList<>();
            for (Future<Sample> result : threads.invokeAll(callers)) {
                results.add(result.get());
            }
            assertThat(results).containsOnly(results.get(0));
        } finally {
            threads.shutdownNow();
        }
        assertThat(office.dump(List.of(Samples.TYPE))).hasSize(2);
    }

    @Test
    void whoever_was_slower_starts_again_and_finds_the_others_result() {
        Sample found = desk.runIdempotent(work -> {
            if (attempts.incrementAndGet() == 1) {
                // somebody else comes first, after this one looked
                assertThat(work.repository(Samples.TYPE).count(SampleFields.REFERENCE.equalTo("R")))
                        .isZero();
                desk.run(other -> findOrMake(other, "R"));
                return work.save(
                        Samples.TYPE,
                        Action.CREATE,
                        Change.created(Sample.named("late").withReference("R")));
            }
            return findOrMake(work, "R");
        });

        assertThat(attempts).hasValue(2);
        assertThat(found.name()).isEqualTo("R");
    }

    @Test
    void after_four_attempts_the_conflict_is_told() {
        assertThatThrownBy(() -> desk.runIdempotent(work -> {
                    attempts.incrementAndGet();
                    throw new StaleVersionException(Samples.TYPE.refOf(Samples.full()), 1);
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void within_somebody_elses_unit_nothing_is_tried_again() {
        desk.run(outer -> {
            Desk inner = desk.over(outer.unit().asStorage());
            assertThatThrownBy(() -> inner.runIdempotent(work -> {
                        attempts.incrementAndGet();
                        throw new DuplicateKeyException("sample", "reference", null);
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            return true;
        });
        assertThat(attempts).hasValue(1);
    }

    @Test
    void other_failures_are_not_tried_again() {
        assertThatThrownBy(() -> desk.runIdempotent(work -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("deliberate");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }
}
