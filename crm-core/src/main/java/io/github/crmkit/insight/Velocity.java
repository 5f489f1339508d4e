package io.github.crmkit.insight;

import io.github.crmkit.statistics.Proportion;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How much a day the open deals of one currency bring, if they fare like those that were decided: open deals × average value
 * of the won ones × win rate by count / mean cycle length of the won ones in days. 40 deals, 10,000, 25 %, 50 days: 2,000 a
 * day.
 *
 * <p>Only deals with an amount in the currency count. Computed exactly and rounded once.
 *
 * @param deals how many are open
 * @param wonValue the amounts of the won ones
 * @param wins how many of the decided ones were won
 * @param cycles of how many of the won ones the cycle is known
 * @param cycleDays how many days these took together
 * @param least how many cases each part takes to be called sufficient
 */
public record Velocity(
        CurrencyUnit currency, long deals, Money wonValue, Proportion wins, long cycles, long cycleDays, long least) {

    /** What a velocity is made of, besides the open deals, which are counted and not sampled. */
    public enum Part {
        AVERAGE_VALUE,
        WIN_RATE,
        CYCLE_LENGTH
    }

    public Velocity {
        Rate.requireLeast(least);
    }

    /**
     * Of deals that may be any: one for each currency that one of them has an amount in, by code.
     *
     * @param decided counts only decisions on these days; open deals count whatever the days
     */
    public static List<Velocity> of(Collection<Journey> deals, DateRange decided, long least) {
        return Fold.over(deals, new Tally(decided, least));
    }

    /** The parts that rest on too few cases, or on cycles of no days; none where there is a velocity. */
    public Set<Part> lacking() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (wins.successes() < least) {
            parts.add(Part.AVERAGE_VALUE);
        }
        if (!wins.isSufficient(least)) {
            parts.add(Part.WIN_RATE);
        }
        if (cycles < least || cycleDays == 0) {
            parts.add(Part.CYCLE_LENGTH);
        }
        return parts;
    }

    /** The amount a day, rounded half up to the decimals of the currency; absent where any part is lacking. */
    public Optional<Money> perDay() {
        if (!lacking().isEmpty()) {
            return Optional.empty();
        }
        // The count of won deals stands both under the average value and over the win rate, and cancels out.
        BigDecimal above =
                wonValue.getAmount().multiply(BigDecimal.valueOf(deals)).multiply(BigDecimal.valueOf(cycles));
        BigDecimal below = BigDecimal.valueOf(wins.trials()).multiply(BigDecimal.valueOf(cycleDays));
        return Optional.of(Money.of(currency, above.divide(below, currency.getDecimalPlaces(), RoundingMode.HALF_UP)));
    }

    /** The average amount of the won ones, rounded half up to the decimals of the currency; absent without any. */
    public Optional<Money> averageValue() {
        return wins.successes() == 0
                ? Optional.empty()
                : Optional.of(wonValue.dividedBy(wins.successes(), RoundingMode.HALF_UP));
    }

    /** The win rate by count. */
    public Rate winRate() {
        return new Rate(wins, least);
    }

    /** The mean cycle of the won ones in days, rounded half up to 2 decimals; absent without any. */
    public Optional<BigDecimal> meanCycle() {
        return cycles == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(cycleDays).divide(BigDecimal.valueOf(cycles), 2, RoundingMode.HALF_UP));
    }

    /** In words. */
    public String explain() {
        return deals + " open x " + averageValue().map(Money::toString).orElse("unknown value") + " x "
                + winRate().explain() + " / "
                + meanCycle().map(BigDecimal::toPlainString).orElse("unknown") + " days = "
                + perDay().map(day -> day + " a day").orElse("insufficient data");
    }

    /** Adds up deals, one after another. */
    static final class Tally implements Fold<List<Velocity>> {

        private final DateRange decided;
        private final long least;
        private final Map<CurrencyUnit, Velocity> sums = new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));

        Tally(DateRange decided, long least) {
            this.decided = decided;
            this.least = least;
        }

        @Override
        public void add(Journey deal) {
            deal.state().value().ifPresent(amount -> add(deal, amount));
        }

        private void add(Journey deal, Money amount) {
            CurrencyUnit currency = amount.getCurrencyUnit();
            Velocity before = sums.computeIfAbsent(
                    currency, c -> new Velocity(c, 0, Money.zero(c), Proportion.NONE, 0, 0, least));
            if (deal.isOpen()) {
                sums.put(currency, before.plus(1, Money.zero(currency), Proportion.NONE, 0, 0));
            } else if (deal.decided().filter(decided::contains).isPresent()) {
                boolean won = deal.isWon();
                boolean measured = won && deal.cycleDays().isPresent();
                sums.put(
                        currency,
                        before.plus(
                                0,
                                won ? amount : Money.zero(currency),
                                Proportion.of(won ? 1 : 0, 1),
                                measured ? 1 : 0,
                                measured ? deal.cycleDays().getAsLong() : 0));
            }
        }

        @Override
        public List<Velocity> result() {
            return new ArrayList<>(sums.values());
        }
    }

    private Velocity plus(long open, Money value, Proportion decided, long measured, long days) {
        return new Velocity(
                currency,
                deals + open,
                wonValue.plus(value),
                wins.plus(decided),
                cycles + measured,
                cycleDays + days,
                least);
    }
}
