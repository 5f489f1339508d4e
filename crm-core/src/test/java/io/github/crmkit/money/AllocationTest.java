package io.github.crmkit.money;

import static io.github.crmkit.money.Refusals.assertRefused;
import static io.github.crmkit.money.Refusals.assertRefusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD 100.00 | 1 1 1           | USD 33.34, USD 33.33, USD 33.33",
                "USD 0.05   | 3 7             | USD 0.02, USD 0.03",
                "USD -0.05  | 3 7             | USD -0.02, USD -0.03",
                "USD 0.01   | 0 1 1           | USD 0.00, USD 0.01, USD 0.00",
                "USD 26.09  | 10.00 10.00 10.00 | USD 8.70, USD 8.70, USD 8.69",
                "JPY 100    | 1 1 1           | JPY 34, JPY 33, JPY 33",
                "KWD 1.000  | 1 2             | KWD 0.333, KWD 0.667",
                "USD 0.00   | 5 0             | USD 0.00, USD 0.00",
                "USD 7.00   | 0.0000001       | USD 7.00"
            })
    void the_parts_are_those_of_the_largest_remainder(String total, String weights, String parts) {
        List<Money> expected =
                Arrays.stream(parts.split(", ", -1)).map(Money::parse).toList();
        assertThat(Allocation.of(Money.parse(total), weights(weights))).isEqualTo(expected);
    }

    @Test
    void even_parts_put_the_larger_ones_first() {
        assertThat(Allocation.evenly(Money.parse("USD 0.05"), 3))
                .containsExactly(Money.parse("USD 0.02"), Money.parse("USD 0.02"), Money.parse("USD 0.01"));
    }

    @Test
    void weights_that_share_nothing_are_refused() {
        Money total = Money.parse("USD 1.00");
        assertRefused("weights-empty", () -> Allocation.of(total, List.of()));
        assertRefused("weights-empty", () -> Allocation.evenly(total, -1));
        assertRefused("weights-zero", () -> Allocation.of(total, weights("0 0.00")));
    }

    @Test
    void every_bad_weight_is_reported() {
        assertRefusedWith(
                () -> Allocation.of(Money.parse("USD 1.00"), weights("-1 2 1E+999999999 -3")),
                "weight-negative",
                "weight-digits",
                "weight-negative");
    }

    @Test
    void signed_weights_are_refused_before_they_are_added() {
        assertRefused("weight-digits", () -> Allocation.signed(Money.parse("USD 1.00"), weights("-1 1E+999999999")));
    }

    private static List<BigDecimal> weights(String text) {
        return Arrays.stream(text.split(" ", -1)).map(BigDecimal::new).toList();
    }
}
