package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.Sellers;
import io.github.crmkit.forecast.Forecast;
import io.github.crmkit.forecast.ForecastTotals;
import io.github.crmkit.forecast.SellerResult;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The forecast by quarter and owner, and the best sellers, as tables. */
final class ForecastTables {

    /** How many sellers are shown as the best. */
    private static final int MOST_SELLERS = 10;

    private static final List<ForecastCategory> CUMULATED =
            List.of(ForecastCategory.COMMIT, ForecastCategory.MOST_LIKELY, ForecastCategory.BEST_CASE);

    private final CrmSession session;
    private final Quarters quarters;
    private final Sellers sellers;
    private final Amounts amounts;

    ForecastTables(CrmSession session, Quarters quarters, Sellers sellers, Amounts amounts) {
        this.session = session;
        this.quarters = quarters;
        this.sellers = sellers;
        this.amounts = amounts;
    }

    /** What each quarter with open deals, and the present one, is expected to bring, by owner. */
    String forecast() {
        TextTable table = TextTable.of(
                text("Quarter"),
                text("Seller"),
                number("Closed"),
                number("Commit"),
                number("Most likely"),
                number("Best case"),
                number("Open pipeline"),
                number("Weighted"));
        long withoutAmount = 0;
        long withoutDate = 0;
        List<FiscalPeriod> open = quarters.spanned(Opportunities.open(), OpportunityFields.CLOSE_DATE);
        for (FiscalPeriod quarter : open) {
            Forecast forecast = session.forecasts().of(quarter);
            if (!quarter.equals(open.get(0))) {
                table.rule();
            }
            rows(table, quarter.id().toString(), forecast);
            withoutAmount += forecast.total().gaps().withoutAmount();
            withoutDate = forecast.total().gaps().withoutCloseDate();
        }
        return table.render()
                + "Commit, most likely and best case each include the better ones and what is closed; open pipeline is all"
                + " that is still open.\n"
                + "In no sum: %s deals without an amount, and %s open deals without a close date.\n"
                        .formatted(Counts.of(withoutAmount), Counts.of(withoutDate));
    }

    /** Who won most, by amount in the usual currency, then by number. */
    String bestSellers() {
        TextTable table = TextTable.of(
                text("Seller"), text("Team"), number("Won"), number("Amount"), number("Lost"), number("Win rate"));
        List<SellerResult> best = session.forecasts().bestSellers(DateRange.always(), amounts.usual());
        best.stream()
                .limit(MOST_SELLERS)
                .forEach(seller -> table.row(
                        sellers.nameOf(seller.owner()),
                        sellers.teamOf(seller.owner()).orElse(Amounts.NOTHING),
                        Counts.of(seller.rate().won()),
                        amounts.of(seller.rate().wonValue()),
                        Counts.of(seller.rate().lost()),
                        seller.rate().byCount().map(Amounts::percent).orElse(Amounts.NOTHING)));
        int left = best.size() - MOST_SELLERS;
        return left > 0 ? table.render() + "and " + left + " more\n" : table.render();
    }

    private void rows(TextTable table, String quarter, Forecast forecast) {
        forecast.sellers().stream()
                .filter(seller -> !isOnlyUndated(seller.totals()))
                .sorted(Comparator.comparing(seller -> sellers.nameOf(seller.owner())))
                .forEach(seller -> forecastRow(table, quarter, sellers.nameOf(seller.owner()), seller.totals()));
        forecastRow(table, quarter, "All", forecast.total());
    }

    /** Owners whose open deals have no date are in every forecast, but have nothing in this quarter. */
    private static boolean isOnlyUndated(ForecastTotals totals) {
        return totals.categories().values().stream().allMatch(line -> line.deals() == 0);
    }

    private void forecastRow(TextTable table, String quarter, String seller, ForecastTotals totals) {
        List<String> cells = new ArrayList<>(List.of(quarter, seller, amounts.of(totals.closed())));
        CUMULATED.forEach(category -> cells.add(amounts.of(totals.cumulative(category))));
        cells.add(amounts.of(totals.openPipeline()));
        cells.add(amounts.of(totals.weighted()));
        table.row(cells.toArray(String[]::new));
    }
}
