package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a deal may be expected to bring, and when, up to the last day and the last digit. */
class ExpectationTest {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Test
    void the_first_and_the_last_day_are_possible_and_the_days_beyond_are_not() {
        assertThat(new Expectation(null, FIRST).due()).contains(FIRST);
        assertThat(new Expectation(null, LAST).due()).contains(LAST);
        assertRefused(() -> new Expectation(null, FIRST.minusDays(1)), "closeDate date-range");
        assertRefused(() -> new Expectation(null, LAST.plusDays(1)), "closeDate date-range");
    }

    @Test
    void a_deal_may_be_decided_on_the_same_days() {
        assertThat(new Closure(FIRST, null).on()).isEqualTo(FIRST);
        assertThat(new Closure(LAST, null).on()).isEqualTo(LAST);
        assertRefused(() -> new Closure(FIRST.minusDays(1), null), "on date-range");
        assertRefused(() -> new Closure(LAST.plusDays(1), null), "on date-range");
    }

    @Test
    void an_amount_has_eighteen_digits_before_the_point_and_may_be_nothing() {
        Money most = Money.parse("THB 999999999999999999.99");

        assertThat(new Expectation(most, null).value()).contains(most);
        assertRefused(() -> new Expectation(most.plus(Money.parse("THB 0.01")), null), "amount amount-range");
        assertThat(new Expectation(Money.parse("JPY 999999999999999999"), null).value())
                .isPresent();
        assertThat(new Expectation(Money.parse("THB 0.00"), null).value()).contains(Money.parse("THB 0.00"));
        assertRefused(() -> new Expectation(Money.parse("THB -0.01"), null), "amount amount-negative");
        assertRefused(
                () -> new Expectation(Money.parse("THB -0.01"), LAST.plusDays(1)),
                "closeDate date-range",
                "amount amount-negative");
    }

    @Test
    void an_amount_may_be_in_a_currency_of_six_decimals_and_no_more() {
        CurrencyUnit six = CurrencyUnit.registerCurrency("QQS", -1, 6, List.of(), true);
        CurrencyUnit seven = CurrencyUnit.registerCurrency("QQT", -1, 7, List.of(), true);

        assertThat(new Expectation(Money.ofMinor(six, 1), null).value()).contains(Money.parse("QQS 0.000001"));
        assertRefused(() -> new Expectation(Money.ofMinor(seven, 1), null), "amount amount-scale");
    }
}
