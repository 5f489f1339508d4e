package io.github.crmkit.money;

import static io.github.crmkit.money.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    private static final UnitPrice COST = UnitPrice.parse("USD 80");

    @Test
    void ten_percent_then_five_percent_is_fourteen_and_a_half() {
        assertThat(Percent.of(10).then(Percent.of(5))).isEqualTo(Percent.of("14.5"));
    }

    @ParameterizedTest
    @CsvSource({"33.333333, 33.333333, 55.555555", "0.000001, 0.000001, 0.000002", "12.34, 56.78, 62.113348"})
    void stacked_percentages_keep_six_decimals(String first, String second, String both) {
        assertThat(Percent.of(first).then(Percent.of(second))).isEqualTo(Percent.of(both));
    }

    @Test
    void equal_percentages_have_one_form() {
        assertThat(Percent.of("15.00")).isEqualTo(Percent.of(15)).hasToString("15 %");
        assertThat(Percent.of(new BigDecimal("1E+2"))).isEqualTo(Percent.HUNDRED);
    }

    @Test
    void the_fraction_is_exact() {
        assertThat(Percent.of("0.000001").fraction()).isEqualByComparingTo("0.00000001");
        assertThat(Percent.of(15).fraction()).isEqualByComparingTo("0.15");
        assertThat(Percent.of(250).fraction()).isEqualByComparingTo("2.5");
    }

    @Test
    void a_discount_of_everything_leaves_exactly_nothing() {
        Money price = Money.parse("USD 168.00");
        assertThat(price.minus(Percent.HUNDRED.of(price, Rounding.COMMERCIAL)).isZero())
                .isTrue();
        assertThat(Percent.HUNDRED.complement()).isEqualTo(Percent.ZERO);
        assertThat(Percent.HUNDRED.then(Percent.of(5))).isEqualTo(Percent.HUNDRED);
        assertThat(Percent.ZERO.isZero()).isTrue();
    }

    @Test
    void a_part_of_an_amount_is_rounded_once_and_alike_on_both_sides_of_zero() {
        assertThat(Percent.of("12.5").of(Money.parse("USD 1.00"), Rounding.COMMERCIAL))
                .isEqualTo(Money.parse("USD 0.13"));
        assertThat(Percent.of("12.5").of(Money.parse("USD -1.00"), Rounding.COMMERCIAL))
                .isEqualTo(Money.parse("USD -0.13"));
        assertThat(Percent.of(10).of(Money.parse("USD 154.45"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.parse("USD 15.44"));
        assertThat(Percent.of(10).of(Money.parse("USD 154.45"), RoundingMode.HALF_UP))
                .isEqualTo(Money.parse("USD 15.45"));
    }

    @Test
    void a_mark_up_is_on_cost_and_a_margin_is_of_the_price() {
        Percent twenty = Percent.of(20);
        assertThat(Percent.markUp(COST, twenty, 2, Rounding.COMMERCIAL)).isEqualTo(UnitPrice.parse("USD 96"));
        assertThat(Percent.margin(COST, twenty, 2, Rounding.COMMERCIAL)).isEqualTo(UnitPrice.parse("USD 100"));
    }

    @Test
    void a_price_that_never_ends_is_rounded_once_to_the_decimals_asked_for() {
        assertThat(Percent.margin(COST, Percent.of(30), 6, Rounding.COMMERCIAL))
                .isEqualTo(UnitPrice.parse("USD 114.285714"));
        assertThat(Percent.margin(COST, Percent.of(30), 2, Rounding.COMMERCIAL))
                .isEqualTo(UnitPrice.parse("USD 114.29"));
    }

    @Test
    void a_margin_of_the_whole_price_or_more_is_refused() {
        assertRefused("percent-margin", () -> Percent.margin(COST, Percent.HUNDRED, 2, Rounding.COMMERCIAL));
        assertRefused("percent-margin", () -> Percent.margin(COST, Percent.of(150), 2, Rounding.COMMERCIAL));
        assertThat(Percent.markUp(COST, Percent.of(150), 2, Rounding.COMMERCIAL))
                .isEqualTo(UnitPrice.parse("USD 200"));
    }

    @Test
    void what_is_no_percentage_is_refused() {
        assertRefused("percent-format", () -> Percent.of("15%"));
        assertRefused("percent-scale", () -> Percent.of("0.0000001"));
        assertRefused("percent-range", () -> Percent.of(new BigDecimal("1E+20")));
    }

    @Test
    void percentages_have_an_order_and_a_sign() {
        assertThat(Percent.of(-5)).isLessThan(Percent.ZERO);
        assertThat(Percent.of(-5).isNegative()).isTrue();
    }
}
