package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.MoneyBag;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AmountsTest {

    private final Amounts amounts = new Amounts(CurrencyUnit.of("THB"));

    @Test
    void the_usual_currency_needs_no_saying() {
        assertThat(amounts.of(Money.parse("THB 1234567.50"))).isEqualTo("1,234,567.50");
        assertThat(amounts.of(Money.parse("JPY 1234567"))).isEqualTo("JPY 1,234,567");
    }

    @Test
    void a_bag_shows_every_currency_and_an_empty_one_nothing() {
        assertThat(amounts.of(MoneyBag.of(Money.parse("USD 5.00"), Money.parse("THB 0.00"))))
                .isEqualTo("0.00 + USD 5.00");
        assertThat(amounts.of(MoneyBag.empty())).isEqualTo("-");
    }

    @Test
    void numbers_keep_all_their_decimals() {
        assertThat(Amounts.grouped(new BigDecimal("1234.385125"))).isEqualTo("1,234.385125");
        assertThat(Amounts.grouped(new BigDecimal("-1E+3"))).isEqualTo("-1,000");
        assertThat(Amounts.grouped(new BigDecimal("123456789012345678.12"))).isEqualTo("123,456,789,012,345,678.12");
    }

    @Test
    void a_percentage_has_one_decimal_and_halves_go_up() {
        assertThat(Amounts.percent(new BigDecimal("1"), new BigDecimal("3"))).isEqualTo("33.3 %");
        assertThat(Amounts.percent(new BigDecimal("10005"), new BigDecimal("100000")))
                .isEqualTo("10.0 %");
        assertThat(Amounts.percent(new BigDecimal("1005"), new BigDecimal("10000")))
                .isEqualTo("10.1 %");
    }
}
