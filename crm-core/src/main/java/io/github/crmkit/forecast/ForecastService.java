package io.github.crmkit.forecast;

import io.github.crmkit.access.Desk;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The door to forecasts and results, for one caller: every number is of the deals that the caller sees, and no others. */
public final class ForecastService {

    private final Desk desk;
    private final FiscalCalendar calendar;
    private final OrganisationZone zone;

    /**
     * @param calendar the organisation's fiscal periods
     * @param zone where the organisation counts its days: what the present period is
     */
    public ForecastService(Desk desk, FiscalCalendar calendar, OrganisationZone zone) {
        this.desk = desk;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The period of this level that today is in. */
    public FiscalPeriod present(PeriodLevel level) {
        return calendar.periodOf(zone.today(desk.clock()), level);
    }

    /** The forecast of a period. */
    public Forecast of(FiscalPeriod period) {
        return of(period, Criteria.all());
    }

    /** The forecast of the period with this name. */
    public Forecast of(PeriodId period) {
        return of(calendar.period(period));
    }

    /** The forecast of a period from the deals that satisfy a filter. */
    public Forecast of(FiscalPeriod period, Criteria<Opportunity> where) {
        Forecast.Tally tally = new Forecast.Tally(period);
        each(inForecast(period.range()).and(where), tally::add);
        return tally.forecast();
    }

    /**
     * The win rate of the deals that satisfy a filter and were decided on these days, whenever they were opened.
     *
     * @param days {@link DateRange#always()} for all decided deals
     */
    public WinRate winRate(DateRange days, Criteria<Opportunity> where) {
        return rates(days, where).values().stream().reduce(WinRate.empty(), WinRate::plus);
    }

    /** The win rate of all deals that were decided on these days; as {@link #winRate(DateRange, Criteria)}. */
    public WinRate winRate(DateRange days) {
        return winRate(days, Criteria.all());
    }

    /**
     * Who won how much on these days: by the value won in this currency, then by the number of deals won, largest first,
     * then by id. Owners whose deals were all lost are in the list too.
     */
    public List<SellerResult> bestSellers(DateRange days, CurrencyUnit currency) {
        return bestSellers(days, currency, Criteria.all());
    }

    /** As {@link #bestSellers(DateRange, CurrencyUnit)}, of the deals that satisfy a filter. */
    public List<SellerResult> bestSellers(DateRange days, CurrencyUnit currency, Criteria<Opportunity> where) {
        List<SellerResult> results = new ArrayList<>();
        rates(days, where).forEach((owner, rate) -> results.add(new SellerResult(owner, rate)));
        Comparator<SellerResult> byValue = Comparator.comparing(
                seller -> seller.rate().wonValue().in(currency).orElse(Money.zero(currency)));
        Comparator<SellerResult> byCount =
                Comparator.comparingLong(seller -> seller.rate().won());
        results.sort(byValue.reversed()
                .thenComparing(byCount.reversed())
                .thenComparing(seller -> seller.owner().text()));
        return results;
    }

    private Map<UserId, WinRate> rates(DateRange days, Criteria<Opportunity> where) {
        Map<UserId, WinRate> rates = new HashMap<>();
        each(decided(days).and(where), deal -> {
            WinRate before = rates.getOrDefault(deal.owner(), WinRate.empty());
            rates.put(deal.owner(), before.plus(deal));
        });
        return rates;
    }

    private void each(Criteria<Opportunity> where, Consumer<Opportunity> fold) {
        desk.run(work -> {
            Opportunities.in(work).each(where, Sort.byId(), fold);
            return where;
        });
    }

    /** What was won in these days, what is expected to be decided in them, and what nobody has dated. */
    private static Criteria<Opportunity> inForecast(DateRange days) {
        Criteria<Opportunity> undated = OpportunityFields.CLOSE_DATE.isNull();
        Criteria<Opportunity> open = Opportunities.open()
                .and(within(OpportunityFields.CLOSE_DATE, days).or(undated));
        Criteria<Opportunity> counted = OpportunityFields.CATEGORY.notEqualTo(ForecastCategory.OMITTED);
        return counted.and(open.or(within(OpportunityFields.CLOSED_ON, days)));
    }

    private static Criteria<Opportunity> decided(DateRange days) {
        return Opportunities.open().not().and(within(OpportunityFields.CLOSED_ON, days));
    }

    private static Criteria<Opportunity> within(OrderedField<Opportunity, LocalDate> field, DateRange days) {
        Criteria<Opportunity> inside = Criteria.all();
        LocalDate from = days.from();
        LocalDate until = days.until();
        if (from != null) {
            inside = inside.and(field.greaterThanEqual(from));
        }
        return until == null ? inside : inside.and(field.lessThan(until));
    }
}
