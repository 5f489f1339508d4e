package io.github.crmkit.money;

import static io.github.crmkit.money.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"2.0, 2", "100, 100", "0.000, 0", "-3.50, -3.5", "0.000001, 0.000001", "+7, 7"})
    void equal_quantities_have_one_form(String given, String normal) {
        assertThat(Quantity.parse(given)).hasToString(normal).isEqualTo(Quantity.parse(normal));
    }

    @Test
    void a_power_of_ten_is_written_out() {
        assertThat(Quantity.of(new BigDecimal("1E+3")))
                .isEqualTo(Quantity.of(1000))
                .hasToString("1000");
    }

    @Test
    void what_no_store_can_keep_is_refused() {
        assertRefused("quantity-scale", () -> Quantity.parse("0.0000001"));
        assertRefused("quantity-range", () -> Quantity.of(new BigDecimal("1E+18")));
        assertRefused("quantity-range", () -> Quantity.of(new BigDecimal("-1E+999999999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e3", "1 000", "--1", "1.", "NaN", "1,5"})
    void text_that_is_no_number_is_refused(String text) {
        assertRefused("quantity-format", () -> Quantity.parse(text));
    }

    @Test
    void endless_text_is_refused_before_it_is_read() {
        assertRefused("quantity-format", () -> Quantity.parse("1".repeat(1_000_000)));
    }

    @Test
    void returns_are_negative_and_zero_is_a_value() {
        Quantity two = Quantity.of(2);
        assertThat(two.negated().isNegative()).isTrue();
        assertThat(two.isPositive()).isTrue();
        assertThat(two.minus(two)).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.ZERO.isZero()).isTrue();
        assertThat(Quantity.ONE.plus(Quantity.ONE)).isEqualTo(two);
        assertThat(two.negated()).isLessThan(Quantity.ZERO);
    }
}
