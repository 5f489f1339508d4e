package io.github.crmkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    /** Boxes of 12 tiles, 48 of them to the pallet; a box covers 1.44 square metres. */
    private static final Measures TILES = Measures.in("box")
            .and(UnitFactor.of("pallet", 48))
            .and(new UnitFactor("piece", Quantity.of(12), Quantity.ONE))
            .and(new UnitFactor("m2", Quantity.parse("1.44"), Quantity.ONE))
            .every(Quantity.parse("0.5"));

    @ParameterizedTest
    @CsvSource({
        "2, pallet, box, 96",
        "96, box, pallet, 2",
        "12, box, pallet, 0.25",
        "1, pallet, piece, 576",
        "6, piece, box, 0.5",
        "36, piece, m2, 4.32",
        "1, m2, m2, 1",
        "-3, box, piece, -36",
        "0, piece, pallet, 0",
        "0.000001, pallet, box, 0.000048"
    })
    void quantities_are_converted_exactly(String quantity, String from, String to, String expected) {
        assertThat(TILES.convert(Quantity.parse(quantity), from, to)).isEqualTo(Quantity.parse(expected));
    }

    @Test
    void what_six_decimals_cannot_tell_is_refused_and_never_rounded() {
        assertThat(refusal(() -> TILES.convert(Quantity.ONE, "piece", "box")))
                .containsExactly(tuple("", "unit-inexact"));
        assertThat(refusal(() -> TILES.convert(Quantity.parse("0.000001"), "box", "pallet")))
                .containsExactly(tuple("", "unit-inexact"));
        assertThat(refusal(() -> TILES.convert(Quantity.parse("999999999999999999"), "pallet", "box")))
                .containsExactly(tuple("", "quantity-range"));
    }

    @Test
    void both_unknown_units_are_named_at_once() {
        assertThat(refusal(() -> TILES.convert(Quantity.ONE, "crate", "Box")))
                .containsExactly(tuple("from", "unit-unknown"), tuple("to", "unit-unknown"));
        assertThat(TILES.knows("box")).isTrue();
        assertThat(TILES.knows("piece")).isTrue();
        assertThat(TILES.knows("Box")).isFalse();
    }

    @Test
    void a_third_of_a_unit_is_kept_as_a_fraction() {
        Measures dozens = Measures.in("dozen").and(new UnitFactor("piece", Quantity.of(12), Quantity.ONE));

        Measures.Ratio ratio = dozens.ratio("piece", "dozen");

        assertThat(ratio).isEqualTo(new Measures.Ratio(BigDecimal.ONE, BigDecimal.valueOf(12)));
        assertThat(ratio.times(UnitPrice.parse("USD 100"), 6, RoundingMode.HALF_UP))
                .isEqualTo(UnitPrice.parse("USD 8.333333"));
        assertThat(TILES.ratio("pallet", "box").times(UnitPrice.parse("THB 2.50"), 2, RoundingMode.HALF_UP))
                .isEqualTo(UnitPrice.parse("THB 120"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, box, true",
        "0.25, box, false",
        "1, pallet, true",
        "6, piece, true",
        "3, piece, false",
        "1, piece, false",
        "0.72, m2, true",
        "-1.5, box, true",
        "0, box, true"
    })
    void quantities_are_whole_multiples_of_the_increment_in_every_unit(String quantity, String unit, boolean fits) {
        Violations problems = new Violations();

        TILES.checkQuantity(Quantity.parse(quantity), unit, "lines[2].quantity", "lines[2].unit", problems);

        assertThat(problems.list())
                .extracting(Violation::path, Violation::code)
                .isEqualTo(fits ? List.of() : List.of(tuple("lines[2].quantity", "quantity-increment")));
    }

    @Test
    void the_unit_is_checked_with_the_quantity() {
        Violations problems = new Violations();

        TILES.checkQuantity(Quantity.ONE, "crate", "quantity", "unit", problems);

        assertThat(problems.list())
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("unit", "unit-unknown"));
        assertThat(Measures.in("kg").allows(Quantity.parse("0.000001"))).isTrue();
    }

    @Test
    void measures_that_cannot_be_are_refused_with_everything_that_is_wrong() {
        List<UnitFactor> others =
                List.of(UnitFactor.of("box", 2), UnitFactor.of("crate", 3), UnitFactor.of(" crate ", 4));

        assertThat(refusal(() -> new Measures("box", others, Quantity.ZERO)))
                .containsExactly(
                        tuple("otherUnits[0].unit", "unit-twice"),
                        tuple("otherUnits[2].unit", "unit-twice"),
                        tuple("increment", "increment-positive"));
        assertThat(refusal(() -> Measures.in(" \u0000"))).containsExactly(tuple("unit", "plain-text"));
        assertThat(refusal(() -> new Measures(
                        "box",
                        IntStream.rangeClosed(0, Measures.MAX_OTHERS)
                                .mapToObj(i -> UnitFactor.of("u" + i, 2))
                                .toList(),
                        null)))
                .containsExactly(tuple("otherUnits", "too-many-units"));
    }

    @Test
    void a_factor_of_nothing_is_refused() {
        assertThat(refusal(() -> new UnitFactor("", Quantity.ZERO, Quantity.of(-1))))
                .containsExactly(tuple("unit", "plain-text"), tuple("of", "unit-factor"), tuple("base", "unit-factor"));
        assertThat(UnitFactor.of("pallet", 48)).hasToString("1 pallet = 48");
    }

    @Test
    void the_step_is_told_only_where_there_is_one() {
        assertThat(TILES.step()).contains(Quantity.parse("0.5"));
        assertThat(TILES.every(null).step()).isEmpty();
        assertThat(Measures.in(" box ").unit()).isEqualTo("box");
    }

    private static List<Tuple> refusal(ThrowingCallable call) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call);
        return refused.violations().stream().map(v -> tuple(v.path(), v.code())).toList();
    }
}
