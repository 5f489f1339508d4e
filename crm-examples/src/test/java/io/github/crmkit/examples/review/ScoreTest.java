package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.MoneyBag;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void the_win_rate_is_what_was_won_of_what_was_closed() {
        Score score = won("USD 30.00").plus(won("USD 30.00")).plus(lost("USD 20.00"));

        assertThat(score.rateByCount()).isEqualTo("66.7 %");
        assertThat(score.rateByValue()).isEqualTo("75.0 %");
    }

    @Test
    void nothing_closed_has_no_rate() {
        assertThat(Score.NONE.rateByCount()).isEqualTo("-");
        assertThat(Score.NONE.rateByValue()).isEqualTo("-");
    }

    @Test
    void lost_deals_without_amounts_leave_no_rate_by_value() {
        Score score = won("USD 30.00").plus(lost("USD 0.00"));

        assertThat(score.isLostForNothing()).isTrue();
        assertThat(score.rateByCount()).isEqualTo("50.0 %");
        assertThat(score.rateByValue()).isEqualTo("-");
        assertThat(won("USD 30.00").isLostForNothing()).isFalse();
        assertThat(won("USD 30.00").rateByValue()).isEqualTo("100.0 %");
    }

    @Test
    void two_currencies_have_no_rate_by_value() {
        assertThat(won("USD 30.00").plus(lost("EUR 20.00")).rateByValue()).isEqualTo("-");
    }

    private static Score won(String amount) {
        return new Score(1, 0, MoneyBag.of(Money.parse(amount)), MoneyBag.empty());
    }

    private static Score lost(String amount) {
        return new Score(0, 1, MoneyBag.empty(), MoneyBag.of(Money.parse(amount)));
    }
}
