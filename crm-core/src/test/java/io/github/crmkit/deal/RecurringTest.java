package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Refused;
import io.github.crmkit.kernel.Violations;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurringTest {

    @ParameterizedTest
    @CsvSource({
        "USD 100.00, 12, USD 8.33, USD 100.00",
        "USD 10.00, 3, USD 3.33, USD 40.00",
        "USD 0.05, 2, USD 0.03, USD 0.30",
        "JPY 100, 7, JPY 14, JPY 171",
        "KWD 1.000, 3, KWD 0.333, KWD 4.000",
        "USD 25.00, 1, USD 25.00, USD 300.00",
        "USD 0.00, 24, USD 0.00, USD 0.00",
    })
    void a_month_and_a_year_are_rounded_once_each(String amount, int months, String month, String year) {
        Recurring recurring = new Recurring(Money.parse(amount), months);

        assertThat(recurring.perMonth()).isEqualTo(Money.parse(month));
        assertThat(recurring.perYear()).isEqualTo(Money.parse(year));
    }

    @Test
    void terms_have_names() {
        Money price = Money.parse("USD 120");
        assertThat(Recurring.monthly(price).perYear()).isEqualTo(Money.parse("USD 1440"));
        assertThat(Recurring.yearly(price).perMonth()).isEqualTo(Money.parse("USD 10"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1201"})
    void an_impossible_term_and_a_negative_amount_are_noted_together(int months) {
        Violations problems = new Violations();

        new Recurring(Money.parse("USD -1.00"), months).check("recurring", problems);

        assertThat(Refused.in(problems))
                .containsExactly("recurring.amount amount-negative", "recurring.months recurring-months");
    }
}
