package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The win rate by the quarter in which deals were closed, by number and by value. */
final class WinRatePart implements Part {

    private final Amounts amounts;
    private final Map<String, WinRate> byQuarter = new LinkedHashMap<>();
    private final WinRate all;
    private final TextTable table = TextTable.of(
            text("Closed in"),
            number("Won"),
            number("Lost"),
            number("By number"),
            number("Won amount"),
            number("Lost amount"),
            number("By value"));

    WinRatePart(CrmSession session, Quarters quarters, Amounts amounts) {
        this.amounts = amounts;
        for (FiscalPeriod quarter : quarters.spanned(Opportunities.open().not(), OpportunityFields.CLOSED_ON)) {
            byQuarter.put(quarter.id().toString(), session.forecasts().winRate(quarter.range()));
        }
        this.all = session.forecasts().winRate(DateRange.always());
        byQuarter.forEach(this::row);
        table.rule();
        row("All", all);
    }

    /** The rate of all closed deals. */
    WinRate all() {
        return all;
    }

    @Override
    public String title() {
        return "Win rate" + amounts.note();
    }

    @Override
    public String words() {
        return table.render() + summary();
    }

    @Override
    public List<Section> sections() {
        Collection<WinRate> rates = byQuarter.values();
        Chart chart = Chart.of(
                        Chart.Kind.STACKED_COLUMNS,
                        "Deals won and lost, and the win rate by number, by quarter of closing",
                        "",
                        byQuarter.keySet().stream().toList())
                .with("Won", counts(rates, WinRate::won))
                .with("Lost", counts(rates, WinRate::lost))
                .withPercentages(
                        "Win rate by number",
                        rates.stream().map(WinRatePart::percentage).toList());
        return List.of(Section.titled("Win rate by quarter")
                .note(summary().strip())
                .chart(chart)
                .table(title(), table));
    }

    private String summary() {
        String rate = all.byCount()
                .map(percent -> "%s of %s closed deals were won: %s.\n"
                        .formatted(Counts.of(all.won()), Counts.of(all.decided()), Amounts.exactPercent(percent)))
                .orElse("No deal is closed yet.\n");
        return isLostForNothing(all) ? rate + "The lost deals carry no amount, so there is no rate by value.\n" : rate;
    }

    private void row(String title, WinRate rate) {
        table.row(
                title,
                Counts.of(rate.won()),
                Counts.of(rate.lost()),
                rate.byCount().map(Amounts::percent).orElse(Amounts.NOTHING),
                amounts.of(rate.wonValue()),
                amounts.of(rate.lostValue()),
                isLostForNothing(rate)
                        ? Amounts.NOTHING
                        : rate.byValue(amounts.usual()).map(Amounts::percent).orElse(Amounts.NOTHING));
    }

    /** Whether there are lost deals but none with an amount above 0: then everything of value was won, which says nothing. */
    private static boolean isLostForNothing(WinRate rate) {
        return rate.lost() > 0 && rate.lostValue().amounts().stream().allMatch(Money::isZero);
    }

    private static List<BigDecimal> counts(Collection<WinRate> rates, ToLongFunction<WinRate> count) {
        return rates.stream()
                .map(rate -> BigDecimal.valueOf(count.applyAsLong(rate)))
                .toList();
    }

    private static @Nullable BigDecimal percentage(WinRate rate) {
        return rate.byCount()
                .map(percent -> percent.value().setScale(1, RoundingMode.HALF_UP))
                .orElse(null);
    }
}
