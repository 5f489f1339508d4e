package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.track.Board;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The pipeline board: how many deals stand in each stage, and what they are worth. */
final class BoardPart implements Part {

    private final Amounts amounts;
    private final List<Board.Column> columns;
    private final TextTable table = TextTable.of(
            text("Stage"), number("Deals"), number("Without amount"), number("Amount"), number("Weighted"));

    BoardPart(CrmSession session, Amounts amounts) {
        this.amounts = amounts;
        this.columns = session.track().board().columns();
        columns.forEach(column -> row(column.stage().name(), List.of(column)));
        table.rule();
        row("All open stages", open());
    }

    /** The stages in which a deal is still to be decided. */
    private List<Board.Column> open() {
        return columns.stream().filter(column -> column.stage().isOpen()).toList();
    }

    /** How many deals are open. */
    long deals() {
        return count(open(), Board.Column::deals);
    }

    /** What the open deals are worth, as text. */
    String amount() {
        return amounts.of(sum(open(), Board.Column::amount));
    }

    @Override
    public String title() {
        return "Pipeline by stage" + amounts.note();
    }

    @Override
    public String words() {
        return table.render();
    }

    @Override
    public List<Section> sections() {
        List<String> stages =
                open().stream().map(column -> column.stage().name()).toList();
        List<String> all = columns.stream().map(column -> column.stage().name()).toList();
        Section section = Section.titled("Pipeline by stage")
                .chart(Chart.of(Chart.Kind.BARS, "Deals in each stage", "", all)
                        .with("Deals", values(columns, column -> BigDecimal.valueOf(column.deals()))));
        boolean worth = open().stream().anyMatch(column -> !column.amount().isEmpty());
        return List.of((worth
                        ? section.chart(Chart.of(
                                        Chart.Kind.BARS,
                                        "What the open deals are worth, in full and weighted by probability",
                                        amounts.usual().getCode(),
                                        stages)
                                .with("Amount", values(open(), column -> amounts.number(column.amount())))
                                .with("Weighted", values(open(), column -> amounts.number(column.weighted()))))
                        : section.note("No open deal has an amount yet."))
                .table("Pipeline by stage" + amounts.note(), table));
    }

    private void row(String title, List<Board.Column> some) {
        table.row(
                title,
                Counts.of(count(some, Board.Column::deals)),
                Counts.of(count(some, Board.Column::withoutAmount)),
                amounts.of(sum(some, Board.Column::amount)),
                amounts.of(sum(some, Board.Column::weighted)));
    }

    private static long count(List<Board.Column> some, ToLongFunction<Board.Column> count) {
        return some.stream().mapToLong(count).sum();
    }

    private static MoneyBag sum(List<Board.Column> some, Function<Board.Column, MoneyBag> amount) {
        return some.stream().map(amount).reduce(MoneyBag.empty(), MoneyBag::plus);
    }

    private static List<BigDecimal> values(List<Board.Column> some, Function<Board.Column, BigDecimal> value) {
        return some.stream().map(value).toList();
    }
}
