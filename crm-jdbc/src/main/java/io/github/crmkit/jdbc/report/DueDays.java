package io.github.crmkit.jdbc.report;

import io.github.crmkit.query.ValueType;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** Conditions that a deal is expected to be decided within some days. Days that no store keeps are not handed to one. */
final class DueDays {

    private static final LocalDate FIRST = LocalDate.of(ValueType.FIRST_YEAR, Month.JANUARY, 1);
    private static final LocalDate LAST = LocalDate.of(ValueType.LAST_YEAR, Month.DECEMBER, 31);

    private static final ReportSql ANY = ReportSql.of("");
    private static final ReportSql NEVER = ReportSql.of("and 1 = 0");
    private static final ReportSql WITHIN = ReportSql.of("and s.close_date between :due_first and :due_last");

    private DueDays() {}

    /** The condition on the rows that are called {@code s}, with an AND before it; none for no range. */
    static ReportSql within(@Nullable DateRange days, Asking<?> asking) {
        if (days == null) {
            return ANY;
        }
        LocalDate first = days.firstDay().orElse(FIRST);
        LocalDate last = days.lastDay().orElse(LAST);
        if (first.isAfter(LAST) || last.isBefore(FIRST)) {
            return NEVER;
        }
        asking.date("due_first", first.isBefore(FIRST) ? FIRST : first);
        asking.date("due_last", last.isAfter(LAST) ? LAST : last);
        return WITHIN;
    }
}
