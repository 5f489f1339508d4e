package io.github.crmkit.query;

import static io.github.crmkit.storage.contract.sample.SampleFields.ACTIVE;
import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.COLOUR;
import static io.github.crmkit.storage.contract.sample.SampleFields.DUE_ON;
import static io.github.crmkit.storage.contract.sample.SampleFields.HAPPENED_AT;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.storage.contract.sample.Colour;
import io.github.crmkit.storage.contract.sample.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriteriaTest {

    private static final Sample ABSENT = Sample.named("absent");

    private static Sample of(long quantity) {
        return Sample.named("q" + quantity).withQuantity(quantity);
    }

    @Test
    void every_operator_compares_present_values() {
        assertThat(QUANTITY.equalTo(2L).matches(of(2))).isTrue();
        assertThat(QUANTITY.equalTo(2L).matches(of(3))).isFalse();
        assertThat(QUANTITY.notEqualTo(2L).matches(of(2))).isFalse();
        assertThat(QUANTITY.notEqualTo(2L).matches(of(3))).isTrue();
        assertThat(QUANTITY.greaterThan(2L).matches(of(2))).isFalse();
        assertThat(QUANTITY.greaterThan(2L).matches(of(3))).isTrue();
        assertThat(QUANTITY.greaterThanEqual(2L).matches(of(2))).isTrue();
        assertThat(QUANTITY.greaterThanEqual(2L).matches(of(1))).isFalse();
        assertThat(QUANTITY.lessThan(2L).matches(of(2))).isFalse();
        assertThat(QUANTITY.lessThan(2L).matches(of(1))).isTrue();
        assertThat(QUANTITY.lessThanEqual(2L).matches(of(2))).isTrue();
        assertThat(QUANTITY.lessThanEqual(2L).matches(of(3))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_with_an_absent_value_is_false_and_its_negation_true(Criteria.Operator operator) {
        Criteria<Sample> compare = new Criteria.Compare<>(QUANTITY, operator, 2L);

        assertThat(compare.matches(ABSENT)).isFalse();
        assertThat(compare.not().matches(ABSENT)).isTrue();
        assertThat(compare.not().not().matches(ABSENT)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_opposite_operator_holds_exactly_where_this_one_does_not(Criteria.Operator operator) {
        for (int comparison : List.of(-1, 0, 1)) {
            assertThat(operator.opposite().holds(comparison)).isNotEqualTo(operator.holds(comparison));
        }
        assertThat(operator.opposite().opposite()).isEqualTo(operator);
    }

    @Test
    void ranges_are_closed_between_and_half_open_within() {
        assertThat(IntStream.rangeClosed(1, 4)
                        .filter(n -> QUANTITY.between(2L, 3L).matches(of(n))))
                .containsExactly(2, 3);
        assertThat(IntStream.rangeClosed(1, 4)
                        .filter(n -> QUANTITY.within(2L, 3L).matches(of(n))))
                .containsExactly(2);
    }

    @Test
    void decimals_are_equal_by_value() {
        Sample one = Sample.named("one").withAmount("1.00");

        assertThat(AMOUNT.equalTo(new BigDecimal("1")).matches(one)).isTrue();
        assertThat(AMOUNT.in(new BigDecimal("1.0"), new BigDecimal("7")).matches(one))
                .isTrue();
        assertThatThrownBy(() -> AMOUNT.equalTo(new BigDecimal("1.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void text_is_matched_literally_and_exactly() {
        Sample odd = Sample.named("50% Off_!");

        assertThat(NAME.contains("% O").matches(odd)).isTrue();
        assertThat(NAME.contains("50_").matches(odd)).isFalse();
        assertThat(NAME.startsWith("50%").matches(odd)).isTrue();
        assertThat(NAME.endsWith("_!").matches(odd)).isTrue();
        assertThat(NAME.startsWith("50% o").matches(odd)).isFalse();
        assertThat(NAME.startsWithText("50% oFF").matches(odd)).isTrue();
        assertThat(NAME.sameText("50% OFF_!").matches(odd)).isTrue();
        assertThat(REMARK.contains("").matches(odd)).isFalse();
    }

    @Test
    void only_folded_fields_can_be_asked_in_folded_form() {
        assertThatIllegalArgumentException().isThrownBy(() -> REMARK.sameText("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> REMARK.startsWithText("x"));
    }

    @Test
    void text_that_no_store_keeps_cannot_be_asked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> NAME.equalTo("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> NAME.contains("\0"));
    }

    @Test
    void all_holds_everywhere_and_none_nowhere() {
        assertThat(Criteria.<Sample>all().matches(ABSENT)).isTrue();
        assertThat(Criteria.<Sample>none().matches(ABSENT)).isFalse();
        assertThat(Criteria.<Sample>all().and(QUANTITY.isNull())).isEqualTo(QUANTITY.isNull());
        assertThat(QUANTITY.isNull().and(Criteria.all())).isEqualTo(QUANTITY.isNull());
        assertThat(new Criteria.And<Sample>(List.of()).matches(ABSENT)).isTrue();
        assertThat(new Criteria.Or<Sample>(List.of()).matches(ABSENT)).isFalse();
    }

    @Test
    void equal_combinations_are_flat_and_mixed_ones_nest() {
        Criteria<Sample> a = QUANTITY.equalTo(1L);
        Criteria<Sample> b = QUANTITY.equalTo(2L);
        Criteria<Sample> c = QUANTITY.equalTo(3L);

        assertThat(a.and(b).and(c)).isEqualTo(new Criteria.And<>(List.of(a, b, c)));
        assertThat(a.or(b.or(c))).isEqualTo(new Criteria.Or<>(List.of(a, b, c)));
        assertThat(a.and(b).or(c)).isEqualTo(new Criteria.Or<>(List.of(a.and(b), c)));
    }

    @Test
    void a_filter_says_what_it_means() {
        Criteria<Sample> where = COLOUR.in(Colour.RED, Colour.BLUE)
                .and(AMOUNT.greaterThanEqual(new BigDecimal("8")))
                .and(ACTIVE.equalTo(true).or(DUE_ON.isNull().not()))
                .and(HAPPENED_AT.lessThan(Instant.EPOCH))
                .and(NAME.startsWithText("AB\"c"));

        assertThat(where.describe())
                .isEqualTo("(colour in [RED, BLUE] and amount >= 8.00 and (active = true or not dueOn is absent)"
                        + " and happenedAt < 1970-01-01T00:00:00Z and name starts with text \"ab\"\"c\")");
        assertThat(Criteria.all().describe()).isEqualTo("all");
        assertThat(DUE_ON.equalTo(LocalDate.EPOCH).describe()).isEqualTo("dueOn = 1970-01-01");
    }

    @Test
    void text_cannot_pass_for_a_part_of_the_filter() {
        Criteria<Sample> one = NAME.equalTo("x\" and remark = \"y");
        Criteria<Sample> two = NAME.equalTo("x").and(REMARK.equalTo("y"));

        assertThat("(" + one.describe() + ")").isNotEqualTo(two.describe());
        assertThat(NAME.in("a, b").describe()).isNotEqualTo(NAME.in("a", "b").describe());
    }

    @Test
    void lists_are_limited_and_their_doubles_dropped() {
        List<String> most =
                IntStream.range(0, Criteria.MAX_VALUES).mapToObj(i -> "n" + i).toList();
        List<String> more = new ArrayList<>(most);
        more.add("one too many");

        assertThat(NAME.in(most).matches(Sample.named("n999"))).isTrue();
        assertThat(NAME.in(Collections.nCopies(5_000, "same")).matches(Sample.named("same")))
                .isTrue();
        assertThatThrownBy(() -> NAME.in(more))
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo(1_000));
    }

    @Test
    void so_are_all_lists_of_a_filter_together() {
        List<Criteria<Sample>> lists = new ArrayList<>();
        for (int i = 0; i < Criteria.MAX_ALL_VALUES / Criteria.MAX_VALUES; i++) {
            int list = i;
            lists.add(NAME.in(IntStream.range(0, Criteria.MAX_VALUES)
                    .mapToObj(n -> list + "." + n)
                    .toList()));
        }
        Criteria<Sample> most = new Criteria.Or<>(lists);

        assertThat(most.matches(Sample.named("19.999"))).isTrue();
        assertThat(most.and(QUANTITY.isNull()).matches(ABSENT)).isFalse();
        assertThatThrownBy(() -> most.and(NAME.in(List.of("one too many"))))
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo(20_000));
    }

    @Test
    void depth_is_limited() {
        Criteria<Sample> deep = QUANTITY.isNull();
        for (int depth = 2; depth <= Criteria.MAX_DEPTH; depth++) {
            deep = new Criteria.Not<>(deep);
        }
        Criteria<Sample> deepest = deep;

        assertThat(deepest.matches(ABSENT)).isFalse();
        assertThatThrownBy(() -> new Criteria.Not<>(deepest)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> deepest.and(ACTIVE.isNull())).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void the_number_of_parts_is_limited() {
        List<Criteria<Sample>> most = Collections.nCopies(Criteria.MAX_NODES - 1, QUANTITY.isNull());
        Criteria<Sample> largest = new Criteria.Or<>(most);

        assertThat(largest.matches(ABSENT)).isTrue();
        assertThatThrownBy(() -> largest.or(ACTIVE.isNull())).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> largest.not()).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void sizes_of_pages_and_orders_are_limited() {
        assertThat(PageRequest.first(1).size()).isEqualTo(1);
        assertThat(PageRequest.first(PageRequest.MAX_SIZE).size()).isEqualTo(1_000);
        assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> PageRequest.first(1_001)).isInstanceOf(LimitExceededException.class);
        Sort<Sample> five = NAME.asc()
                .then(NAME.desc())
                .then(AMOUNT.asc())
                .then(ACTIVE.asc())
                .then(COLOUR.desc());
        assertThat(five.describe()).isEqualTo("name asc, name desc, amount asc, active asc, colour desc");
        assertThatThrownBy(() -> five.then(QUANTITY.asc())).isInstanceOf(LimitExceededException.class);
    }
}
