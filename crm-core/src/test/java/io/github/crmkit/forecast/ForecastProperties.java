package io.github.crmkit.forecast;

import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What must hold for the forecast of any deals. */
class ForecastProperties {

    private static final FiscalPeriod Q1 = FiscalCalendar.calendarYear().period(PeriodId.quarter(2026, 1));
    private static final List<String> STAGES =
            List.of("Qualification", "Needs Analysis", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.JPY, CurrencyUnit.USD, CurrencyUnit.of("KWD"));

    @Property
    void weighted_is_the_exact_sum_rounded_once(@ForAll("deals") List<Opportunity> deals) {
        MoneyBag weighted = Forecast.of(Q1, deals).total().weighted();

        for (CurrencyUnit currency : CURRENCIES) {
            BigDecimal exact = BigDecimal.ZERO;
            boolean any = false;
            for (Opportunity deal : deals) {
                boolean counts =
                        deal.isOpen() && deal.closeDate().filter(Q1::contains).isPresent();
                Money amount = deal.amount().orElse(null);
                if (counts && amount != null && amount.getCurrencyUnit().equals(currency)) {
                    any = true;
                    exact = exact.add(amount.getAmount()
                            .multiply(deal.probability().value())
                            .divide(BigDecimal.valueOf(100)));
                }
            }
            assertThat(weighted.in(currency).isPresent()).isEqualTo(any);
            if (any) {
                assertThat(weighted.in(currency)).contains(Money.of(currency, exact, RoundingMode.HALF_UP));
            }
        }
    }

    @Property
    void the_cumulated_columns_are_sums_of_the_single_ones(@ForAll("deals") List<Opportunity> deals) {
        ForecastTotals total = Forecast.of(Q1, deals).total();
        MoneyBag commit = total.single(ForecastCategory.COMMIT).plus(total.closed());
        MoneyBag mostLikely = total.single(ForecastCategory.MOST_LIKELY).plus(commit);
        MoneyBag best = total.single(ForecastCategory.BEST_CASE).plus(mostLikely);

        assertThat(total.cumulative(ForecastCategory.COMMIT)).isEqualTo(commit);
        assertThat(total.cumulative(ForecastCategory.MOST_LIKELY)).isEqualTo(mostLikely);
        assertThat(total.cumulative(ForecastCategory.BEST_CASE)).isEqualTo(best);
        assertThat(total.openPipeline().plus(total.closed()))
                .isEqualTo(best.plus(total.single(ForecastCategory.PIPELINE)));
    }

    @Property
    void every_deal_that_counts_is_counted_once(@ForAll("deals") List<Opportunity> deals) {
        ForecastTotals total = Forecast.of(Q1, deals).total();
        long counted = total.categories().values().stream()
                .mapToLong(ForecastTotals.Line::deals)
                .sum();

        long open = deals.stream()
                .filter(d -> d.isOpen() && d.closeDate().filter(Q1::contains).isPresent())
                .count();
        long won = deals.stream()
                .filter(d -> d.category() == ForecastCategory.CLOSED
                        && d.closedOn().filter(Q1::contains).isPresent())
                .count();
        long undated = deals.stream()
                .filter(d -> d.isOpen() && d.closeDate().isEmpty())
                .count();
        assertThat(counted).isEqualTo(open + won);
        assertThat(total.gaps().withoutCloseDate()).isEqualTo(undated);
    }

    @Property
    void sellers_add_up_to_the_total_and_the_order_does_not_matter(
            @ForAll("deals") List<Opportunity> deals, @ForAll Random random) {
        Forecast forecast = Forecast.of(Q1, deals);
        List<Opportunity> shuffled = new ArrayList<>(deals);
        Collections.shuffle(shuffled, random);

        assertThat(Forecast.of(Q1, shuffled)).isEqualTo(forecast);
        assertThat(forecast.sellers().stream()
                        .map(Forecast.Seller::totals)
                        .reduce(ForecastTotals.empty(), ForecastTotals::plus))
                .isEqualTo(forecast.total());
    }

    @Provide
    Arbitrary<List<Opportunity>> deals() {
        Arbitrary<Money> amounts = Combinators.combine(
                        Arbitraries.of(CURRENCIES), Arbitraries.longs().between(0, 9_999_999))
                .as(Money::ofMinor)
                .injectNull(0.15);
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(-40, 130)
                .map(LocalDate.of(2026, 1, 1)::plusDays)
                .injectNull(0.15);
        Arbitrary<LocalDate> closedOn =
                Arbitraries.integers().between(-40, 130).map(LocalDate.of(2026, 1, 1)::plusDays);
        return Combinators.combine(
                        amounts,
                        days,
                        closedOn,
                        Arbitraries.of(STAGES),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.integers().between(0, 100).injectNull(0.5))
                .as((amount, day, closed, stage, owner, judged) -> {
                    SampleOpportunity sample = anOpportunity()
                            .amount(amount)
                            .closingOn(day)
                            .owner(new UserId(new UUID(0, owner)))
                            .closed(stage, closed);
                    return judged == null || !sample.opportunity().isOpen()
                            ? sample.opportunity()
                            : sample.judged(judged).opportunity();
                })
                .list()
                .ofMaxSize(40);
    }
}
