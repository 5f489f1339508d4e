package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.contract.sample.Link;
import io.github.crmkit.storage.contract.sample.Links;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The values of a unique key belong to one aggregate of a tenant; absent values belong to nobody. */
final class UniqueKeyCases {

    private UniqueKeyCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("a_unique_key_is_kept_on_insert", UniqueKeyCases::onInsert),
                new ContractCase("a_unique_key_is_kept_on_update", UniqueKeyCases::onUpdate),
                new ContractCase("a_unique_key_is_kept_within_a_unit", UniqueKeyCases::withinUnit),
                new ContractCase("a_batch_with_a_duplicate_in_the_middle_stores_nothing", UniqueKeyCases::batch),
                new ContractCase("absent_values_do_not_collide", UniqueKeyCases::absent),
                new ContractCase("a_unique_key_over_two_fields_means_the_pair", UniqueKeyCases::pair),
                new ContractCase("a_key_is_free_again_after_its_owner_left_it", UniqueKeyCases::freed),
                new ContractCase("an_update_may_keep_its_own_key", UniqueKeyCases::ownKey),
                new ContractCase("texts_that_differ_in_case_or_blanks_do_not_collide", UniqueKeyCases::exactText),
                new ContractCase("an_aggregate_is_found_by_its_unique_key", UniqueKeyCases::lookup),
                new ContractCase("a_duplicate_that_is_swallowed_undoes_the_unit", UniqueKeyCases::swallowed));
    }

    private static Sample referred(String reference) {
        return Sample.named(reference).withReference(reference);
    }

    private static void isDuplicate(Runnable write, String type, String key) {
        assertThatThrownBy(write::run).isInstanceOfSatisfying(DuplicateKeyException.class, duplicate -> {
            assertThat(duplicate.type()).isEqualTo(type);
            assertThat(duplicate.key()).isEqualTo(key);
        });
    }

    private static void onInsert(Bench bench) {
        Sample first = referred("A");
        bench.insert(first);
        isDuplicate(() -> bench.insert(Samples.TYPE, referred("A")), "sample", "reference");
        isDuplicate(() -> bench.insert(referred("B"), referred("A")), "sample", "reference");
        assertThat(bench.all()).containsExactly(first);
    }

    private static void onUpdate(Bench bench) {
        Sample a = referred("A");
        Sample b = referred("B");
        bench.insert(a, b);
        isDuplicate(() -> bench.update(Samples.TYPE, b.withReference("A").renamed("b")), "sample", "reference");
        assertThat(bench.all()).containsExactlyInAnyOrder(a, b);
    }

    private static void withinUnit(Bench bench) {
        isDuplicate(
                () -> bench.run(unit -> {
                    Bench.samples(unit).insert(referred("A"));
                    Bench.samples(unit).insert(referred("A"));
                }),
                "sample",
                "reference");
        isDuplicate(
                () -> bench.run(unit -> {
                    Sample b = referred("B");
                    Bench.samples(unit).insert(referred("A"));
                    Bench.samples(unit).insert(b);
                    Bench.samples(unit).update(b.withReference("A").renamed("b"));
                }),
                "sample",
                "reference");
        assertThat(bench.all()).isEmpty();
    }

    private static void batch(Bench bench) {
        Sample stored = referred("R50");
        bench.insert(stored);
        List<Sample> batch = new ArrayList<>(
                IntStream.range(0, 100).mapToObj(i -> referred("R" + i)).toList());
        isDuplicate(() -> bench.insertAll(batch), "sample", "reference");
        batch.set(50, referred("R7"));
        isDuplicate(() -> bench.insertAll(batch), "sample", "reference");
        batch.set(50, Sample.named(batch.get(7).id().value(), "same id as the eighth"));
        isDuplicate(() -> bench.insertAll(batch), "sample", "id");
        assertThat(bench.all()).containsExactly(stored);
    }

    private static void absent(Bench bench) {
        Sample a = referred("A");
        bench.insert(Sample.named("x"), Sample.named("y"), a);
        bench.update(Samples.TYPE, a.withReference(null).renamed("z"));
        assertThat(bench.names(SampleFields.REFERENCE.isNull())).containsExactly("x", "y", "z");
    }

    private static void pair(Bench bench) {
        SampleId one = new SampleId(UUID.randomUUID());
        SampleId two = new SampleId(UUID.randomUUID());
        Link taken = Link.of(one, "red");
        List<Link> apart = List.of(
                taken,
                Link.of(one, "blue"),
                Link.of(two, "red"),
                Link.of(one, "Red"),
                Link.of(null, "red"),
                Link.of(null, "red"),
                Link.of(one, null),
                Link.of(one, null),
                Link.of(null, null),
                Link.of(null, null));
        bench.run(unit -> unit.repository(Links.TYPE).insertAll(apart));
        isDuplicate(() -> bench.insert(Links.TYPE, Link.of(one, "red")), "link", "sample-label");
        isDuplicate(() -> bench.update(Links.TYPE, apart.get(1).relabelled("red")), "link", "sample-label");
        assertThat(bench.list(Links.TYPE, Criteria.all(), Sort.byId())).containsExactlyInAnyOrderElementsOf(apart);
    }

    private static void freed(Bench bench) {
        Sample a = referred("A");
        Sample b = referred("B");
        Sample c = referred("C");
        bench.insert(a, b, c);
        bench.run(unit -> Bench.samples(unit).delete(a));
        bench.update(Samples.TYPE, b.withReference("B2").renamed("b"));
        bench.insert(referred("A"), referred("B"));
        bench.run(unit -> {
            Bench.samples(unit).update(c.withReference(null).renamed("c"));
            Bench.samples(unit).insert(referred("C"));
        });
        assertThat(bench.names(Criteria.all())).containsExactly("A", "B", "C", "b", "c");
    }

    private static void ownKey(Bench bench) {
        Sample a = referred("A");
        bench.insert(a);
        bench.update(Samples.TYPE, a.renamed("a"));
        assertThat(bench.find(a)).contains(a.renamed("a"));
    }

    private static void exactText(Bench bench) {
        List<String> texts = List.of("abc", "ABC", "abc ", " abc", "äbc", "a\u0308bc", "ß", "ss", "", " ", "😀", "😁");
        bench.insertAll(texts.stream().map(UniqueKeyCases::referred).toList());
        assertThat(bench.all().stream().map(Sample::reference)).containsExactlyInAnyOrderElementsOf(texts);
        for (String text : texts) {
            isDuplicate(() -> bench.insert(Samples.TYPE, referred(text)), "sample", "reference");
        }
    }

    private static void lookup(Bench bench) {
        bench.insertAll(IntStream.range(0, 50).mapToObj(i -> referred("R" + i)).toList());
        assertThat(bench.names(SampleFields.REFERENCE.equalTo("R7"))).containsExactly("R7");
        assertThat(bench.names(SampleFields.REFERENCE.in("R7", "R8", "r9", "R99")))
                .containsExactly("R7", "R8");
        assertThat(bench.names(SampleFields.REFERENCE.equalTo("R7").and(SampleFields.NAME.equalTo("R8"))))
                .isEmpty();
        bench.run(unit -> {
            Sample fresh = referred("fresh");
            Bench.samples(unit).insert(fresh);
            assertThat(Bench.samples(unit).first(SampleFields.REFERENCE.equalTo("fresh"), Sort.byId()))
                    .contains(fresh);
            Bench.samples(unit).update(fresh.withReference("moved").renamed("fresh"));
            assertThat(Bench.samples(unit).count(SampleFields.REFERENCE.equalTo("fresh")))
                    .isZero();
        });
        assertThat(bench.names(SampleFields.REFERENCE.equalTo("moved"))).containsExactly("fresh");
    }

    private static void swallowed(Bench bench) {
        Sample a = referred("A");
        bench.insert(a);
        assertThatThrownBy(() -> bench.run(unit -> {
                    Bench.samples(unit).insert(Sample.named("half"));
                    isDuplicate(() -> Bench.samples(unit).insert(referred("A")), "sample", "reference");
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThat(bench.all()).containsExactly(a);
    }
}
