package io.github.crmkit.forecast;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ForecastServiceTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final OrganisationZone BANGKOK = new OrganisationZone(ZoneId.of("Asia/Bangkok"));
    private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
    private static final PeriodId Q1_ID = PeriodId.quarter(2026, 1);
    private static final FiscalPeriod Q1 = CALENDAR.period(Q1_ID);
    private static final LocalDate IN_Q1 = LocalDate.of(2026, 3, 31);

    private final TestOffice office = TestOffice.open();
    private final OpportunityService deals = dealsOf(office.deskOf(SOMCHAI));
    private final ForecastService forecasts = forecastsOf(office.deskOf(SOMCHAI));

    @Test
    void a_quarter_is_what_is_expected_in_it_and_what_was_won_in_it() {
        deals.open(deal("100.00").closingOn(IN_Q1));
        deals.open(deal("200.00").closingOn(IN_Q1.plusDays(1)));
        deals.open(deal("400.00").closingOn(null));
        deals.open(deal("50.00")
                .stage("Closed Won")
                .closed(LocalDate.of(2026, 1, 1), null)
                .owner(MALEE));
        deals.open(deal("60.00").stage("Closed Won").closed(LocalDate.of(2025, 12, 31), null));
        deals.open(deal("70.00").stage("Closed Lost").closed(LocalDate.of(2026, 1, 2), "too dear"));

        Forecast forecast = forecasts.of(Q1);

        assertThat(forecast.total().openPipeline()).isEqualTo(thb("100.00"));
        assertThat(forecast.total().weighted()).isEqualTo(thb("10.00"));
        assertThat(forecast.total().closed()).isEqualTo(thb("50.00"));
        assertThat(forecast.total().gaps().withoutCloseDate()).isEqualTo(1);
        assertThat(forecast.total().gaps().undated()).isEqualTo(thb("400.00"));
        assertThat(forecast.of(MALEE).closed()).isEqualTo(thb("50.00"));
        assertThat(forecasts.of(Q1_ID)).isEqualTo(forecast);
    }

    @Test
    void what_the_store_selects_is_what_the_fold_of_everything_gives() {
        Random random = new Random(7);
        List<String> stages =
                List.of("Qualification", "Needs Analysis", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
        List<NewOpportunity> asked = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            String stage = stages.get(random.nextInt(stages.size()));
            LocalDate day = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(240));
            NewOpportunity one = NewOpportunity.of("Deal " + i)
                    .stage(stage)
                    .owner(random.nextBoolean() ? SOMCHAI : MALEE)
                    .closingOn(random.nextInt(5) == 0 ? null : day)
                    .amount(random.nextInt(7) == 0 ? null : Money.ofMinor(THB, random.nextInt(1_000_000)));
            asked.add(stage.startsWith("Closed") ? one.closed(day, "because") : one);
        }
        List<Opportunity> all = deals.openAll(asked);

        assertThat(forecasts.of(Q1)).isEqualTo(Forecast.of(Q1, all));
        assertThat(forecasts.winRate(DateRange.always())).isEqualTo(WinRate.of(all));
        assertThat(forecasts.winRate(Q1.range()))
                .isEqualTo(WinRate.of(all.stream()
                        .filter(d -> d.closedOn().filter(Q1::contains).isPresent())
                        .toList()));
    }

    @Test
    void the_year_is_its_quarters_together() {
        for (int month = 1; month <= 12; month++) {
            deals.open(deal(month + ".11").closingOn(LocalDate.of(2026, month, 28)));
        }
        FiscalPeriod year = CALENDAR.period(PeriodId.year(2026));

        ForecastTotals quarters = CALENDAR.children(year).stream()
                .map(quarter -> forecasts.of(quarter).total())
                .reduce(ForecastTotals.empty(), ForecastTotals::plus);

        assertThat(quarters).isEqualTo(forecasts.of(year).total());
    }

    @Test
    void a_filter_narrows_the_deals() {
        deals.open(deal("100.00").closingOn(IN_Q1));
        deals.open(deal("30.00").closingOn(IN_Q1).owner(MALEE));

        Forecast hers = forecasts.of(Q1, OpportunityFields.OWNER.equalTo(MALEE));

        assertThat(hers.sellers()).extracting(Forecast.Seller::owner).containsExactly(MALEE);
        assertThat(hers.total().openPipeline()).isEqualTo(thb("30.00"));
    }

    @Test
    void every_number_is_of_the_deals_that_the_caller_sees() {
        deals.open(deal("100.00").closingOn(IN_Q1));
        deals.open(deal("30.00").closingOn(IN_Q1).owner(MALEE));
        deals.open(deal("7.00").stage("Closed Won").closed(IN_Q1, null));
        dealsOf(office.deskOf(OTHER_TENANT, SOMCHAI)).open(deal("999.00").closingOn(IN_Q1));

        ForecastService hers =
                forecastsOf(office.under(AccessPolicy.ownRecords()).deskOf(MALEE));

        assertThat(hers.of(Q1).total().openPipeline()).isEqualTo(thb("30.00"));
        assertThat(hers.of(Q1).total().closed()).isEqualTo(MoneyBag.empty());
        assertThat(hers.winRate(DateRange.always()).byCount()).isEmpty();
        assertThat(hers.bestSellers(DateRange.always(), THB)).isEmpty();
        assertThat(forecasts.of(Q1).total().openPipeline()).isEqualTo(thb("130.00"));
    }

    @Test
    void the_win_rate_is_of_those_decided_in_the_period_whenever_they_were_opened() {
        deals.open(deal("900.00").stage("Closed Won").closed(LocalDate.of(2026, 1, 15), null));
        deals.open(deal("100.00").stage("Closed Lost").closed(LocalDate.of(2026, 3, 31), "too dear"));
        deals.open(deal("100.00").stage("Closed Lost").closed(LocalDate.of(2026, 4, 1), "too dear"));
        deals.open(deal("100.00").closingOn(IN_Q1));

        WinRate rate = forecasts.winRate(Q1.range());

        assertThat(rate.byCount()).contains(Percent.of(50));
        assertThat(rate.byValue(THB)).contains(Percent.of(90));
        assertThat(forecasts
                        .winRate(CALENDAR.period(PeriodId.quarter(2027, 1)).range())
                        .byCount())
                .isEmpty();
        assertThat(forecasts.winRate(DateRange.always()).decided()).isEqualTo(3);
        assertThat(forecasts
                        .winRate(DateRange.always(), OpportunityFields.OWNER.equalTo(MALEE))
                        .byCount())
                .isEmpty();
    }

    @Test
    void the_best_sellers_are_those_who_won_most() {
        UserId third = new UserId(new UUID(0, 1));
        deals.open(deal("10.00").stage("Closed Won").closed(IN_Q1, null));
        deals.open(deal("10.00").stage("Closed Won").closed(IN_Q1, null));
        deals.open(deal("500.00").stage("Closed Won").closed(IN_Q1, null).owner(MALEE));
        deals.open(deal("900.00").stage("Closed Lost").closed(IN_Q1, "too dear").owner(third));

        List<SellerResult> best = forecasts.bestSellers(DateRange.always(), THB);

        assertThat(best).extracting(SellerResult::owner).containsExactly(MALEE, SOMCHAI, third);
        assertThat(best.get(1).rate().wonValue()).isEqualTo(thb("20.00"));
        assertThat(best.get(2).rate().byCount()).contains(Percent.ZERO);
        assertThat(forecasts.bestSellers(DateRange.always(), CurrencyUnit.USD))
                .extracting(SellerResult::owner)
                .containsExactly(SOMCHAI, MALEE, third);
    }

    @Test
    void the_present_period_is_that_of_today_in_the_organisations_zone() {
        FiscalCalendar april = FiscalCalendar.yearsStartingIn(Month.APRIL);
        ForecastService fiscal = new ForecastService(office.deskOf(SOMCHAI), april, BANGKOK);
        office.pass(Duration.ofDays(29).plusHours(16));

        assertThat(fiscal.present(PeriodLevel.QUARTER).id()).isEqualTo(PeriodId.quarter(2027, 1));
        assertThat(forecasts.present(PeriodLevel.YEAR).id()).isEqualTo(PeriodId.year(2026));
    }

    @Test
    void deals_are_read_in_pages() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        List<NewOpportunity> asked = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            asked.add(deal("1.00").closingOn(IN_Q1));
        }
        dealsOf(desk).openAll(asked);
        storage.reads();

        ForecastTotals total = forecastsOf(desk).of(Q1).total();

        assertThat(total.deals(ForecastCategory.PIPELINE)).isEqualTo(1_001);
        assertThat(total.weighted()).isEqualTo(thb("100.10"));
        assertThat(storage.reads()).containsExactly("page opportunity", "page opportunity", "page opportunity");
        assertThat(dealsOf(desk)
                        .find(Criteria.all(), Sort.byId(), PageRequest.first(1))
                        .items())
                .hasSize(1);
    }

    @Test
    void what_is_in_no_forecast_is_not_even_read() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        dealsOf(desk)
                .openAll(Collections.nCopies(
                        501, deal("1.00").stage("Closed Lost").closed(IN_Q1, "too dear")));
        dealsOf(desk).open(deal("1.00").closingOn(IN_Q1));
        storage.reads();

        ForecastTotals total = forecastsOf(desk).of(Q1).total();

        assertThat(total.openPipeline()).isEqualTo(thb("1.00"));
        assertThat(storage.reads()).containsExactly("page opportunity");
    }

    @Test
    void sellers_alike_in_value_and_number_come_in_the_order_of_their_ids() {
        List<UserId> sellers =
                List.of(new UserId(new UUID(0, 3)), new UserId(new UUID(0, 1)), new UserId(new UUID(0, 2)));
        sellers.forEach(seller ->
                deals.open(deal("5.00").stage("Closed Won").closed(IN_Q1, null).owner(seller)));

        assertThat(forecasts.bestSellers(DateRange.always(), THB))
                .extracting(SellerResult::owner)
                .containsExactly(sellers.get(1), sellers.get(2), sellers.get(0));
    }

    @Test
    void the_best_sellers_of_some_days_and_some_deals_are_of_no_others() {
        deals.open(deal("10.00").stage("Closed Won").closed(IN_Q1, null));
        deals.open(deal("99.00").stage("Closed Won").closed(IN_Q1.plusDays(1), null));
        deals.open(deal("20.00").stage("Closed Won").closed(IN_Q1, null).owner(MALEE));

        assertThat(forecasts.bestSellers(Q1.range(), THB))
                .extracting(SellerResult::owner, best -> best.rate().wonValue())
                .containsExactly(tuple(MALEE, thb("20.00")), tuple(SOMCHAI, thb("10.00")));
        assertThat(forecasts.bestSellers(Q1.range(), THB, OpportunityFields.OWNER.equalTo(SOMCHAI)))
                .extracting(SellerResult::owner, best -> best.rate().wonValue())
                .containsExactly(tuple(SOMCHAI, thb("10.00")));
    }

    private static NewOpportunity deal(String amount) {
        return NewOpportunity.of("Deal").amount(Money.parse("THB " + amount));
    }

    private static MoneyBag thb(String amount) {
        return MoneyBag.of(Money.parse("THB " + amount));
    }

    private static OpportunityService dealsOf(Desk desk) {
        return new OpportunityService(desk, SampleOpportunity.TERMS);
    }

    private static ForecastService forecastsOf(Desk desk) {
        return new ForecastService(desk, CALENDAR, BANGKOK);
    }
}
