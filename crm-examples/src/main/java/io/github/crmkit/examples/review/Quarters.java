package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quarters in which there are deals. */
final class Quarters {

    private final CrmSession session;
    private final FiscalCalendar calendar;

    Quarters(CrmSession session, FiscalCalendar calendar) {
        this.session = session;
        this.calendar = calendar;
    }

    /** The quarter of today. */
    FiscalPeriod present() {
        return session.forecasts().present(PeriodLevel.QUARTER);
    }

    /** The last quarter that is over. */
    FiscalPeriod lastWhole() {
        return of(present().firstDay().minusDays(1));
    }

    /** The quarter of a day. */
    FiscalPeriod of(LocalDate day) {
        return calendar.periodOf(day, PeriodLevel.QUARTER);
    }

    /** The quarters from the first to the last day of these deals, the present one included. */
    List<FiscalPeriod> spanned(Criteria<Opportunity> where, OrderedField<Opportunity, LocalDate> day) {
        FiscalPeriod present = present();
        Criteria<Opportunity> dated = where.and(day.notNull());
        FiscalPeriod first = quarterOf(dated, day.asc(), day)
                .filter(quarter -> quarter.firstDay().isBefore(present.firstDay()))
                .orElse(present);
        FiscalPeriod last = quarterOf(dated, day.desc(), day)
                .filter(quarter -> quarter.firstDay().isAfter(present.firstDay()))
                .orElse(present);
        List<FiscalPeriod> quarters = new ArrayList<>();
        for (FiscalPeriod next = first; !next.firstDay().isAfter(last.firstDay()); next = calendar.next(next)) {
            quarters.add(next);
        }
        return quarters;
    }

    private Optional<FiscalPeriod> quarterOf(
            Criteria<Opportunity> dated, Sort<Opportunity> sort, OrderedField<Opportunity, LocalDate> day) {
        return session.opportunities().find(dated, sort, PageRequest.first(1)).items().stream()
                .findFirst()
                .map(day::get)
                .map(this::of);
    }
}
