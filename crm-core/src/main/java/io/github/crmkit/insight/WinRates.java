package io.github.crmkit.insight;

import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * Win rates cohort by cohort: won / (won + lost) by count and by value. A deal is in one cohort, by how it was decided last;
 * the cohorts of a population make up the whole.
 *
 * @param <K> what a cohort has in common: a period, an owner
 * @param cohorts in the order of their keys, those with a deal only
 * @param least how many decided deals it takes for a rate to be called sufficient
 */
public record WinRates<K>(List<Cohort<K>> cohorts, long least) {

    /**
     * The deals with something in common.
     *
     * @param rate of those that are decided
     * @param open how many are still to be decided: censored, no part of the rate
     */
    public record Cohort<K>(K key, WinRate rate, long open, long least) {

        /** The rate by count, with its interval and whether it is sufficient. */
        public Rate byCount() {
            return Rate.of(rate.won(), rate.decided(), least);
        }

        /**
         * The rate by value in this currency, as {@link WinRate#byValue}: as sufficient as the rate by count is. A few large
         * deals make it, so it has no interval.
         */
        public Optional<Percent> byValue(CurrencyUnit currency) {
            return rate.byValue(currency);
        }

        /** In words, without the key. */
        public String explain() {
            return "won " + byCount().explain() + "; open: " + open;
        }
    }

    public WinRates {
        cohorts = List.copyOf(cohorts);
        Rate.requireLeast(least);
    }

    /**
     * Of deals that may be any.
     *
     * @param key which cohort a deal is in; absent for none
     * @param order of the cohorts
     */
    public static <K> WinRates<K> of(
            Collection<Journey> deals, Function<Journey, Optional<K>> key, Comparator<? super K> order, long least) {
        return Fold.over(deals, new Tally<>(key, order, least));
    }

    /** Of all cohorts together. */
    public WinRate whole() {
        return cohorts.stream().map(Cohort::rate).reduce(WinRate.empty(), WinRate::plus);
    }

    /** The rate by count of all cohorts together. */
    public Rate byCount() {
        return Rate.of(whole().won(), whole().decided(), least);
    }

    /** The cohort with this key. */
    public Optional<Cohort<K>> cohort(K key) {
        return cohorts.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * What to expect of a cohort, 0 to 1: its rate by count, drawn towards that of the whole, which weighs as much as
     * {@code least} deals. A cohort without a decision gives the rate of the whole; absent where the whole has none.
     */
    public Optional<Double> expected(Cohort<K> cohort) {
        return byCount().of().rate().stream()
                .mapToObj(prior -> cohort.byCount().of().drawnTowards(prior, (double) least))
                .findFirst();
    }

    /** Counts deals, one after another. */
    static final class Tally<K> implements Fold<WinRates<K>> {

        private final Function<Journey, Optional<K>> key;
        private final long least;
        private final Map<K, Cohort<K>> cohorts;

        Tally(Function<Journey, Optional<K>> key, Comparator<? super K> order, long least) {
            this.key = key;
            this.least = least;
            this.cohorts = new TreeMap<>(order);
        }

        @Override
        public void add(Journey deal) {
            key.apply(deal).ifPresent(one -> cohorts.merge(one, only(one, deal), Tally::sum));
        }

        private Cohort<K> only(K one, Journey deal) {
            Standing.State state = deal.state();
            MoneyBag value = state.value().map(MoneyBag::of).orElse(MoneyBag.empty());
            long unpriced = value.isEmpty() ? 1 : 0;
            WinRate rate = switch (state.outcome()) {
                case OPEN -> WinRate.empty();
                case WON -> new WinRate(1, 0, value, MoneyBag.empty(), unpriced);
                case LOST -> new WinRate(0, 1, MoneyBag.empty(), value, unpriced);
            };
            return new Cohort<>(one, rate, deal.isOpen() ? 1 : 0, least);
        }

        private static <K> Cohort<K> sum(Cohort<K> one, Cohort<K> other) {
            return new Cohort<>(one.key(), one.rate().plus(other.rate()), one.open() + other.open(), one.least());
        }

        @Override
        public WinRates<K> result() {
            return new WinRates<>(new ArrayList<>(cohorts.values()), least);
        }
    }
}
