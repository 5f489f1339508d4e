package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All deals of the tenant, read once: the closed ones by quarter and by owner, the open ones by what they lack. */
final class DealTally {

    private final FiscalCalendar calendar;
    private final LocalDate today;
    private final SortedMap<PeriodId, Score> byQuarter = new TreeMap<>();
    private final Map<UserId, Score> byOwner = new HashMap<>();
    private long open;
    private long withoutAmount;
    private long withoutCloseDate;
    private long withoutAccount;
    private long overdue;

    private DealTally(FiscalCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /** Reads all deals in one unit of work. */
    static DealTally of(CrmSession session, FiscalCalendar calendar, LocalDate today) {
        DealTally tally = new DealTally(calendar, today);
        session.transact(tx -> all(tx, Criteria.all(), Sort.byId()).forEach(tally::add));
        return tally;
    }

    /** All deals that satisfy the filter, page by page. */
    static List<Opportunity> all(CrmSession tx, Criteria<Opportunity> where, Sort<Opportunity> sort) {
        List<Opportunity> all = new ArrayList<>();
        Page<Opportunity> page = tx.opportunities().find(where, sort, PageRequest.first(PageRequest.MAX_SIZE));
        page.forEach(all::add);
        while (page.next().isPresent()) {
            page = tx.opportunities()
                    .find(where, sort, PageRequest.after(page.next().get(), PageRequest.MAX_SIZE));
            page.forEach(all::add);
        }
        return all;
    }

    /** Closed deals by the quarter in which they were closed, earliest first. */
    SortedMap<PeriodId, Score> byQuarter() {
        return byQuarter;
    }

    /** Closed deals by their owner. */
    Map<UserId, Score> byOwner() {
        return byOwner;
    }

    /** How many deals are open, and what they lack, in a sentence. */
    String openDeals() {
        return "%,d open: %,d without an amount, %,d without a close date, %,d without an account, %,d overdue."
                .formatted(open, withoutAmount, withoutCloseDate, withoutAccount, overdue);
    }

    private void add(Opportunity deal) {
        deal.closedOn().ifPresentOrElse(day -> addClosed(deal, day), () -> addOpen(deal));
    }

    private void addClosed(Opportunity deal, LocalDate day) {
        Score score = Score.of(deal);
        byQuarter.merge(calendar.periodOf(day, PeriodLevel.QUARTER).id(), score, Score::plus);
        byOwner.merge(deal.owner(), score, Score::plus);
    }

    private void addOpen(Opportunity deal) {
        open++;
        withoutAmount += deal.amount().isPresent() ? 0 : 1;
        withoutCloseDate += deal.closeDate().isPresent() ? 0 : 1;
        withoutAccount += deal.account().isPresent() ? 0 : 1;
        overdue += Opportunities.overdueOn(today).matches(deal) ? 1 : 0;
    }
}
