package io.github.crmkit.storage.contract;

import static io.github.crmkit.storage.contract.sample.SampleFields.ACTIVE;
import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.COLOUR;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.OWNER_ID;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.contract.sample.Colour;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Listings and look-ups come in the order that was asked for. */
final class OrderCases {

    private OrderCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("absent_values_sort_last_both_ways", OrderCases::absentLast),
                new ContractCase("empty_text_sorts_first_and_absent_text_last", OrderCases::emptyFirst),
                new ContractCase("constants_sort_by_name_and_truth_values_false_first", OrderCases::constants),
                new ContractCase("numbers_sort_by_value", OrderCases::numbers),
                new ContractCase("ids_sort_as_unsigned_numbers", OrderCases::ids),
                new ContractCase("ties_are_broken_by_id_ascending", OrderCases::ties),
                new ContractCase("several_sort_fields_rank_one_after_the_other", OrderCases::several),
                new ContractCase("random_orders_are_the_same_as_in_memory", OrderCases::random),
                new ContractCase("many_are_found_in_the_order_of_their_ids_each_once", OrderCases::findAll),
                new ContractCase("each_hands_over_every_row_in_order", OrderCases::each),
                new ContractCase("the_first_of_an_order_is_found", OrderCases::first));
    }

    private static void absentLast(Bench bench) {
        Sample full = Samples.full();
        Sample absent = Sample.named(full.name());
        bench.insert(absent, full);
        for (Field<Sample, ?> field : SampleFields.ALL) {
            if (field.nullable()) {
                for (Sort<Sample> sort : List.of(field.asc(), field.desc())) {
                    assertThat(bench.list(Samples.TYPE, Criteria.all(), sort))
                            .as(sort.describe())
                            .containsExactly(full, absent);
                }
            }
        }
    }

    private static void emptyFirst(Bench bench) {
        bench.insert(
                Sample.named("absent"),
                Sample.named("empty").withRemark(""),
                Sample.named("blank").withRemark(" "),
                Sample.named("x").withRemark("x"));
        assertThat(bench.names(Criteria.all(), REMARK.asc())).containsExactly("empty", "blank", "x", "absent");
        assertThat(bench.names(Criteria.all(), REMARK.desc())).containsExactly("x", "blank", "empty", "absent");
    }

    private static void constants(Bench bench) {
        for (Colour colour : Colour.values()) {
            bench.insert(Sample.named(colour.name()).withColour(colour).withActive(colour == Colour.RED));
        }
        assertThat(bench.names(Criteria.all(), COLOUR.asc())).containsExactly("AMBER", "BLUE", "GREEN", "RED");
        assertThat(bench.names(Criteria.all(), COLOUR.desc())).containsExactly("RED", "GREEN", "BLUE", "AMBER");
        assertThat(bench.names(Criteria.all(), ACTIVE.asc().then(NAME.asc())))
                .containsExactly("AMBER", "BLUE", "GREEN", "RED");
        assertThat(bench.names(Criteria.all(), ACTIVE.desc().then(NAME.asc())))
                .containsExactly("RED", "AMBER", "BLUE", "GREEN");
    }

    private static void numbers(Bench bench) {
        List<String> rising = List.of("-100.00", "-9.00", "-0.01", "0.00", "0.10", "9.00", "10.00", "100.00");
        rising.forEach(n -> bench.insert(Sample.named(n).withAmount(n)));
        assertThat(bench.names(Criteria.all(), AMOUNT.asc())).isEqualTo(rising);
        List<String> falling = new ArrayList<>(rising);
        Collections.reverse(falling);
        assertThat(bench.names(Criteria.all(), AMOUNT.desc())).isEqualTo(falling);
    }

    private static void ids(Bench bench) {
        List<UUID> rising = List.of(
                new UUID(0, 0),
                new UUID(0, 1),
                new UUID(0, -1),
                new UUID(1, 0),
                new UUID(0x0000000100000000L, 0),
                new UUID(Long.MAX_VALUE, 5),
                new UUID(Long.MIN_VALUE, 5),
                new UUID(-1, Long.MAX_VALUE),
                new UUID(-1, Long.MIN_VALUE));
        for (int i = rising.size() - 1; i >= 0; i--) {
            bench.insert(Sample.named(rising.get(i), "s" + i).withOwner(new UserId(rising.get(i))));
        }
        List<String> names =
                IntStream.range(0, rising.size()).mapToObj(i -> "s" + i).toList();
        assertThat(bench.names(Criteria.all(), Sort.byId())).isEqualTo(names);
        assertThat(bench.names(Criteria.all(), OWNER_ID.asc())).isEqualTo(names);
        assertThat(bench.names(Criteria.all(), OWNER_ID.desc()).get(0)).isEqualTo("s8");
    }

    private static void ties(Bench bench) {
        for (int i = 9; i >= 0; i--) {
            bench.insert(Sample.named(new UUID(i, 7), "s" + i).withQuantity(i % 2L));
        }
        assertThat(bench.names(Criteria.all(), QUANTITY.asc()))
                .containsExactly("s0", "s2", "s4", "s6", "s8", "s1", "s3", "s5", "s7", "s9");
        assertThat(bench.names(Criteria.all(), QUANTITY.desc()))
                .containsExactly("s1", "s3", "s5", "s7", "s9", "s0", "s2", "s4", "s6", "s8");
    }

    private static void several(Bench bench) {
        bench.insert(
                Sample.named("c").withQuantity(1L).withAmount("2.00"),
                Sample.named("a").withQuantity(2L).withAmount("1.00"),
                Sample.named("d").withQuantity(1L),
                Sample.named("b").withAmount("9.00"),
                Sample.named("e").withQuantity(2L).withAmount("3.00"));
        assertThat(bench.names(Criteria.all(), QUANTITY.desc().then(AMOUNT.asc())))
                .containsExactly("a", "e", "c", "d", "b");
        assertThat(bench.names(Criteria.all(), QUANTITY.asc().then(AMOUNT.desc())))
                .containsExactly("c", "d", "e", "a", "b");
        assertThat(bench.names(
                        Criteria.all(), AMOUNT.desc().then(QUANTITY.asc()).then(NAME.asc())))
                .containsExactly("b", "e", "c", "a", "d");
    }

    private static void random(Bench bench) {
        RandomSamples random = new RandomSamples(new Random(19));
        List<Sample> rows = random.samples(60);
        bench.insertAll(rows);
        for (int i = 0; i < 40; i++) {
            Sort<Sample> sort = random.sort();
            Keyset<Sample> keyset = Keyset.of(Samples.TYPE, Criteria.all(), sort);
            List<Sample> expected = rows.stream()
                    .sorted(Comparator.comparing(keyset::position, keyset.order()))
                    .toList();
            assertThat(bench.list(Samples.TYPE, Criteria.all(), sort))
                    .as(sort.describe())
                    .isEqualTo(expected);
        }
    }

    private static void findAll(Bench bench) {
        List<Sample> rows =
                IntStream.range(0, 2_500).mapToObj(i -> Sample.named("s" + i)).toList();
        bench.insertAll(rows);
        List<SampleId> asked = new ArrayList<>();
        for (int i = rows.size() - 1; i >= 0; i--) {
            asked.add(rows.get(i).id());
            asked.add(i % 3 == 0 ? new SampleId(UUID.randomUUID()) : rows.get(i).id());
        }
        List<Sample> expected = new ArrayList<>(rows);
        Collections.reverse(expected);
        List<Sample> found = bench.get(unit -> Bench.samples(unit).findAll(asked));
        assertThat(found).isEqualTo(expected);
        List<Sample> none = bench.get(unit -> Bench.samples(unit).findAll(List.of()));
        assertThat(none).isEmpty();
    }

    private static void each(Bench bench) {
        int more = Repository.BATCH * 2 + 1;
        List<Sample> rows = IntStream.range(0, more)
                .mapToObj(i -> Sample.named(String.format("s%04d", i)).withQuantity((long) (i % 3)))
                .toList();
        bench.insertAll(rows);
        assertThat(bench.names(NAME.notNull(), NAME.desc()))
                .hasSize(more)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(bench.names(QUANTITY.equalTo(2L), NAME.asc()))
                .hasSize(more / 3)
                .isSorted();
    }

    private static void first(Bench bench) {
        bench.insert(Sample.named("b"), Sample.named("a"), Sample.named("c"));
        String last = bench.get(unit -> Bench.samples(unit)
                .first(Criteria.all(), NAME.desc())
                .orElseThrow()
                .name());
        assertThat(last).isEqualTo("c");
        boolean any = bench.get(unit ->
                Bench.samples(unit).first(NAME.equalTo("x"), NAME.desc()).isPresent());
        assertThat(any).isFalse();
    }
}
