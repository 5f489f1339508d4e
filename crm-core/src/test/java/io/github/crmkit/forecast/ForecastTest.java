package io.github.crmkit.forecast;

import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.MissingRateException;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final FiscalPeriod Q1 = FiscalCalendar.calendarYear().period(PeriodId.quarter(2026, 1));
    private static final UserId ONE = new UserId(new UUID(1, 1));
    private static final UserId TWO = new UserId(new UUID(1, 2));
    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    @Test
    void a_thousand_deals_of_10_01_at_5_percent_weigh_500_50() {
        Opportunity one =
                anOpportunity().amount(Money.parse("USD 10.01")).judged(5).opportunity();

        Forecast forecast =
                Forecast.of(Q1, Stream.generate(() -> one).limit(1000).toList());

        assertThat(forecast.total().weighted()).isEqualTo(MoneyBag.of(Money.parse("USD 500.50")));
        assertThat(forecast.total().single(ForecastCategory.PIPELINE))
                .isEqualTo(MoneyBag.of(Money.parse("USD 10010.00")));
    }

    @Test
    void categories_alone_and_cumulated() {
        Forecast forecast = Forecast.of(
                Q1,
                List.of(
                        deal(ForecastCategory.PIPELINE, "USD 100.00"),
                        deal(ForecastCategory.BEST_CASE, "USD 20.00"),
                        deal(ForecastCategory.COMMIT, "USD 30.00"),
                        won("USD 50.00")));

        ForecastTotals total = forecast.total();
        assertThat(total.openPipeline()).isEqualTo(usd("150.00"));
        assertThat(total.cumulative(ForecastCategory.PIPELINE)).isEqualTo(usd("150.00"));
        assertThat(total.cumulative(ForecastCategory.BEST_CASE)).isEqualTo(usd("100.00"));
        assertThat(total.cumulative(ForecastCategory.MOST_LIKELY)).isEqualTo(usd("80.00"));
        assertThat(total.cumulative(ForecastCategory.COMMIT)).isEqualTo(usd("80.00"));
        assertThat(total.cumulative(ForecastCategory.CLOSED)).isEqualTo(usd("50.00"));
        assertThat(total.cumulative(ForecastCategory.OMITTED)).isEqualTo(MoneyBag.empty());
        assertThat(total.closed()).isEqualTo(usd("50.00"));
        assertThat(total.single(ForecastCategory.PIPELINE)).isEqualTo(usd("100.00"));
        assertThat(total.single(ForecastCategory.BEST_CASE)).isEqualTo(usd("20.00"));
        assertThat(total.single(ForecastCategory.MOST_LIKELY)).isEqualTo(MoneyBag.empty());
        assertThat(total.single(ForecastCategory.COMMIT)).isEqualTo(usd("30.00"));
    }

    @Test
    void most_likely_is_in_the_open_pipeline_and_in_best_case_but_not_in_commit() {
        ForecastTotals total = Forecast.of(Q1, List.of(deal(ForecastCategory.MOST_LIKELY, "USD 7.00")))
                .total();

        assertThat(total.openPipeline()).isEqualTo(usd("7.00"));
        assertThat(total.cumulative(ForecastCategory.BEST_CASE)).isEqualTo(usd("7.00"));
        assertThat(total.cumulative(ForecastCategory.MOST_LIKELY)).isEqualTo(usd("7.00"));
        assertThat(total.cumulative(ForecastCategory.COMMIT)).isEqualTo(MoneyBag.empty());
    }

    @Test
    void closed_is_never_weighted_and_lost_and_omitted_are_nowhere() {
        Forecast forecast = Forecast.of(
                Q1,
                List.of(
                        won("USD 50.00"),
                        anOpportunity().amount(Money.parse("USD 60.00")).lost().opportunity(),
                        deal(ForecastCategory.OMITTED, "USD 70.00")));

        assertThat(forecast.total().weighted()).isEqualTo(MoneyBag.empty());
        assertThat(forecast.total().openPipeline()).isEqualTo(MoneyBag.empty());
        assertThat(forecast.total().closed()).isEqualTo(usd("50.00"));
        assertThat(forecast.total().deals(ForecastCategory.OMITTED)).isZero();
        assertThat(forecast.total().gaps().isEmpty()).isTrue();
    }

    @Test
    void an_open_deal_counts_where_it_is_expected_and_a_won_one_where_it_was_decided() {
        Opportunity expected =
                anOpportunity().closingOn(LocalDate.of(2026, 3, 31)).opportunity();
        Opportunity later = anOpportunity().closingOn(LocalDate.of(2026, 4, 1)).opportunity();
        Opportunity wonEarly = anOpportunity()
                .closingOn(LocalDate.of(2026, 6, 30))
                .closed("Closed Won", LocalDate.of(2026, 1, 1))
                .opportunity();
        Opportunity wonLate = anOpportunity()
                .closingOn(LocalDate.of(2026, 3, 1))
                .closed("Closed Won", LocalDate.of(2026, 4, 1))
                .opportunity();

        ForecastTotals total =
                Forecast.of(Q1, List.of(expected, later, wonEarly, wonLate)).total();

        assertThat(total.deals(ForecastCategory.PIPELINE)).isEqualTo(1);
        assertThat(total.deals(ForecastCategory.CLOSED)).isEqualTo(1);
    }

    @Test
    void what_misses_an_amount_or_a_date_is_counted_and_not_dropped() {
        Opportunity noAmount = anOpportunity().amount(null).opportunity();
        Opportunity noDate = anOpportunity().closingOn(null).opportunity();
        Opportunity neither = anOpportunity().amount(null).closingOn(null).opportunity();
        Opportunity wonWithout = anOpportunity().amount(null).won().opportunity();

        ForecastTotals total =
                Forecast.of(Q1, List.of(noAmount, noDate, neither, wonWithout)).total();

        assertThat(total.gaps().withoutAmount()).isEqualTo(2);
        assertThat(total.gaps().withoutCloseDate()).isEqualTo(2);
        assertThat(total.gaps().undated()).isEqualTo(MoneyBag.of(Money.parse("THB 1000.00")));
        assertThat(total.deals(ForecastCategory.PIPELINE)).isEqualTo(1);
        assertThat(total.deals(ForecastCategory.CLOSED)).isEqualTo(1);
        assertThat(total.openPipeline()).isEqualTo(MoneyBag.empty());
    }

    @Test
    void every_seller_has_a_part_and_the_parts_make_the_total() {
        Forecast forecast = Forecast.of(
                Q1,
                List.of(
                        anOpportunity().owner(TWO).judged(50).opportunity(),
                        anOpportunity().owner(ONE).judged(10).opportunity(),
                        anOpportunity().owner(TWO).won().opportunity()));

        assertThat(forecast.sellers()).extracting(Forecast.Seller::owner).containsExactly(ONE, TWO);
        assertThat(forecast.of(TWO).weighted()).isEqualTo(MoneyBag.of(Money.parse("THB 500.00")));
        assertThat(forecast.of(TWO).closed()).isEqualTo(MoneyBag.of(Money.parse("THB 1000.00")));
        assertThat(forecast.of(ONE).plus(forecast.of(TWO))).isEqualTo(forecast.total());
        assertThat(forecast.of(new UserId(new UUID(9, 9)))).isEqualTo(ForecastTotals.empty());
    }

    @Test
    void currencies_are_kept_apart() {
        Forecast forecast =
                Forecast.of(Q1, List.of(anOpportunity().opportunity(), deal(ForecastCategory.PIPELINE, "USD 100.00")));

        assertThat(forecast.total().openPipeline())
                .isEqualTo(MoneyBag.of(Money.parse("THB 1000.00"), Money.parse("USD 100.00")));
        assertThat(forecast.rates()).isEmpty();
    }

    @Test
    void in_one_currency_the_exact_sum_is_rounded_once_and_the_rate_is_stated() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        ExchangeRate rate = new ExchangeRate(THB, USD, new BigDecimal("1.1"), day, "central bank");
        Opportunity five =
                anOpportunity().amount(Money.parse("THB 0.05")).judged(100).opportunity();

        Forecast converted = Forecast.of(Q1, List.of(five, five, five)).in(USD, FixedRates.of(rate), day);

        assertThat(converted.total().openPipeline()).isEqualTo(usd("0.17"));
        assertThat(converted.total().weighted()).isEqualTo(usd("0.17"));
        assertThat(converted.of(SampleOpportunity.OWNER).weighted()).isEqualTo(usd("0.17"));
        assertThat(converted.rates()).containsExactly(rate);
    }

    @Test
    void a_missing_rate_is_refused_and_never_one() {
        Forecast forecast = Forecast.of(
                Q1,
                List.of(anOpportunity().closingOn(null).opportunity(), deal(ForecastCategory.PIPELINE, "USD 100.00")));

        assertThatThrownBy(() -> forecast.in(USD, FixedRates.of(), LocalDate.of(2026, 3, 2)))
                .isInstanceOf(MissingRateException.class);
        assertThat(Forecast.of(Q1, List.of(deal(ForecastCategory.PIPELINE, "USD 100.00")))
                        .in(USD, FixedRates.of(), LocalDate.of(2026, 3, 2))
                        .total()
                        .openPipeline())
                .isEqualTo(usd("100.00"));
    }

    @Test
    void of_no_deals_there_is_an_empty_forecast() {
        Forecast forecast = Forecast.of(Q1, new ArrayList<>());

        assertThat(forecast.sellers()).isEmpty();
        assertThat(forecast.total()).isEqualTo(ForecastTotals.empty());
        assertThat(forecast.total().weighted().isEmpty()).isTrue();
    }

    @Test
    void the_amounts_without_a_date_are_converted_too() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        ExchangeRate rate = new ExchangeRate(THB, USD, new BigDecimal("0.0285"), day, "central bank");
        Opportunity undated = anOpportunity().closingOn(null).opportunity();

        Forecast converted = Forecast.of(Q1, List.of(undated)).in(USD, FixedRates.of(rate), day);

        assertThat(converted.total().gaps().undated()).isEqualTo(usd("28.50"));
        assertThat(converted.of(SampleOpportunity.OWNER).gaps())
                .isEqualTo(converted.total().gaps());
        assertThat(converted.rates()).containsExactly(rate);
    }

    @Test
    void what_is_in_the_currency_already_needs_no_rate_and_states_none() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        ExchangeRate rate = new ExchangeRate(THB, USD, new BigDecimal("0.0285"), day, "central bank");
        List<Opportunity> deals = List.of(anOpportunity().opportunity(), deal(ForecastCategory.PIPELINE, "USD 100.00"));

        Forecast converted = Forecast.of(Q1, deals).in(USD, FixedRates.of(rate), day);

        assertThat(converted.total().openPipeline()).isEqualTo(usd("128.50"));
        assertThat(converted.rates()).containsExactly(rate);
    }

    private static Opportunity won(String amount) {
        return anOpportunity().amount(Money.parse(amount)).won().opportunity();
    }

    /** An open deal that its stage put into this category. */
    private static Opportunity deal(ForecastCategory category, String amount) {
        Opportunity deal = anOpportunity().amount(Money.parse(amount)).opportunity();
        Position at = deal.position();
        return new Opportunity(
                deal.id(),
                deal.stamp(),
                deal.name(),
                deal.owner(),
                deal.customer(),
                new Position(at.pipeline(), at.stage(), category, at.outcome(), at.enteredAt(), at.lastOpen()),
                deal.probabilities(),
                deal.expectation(),
                null,
                deal.dossier(),
                null,
                null);
    }

    private static MoneyBag usd(String amount) {
        return MoneyBag.of(Money.parse("USD " + amount));
    }
}
