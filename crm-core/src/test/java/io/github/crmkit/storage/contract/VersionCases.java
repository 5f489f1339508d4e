package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A write replaces exactly the version it was decided on. */
final class VersionCases {

    private VersionCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("a_new_aggregate_is_at_version_one", VersionCases::firstVersion),
                new ContractCase("an_update_of_the_version_before_replaces_the_state", VersionCases::update),
                new ContractCase("an_update_that_knows_what_was_there_replaces_the_state", VersionCases::difference),
                new ContractCase("an_update_that_knows_what_was_there_may_be_stale", VersionCases::staleDifference),
                new ContractCase("an_update_of_an_older_version_is_stale", VersionCases::staleUpdate),
                new ContractCase("an_update_that_skips_a_version_is_stale", VersionCases::skippingUpdate),
                new ContractCase("an_update_of_nothing_is_stale", VersionCases::updateOfNothing),
                new ContractCase("a_deletion_of_this_version_removes_the_row", VersionCases::delete),
                new ContractCase("a_deletion_of_an_older_version_is_stale", VersionCases::staleDelete),
                new ContractCase("a_deletion_of_nothing_is_stale", VersionCases::deleteOfNothing),
                new ContractCase("a_stale_write_names_its_subject", VersionCases::subject),
                new ContractCase("an_id_can_be_inserted_once", VersionCases::duplicateId),
                new ContractCase("versions_are_checked_within_a_unit_as_well", VersionCases::withinUnit),
                new ContractCase("a_row_can_be_written_many_times_in_one_unit", VersionCases::manyTimes),
                new ContractCase("a_deleted_id_can_be_inserted_again", VersionCases::insertedAgain),
                new ContractCase("a_stale_write_that_is_swallowed_undoes_the_unit", VersionCases::swallowed));
    }

    private static Repository<Sample, SampleId> samples(UnitOfWork unit) {
        return Bench.samples(unit);
    }

    private static void isStale(Bench bench, Consumer<Repository<Sample, SampleId>> write) {
        List<Sample> before = bench.all();
        assertThatThrownBy(() -> bench.run(unit -> write.accept(samples(unit))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(bench.all()).isEqualTo(before);
    }

    private static void firstVersion(Bench bench) {
        Sample second = Sample.named("second").renamed("second");
        assertThatThrownBy(() -> bench.insert(second)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.run(unit -> samples(unit).insert(second)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.all()).isEmpty();
    }

    private static void update(Bench bench) {
        Sample first = Samples.full();
        Sample bystander = Sample.named("bystander");
        bench.insert(first, bystander);
        Sample second = first.withAmount("7.00").withColour(null).renamed("second");
        bench.update(Samples.TYPE, second);
        assertThat(bench.find(first)).contains(second);
        Sample third = second.renamed("third");
        bench.update(Samples.TYPE, third);
        assertThat(bench.all()).containsExactlyInAnyOrder(third, bystander);
        assertThat(third.stamp().version()).isEqualTo(3);
    }

    private static void difference(Bench bench) {
        RandomSamples random = new RandomSamples(new Random(7));
        for (int i = 0; i < 40; i++) {
            Sample before = random.sample(random.uuid(), Samples.FIRST);
            Sample after = random.sample(before.id().value(), before.stamp().next(Samples.LATER, Samples.SOMEBODY));
            Sample same = Samples.TYPE.withStamp(after, after.stamp().next(Samples.LATER, Samples.SOMEBODY));
            bench.insert(before);
            bench.run(unit -> samples(unit).update(before, after));
            assertThat(bench.find(before)).contains(after);
            bench.run(unit -> samples(unit).update(after, same));
            assertThat(bench.find(before)).contains(same);
            bench.run(unit -> samples(unit).delete(same));
        }
    }

    private static void staleDifference(Bench bench) {
        Sample first = Sample.named("first");
        Sample second = first.renamed("second");
        bench.insert(first);
        bench.run(unit -> samples(unit).update(first, second));
        isStale(bench, samples -> samples.update(first, first.renamed("also second")));
        isStale(bench, samples -> samples.update(second, second.renamed("third").renamed("fourth")));
        isStale(bench, samples -> samples.update(second, second));
        Sample nothing = Sample.named("nothing");
        isStale(bench, samples -> samples.update(nothing, nothing.renamed("still nothing")));
    }

    private static void staleUpdate(Bench bench) {
        Sample first = Sample.named("first");
        bench.insert(first);
        bench.update(Samples.TYPE, first.renamed("second"));
        isStale(bench, samples -> samples.update(first.renamed("also second")));
        isStale(bench, samples -> samples.update(first));
    }

    private static void skippingUpdate(Bench bench) {
        Sample first = Sample.named("first");
        bench.insert(first);
        isStale(bench, samples -> samples.update(first.renamed("second").renamed("third")));
        isStale(bench, samples -> samples.update(first));
    }

    private static void updateOfNothing(Bench bench) {
        bench.insert(Sample.named("bystander"));
        isStale(bench, samples -> samples.update(Sample.named("nothing").renamed("still nothing")));
        isStale(bench, samples -> samples.update(Sample.named("nothing")));
    }

    private static void delete(Bench bench) {
        Sample gone = Samples.full();
        Sample bystander = Sample.named("bystander");
        bench.insert(gone, bystander);
        bench.run(unit -> samples(unit).delete(gone));
        assertThat(bench.find(gone)).isEmpty();
        assertThat(bench.all()).containsExactly(bystander);
    }

    private static void staleDelete(Bench bench) {
        Sample first = Sample.named("first");
        Sample second = first.renamed("second");
        bench.insert(first);
        isStale(bench, samples -> samples.delete(second));
        bench.update(Samples.TYPE, second);
        isStale(bench, samples -> samples.delete(first));
    }

    private static void deleteOfNothing(Bench bench) {
        Sample gone = Sample.named("gone");
        bench.insert(gone, Sample.named("bystander"));
        bench.run(unit -> samples(unit).delete(gone));
        isStale(bench, samples -> samples.delete(gone));
        isStale(bench, samples -> samples.delete(Sample.named("never there")));
    }

    private static void subject(Bench bench) {
        Sample first = Sample.named("first");
        bench.insert(first);
        for (Consumer<Repository<Sample, SampleId>> write : List.<Consumer<Repository<Sample, SampleId>>>of(
                s -> s.update(first), s -> s.delete(first.renamed("second")))) {
            assertThatThrownBy(() -> bench.run(unit -> write.accept(samples(unit))))
                    .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                        assertThat(stale.subject()).contains(Samples.TYPE.refOf(first));
                        // who may see the present state is not for the store to decide
                        assertThat(stale.current()).isEmpty();
                    });
        }
    }

    private static void duplicateId(Bench bench) {
        Sample first = Sample.named("first");
        Sample same = Sample.named(first.id().value(), "same id");
        bench.insert(first);
        assertThatThrownBy(() -> bench.insert(Sample.named("innocent"), same))
                .isInstanceOfSatisfying(DuplicateKeyException.class, duplicate -> {
                    assertThat(duplicate.type()).isEqualTo("sample");
                    assertThat(duplicate.key()).isEqualTo("id");
                });
        assertThatThrownBy(() -> bench.run(unit -> {
                    samples(unit).insert(Sample.named("innocent"));
                    samples(unit).insert(same);
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(bench.all()).containsExactly(first);
    }

    private static void withinUnit(Bench bench) {
        Sample first = Sample.named("first");
        Sample second = first.renamed("second");
        bench.insert(first);
        isStale(bench, samples -> {
            samples.update(second);
            samples.update(first.renamed("again from the first"));
        });
        isStale(bench, samples -> {
            samples.update(second);
            samples.delete(first);
        });
        isStale(bench, samples -> {
            samples.delete(first);
            samples.update(second);
        });
        isStale(bench, samples -> {
            Sample fresh = Sample.named("fresh");
            samples.insert(fresh);
            samples.update(fresh);
        });
    }

    private static void manyTimes(Bench bench) {
        Sample first = Sample.named("first");
        Sample fresh = Sample.named("fresh");
        Sample passing = Sample.named("passing");
        bench.insert(first);
        bench.run(unit -> {
            samples(unit).update(first.renamed("second"));
            samples(unit).update(first.renamed("second").renamed("third"));
            samples(unit).insert(fresh);
            samples(unit).update(fresh.renamed("fresh no more"));
            samples(unit).insert(passing);
            samples(unit).delete(passing);
        });
        assertThat(bench.all())
                .containsExactlyInAnyOrder(first.renamed("second").renamed("third"), fresh.renamed("fresh no more"));
    }

    private static void insertedAgain(Bench bench) {
        Sample first = Samples.full();
        Sample again = Sample.named(first.id().value(), "again").withReference(first.reference());
        bench.insert(first);
        bench.run(unit -> {
            samples(unit).delete(first);
            samples(unit).insert(again);
        });
        assertThat(bench.all()).containsExactly(again);
        bench.run(unit -> samples(unit).delete(again));
        bench.insert(first);
        assertThat(bench.all()).containsExactly(first);
    }

    private static void swallowed(Bench bench) {
        Sample first = Sample.named("first");
        bench.insert(first);
        for (Consumer<Repository<Sample, SampleId>> write : List.<Consumer<Repository<Sample, SampleId>>>of(
                s -> s.update(first), s -> s.delete(first.renamed("second")))) {
            assertThatThrownBy(() -> bench.run(unit -> {
                        samples(unit).insert(Sample.named("half"));
                        assertThatThrownBy(() -> write.accept(samples(unit))).isInstanceOf(StaleVersionException.class);
                        // reading on is allowed, for example to show what stands there now
                        assertThat(samples(unit).find(first.id())).contains(first);
                    }))
                    .isInstanceOf(StorageFailureException.class);
            assertThat(bench.all()).containsExactly(first);
        }
    }
}
