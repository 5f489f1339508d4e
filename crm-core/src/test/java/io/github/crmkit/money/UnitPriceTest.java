package io.github.crmkit.money;

import static io.github.crmkit.money.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPriceTest {

    private static final CurrencyUnit KWD = CurrencyUnit.of("KWD");

    @ParameterizedTest
    @CsvSource({
        "USD 12.5, USD 12.50",
        "USD 12.500000, USD 12.50",
        "USD 0.000001, USD 0.000001",
        "USD 100, USD 100.00",
        "USD -0.1250, USD -0.125",
        "JPY 1000.0, JPY 1000",
        "JPY 0.5, JPY 0.5",
        "KWD 1, KWD 1.000",
        "THB 0.000, THB 0.00"
    })
    void the_scale_is_that_of_the_currency_or_as_much_more_as_is_needed(String given, String normal) {
        assertThat(UnitPrice.parse(given)).hasToString(normal).isEqualTo(UnitPrice.parse(normal));
    }

    @Test
    void equal_prices_of_different_scale_are_equal() {
        UnitPrice coarse = new UnitPrice(BigMoney.parse("EUR 3"));
        UnitPrice fine = UnitPrice.of(CurrencyUnit.EUR, new BigDecimal("3.000000000"));
        assertThat(coarse).isEqualTo(fine).hasSameHashCodeAs(fine);
    }

    @Test
    void more_than_six_decimals_are_refused() {
        assertRefused("unit-price-scale", () -> UnitPrice.parse("USD 0.0000001"));
    }

    @Test
    void more_than_eighteen_digits_are_refused_whatever_the_exponent_is() {
        assertThat(UnitPrice.parse("USD 999999999999999999").amount()).isEqualByComparingTo("999999999999999999");
        assertRefused("unit-price-range", () -> UnitPrice.parse("USD 1000000000000000000"));
        assertRefused("unit-price-range", () -> UnitPrice.of(CurrencyUnit.USD, new BigDecimal("1E+2147483647")));
        assertRefused("unit-price-scale", () -> UnitPrice.of(CurrencyUnit.USD, new BigDecimal("1E-2147483647")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "USD", "12.50", "USD12.50", "USD  1", "USD 1e5", "USD 1,000", "USD .5", "USD ๑๒", "USD 1\n"})
    void text_that_is_no_price_is_refused(String text) {
        assertRefused("unit-price-format", () -> UnitPrice.parse(text));
    }

    @Test
    void an_unknown_currency_is_refused() {
        assertRefused("unit-price-currency", () -> UnitPrice.parse("QQQ 1"));
    }

    @Test
    void refusals_do_not_repeat_what_was_given() {
        assertThatThrownBy(() -> UnitPrice.parse("SECRET 12")).message().doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "USD 158, 2, USD 316.00",
        "USD 0.333333, 3, USD 1.00",
        "USD 0.125, 1, USD 0.13",
        "USD 0.125, -1, USD -0.13",
        "JPY 10.5, 3, JPY 32",
        "KWD 0.0005, 1, KWD 0.001",
        "USD 12.50, 0, USD 0.00"
    })
    void a_line_amount_is_the_exact_product_rounded_once(String price, String quantity, String amount) {
        assertThat(UnitPrice.parse(price).times(Quantity.parse(quantity), Rounding.COMMERCIAL))
                .isEqualTo(Money.parse(amount));
    }

    @Test
    void the_rounding_mode_decides_about_halves() {
        UnitPrice price = UnitPrice.parse("USD 0.125");
        assertThat(price.toMoney(RoundingMode.HALF_UP)).isEqualTo(Money.parse("USD 0.13"));
        assertThat(price.toMoney(RoundingMode.HALF_EVEN)).isEqualTo(Money.parse("USD 0.12"));
    }

    @Test
    void a_factor_is_applied_exactly_and_rounded_once() {
        assertThat(UnitPrice.parse("USD 120").times(new BigDecimal("0.855"), 2, Rounding.COMMERCIAL))
                .isEqualTo(UnitPrice.parse("USD 102.60"));
        assertThat(UnitPrice.parse("USD 0.999999").rounded(2, Rounding.COMMERCIAL))
                .isEqualTo(UnitPrice.parse("USD 1.00"));
    }

    @Test
    void prices_of_one_currency_add_subtract_and_compare() {
        UnitPrice small = UnitPrice.parse("KWD 0.0005");
        UnitPrice large = UnitPrice.of(Money.of(KWD, 1));
        assertThat(large.plus(small)).hasToString("KWD 1.0005");
        assertThat(small.minus(large)).hasToString("KWD -0.9995");
        assertThat(small.minus(large).isNegative()).isTrue();
        assertThat(small).isLessThan(large);
        assertThat(small.minus(small)).isEqualTo(UnitPrice.zero(KWD));
        assertThat(UnitPrice.zero(KWD).isZero()).isTrue();
    }

    @Test
    void prices_of_two_currencies_neither_add_nor_compare() {
        UnitPrice dollars = UnitPrice.parse("USD 1");
        UnitPrice euros = UnitPrice.parse("EUR 1");
        assertThatThrownBy(() -> dollars.plus(euros))
                .isInstanceOfSatisfying(CurrencyMismatchException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("currency-mismatch");
                    assertThat(refusal.currencies()).containsExactly(CurrencyUnit.USD, CurrencyUnit.EUR);
                });
        assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(CurrencyMismatchException.class);
    }
}
