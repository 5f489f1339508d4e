package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.Sellers;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.time.FiscalPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was won and lost by seller, product and quarter, and whether it adds up to what the CRM says. */
final class SalesPart implements Part {

    /** What a row is about; two sellers of one name are two rows. */
    private record Heading(String key, String name) {}

    private final SalesCube cube;
    private final Sellers sellers;
    private final Amounts amounts;
    private final List<FiscalPeriod> quarters;
    private final TextTable bySeller;
    private final TextTable byProduct;
    private final String verdict;

    SalesPart(CrmSession session, SalesCube cube, Sellers sellers, Amounts amounts) {
        this.cube = cube;
        this.sellers = sellers;
        this.amounts = amounts;
        this.quarters = cube.by(SalesCube.Cell::quarter).keySet().stream()
                .sorted(Comparator.comparing(FiscalPeriod::firstDay))
                .toList();
        this.bySeller = table("Seller", this::seller);
        this.byProduct = table("Product", SalesPart::product);
        this.verdict = verdict(cube.differences(session, amounts.usual()));
    }

    @Override
    public String title() {
        return "Sales by seller, product and quarter" + amounts.note();
    }

    @Override
    public String words() {
        return "Won of decided deals, by the quarter of closing.\n\n"
                + bySeller.render()
                + "\n"
                + byProduct.render()
                + "\n"
                + verdict;
    }

    @Override
    public List<Section> sections() {
        String note = "Won of decided deals, by the quarter of closing.";
        return List.of(
                Section.titled("Sales by seller and quarter")
                        .note(note)
                        .chart(chart("What each seller won, by quarter of closing", this::seller))
                        .table("By seller and quarter" + amounts.note(), bySeller),
                Section.titled("Sales by product and quarter")
                        .note(note)
                        .chart(chart("What was won with each product, by quarter of closing", SalesPart::product))
                        .table("By product and quarter" + amounts.note(), byProduct),
                Section.titled("Sales by seller, product and quarter")
                        .note(verdict.strip())
                        .folded("Every cell" + amounts.note(), cells()));
    }

    private String sellerOf(SalesCube.Cell cell) {
        return sellers.nameOf(cell.seller());
    }

    private Heading seller(SalesCube.Cell cell) {
        return new Heading(cell.seller().text(), sellerOf(cell));
    }

    private static Heading product(SalesCube.Cell cell) {
        return new Heading(cell.product(), cell.product());
    }

    private String verdict(List<String> differences) {
        WinRate total = cube.total();
        String cells = "%s cells of seller, product and quarter hold %s won and %s lost deals, %s won.\n"
                .formatted(
                        Counts.of(cube.cells().size()),
                        Counts.of(total.won()),
                        Counts.of(total.lost()),
                        amounts.of(total.wonValue()));
        return differences.isEmpty()
                ? cells
                        + "Added up by seller, by product and by quarter they agree with the win rate of all closed deals.\n"
                : cells + "They differ: " + String.join("; ", differences) + ".\n";
    }

    private TextTable table(String what, Function<SalesCube.Cell, Heading> key) {
        List<TextTable.Column> columns = new ArrayList<>(List.of(text(what)));
        quarters.forEach(quarter -> columns.add(number(quarter.id().toString())));
        columns.addAll(List.of(number("All"), number("Win rate"), number("Won amount")));
        TextTable table = TextTable.of(columns.toArray(TextTable.Column[]::new));
        largestFirst(cube.by(key))
                .forEach((heading, rate) -> row(table, heading.name(), rate, quarterly(key, heading)));
        table.rule();
        row(table, "All", cube.total(), cube.by(SalesCube.Cell::quarter));
        return table;
    }

    private Map<FiscalPeriod, WinRate> quarterly(Function<SalesCube.Cell, Heading> key, Heading heading) {
        Map<FiscalPeriod, WinRate> rates = new LinkedHashMap<>();
        quarters.forEach(quarter -> rates.put(
                quarter,
                cube.where(cell ->
                        cell.quarter().equals(quarter) && key.apply(cell).equals(heading))));
        return rates;
    }

    private void row(TextTable table, String name, WinRate all, Map<FiscalPeriod, WinRate> byQuarter) {
        List<String> cells = new ArrayList<>(List.of(name));
        quarters.forEach(quarter -> cells.add(wonOf(byQuarter.getOrDefault(quarter, WinRate.empty()))));
        cells.add(wonOf(all));
        cells.add(all.byCount().map(Amounts::percent).orElse(Amounts.NOTHING));
        cells.add(amounts.of(all.wonValue()));
        table.row(cells.toArray(String[]::new));
    }

    private static String wonOf(WinRate rate) {
        return rate.decided() == 0 ? Amounts.NOTHING : Counts.of(rate.won()) + " of " + Counts.of(rate.decided());
    }

    private Chart chart(String caption, Function<SalesCube.Cell, Heading> key) {
        List<Heading> headings = List.copyOf(largestFirst(cube.by(key)).keySet());
        List<String> names = headings.stream().map(Heading::name).toList();
        Chart chart = Chart.of(Chart.Kind.STACKED_BARS, caption, amounts.usual().getCode(), names);
        List<Map<FiscalPeriod, WinRate>> rates =
                headings.stream().map(heading -> quarterly(key, heading)).toList();
        for (FiscalPeriod quarter : quarters) {
            List<BigDecimal> won = rates.stream()
                    .map(rate -> rate.getOrDefault(quarter, WinRate.empty()))
                    .map(rate -> amounts.number(rate.wonValue()))
                    .toList();
            chart = chart.with(quarter.id().toString(), won);
        }
        return chart;
    }

    private Map<Heading, WinRate> largestFirst(Map<Heading, WinRate> rates) {
        Comparator<Map.Entry<Heading, WinRate>> byValue =
                Comparator.comparing(rate -> amounts.number(rate.getValue().wonValue()));
        Map<Heading, WinRate> sorted = new LinkedHashMap<>();
        rates.entrySet().stream()
                .sorted(byValue.reversed()
                        .thenComparing(rate -> rate.getKey().name())
                        .thenComparing(rate -> rate.getKey().key()))
                .forEach(rate -> sorted.put(rate.getKey(), rate.getValue()));
        return sorted;
    }

    private TextTable cells() {
        TextTable table = TextTable.of(
                text("Seller"),
                text("Product"),
                text("Quarter"),
                number("Won"),
                number("Lost"),
                number("Win rate"),
                number("Won amount"),
                number("Lost amount"));
        Comparator<SalesCube.Cell> order = Comparator.comparing(this::sellerOf)
                .thenComparing(SalesCube.Cell::product)
                .thenComparing(cell -> cell.quarter().firstDay());
        cube.cells().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(cell -> cellRow(
                        table,
                        List.of(
                                sellerOf(cell.getKey()),
                                cell.getKey().product(),
                                cell.getKey().quarter().id().toString()),
                        cell.getValue()));
        table.rule();
        cellRow(table, List.of("All", "", ""), cube.total());
        return table;
    }

    private void cellRow(TextTable table, List<String> names, WinRate rate) {
        table.row(
                names.get(0),
                names.get(1),
                names.get(2),
                Counts.of(rate.won()),
                Counts.of(rate.lost()),
                rate.byCount().map(Amounts::percent).orElse(Amounts.NOTHING),
                amounts.of(rate.wonValue()),
                amounts.of(rate.lostValue()));
    }
}
