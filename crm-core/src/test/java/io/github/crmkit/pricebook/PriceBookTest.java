package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

    @ParameterizedTest
    @CsvSource({"1000-01-01, 9999-12-31", ", 1000-01-01", "9999-12-31,", ","})
    void days_that_every_store_keeps_are_accepted(LocalDate from, LocalDate until) {
        assertThat(check(from, until).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0999-12-31,", ", 0999-12-31", "0900-01-01, 0999-12-31", "+10000-01-01,", ", +10000-01-01"})
    void days_that_some_store_does_not_keep_are_refused(LocalDate from, LocalDate until) {
        assertThat(check(from, until).list()).extracting(Violation::code).containsExactly("out-of-range");
    }

    private static Violations check(LocalDate from, LocalDate until) {
        Violations problems = new Violations();
        new DateRange(from, until).checkKept(problems, "validity");
        return problems;
    }
}
