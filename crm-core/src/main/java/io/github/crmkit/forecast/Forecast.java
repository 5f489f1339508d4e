package io.github.crmkit.forecast;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * What a period is expected to bring: the deals won in it, by the day they were decided, and the open ones expected to be
 * decided in it. A pure fold over deals; lost deals and omitted categories are nowhere in it.
 *
 * @param period the period
 * @param sellers one for each owner of a deal that counts, in the order of their ids
 * @param total of all of them
 * @param rates the rates that the amounts were converted with; empty for amounts as they were agreed
 */
public record Forecast(FiscalPeriod period, List<Seller> sellers, ForecastTotals total, List<ExchangeRate> rates) {

    /** One owner's part. */
    public record Seller(UserId owner, ForecastTotals totals) {}

    public Forecast {
        sellers = List.copyOf(sellers);
        rates = List.copyOf(rates);
    }

    /** Of these deals, which may be any: what does not belong to the period is left out. */
    public static Forecast of(FiscalPeriod period, Collection<Opportunity> deals) {
        Tally tally = new Tally(period);
        deals.forEach(tally::add);
        return tally.forecast();
    }

    /** This owner's part; that of no deals for an owner without any. */
    public ForecastTotals of(UserId owner) {
        return sellers.stream()
                .filter(seller -> seller.owner().equals(owner))
                .map(Seller::totals)
                .findFirst()
                .orElseGet(ForecastTotals::empty);
    }

    /**
     * The same forecast in one currency: every sum is converted exactly and rounded once. The rates it rests on are
     * stated in it; this forecast stays as it is.
     *
     * @param on the day whose rates are taken, in the organisation's zone
     * @throws io.github.crmkit.money.MissingRateException where a currency has no rate on that day
     */
    public Forecast in(CurrencyUnit currency, ExchangeRates source, LocalDate on) {
        List<Seller> converted = sellers.stream()
                .map(seller -> new Seller(seller.owner(), seller.totals().in(currency, source, on)))
                .toList();
        List<ExchangeRate> used = new ArrayList<>();
        for (CurrencyUnit from : currencies()) {
            if (!from.equals(currency)) {
                used.add(source.required(from, currency, on));
            }
        }
        return new Forecast(period, converted, total.in(currency, source, on), used);
    }

    /** Every currency that a sum of this forecast has, ordered by code. */
    public SortedSet<CurrencyUnit> currencies() {
        SortedSet<CurrencyUnit> all = new TreeSet<>(Comparator.comparing(CurrencyUnit::getCode));
        total.categories().values().forEach(line -> all.addAll(line.sum().currencies()));
        all.addAll(total.gaps().undatedSum().currencies());
        return all;
    }

    /** Adds deals up, one after another. */
    static final class Tally {

        private final FiscalPeriod period;
        private final Map<UserId, ForecastTotals> owners =
                new TreeMap<>(Comparator.comparing((UserId owner) -> owner.text()));

        Tally(FiscalPeriod period) {
            this.period = period;
        }

        void add(Opportunity deal) {
            LocalDate due = (deal.isOpen() ? deal.closeDate() : deal.closedOn()).orElse(null);
            boolean counts = deal.category() != ForecastCategory.OMITTED && (due == null || period.contains(due));
            if (counts) {
                ForecastTotals before = owners.getOrDefault(deal.owner(), ForecastTotals.empty());
                owners.put(deal.owner(), due == null ? before.plusUndated(deal) : before.plus(deal));
            }
        }

        Forecast forecast() {
            List<Seller> sellers = new ArrayList<>();
            owners.forEach((owner, totals) -> sellers.add(new Seller(owner, totals)));
            ForecastTotals total =
                    sellers.stream().map(Seller::totals).reduce(ForecastTotals.empty(), ForecastTotals::plus);
            return new Forecast(period, sellers, total, List.of());
        }
    }
}
