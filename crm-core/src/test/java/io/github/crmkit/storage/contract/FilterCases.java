package io.github.crmkit.storage.contract;

import static io.github.crmkit.storage.contract.sample.SampleFields.ACTIVE;
import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.COLOUR;
import static io.github.crmkit.storage.contract.sample.SampleFields.DUE_ON;
import static io.github.crmkit.storage.contract.sample.SampleFields.HAPPENED_AT;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.OWNER_ID;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.RATE;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.storage.contract.sample.Colour;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A filter means the same everywhere: absent values, two-valued NOT, exact comparison. */
final class FilterCases {

    private FilterCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("a_comparison_with_an_absent_value_is_false", FilterCases::absentIsFalse),
                new ContractCase("not_holds_exactly_where_its_operand_does_not", FilterCases::twoValuedNot),
                new ContractCase(
                        "not_over_and_or_follows_de_morgan_also_where_values_are_absent", FilterCases::deMorgan),
                new ContractCase("absence_can_be_asked_for_every_field", FilterCases::absence),
                new ContractCase("decimals_are_compared_by_their_value", FilterCases::decimals),
                new ContractCase("bounds_are_inclusive_or_exclusive_as_named", FilterCases::bounds),
                new ContractCase("instants_are_compared_to_the_microsecond", FilterCases::instants),
                new ContractCase("dates_are_compared_by_day", FilterCases::dates),
                new ContractCase("constants_ids_and_truth_values_are_compared", FilterCases::exactKinds),
                new ContractCase("lists_may_be_empty_and_long", FilterCases::lists),
                new ContractCase("everything_nothing_and_empty_combinations", FilterCases::everythingAndNothing),
                new ContractCase("the_largest_filters_are_understood", FilterCases::largest),
                new ContractCase("random_filters_select_what_they_select_in_memory", FilterCases::random));
    }

    /** Named by their amounts; one has none. */
    private static void insertAmounts(Bench bench) {
        bench.insert(Sample.named("absent"));
        for (String amount : List.of("-1.50", "0.00", "1.00", "1.50", "10.00")) {
            bench.insert(Sample.named(amount).withAmount(amount).withRemark(amount));
        }
    }

    private static BigDecimal of(String decimal) {
        return new BigDecimal(decimal);
    }

    private static void absentIsFalse(Bench bench) {
        insertAmounts(bench);
        assertThat(bench.names(AMOUNT.equalTo(of("1.00")))).containsExactly("1.00");
        assertThat(bench.names(AMOUNT.notEqualTo(of("1.00")))).containsExactly("-1.50", "0.00", "1.50", "10.00");
        assertThat(bench.names(AMOUNT.lessThan(of("0")))).containsExactly("-1.50");
        assertThat(bench.names(AMOUNT.greaterThanEqual(of("0")))).containsExactly("0.00", "1.00", "1.50", "10.00");
        assertThat(bench.names(AMOUNT.in(of("0.00"), of("77.00")))).containsExactly("0.00");
        assertThat(bench.names(REMARK.contains(""))).doesNotContain("absent").hasSize(5);
        assertThat(bench.names(AMOUNT.equalTo(of("0")).or(AMOUNT.notEqualTo(of("0")))))
                .hasSize(5);
    }

    private static void twoValuedNot(Bench bench) {
        insertAmounts(bench);
        assertThat(bench.names(AMOUNT.equalTo(of("1.00")).not()))
                .containsExactly("-1.50", "0.00", "1.50", "10.00", "absent");
        assertThat(bench.names(AMOUNT.notEqualTo(of("1.00")).not())).containsExactly("1.00", "absent");
        assertThat(bench.names(AMOUNT.lessThan(of("1.00")).not())).containsExactly("1.00", "1.50", "10.00", "absent");
        assertThat(bench.names(AMOUNT.greaterThanEqual(of("1.00")).not())).containsExactly("-1.50", "0.00", "absent");
        assertThat(bench.names(AMOUNT.in(of("1.00"), of("1.50")).not()))
                .containsExactly("-1.50", "0.00", "10.00", "absent");
        assertThat(bench.names(REMARK.contains("1").not())).containsExactly("0.00", "absent");
        assertThat(bench.names(new Criteria.Not<>(new Criteria.Not<>(AMOUNT.equalTo(of("1.00"))))))
                .containsExactly("1.00");
        assertThat(bench.names(new Criteria.Not<>(AMOUNT.equalTo(of("1.00")).not())))
                .containsExactly("1.00");
    }

    private static void deMorgan(Bench bench) {
        bench.insert(
                Sample.named("both").withAmount("1.00").withQuantity(1L),
                Sample.named("amount").withAmount("1.00"),
                Sample.named("quantity").withQuantity(1L),
                Sample.named("neither"),
                Sample.named("others").withAmount("2.00").withQuantity(2L));
        Criteria<Sample> a = AMOUNT.equalTo(of("1.00"));
        Criteria<Sample> b = QUANTITY.equalTo(1L);
        assertThat(bench.names(a.and(b).not())).containsExactly("amount", "neither", "others", "quantity");
        assertThat(bench.names(a.not().or(b.not()))).containsExactly("amount", "neither", "others", "quantity");
        assertThat(bench.names(a.or(b).not())).containsExactly("neither", "others");
        assertThat(bench.names(a.not().and(b.not()))).containsExactly("neither", "others");
        assertThat(bench.names(a.not().and(b))).containsExactly("quantity");
        assertThat(bench.names(a.and(b.not()).not())).containsExactly("both", "neither", "others", "quantity");
        assertThat(bench.names(a.not().and(b.or(AMOUNT.isNull()).not()).not()))
                .containsExactly("amount", "both", "neither", "quantity");
    }

    private static void absence(Bench bench) {
        bench.insert(Sample.named("absent"), Samples.full());
        for (Field<Sample, ?> field : SampleFields.ALL) {
            List<String> without = field.nullable() ? List.of("absent") : List.of();
            assertThat(bench.names(field.isNull())).as(field.name()).isEqualTo(without);
            assertThat(bench.names(field.notNull())).as(field.name()).hasSize(2 - without.size());
        }
    }

    private static void decimals(Bench bench) {
        insertAmounts(bench);
        bench.insert(
                Sample.named("9.00").withAmount("9.00"), Sample.named("-10.00").withAmount("-10.00"));
        for (String one : List.of("1", "1.0", "1.00", "1.000", "0.1E1")) {
            assertThat(bench.names(AMOUNT.equalTo(of(one)))).as(one).containsExactly("1.00");
            assertThat(bench.names(AMOUNT.in(of(one)))).as(one).containsExactly("1.00");
            assertThat(bench.names(AMOUNT.greaterThan(of(one)))).as(one).containsExactly("1.50", "10.00", "9.00");
        }
        assertThat(bench.names(AMOUNT.greaterThan(of("9")))).containsExactly("10.00");
        assertThat(bench.names(AMOUNT.lessThan(of("-1.5")))).containsExactly("-10.00");
        assertThat(bench.names(AMOUNT.equalTo(of("1E+1")))).containsExactly("10.00");
        bench.insert(
                Sample.named("third").withRate("0.333333"), Sample.named("more").withRate("0.333334"));
        assertThat(bench.names(RATE.greaterThan(of("0.333333")))).containsExactly("more");
        assertThat(bench.names(RATE.lessThanEqual(of("0.333333")))).containsExactly("third");
    }

    private static void bounds(Bench bench) {
        LongStream.rangeClosed(1, 5)
                .forEach(n -> bench.insert(Sample.named("n" + n).withQuantity(n)));
        assertThat(bench.names(QUANTITY.lessThan(2L))).containsExactly("n1");
        assertThat(bench.names(QUANTITY.lessThanEqual(2L))).containsExactly("n1", "n2");
        assertThat(bench.names(QUANTITY.greaterThan(4L))).containsExactly("n5");
        assertThat(bench.names(QUANTITY.greaterThanEqual(4L))).containsExactly("n4", "n5");
        assertThat(bench.names(QUANTITY.between(2L, 4L))).containsExactly("n2", "n3", "n4");
        assertThat(bench.names(QUANTITY.within(2L, 4L))).containsExactly("n2", "n3");
        assertThat(bench.names(QUANTITY.between(4L, 2L))).isEmpty();
        assertThat(bench.names(QUANTITY.lessThanEqual(Long.MAX_VALUE))).hasSize(5);
        assertThat(bench.names(QUANTITY.greaterThan(Long.MIN_VALUE))).hasSize(5);
    }

    private static void instants(Bench bench) {
        Instant noon = Instant.parse("2026-07-01T12:00:00.123456Z");
        bench.insert(
                Sample.named("a").withHappenedAt(noon.minusNanos(1_000)),
                Sample.named("b").withHappenedAt(noon),
                Sample.named("c").withHappenedAt(noon.plusNanos(1_000)));
        assertThat(bench.names(HAPPENED_AT.equalTo(noon))).containsExactly("b");
        assertThat(bench.names(HAPPENED_AT.lessThan(noon))).containsExactly("a");
        assertThat(bench.names(HAPPENED_AT.greaterThan(noon))).containsExactly("c");
        assertThat(bench.names(HAPPENED_AT.within(noon, noon.plusNanos(1_000)))).containsExactly("b");
        assertThat(bench.names(HAPPENED_AT.in(noon, noon.plusNanos(1_000)))).containsExactly("b", "c");
    }

    private static void dates(Bench bench) {
        for (String day : List.of("2026-02-28", "2026-03-01", "2026-03-29", "2026-12-31", "2027-01-01")) {
            bench.insert(Sample.named(day).withDueOn(LocalDate.parse(day)));
        }
        assertThat(bench.names(DUE_ON.equalTo(LocalDate.of(2026, 3, 29)))).containsExactly("2026-03-29");
        assertThat(bench.names(DUE_ON.within(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))))
                .containsExactly("2026-02-28", "2026-03-01", "2026-03-29", "2026-12-31");
        assertThat(bench.names(DUE_ON.greaterThan(LocalDate.of(2026, 3, 29))))
                .containsExactly("2026-12-31", "2027-01-01");
    }

    private static void exactKinds(Bench bench) {
        UserId ann = new UserId(new UUID(-1, 1));
        UserId ben = new UserId(new UUID(1, -1));
        bench.insert(
                Sample.named("a").withActive(true).withColour(Colour.RED).withOwner(ann),
                Sample.named("b").withActive(false).withColour(Colour.BLUE).withOwner(ben),
                Sample.named("c"));
        assertThat(bench.names(ACTIVE.equalTo(true))).containsExactly("a");
        assertThat(bench.names(ACTIVE.equalTo(false))).containsExactly("b");
        assertThat(bench.names(ACTIVE.notEqualTo(true))).containsExactly("b");
        assertThat(bench.names(ACTIVE.equalTo(true).not())).containsExactly("b", "c");
        assertThat(bench.names(COLOUR.in(Colour.RED, Colour.GREEN))).containsExactly("a");
        assertThat(bench.names(COLOUR.notEqualTo(Colour.RED))).containsExactly("b");
        assertThat(bench.names(OWNER_ID.equalTo(ben))).containsExactly("b");
        assertThat(bench.names(OWNER_ID.in(ann, ben))).containsExactly("a", "b");
        assertThat(bench.names(OWNER_ID.notEqualTo(ben))).containsExactly("a");
        Sample c = bench.list(Samples.TYPE, NAME.equalTo("c"), NAME.asc()).get(0);
        assertThat(bench.names(Samples.TYPE.id().equalTo(c.id()))).containsExactly("c");
        assertThat(bench.names(Samples.TYPE.id().notEqualTo(c.id()))).containsExactly("a", "b");
        assertThat(bench.names(Samples.TYPE.id().isNull())).isEmpty();
    }

    private static void lists(Bench bench) {
        insertAmounts(bench);
        assertThat(bench.names(AMOUNT.in(List.of()))).isEmpty();
        assertThat(bench.names(AMOUNT.in(List.of()).not())).hasSize(6);
        List<String> names = IntStream.range(0, Criteria.MAX_VALUES - 1)
                .mapToObj(i -> "name " + i)
                .collect(Collectors.toCollection(ArrayList::new));
        names.add("1.50");
        assertThat(bench.names(NAME.in(names))).containsExactly("1.50");
        assertThat(bench.names(NAME.in(names).not())).hasSize(5).doesNotContain("1.50");
    }

    private static void everythingAndNothing(Bench bench) {
        insertAmounts(bench);
        assertThat(bench.names(Criteria.all())).hasSize(6);
        assertThat(bench.names(Criteria.none())).isEmpty();
        assertThat(bench.names(new Criteria.And<>(List.of()))).hasSize(6);
        assertThat(bench.names(new Criteria.Or<>(List.of()))).isEmpty();
        assertThat(bench.names(new Criteria.Or<>(List.of(AMOUNT.isNull())))).containsExactly("absent");
        assertThat(bench.names(new Criteria.And<>(List.of(Criteria.all(), AMOUNT.isNull()))))
                .containsExactly("absent");
        assertThat(bench.names(Criteria.<Sample>all().or(AMOUNT.isNull()))).hasSize(6);
    }

    private static void largest(Bench bench) {
        insertAmounts(bench);
        List<Criteria<Sample>> parts = new ArrayList<>();
        for (int i = 1; i < Criteria.MAX_NODES; i++) {
            parts.add(NAME.equalTo(i == 500 ? "1.50" : "name " + i));
        }
        assertThat(bench.names(new Criteria.Or<>(parts))).containsExactly("1.50");
        // 513 values in each list, which an adapter may round up to 1,024
        List<Criteria<Sample>> lists = new ArrayList<>();
        for (int i = 0; i < Criteria.MAX_ALL_VALUES / 513; i++) {
            String prefix = i == 20 ? "" : i + ".";
            lists.add(NAME.in(IntStream.range(0, 513)
                    .mapToObj(n -> n == 512 ? prefix + "1.50" : "name " + n)
                    .toList()));
        }
        assertThat(bench.names(new Criteria.Or<>(lists))).containsExactly("1.50");
        Criteria<Sample> deep = NAME.equalTo("1.50");
        for (int depth = 2; depth <= Criteria.MAX_DEPTH; depth++) {
            Criteria<Sample> inner = deep;
            deep = switch (depth % 3) {
                case 0 -> new Criteria.Not<>(inner);
                case 1 -> new Criteria.And<>(List.of(inner, AMOUNT.notNull()));
                default -> new Criteria.Or<>(List.of(inner, AMOUNT.isNull()));
            };
        }
        Criteria<Sample> deepest = deep;
        List<String> expected = bench.all().stream()
                .filter(deepest::matches)
                .map(Sample::name)
                .sorted()
                .toList();
        assertThat(bench.names(deepest)).isEqualTo(expected).isNotEmpty();
    }

    private static void random(Bench bench) {
        RandomSamples random = new RandomSamples(new Random(20260301));
        List<Sample> rows = random.samples(40);
        bench.insertAll(rows);
        for (int i = 0; i < 150; i++) {
            Criteria<Sample> where = random.filter(4);
            List<Sample> expected = rows.stream().filter(where::matches).toList();
            assertThat(bench.list(Samples.TYPE, where, NAME.asc()))
                    .as(where.describe())
                    .containsExactlyInAnyOrderElementsOf(expected);
            long count = bench.get(unit -> Bench.samples(unit).count(where));
            assertThat(count).as(where.describe()).isEqualTo(expected.size());
        }
    }
}
