package io.github.crmkit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void eight_of_twenty_lie_between_22_and_61_percent() {
        Rate rate = Rate.of(8, 20, 20);

        assertThat(rate.interval().low()).isCloseTo(0.2188, within(5e-5));
        assertThat(rate.interval().high()).isCloseTo(0.6134, within(5e-5));
        assertThat(rate.isSufficient()).isTrue();
        assertThat(rate.explain()).isEqualTo("8 of 20 = 40.00 %, in truth 21.88 % to 61.34 %");
    }

    @Test
    void one_of_one_is_all_and_says_little() {
        Rate rate = Rate.of(1, 1, 20);

        assertThat(rate.percent()).contains(Percent.HUNDRED);
        assertThat(rate.interval().low()).isCloseTo(0.2065, within(5e-5));
        assertThat(rate.interval().high()).isEqualTo(1);
        assertThat(rate.isSufficient()).isFalse();
        assertThat(rate.explain()).endsWith("insufficient data");
    }

    @Test
    void none_of_none_is_no_rate() {
        assertThat(Rate.of(0, 0, 1).percent()).isEmpty();
        assertThat(Rate.of(0, 0, 1).explain()).isEqualTo("0 of 0, in truth 0.00 % to 100.00 %, insufficient data");
        assertThat(Rate.of(0, 3, 1).percent()).contains(Percent.ZERO);
    }

    @Test
    void samples_add_up() {
        assertThat(Rate.of(1, 2, 9).plus(Rate.of(3, 4, 7))).isEqualTo(Rate.of(4, 6, 9));
        Days both = Days.of(List.of(5L, 1L), 3).plus(Days.of(List.of(2L), 8));
        assertThat(both).isEqualTo(Days.of(List.of(1L, 2L, 5L), 3));
        assertThat(both.isSufficient()).isTrue();
    }

    @Test
    void days_tell_median_and_percentiles() {
        assertThat(Days.of(List.of(3L, 1L, 2L, 4L), 5).explain())
                .isEqualTo("4 cases, median 2.5 days, P75 3.3, P90 3.7, insufficient data");
        assertThat(Days.of(List.of(), 1).explain()).isEqualTo("0 cases, insufficient data");
    }

    @Test
    void a_sample_that_suffices_has_one_case_at_least() {
        assertThatThrownBy(() -> Rate.of(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Days(Distribution.ofNumbers(List.of()), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Slice.everything().atLeast(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
