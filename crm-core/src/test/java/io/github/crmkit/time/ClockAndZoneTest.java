package io.github.crmkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockAndZoneTest {

    private static final OrganisationZone BANGKOK = OrganisationZone.parse("Asia/Bangkok");
    private static final OrganisationZone APIA = OrganisationZone.parse("Pacific/Apia");

    @Test
    void the_clock_cuts_down_to_microseconds() {
        InstantSource nanos = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"));
        assertThat(new MicrosecondClock(nanos).instant()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    @Test
    void before_1970_the_clock_cuts_down_as_well() {
        InstantSource nanos = InstantSource.fixed(Instant.parse("1969-12-31T23:59:59.999999999Z"));
        assertThat(new MicrosecondClock(nanos).instant()).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void a_day_is_the_one_of_the_organisation() {
        Instant lateInUtc = Instant.parse("2026-03-01T17:00:00Z");
        assertThat(BANGKOK.dateOf(lateInUtc)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(BANGKOK.dateOf(lateInUtc.minusNanos(1))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(BANGKOK.today(InstantSource.fixed(lateInUtc))).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Bangkok,     2026-03-29, 24",
        "Europe/Berlin,    2026-03-29, 23",
        "Europe/Berlin,    2026-10-25, 25",
        "America/Santiago, 2026-09-06, 23",
        "Australia/Lord_Howe, 2026-04-05, 24"
    })
    void a_day_runs_to_the_first_moment_of_the_next_whatever_the_clocks_do(String zone, LocalDate day, int hours) {
        OrganisationZone organisation = OrganisationZone.parse(zone);
        Duration length = Duration.between(organisation.startOf(day), organisation.endOf(day));
        assertThat(length.toHours()).isEqualTo(hours);
        assertThat(organisation.dateOf(organisation.startOf(day))).isEqualTo(day);
        assertThat(organisation.dateOf(organisation.startOf(day).minusNanos(1))).isEqualTo(day.minusDays(1));
        assertThat(organisation.dateOf(organisation.endOf(day).minusNanos(1))).isEqualTo(day);
    }

    @Test
    void a_day_that_a_country_skipped_has_no_length() {
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        assertThat(APIA.startOf(skipped)).isEqualTo(APIA.endOf(skipped));
    }

    @Test
    void an_unknown_zone_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> OrganisationZone.parse("Mars/Base"))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("zone-unknown")
                .message()
                .doesNotContain("Mars");
    }
}
