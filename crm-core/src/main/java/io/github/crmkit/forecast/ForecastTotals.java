package io.github.crmkit.forecast;

import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.ForecastCategory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What some deals add up to. The two views are never added together: by category, and weighted.
 *
 * <p>Every sum is exact and rounded once, when it is asked for, to the decimals of its currency and halves away from
 * zero. So the weighted totals of two sellers, each rounded, may miss that of both by a minor unit.
 *
 * @param categories every category but omitted, each with its deals; one without deals is empty
 * @param weightedSum amount × probability in effect, of the deals still to be won; nothing of closed ones
 * @param gaps what could not be added up
 */
public record ForecastTotals(Map<ForecastCategory, Line> categories, ExactSum weightedSum, Gaps gaps) {

    /**
     * The deals of one category.
     *
     * @param deals how many, those without an amount included
     * @param sum the exact sum of their amounts, by currency
     */
    public record Line(long deals, ExactSum sum) {

        private static final Line EMPTY = new Line(0, ExactSum.empty());

        private Line plus(Opportunity deal) {
            return new Line(deals + 1, deal.amount().map(sum::plus).orElse(sum));
        }

        private Line plus(Line other) {
            return new Line(deals + other.deals, sum.plus(other.sum));
        }
    }

    /**
     * What is missing something that a forecast needs.
     *
     * @param withoutAmount how many deals of the period have no amount; they are counted in their category and in no sum
     * @param withoutCloseDate how many open deals have no expected date, whatever their amount; they are in no period
     * @param undatedSum the exact sum of the amounts of the latter, by currency
     */
    public record Gaps(long withoutAmount, long withoutCloseDate, ExactSum undatedSum) {

        /** The amounts of the deals without an expected date, by currency. */
        public MoneyBag undated() {
            return undatedSum.rounded(Rounding.COMMERCIAL);
        }

        /** Whether nothing is missing. */
        public boolean isEmpty() {
            return withoutAmount == 0 && withoutCloseDate == 0;
        }

        private Gaps plus(Gaps other) {
            return new Gaps(
                    withoutAmount + other.withoutAmount,
                    withoutCloseDate + other.withoutCloseDate,
                    undatedSum.plus(other.undatedSum));
        }
    }

    public ForecastTotals {
        Map<ForecastCategory, Line> all = new EnumMap<>(ForecastCategory.class);
        for (ForecastCategory category : ForecastCategory.values()) {
            if (category != ForecastCategory.OMITTED) {
                all.put(category, categories.getOrDefault(category, Line.EMPTY));
            }
        }
        categories = Collections.unmodifiableMap(all);
    }

    /** Of no deals. */
    public static ForecastTotals empty() {
        return new ForecastTotals(Map.of(), ExactSum.empty(), new Gaps(0, 0, ExactSum.empty()));
    }

    /** How many deals are of exactly this category, those without an amount included. */
    public long deals(ForecastCategory category) {
        return line(category).deals();
    }

    /** The amounts of exactly this category, by currency; nothing for omitted. */
    public MoneyBag single(ForecastCategory category) {
        return line(category).sum().rounded(Rounding.COMMERCIAL);
    }

    /**
     * The amounts of this category and the better ones. For best case, most likely and commit the closed ones are
     * included; for pipeline it is the {@link #openPipeline()}, which has no closed ones; nothing for omitted.
     */
    public MoneyBag cumulative(ForecastCategory category) {
        ExactSum sum = ExactSum.empty();
        for (ForecastCategory part : parts(category)) {
            sum = sum.plus(line(part).sum());
        }
        return sum.rounded(Rounding.COMMERCIAL);
    }

    /** All that is still to be won: pipeline, best case, most likely and commit, without closed. */
    public MoneyBag openPipeline() {
        return cumulative(ForecastCategory.PIPELINE);
    }

    /** What was won. */
    public MoneyBag closed() {
        return single(ForecastCategory.CLOSED);
    }

    /** Amount × probability in effect of the deals still to be won, by currency. */
    public MoneyBag weighted() {
        return weightedSum.rounded(Rounding.COMMERCIAL);
    }

    /** The same in one currency. */
    ForecastTotals in(CurrencyUnit currency, ExchangeRates rates, LocalDate on) {
        Map<ForecastCategory, Line> converted = new EnumMap<>(ForecastCategory.class);
        categories.forEach((category, line) ->
                converted.put(category, new Line(line.deals(), line.sum().in(currency, rates, on))));
        return new ForecastTotals(
                converted,
                weightedSum.in(currency, rates, on),
                new Gaps(
                        gaps.withoutAmount(),
                        gaps.withoutCloseDate(),
                        gaps.undatedSum().in(currency, rates, on)));
    }

    /** These and one deal that belongs to the period and is not omitted. */
    ForecastTotals plus(Opportunity deal) {
        ForecastCategory category = deal.category();
        Map<ForecastCategory, Line> more = new EnumMap<>(categories);
        more.put(category, line(category).plus(deal));
        Money amount = deal.expectation().amount();
        if (amount == null) {
            return new ForecastTotals(more, weightedSum, gaps.plus(new Gaps(1, 0, ExactSum.empty())));
        }
        boolean weighs = category.isOpen();
        return new ForecastTotals(more, weighs ? weightedSum.plus(amount, deal.probability()) : weightedSum, gaps);
    }

    /** These and one open deal that is not omitted and belongs to no period, as nobody knows when it is decided. */
    ForecastTotals plusUndated(Opportunity deal) {
        ExactSum amount = deal.amount().map(ExactSum.empty()::plus).orElse(ExactSum.empty());
        return new ForecastTotals(categories, weightedSum, gaps.plus(new Gaps(0, 1, amount)));
    }

    /** These and the others. */
    ForecastTotals plus(ForecastTotals other) {
        Map<ForecastCategory, Line> sums = new EnumMap<>(ForecastCategory.class);
        categories.forEach((category, line) -> sums.put(category, line.plus(other.line(category))));
        return new ForecastTotals(sums, weightedSum.plus(other.weightedSum), gaps.plus(other.gaps));
    }

    private Line line(ForecastCategory category) {
        return categories.getOrDefault(category, Line.EMPTY);
    }

    private static Set<ForecastCategory> parts(ForecastCategory category) {
        return switch (category) {
            case OMITTED -> Set.of();
            case PIPELINE ->
                Set.of(
                        ForecastCategory.PIPELINE,
                        ForecastCategory.BEST_CASE,
                        ForecastCategory.MOST_LIKELY,
                        ForecastCategory.COMMIT);
            case BEST_CASE ->
                Set.of(
                        ForecastCategory.BEST_CASE,
                        ForecastCategory.MOST_LIKELY,
                        ForecastCategory.COMMIT,
                        ForecastCategory.CLOSED);
            case MOST_LIKELY -> Set.of(ForecastCategory.MOST_LIKELY, ForecastCategory.COMMIT, ForecastCategory.CLOSED);
            case COMMIT -> Set.of(ForecastCategory.COMMIT, ForecastCategory.CLOSED);
            case CLOSED -> Set.of(ForecastCategory.CLOSED);
        };
    }
}
