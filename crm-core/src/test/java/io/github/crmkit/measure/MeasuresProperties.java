package io.github.crmkit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing is ever rounded between two units. */
class MeasuresProperties {

    /** The first quantity that is too large to be kept. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    private static final List<String> UNITS = List.of("own", "first", "second");

    @Property(tries = 5_000)
    void a_conversion_is_exact_or_refused_because_it_cannot_be(
            @ForAll("measures") Measures measures,
            @ForAll("quantities") Quantity quantity,
            @ForAll("units") String from,
            @ForAll("units") String to) {
        Measures.Ratio ratio = measures.ratio(from, to);
        BigDecimal exact = quantity.value().multiply(ratio.numerator());

        Quantity converted;
        try {
            converted = measures.convert(quantity, from, to);
        } catch (RuleViolationsException refused) {
            boolean large = exact.abs().compareTo(LARGEST.multiply(ratio.denominator())) >= 0;
            assertThat(refused.violations())
                    .extracting(Violation::code)
                    .containsExactly(large && isTold(exact, ratio.denominator()) ? "quantity-range" : "unit-inexact");
            return;
        }
        assertThat(isTold(exact, ratio.denominator())).isTrue();
        assertThat(converted.value().multiply(ratio.denominator())).isEqualByComparingTo(exact);
    }

    @Property(tries = 5_000)
    void there_and_back_is_the_same_quantity(
            @ForAll("measures") Measures measures, @ForAll("counts") long count, @ForAll("others") int number) {
        UnitFactor other = measures.others().get(number);
        Quantity some = Quantity.of(other.of().value().multiply(BigDecimal.valueOf(count)));

        Quantity there = measures.convert(some, other.unit(), "own");

        assertThat(there.value()).isEqualByComparingTo(other.base().value().multiply(BigDecimal.valueOf(count)));
        assertThat(measures.convert(there, "own", other.unit())).isEqualTo(some);
    }

    @Property(tries = 2_000)
    void by_way_of_a_third_unit_is_the_same_ratio(
            @ForAll("measures") Measures measures,
            @ForAll("units") String from,
            @ForAll("units") String by,
            @ForAll("units") String to) {
        Measures.Ratio direct = measures.ratio(from, to);
        Measures.Ratio first = measures.ratio(from, by);
        Measures.Ratio second = measures.ratio(by, to);

        assertThat(first.numerator().multiply(second.numerator()).multiply(direct.denominator()))
                .isEqualByComparingTo(
                        first.denominator().multiply(second.denominator()).multiply(direct.numerator()));
    }

    @Property(tries = 5_000)
    void a_quantity_is_allowed_where_counting_in_increments_leaves_nothing(
            @ForAll("quantities") Quantity quantity, @ForAll("positive") Quantity increment) {
        BigInteger many = quantity.value().movePointRight(Quantity.MAX_SCALE).toBigIntegerExact();
        BigInteger step = increment.value().movePointRight(Quantity.MAX_SCALE).toBigIntegerExact();

        assertThat(Measures.in("own").every(increment).allows(quantity))
                .isEqualTo(many.mod(step).signum() == 0);
    }

    private static boolean isTold(BigDecimal numerator, BigDecimal denominator) {
        int scale = Math.max(numerator.scale(), denominator.scale());
        BigInteger over = numerator.movePointRight(scale + Quantity.MAX_SCALE).toBigIntegerExact();
        BigInteger under = denominator.movePointRight(scale).toBigIntegerExact();
        return over.mod(under).signum() == 0;
    }

    @Provide
    Arbitrary<Measures> measures() {
        return Combinators.combine(positive(), positive(), positive(), positive())
                .as((a, b, c, d) ->
                        Measures.in("own").and(new UnitFactor("first", a, b)).and(new UnitFactor("second", c, d)));
    }

    @Provide
    Arbitrary<Quantity> positive() {
        return Arbitraries.integers()
                .between(1, 5_000)
                .flatMap(units -> Arbitraries.integers()
                        .between(0, 6)
                        .map(scale -> Quantity.of(BigDecimal.valueOf(units, scale))));
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Arbitraries.integers()
                .between(-50_000, 50_000)
                .flatMap(units -> Arbitraries.integers()
                        .between(0, 6)
                        .map(scale -> Quantity.of(BigDecimal.valueOf(units, scale))));
    }

    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.longs().between(-100_000, 100_000);
    }

    @Provide
    Arbitrary<Integer> others() {
        return Arbitraries.of(0, 1);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS);
    }
}
