package io.github.crmkit.insight;

import static io.github.crmkit.insight.SampleHistory.FIRST_DAY;
import static io.github.crmkit.insight.SampleHistory.aDeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.insight.Coverage.Quota;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.MissingRateException;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.Proportion;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Cycle length, win rates, velocity and coverage of deals that were followed by hand. */
class ResultFiguresTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final FiscalCalendar YEARS = FiscalCalendar.yearsStartingIn(Month.APRIL);
    private static final FiscalPeriod Q4 = YEARS.period(PeriodId.quarter(2026, 4));

    private static SampleHistory opened() {
        return aDeal().in("Qualification", 0);
    }

    private static Journey won(String amount, int day) {
        return aDeal().amount(amount)
                .in("Qualification", 0)
                .in("Closed Won", day)
                .journey();
    }

    private static Journey lost(String amount, int day) {
        return aDeal().amount(amount)
                .in("Qualification", 0)
                .in("Closed Lost", day)
                .journey();
    }

    private static Journey open(String amount) {
        return aDeal().amount(amount).in("Qualification", 0).journey();
    }

    private static WinRates<FiscalPeriod> byMonth(List<Journey> deals) {
        return WinRates.of(
                deals,
                deal -> deal.decided().map(day -> YEARS.periodOf(day, PeriodLevel.MONTH)),
                Comparator.comparing(FiscalPeriod::id),
                4);
    }

    @Test
    void a_cycle_runs_to_the_last_decision_and_open_deals_are_censored() {
        List<Journey> deals = List.of(
                opened().in("Closed Won", 10).journey(),
                opened().in("Closed Lost", 4)
                        .in("Qualification", 8)
                        .in("Closed Won", 30)
                        .journey(),
                opened().in("Closed Lost", 7).journey(),
                opened().in("Closed Lost", 7).in("Qualification", 8).journey(),
                opened().journey(),
                aDeal().in("Closed Won", 5).journey());

        CycleLength cycle = CycleLength.of(deals, DateRange.always(), 2);

        assertThat(cycle.won().sample().values()).containsExactly(10.0, 30.0);
        assertThat(cycle.lost().sample().values()).containsExactly(7.0);
        assertThat(cycle.open()).isEqualTo(2);
        assertThat(cycle.unmeasured()).isEqualTo(1);
        assertThat(cycle.won().isSufficient()).isTrue();
        assertThat(cycle.explain())
                .isEqualTo("won: 2 cases, median 20 days, P75 25, P90 28; lost: 1 case, median 7 days, P75 7, P90 7,"
                        + " insufficient data; open: 2; not measured: 1");
        assertThat(CycleLength.of(deals, DateRange.ofDay(FIRST_DAY.plusDays(10)), 2)
                        .won()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_cohort_is_of_the_deals_decided_in_one_period() {
        WinRates<FiscalPeriod> rates = byMonth(List.of(
                won("THB 900.00", 3),
                lost("THB 100.00", 26),
                lost("USD 5.00", 27),
                won("THB 10.00", 60),
                open("THB 1.00")));

        assertThat(rates.cohorts())
                .extracting(cohort ->
                        cohort.key().id().text() + " " + cohort.byCount().of())
                .containsExactly("FY2026-M10 1 of 2", "FY2026-M11 0 of 1", "FY2026-M12 1 of 1");
        WinRates.Cohort<FiscalPeriod> january = rates.cohorts().get(0);
        assertThat(january.byValue(THB)).contains(Percent.of(90));
        assertThat(january.byValue(CurrencyUnit.USD)).isEmpty();
        assertThat(january.byCount().isSufficient()).isFalse();
        assertThat(january.explain())
                .isEqualTo("won 1 of 2 = 50.00 %, in truth 9.45 % to 90.55 %, insufficient data; open: 0");
        assertThat(rates.byCount().of()).isEqualTo(Proportion.of(2, 4));
        assertThat(rates.byCount().isSufficient()).isTrue();
        assertThat(rates.whole().byValue(THB)).contains(Percent.of("90.099010"));
        assertThat(rates.cohort(january.key())).contains(january);
        assertThat(rates.cohort(Q4)).isEmpty();
    }

    @Test
    void a_cohort_of_opening_counts_the_deals_that_are_still_open_beside_its_rate() {
        WinRates<LocalDate> rates = WinRates.of(
                List.of(won("THB 1.00", 3), open("THB 1.00"), open("THB 1.00")),
                deal -> Optional.of(deal.openedOn()),
                Comparator.naturalOrder(),
                20);

        assertThat(rates.cohorts()).hasSize(1);
        assertThat(rates.cohorts().get(0).open()).isEqualTo(2);
        assertThat(rates.cohorts().get(0).byCount().of()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void what_to_expect_of_a_small_cohort_is_drawn_towards_the_whole() {
        WinRates<FiscalPeriod> rates =
                byMonth(List.of(won("THB 1.00", 3), lost("THB 1.00", 40), lost("THB 1.00", 41), lost("THB 1.00", 42)));

        assertThat(rates.expected(rates.cohorts().get(0)).orElseThrow()).isCloseTo((1 + 4 * 0.25) / 5, within(1e-12));
        assertThat(byMonth(List.of()).expected(rates.cohorts().get(0))).isEmpty();
    }

    @Test
    void the_public_data_set_won_4238_of_6711() {
        List<Journey> deals = new ArrayList<>();
        Journey won = won(null, 5);
        Journey lost = lost(null, 9);
        for (int i = 0; i < 6711; i++) {
            deals.add(i < 4238 ? won : lost);
        }

        WinRates<FiscalPeriod> rates = byMonth(deals);

        assertThat(rates.byCount().percent()).contains(Percent.of("63.150052"));
        assertThat(rates.whole().withoutAmount()).isEqualTo(6711);
    }

    @Test
    void forty_deals_of_10000_at_25_percent_in_50_days_bring_2000_a_day() {
        List<Journey> deals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            deals.add(i < 25 ? won("THB 10000.00", i < 20 ? 50 : i < 24 ? 45 : 70) : lost("THB 777.00", 3));
        }
        for (int i = 0; i < 40; i++) {
            deals.add(open("THB 3.00"));
        }
        deals.add(open(null));

        List<Velocity> all = Velocity.of(deals, DateRange.always(), 20);

        assertThat(all).hasSize(1);
        Velocity velocity = all.get(0);
        assertThat(velocity.deals()).isEqualTo(40);
        assertThat(velocity.averageValue()).contains(Money.parse("THB 10000.00"));
        assertThat(velocity.winRate().percent()).contains(Percent.of(25));
        assertThat(velocity.meanCycle()).contains(new BigDecimal("50.00"));
        assertThat(velocity.lacking()).isEmpty();
        assertThat(velocity.perDay()).contains(Money.parse("THB 2000.00"));
        assertThat(velocity.explain())
                .isEqualTo("40 open x THB 10000.00 x 25 of 100 = 25.00 %, in truth 17.55 % to 34.30 %"
                        + " / 50.00 days = THB 2000.00 a day");
    }

    @Test
    void a_velocity_with_a_part_that_is_lacking_is_none() {
        List<Journey> deals = List.of(
                won("THB 10.00", 5),
                lost("THB 10.00", 5),
                open("THB 10.00"),
                aDeal().amount("USD 10.00").in("Closed Won", 1).journey());

        List<Velocity> all = Velocity.of(deals, DateRange.always(), 2);

        assertThat(all).extracting(Velocity::currency).containsExactly(THB, CurrencyUnit.USD);
        assertThat(all.get(0).lacking()).containsExactly(Velocity.Part.AVERAGE_VALUE, Velocity.Part.CYCLE_LENGTH);
        assertThat(all.get(0).perDay()).isEmpty();
        assertThat(all.get(1).lacking()).hasSize(3);
        assertThat(all.get(1).explain()).endsWith("/ unknown days = insufficient data");
        assertThat(Velocity.of(deals, DateRange.always(), 1).get(0).perDay()).contains(Money.parse("THB 1.00"));
        assertThat(Velocity.of(deals, DateRange.ofDay(FIRST_DAY), 1).get(0).wins())
                .isEqualTo(Proportion.NONE);
    }

    @Test
    void cycles_of_no_days_make_no_velocity() {
        Journey atOnce = opened().in("Closed Won", 0).journey();

        assertThat(Velocity.of(List.of(atOnce), DateRange.always(), 1).get(0).lacking())
                .containsExactly(Velocity.Part.CYCLE_LENGTH);
    }

    @Test
    void open_pipeline_covers_what_is_missing_to_the_quota() {
        LocalDate inQ4 = LocalDate.of(2026, 3, 31);
        Coverage coverage = Coverage.of(
                Quota.of(Q4.id(), Money.parse("THB 1000.00")),
                Q4,
                List.of(
                        aDeal().due(inQ4).amount("THB 900.00").in("Proposal", 0).journey(),
                        aDeal().due(inQ4).amount(null).in("Proposal", 0).journey(),
                        aDeal().due(inQ4.plusDays(1)).in("Proposal", 0).journey(),
                        aDeal().in("Proposal", 0).journey(),
                        aDeal().due(inQ4)
                                .amount("THB 400.00")
                                .in("Closed Lost", 3)
                                .journey(),
                        won("THB 700.00", 60)));

        assertThat(coverage.open()).isEqualTo(MoneyBag.of(Money.parse("THB 900.00")));
        assertThat(coverage.gap()).isEqualTo(Money.parse("THB 300.00"));
        assertThat(coverage.ratio()).contains(new BigDecimal("3.0000"));
        assertThat(coverage.undated()).isEqualTo(1);
        assertThat(coverage.withoutAmount()).isEqualTo(1);
        assertThat(coverage.explain()).isEqualTo("THB 900.00 open / (THB 1000.00 - THB 700.00 closed) = 3.0000");
    }

    @Test
    void where_the_quota_is_reached_there_is_nothing_to_cover() {
        Quota quota = Quota.of(Q4.id(), Money.parse("THB 700.00"));

        Coverage reached = Coverage.of(quota, Q4, List.of(won("THB 700.00", 60)));
        Coverage nothing = Coverage.of(quota, Q4, List.of());

        assertThat(reached.gap()).isEqualTo(Money.parse("THB 0.00"));
        assertThat(reached.ratio()).isEmpty();
        assertThat(reached.explain()).endsWith("nothing left to cover");
        assertThat(nothing.ratio()).contains(new BigDecimal("0.0000"));
    }

    @Test
    void another_currency_is_refused_or_converted_with_a_stated_rate() {
        ExchangeRate rate = new ExchangeRate(CurrencyUnit.USD, THB, new BigDecimal("35"), FIRST_DAY, "central bank");
        Coverage mixed = Coverage.of(
                Quota.of(Q4.id(), Money.parse("THB 1000.00")),
                Q4,
                List.of(
                        aDeal().due(LocalDate.of(2026, 2, 1))
                                .amount("USD 20.00")
                                .in("Proposal", 0)
                                .journey(),
                        won("THB 650.00", 60)));

        assertThatThrownBy(mixed::ratio).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> mixed.converted(FixedRates.of(), FIRST_DAY)).isInstanceOf(MissingRateException.class);
        Coverage converted = mixed.converted(FixedRates.of(rate), FIRST_DAY);
        assertThat(converted.ratio()).contains(new BigDecimal("2.0000"));
        assertThat(converted.rates()).containsExactly(rate);
    }

    @Test
    void a_quota_is_bound_to_its_period() {
        Quota quota = Quota.of(PeriodId.quarter(2026, 3), Money.parse("THB 1.00"));

        assertThatThrownBy(() -> Coverage.of(quota, Q4, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
