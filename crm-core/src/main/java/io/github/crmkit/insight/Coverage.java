package io.github.crmkit.insight;

import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How often the open deals of a period cover what is missing to its quota: open pipeline / (quota − closed). As in a
 * forecast, open deals belong to the period they are expected to be decided in, won ones to that in which they were, and
 * omitted ones to none.
 *
 * @param open the amounts of the open deals, not weighted
 * @param closed the amounts of the won ones
 * @param undated how many open deals have no day by which they are expected, and so no part in it
 * @param withoutAmount how many deals of the period have no amount, and so no part in it
 * @param rates the rates that the amounts were converted with; empty for amounts as they were agreed
 */
public record Coverage(
        Quota quota, MoneyBag open, MoneyBag closed, long undated, long withoutAmount, List<ExchangeRate> rates) {

    /** The decimals of a ratio. */
    public static final int SCALE = 4;

    /**
     * What is to be sold in a period.
     *
     * @param period which one of the organisation's calendar
     * @param amount without tax
     */
    public record Quota(PeriodId period, Money amount) {

        /** The quota of a period. */
        public static Quota of(PeriodId period, Money amount) {
            return new Quota(period, amount);
        }
    }

    public Coverage {
        rates = List.copyOf(rates);
    }

    /**
     * Of deals that may be any.
     *
     * @param period the period of the quota
     * @throws IllegalArgumentException for another period
     */
    public static Coverage of(Quota quota, FiscalPeriod period, Collection<Journey> deals) {
        return Fold.over(deals, new Tally(quota, period));
    }

    /**
     * What is missing to the quota; zero or less where it is reached.
     *
     * @throws io.github.crmkit.money.CurrencyMismatchException where an amount is in another currency than the quota
     */
    public Money gap() {
        return quota.amount().minus(closed.totalIn(currency()));
    }

    /**
     * Open pipeline / gap, rounded half up to {@value #SCALE} decimals; absent where the gap is zero or less, as nothing is
     * left to be covered.
     *
     * @throws io.github.crmkit.money.CurrencyMismatchException where an amount is in another currency than the quota
     */
    public Optional<BigDecimal> ratio() {
        BigDecimal gap = gap().getAmount();
        BigDecimal covering = open.totalIn(currency()).getAmount();
        return gap.signum() <= 0 ? Optional.empty() : Optional.of(covering.divide(gap, SCALE, RoundingMode.HALF_UP));
    }

    /**
     * The same in the currency of the quota: each sum is converted exactly and rounded once. The rates it rests on are stated
     * in it.
     *
     * @param on the day whose rates are taken, in the organisation's zone
     * @throws io.github.crmkit.money.MissingRateException where a currency has no rate on that day
     */
    public Coverage converted(ExchangeRates source, LocalDate on) {
        SortedSet<CurrencyUnit> others = open.plus(closed).currencies();
        others.remove(currency());
        List<ExchangeRate> used = others.stream()
                .map(from -> source.required(from, currency(), on))
                .toList();
        return new Coverage(
                quota,
                converted(open, source, on),
                converted(closed, source, on),
                undated,
                withoutAmount,
                Stream.concat(rates.stream(), used.stream()).toList());
    }

    private MoneyBag converted(MoneyBag bag, ExchangeRates source, LocalDate on) {
        ExactSum sum = ExactSum.empty();
        for (Money amount : bag.amounts()) {
            sum = sum.plus(amount);
        }
        return sum.in(currency(), source, on).rounded(RoundingMode.HALF_UP);
    }

    private CurrencyUnit currency() {
        return quota.amount().getCurrencyUnit();
    }

    /**
     * In words.
     *
     * @throws io.github.crmkit.money.CurrencyMismatchException where an amount is in another currency than the quota
     */
    public String explain() {
        return open.totalIn(currency()) + " open / (" + quota.amount() + " - " + closed.totalIn(currency())
                + " closed) = " + ratio().map(BigDecimal::toPlainString).orElse("nothing left to cover");
    }

    /** Adds up deals, one after another. */
    static final class Tally implements Fold<Coverage> {

        private final Quota quota;
        private final FiscalPeriod period;
        private MoneyBag open = MoneyBag.empty();
        private MoneyBag closed = MoneyBag.empty();
        private long undated;
        private long withoutAmount;

        Tally(Quota quota, FiscalPeriod period) {
            if (!quota.period().equals(period.id())) {
                throw new IllegalArgumentException("a quota is bound to its period");
            }
            this.quota = quota;
            this.period = period;
        }

        @Override
        public void add(Journey deal) {
            if (deal.state().category() == ForecastCategory.OMITTED || !(deal.isOpen() || deal.isWon())) {
                return;
            }
            LocalDate due = deal.isOpen() ? deal.state().closeDate() : deal.decidedOn();
            if (due == null) {
                undated++;
            } else if (period.contains(due)) {
                withoutAmount += deal.state().amount() == null ? 1 : 0;
                MoneyBag value = deal.state().value().map(MoneyBag::of).orElse(MoneyBag.empty());
                open = deal.isOpen() ? open.plus(value) : open;
                closed = deal.isOpen() ? closed : closed.plus(value);
            }
        }

        @Override
        public Coverage result() {
            return new Coverage(quota, open, closed, undated, withoutAmount, List.of());
        }
    }
}
