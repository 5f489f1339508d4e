package io.github.crmkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final DateRange MARCH = DateRange.of(MARCH_1, APRIL_1);

    @Test
    void the_first_day_belongs_to_it_and_the_day_it_ends_before_does_not() {
        assertThat(MARCH.contains(MARCH_1)).isTrue();
        assertThat(MARCH.contains(MARCH_1.minusDays(1))).isFalse();
        assertThat(MARCH.contains(APRIL_1.minusDays(1))).isTrue();
        assertThat(MARCH.contains(APRIL_1)).isFalse();
        assertThat(MARCH.days()).hasValue(31);
        assertThat(MARCH.firstDay()).contains(MARCH_1);
        assertThat(MARCH.lastDay()).contains(LocalDate.of(2026, 3, 31));
        assertThat(MARCH).hasToString("2026-03-01/2026-04-01");
    }

    @Test
    void valid_through_a_day_includes_that_day() {
        DateRange offer = DateRange.validThrough(LocalDate.of(2026, 3, 31));
        assertThat(offer.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(offer.contains(APRIL_1)).isFalse();
        assertThat(offer.endsBefore(APRIL_1)).isTrue();
        assertThat(offer.endsBefore(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(offer.contains(LocalDate.MIN)).isTrue();
        assertThat(offer).hasToString("../2026-04-01");
    }

    @Test
    void open_ends_hold_every_day_on_their_side() {
        assertThat(DateRange.always().contains(LocalDate.MIN)).isTrue();
        assertThat(DateRange.always().contains(LocalDate.MAX)).isTrue();
        assertThat(DateRange.startingOn(MARCH_1).contains(LocalDate.MAX)).isTrue();
        assertThat(DateRange.startingOn(MARCH_1).startsAfter(MARCH_1.minusDays(1)))
                .isTrue();
        assertThat(DateRange.startingOn(MARCH_1).days()).isEmpty();
        assertThat(DateRange.startingOn(MARCH_1).lastDay()).isEmpty();
        assertThat(DateRange.always().isBounded()).isFalse();
        assertThat(DateRange.always()).hasToString("../..");
    }

    @Test
    void through_the_last_day_there_is_means_without_an_end() {
        assertThat(DateRange.validThrough(LocalDate.MAX)).isEqualTo(DateRange.always());
    }

    @Test
    void an_empty_or_reversed_range_is_refused() {
        assertThatThrownBy(() -> DateRange.of(MARCH_1, MARCH_1))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("date-range-empty");
        assertThatThrownBy(() -> DateRange.of(APRIL_1, MARCH_1)).isInstanceOf(RuleViolationsException.class);
        assertThatThrownBy(() -> DateRange.ofDays(APRIL_1, MARCH_1)).isInstanceOf(RuleViolationsException.class);
        assertThat(DateRange.ofDay(MARCH_1).days()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        // from, until, overlaps March, abuts March, is enclosed by March
        "2026-04-01, 2026-05-01, false, true, false",
        "2026-02-01, 2026-03-01, false, true, false",
        "2026-04-02, 2026-05-01, false, false, false",
        "2026-03-31, 2026-05-01, true, false, false",
        "2026-03-10, 2026-03-11, true, false, true",
        "2026-03-01, 2026-04-01, true, false, true",
        "2026-01-01, 2027-01-01, true, false, false",
        "2026-03-10,           , true, false, false",
        "          , 2026-03-01, false, true, false",
        "2026-04-01,           , false, true, false",
        "          ,           , true, false, false"
    })
    void two_ranges_overlap_abut_or_lie_apart(
            LocalDate from, LocalDate until, boolean overlaps, boolean abuts, boolean enclosed) {
        DateRange other = new DateRange(from, until);
        assertThat(MARCH.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(MARCH)).isEqualTo(overlaps);
        assertThat(MARCH.abuts(other)).isEqualTo(abuts);
        assertThat(other.abuts(MARCH)).isEqualTo(abuts);
        assertThat(MARCH.encloses(other)).isEqualTo(enclosed);
        assertThat(MARCH.intersection(other).isPresent()).isEqualTo(overlaps);
    }
}
