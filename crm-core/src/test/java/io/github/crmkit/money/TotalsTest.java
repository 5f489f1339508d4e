package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final Money TWO_DOLLARS = Money.parse("USD 2.00");
    private static final Money THREE_EUROS = Money.parse("EUR 3.00");
    private static final Money YEN = Money.parse("JPY 500");

    @Test
    void a_bag_keeps_one_total_for_each_currency_ordered_by_code() {
        MoneyBag bag = MoneyBag.of(TWO_DOLLARS, YEN, THREE_EUROS, TWO_DOLLARS);
        assertThat(bag).hasToString("[EUR 3.00, JPY 500, USD 4.00]");
        assertThat(bag.currencies()).containsExactly(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.USD);
        assertThat(bag.amounts()).containsExactly(THREE_EUROS, YEN, Money.parse("USD 4.00"));
        assertThat(bag.in(CurrencyUnit.USD)).contains(Money.parse("USD 4.00"));
        assertThat(bag.in(CurrencyUnit.GBP)).isEmpty();
    }

    @Test
    void adding_makes_another_bag() {
        MoneyBag before = MoneyBag.of(TWO_DOLLARS);
        before.plus(THREE_EUROS);
        assertThat(before).hasToString("[USD 2.00]");
        assertThat(MoneyBag.empty().isEmpty()).isTrue();
    }

    @Test
    void what_was_handed_in_is_the_hosts_to_change() {
        Money[] amounts = {TWO_DOLLARS, THREE_EUROS};
        MoneyBag bag = MoneyBag.of(amounts);
        amounts[0] = YEN;
        assertThat(bag).hasToString("[EUR 3.00, USD 2.00]");
        assertThat(amounts).containsExactly(YEN, THREE_EUROS);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothing_is_no_amount() {
        assertThatThrownBy(() -> MoneyBag.empty().plus((Money) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> MoneyBag.of(TWO_DOLLARS, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void the_only_amount_is_refused_where_there_are_several_or_none() {
        assertThat(MoneyBag.of(TWO_DOLLARS, TWO_DOLLARS).only()).isEqualTo(Money.parse("USD 4.00"));
        assertThatThrownBy(MoneyBag.of(TWO_DOLLARS, YEN)::only)
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessageContaining("JPY, USD");
        assertThatThrownBy(MoneyBag.empty()::only).isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void a_total_in_one_currency_is_zero_for_an_empty_bag_and_refused_for_another_currency() {
        assertThat(MoneyBag.empty().totalIn(CurrencyUnit.USD)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(MoneyBag.sum(List.of(TWO_DOLLARS, TWO_DOLLARS)).totalIn(CurrencyUnit.USD))
                .isEqualTo(Money.parse("USD 4.00"));
        assertThatThrownBy(
                        () -> MoneyBag.of(TWO_DOLLARS, Money.parse("EUR 0.00")).totalIn(CurrencyUnit.USD))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void a_total_of_zero_is_not_an_absent_one() {
        MoneyBag nothing = MoneyBag.of(TWO_DOLLARS).minus(MoneyBag.of(TWO_DOLLARS));
        assertThat(nothing.in(CurrencyUnit.USD)).contains(Money.parse("USD 0.00"));
        assertThat(nothing.isEmpty()).isFalse();
        assertThat(nothing).isNotEqualTo(MoneyBag.empty());
    }

    @Test
    void a_thousand_deals_of_ten_and_one_cent_at_five_percent_weigh_500_50() {
        ExactSum weighted = ExactSum.empty();
        for (int i = 0; i < 1000; i++) {
            weighted = weighted.plus(Money.parse("USD 10.01"), Percent.of(5));
        }
        assertThat(weighted).hasToString("[USD 500.5]");
        assertThat(weighted.rounded(Rounding.COMMERCIAL).only()).isEqualTo(Money.parse("USD 500.50"));
    }

    @Test
    void an_exact_sum_rounds_each_currency_once() {
        ExactSum sum = ExactSum.empty()
                .plus(THREE_EUROS)
                .plus(Money.parse("USD 0.01"), new BigDecimal("0.5"))
                .plus(ExactSum.empty().plus(UnitPrice.parse("USD 0.0025"), Quantity.of(2)))
                .plus(Money.parse("JPY 5"), new BigDecimal("0.1"));
        assertThat(sum).hasToString("[EUR 3, JPY 0.5, USD 0.01]");
        assertThat(sum.rounded(Rounding.COMMERCIAL)).hasToString("[EUR 3.00, JPY 1, USD 0.01]");
        assertThat(sum.isEmpty()).isFalse();
        assertThat(ExactSum.empty().isEmpty()).isTrue();
    }

    @Test
    void an_exact_sum_of_many_amounts_has_all_their_decimals() {
        ExactSum sum = ExactSum.sum(List.of(
                BigMoney.parse("USD 0.000000000001"), BigMoney.parse("EUR 1"), BigMoney.parse("USD 2.000000000000")));
        assertThat(sum).hasToString("[EUR 1, USD 2.000000000001]");
        assertThat(ExactSum.sum(List.of())).isEqualTo(ExactSum.empty());
    }

    @Test
    void equal_exact_sums_are_equal_whatever_the_factors_looked_like() {
        ExactSum one = ExactSum.empty().plus(TWO_DOLLARS, new BigDecimal("0.50"));
        ExactSum other = ExactSum.empty().plus(TWO_DOLLARS, new BigDecimal("0.500000"));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("[USD 1]");
        assertThat(other).hasToString("[USD 1]");
    }
}
