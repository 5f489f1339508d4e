package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.pricebook.PriceRounding.Mode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "UP, 10, 10.000001, 20",
        "UP, 10, 20, 20",
        "DOWN, 10, 19.999999, 10",
        "NEAREST, 10, 14.999999, 10",
        "NEAREST, 10, 15, 20",
        "NEAREST, 0.05, 1.024999, 1.00",
        "NEAREST, 0.05, 1.025, 1.05",
        "DOWN, 0.3, 1, 0.9",
        "NEAREST, 10, -15, -20",
        "UP, 10, -10.000001, -20",
        "DOWN, 10, 0, 0"
    })
    void prices_go_to_a_multiple(Mode mode, BigDecimal multiple, BigDecimal price, BigDecimal rounded) {
        assertThat(PriceRounding.toMultiple(mode, multiple).round(price)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 0.99, 12.34, 12.99",
        "UP, 0.99, 12.99, 12.99",
        "UP, 0.99, 12.990001, 13.99",
        "DOWN, 0.99, 12.34, 11.99",
        "NEAREST, 0.99, 12.48, 11.99",
        "NEAREST, 0.99, 12.49, 12.99",
        "UP, 9, 12.34, 19",
        "DOWN, 9.99, 25, 19.99",
        "NEAREST, 95, 145, 195",
        "NEAREST, 95, 144.999999, 95",
        "UP, 0.05, 3, 3.05",
        "DOWN, 0.99, -12.34, -11.99"
    })
    void prices_end_in_the_digits_that_are_asked_for(Mode mode, BigDecimal ending, BigDecimal price, BigDecimal end) {
        assertThat(PriceRounding.endingIn(mode, ending).round(price)).isEqualByComparingTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "0.5", "3", "9.999999"})
    void nothing_is_given_away_by_rounding_down(BigDecimal price) {
        assertThat(PriceRounding.toMultiple(Mode.DOWN, BigDecimal.TEN).round(price))
                .isEqualByComparingTo("10");
        assertThat(PriceRounding.endingIn(Mode.DOWN, new BigDecimal("9.99")).round(price))
                .isGreaterThanOrEqualTo(new BigDecimal("9.99"))
                .isLessThan(new BigDecimal("10"));
    }

    @Test
    void the_text_of_a_rounding_is_read_back() {
        PriceRounding ending = new PriceRounding(Mode.UP, new BigDecimal("2.50"), new BigDecimal("0.750"));

        assertThat(ending).hasToString("up 2.5 ending 0.75");
        assertThat(PriceRounding.parse("up 2.5 ending 0.75")).isEqualTo(ending);
        assertThat(PriceRounding.toMultiple(Mode.NEAREST, new BigDecimal("1E+3")))
                .hasToString("nearest 1000")
                .isEqualTo(PriceRounding.parse("nearest 1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up", "UP 10", "sideways 10", "up 10 ending", "up 1e3", "up 10 ending 1 ", "up -10"})
    void any_other_text_is_refused(String text) {
        assertThat(codes(() -> PriceRounding.parse(text))).containsExactly("price-rounding-format");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, positive",
        "-10, 0, positive",
        "10, 10, out-of-range",
        "10, -1, negative",
        "0.0000001, 0, amount-scale",
        "1E+18, 0, amount-range"
    })
    void a_rounding_that_leads_nowhere_is_refused(BigDecimal multiple, BigDecimal ending, String code) {
        assertThat(codes(() -> new PriceRounding(Mode.UP, multiple, ending))).containsExactly(code);
    }

    @Test
    void everything_that_is_wrong_with_it_is_said_at_once() {
        assertThat(codes(() -> new PriceRounding(Mode.UP, BigDecimal.ZERO, new BigDecimal("-0.0000001"))))
                .containsExactly("amount-scale", "positive", "negative");
        assertThat(codes(() -> PriceRounding.endingIn(Mode.UP, new BigDecimal("1E+2000000000"))))
                .contains("amount-range");
    }

    private static Iterable<String> codes(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        return catchThrowableOfType(RuleViolationsException.class, making).violations().stream()
                .map(Violation::code)
                .toList();
    }
}
