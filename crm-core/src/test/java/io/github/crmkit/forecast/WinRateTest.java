package io.github.crmkit.forecast;

import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class WinRateTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");

    @Test
    void it_is_won_by_won_and_lost_and_open_deals_are_not_looked_at() {
        WinRate rate = WinRate.of(List.of(
                anOpportunity().won().opportunity(),
                anOpportunity().lost().opportunity(),
                anOpportunity().lost().opportunity(),
                anOpportunity().opportunity()));

        assertThat(rate.won()).isEqualTo(1);
        assertThat(rate.lost()).isEqualTo(2);
        assertThat(rate.byCount()).contains(Percent.of("33.333333"));
    }

    @Test
    void the_public_data_set_won_4238_of_6711() {
        WinRate rate = new WinRate(4238, 2473, MoneyBag.empty(), MoneyBag.empty(), 0);

        assertThat(rate.byCount()).contains(Percent.of("63.150052"));
    }

    @Test
    void by_value_it_can_be_quite_another_number() {
        WinRate rate = WinRate.of(List.of(
                anOpportunity().amount(Money.parse("THB 900.00")).won().opportunity(),
                anOpportunity().amount(Money.parse("THB 100.00")).lost().opportunity(),
                anOpportunity().amount(Money.parse("USD 5.00")).lost().opportunity(),
                anOpportunity().amount(null).lost().opportunity()));

        assertThat(rate.byCount()).contains(Percent.of(25));
        assertThat(rate.byValue(THB)).contains(Percent.of(90));
        assertThat(rate.byValue(CurrencyUnit.USD)).contains(Percent.ZERO);
        assertThat(rate.withoutAmount()).isEqualTo(1);
    }

    @Test
    void where_nothing_was_decided_there_is_no_rate_which_is_not_zero() {
        WinRate none = WinRate.of(List.of(anOpportunity().opportunity()));
        WinRate unpriced = WinRate.of(List.of(anOpportunity().amount(null).won().opportunity()));

        assertThat(none.byCount()).isEmpty();
        assertThat(none.byValue(THB)).isEmpty();
        assertThat(unpriced.byCount()).contains(Percent.HUNDRED);
        assertThat(unpriced.byValue(THB)).isEmpty();
        assertThat(WinRate.of(List.of(anOpportunity().lost().opportunity())).byCount())
                .contains(Percent.ZERO);
    }

    @Test
    void rates_of_parts_add_up_to_the_rate_of_the_whole() {
        List<Opportunity> some = List.of(
                anOpportunity().won().opportunity(), anOpportunity().lost().opportunity());
        List<Opportunity> others = List.of(anOpportunity().amount(null).won().opportunity());
        List<Opportunity> all =
                new ArrayList<>(Stream.concat(some.stream(), others.stream()).toList());

        assertThat(WinRate.of(some).plus(WinRate.of(others))).isEqualTo(WinRate.of(all));
    }

    @Test
    void a_rate_is_rounded_half_up() {
        WinRate rate = WinRate.of(List.of(
                anOpportunity().amount(Money.parse("THB 2.00")).won().opportunity(),
                anOpportunity().amount(Money.parse("THB 0.00")).won().opportunity(),
                anOpportunity().amount(Money.parse("THB 1.00")).lost().opportunity()));

        assertThat(rate.byCount()).contains(Percent.of("66.666667"));
        assertThat(rate.byValue(THB)).contains(Percent.of("66.666667"));
    }

    @Test
    void an_amount_of_zero_is_an_amount() {
        WinRate rate = WinRate.of(
                List.of(anOpportunity().amount(Money.parse("THB 0.00")).won().opportunity()));

        assertThat(rate.withoutAmount()).isZero();
        assertThat(rate.byValue(THB)).isEmpty();
    }
}
