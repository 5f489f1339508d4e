package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.time.FiscalCalendar;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {

    private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-03-31, 1, 0",
        "2026-03-31, 2026-04-01, 0, 1",
        "2026-02-01, 2027-02-01, 0, 1",
        "2026-02-02, 2026-02-02, 0, 0",
        "2026-04-01, 2026-03-31, 0, 0",
        ", 2026-03-31, 0, 0",
        "2026-03-31, , 0, 0",
    })
    void only_a_later_day_is_a_slip_and_the_quarter_tells_which(LocalDate from, LocalDate to, int within, int across) {
        assertThat(Slips.NONE.moving(from, to, CALENDAR)).isEqualTo(new Slips(within, across));
    }

    @Test
    void the_fiscal_quarter_counts_and_not_the_calendars() {
        LocalDate february = LocalDate.of(2026, 2, 15);
        LocalDate april = LocalDate.of(2026, 4, 15);

        assertThat(Slips.NONE.moving(february, april, FiscalCalendar.yearsStartingIn(Month.FEBRUARY)))
                .isEqualTo(new Slips(1, 0));
        assertThat(Slips.NONE.moving(february, april, CALENDAR)).isEqualTo(new Slips(0, 1));
    }

    @Test
    void slips_add_up_and_pulling_in_takes_none_back() {
        Slips slips = Slips.NONE
                .moving(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), CALENDAR)
                .moving(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1), CALENDAR)
                .moving(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 1, 1), CALENDAR)
                .moving(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), CALENDAR);

        assertThat(slips).isEqualTo(new Slips(2, 1));
        assertThat(slips.total()).isEqualTo(3);
    }

    @Test
    void the_last_day_that_can_be_kept_has_a_quarter_in_every_calendar() {
        LocalDate last = LocalDate.of(9999, 12, 31);
        for (Month month : Month.values()) {
            Slips slips = Slips.NONE.moving(LocalDate.of(1000, 1, 1), last, FiscalCalendar.yearsStartingIn(month));
            assertThat(slips).isEqualTo(new Slips(0, 1));
        }
    }

    @Test
    void fewer_than_none_is_an_error_of_the_program() {
        assertThatThrownBy(() -> new Slips(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slips(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
