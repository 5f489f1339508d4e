package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.Sellers;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Board;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.joda.money.Money;

/** The pipeline, the win rate and the best sellers as tables. */
final class DealTables {

    /** How many sellers are shown. */
    private static final int MOST_SELLERS = 10;

    private final Amounts amounts;

    DealTables(Amounts amounts) {
        this.amounts = amounts;
    }

    /** How many deals stand in each stage, and what they are worth. */
    String pipeline(Board board) {
        TextTable table = TextTable.of(
                text("Stage"), number("Deals"), number("Without amount"), number("Amount"), number("Weighted"));
        long deals = 0;
        MoneyBag open = MoneyBag.empty();
        MoneyBag weighted = MoneyBag.empty();
        for (Board.Column column : board.columns()) {
            table.row(
                    column.stage().name(),
                    Counts.of(column.deals()),
                    Counts.of(column.withoutAmount()),
                    amounts.of(column.amount()),
                    column.stage().isOpen() ? amounts.of(column.weighted()) : Amounts.NOTHING);
            if (column.stage().isOpen()) {
                deals += column.deals();
                open = open.plus(column.amount());
                weighted = weighted.plus(column.weighted());
            }
        }
        long withoutAmount = board.columns().stream()
                .filter(column -> column.stage().isOpen())
                .mapToLong(Board.Column::withoutAmount)
                .sum();
        table.rule();
        table.row(
                "All open stages", Counts.of(deals), Counts.of(withoutAmount), amounts.of(open), amounts.of(weighted));
        return table.render();
    }

    /** The win rate by the quarter in which deals were closed, by number and by value. */
    String winRate(DealTally tally) {
        TextTable table = TextTable.of(
                text("Closed in"),
                number("Won"),
                number("Lost"),
                number("By number"),
                number("Won amount"),
                number("Lost amount"),
                number("By value"));
        tally.byQuarter().forEach((quarter, score) -> scoreRow(table, quarter.toString(), score));
        Score all = tally.byQuarter().values().stream().reduce(Score.NONE, Score::plus);
        table.rule();
        scoreRow(table, "All", all);
        return all.isLostForNothing()
                ? table.render() + "The lost deals carry no amount, so there is no rate by value.\n"
                : table.render();
    }

    /** Who won most, by amount in the usual currency, then by number. */
    String bestSellers(DealTally tally, Sellers sellers) {
        TextTable table = TextTable.of(
                text("Seller"), text("Team"), number("Won"), number("Amount"), number("Lost"), number("Win rate"));
        Comparator<Map.Entry<UserId, Score>> best = Comparator.comparing(
                        (Map.Entry<UserId, Score> entry) -> worth(entry.getValue()))
                .thenComparing(entry -> entry.getValue().won())
                .reversed()
                .thenComparing(entry -> sellers.nameOf(entry.getKey()));
        tally.byOwner().entrySet().stream().sorted(best).limit(MOST_SELLERS).forEach(entry -> {
            Score score = entry.getValue();
            table.row(
                    sellers.nameOf(entry.getKey()),
                    sellers.teamOf(entry.getKey()).orElse(Amounts.NOTHING),
                    Counts.of(score.won()),
                    amounts.of(score.wonAmount()),
                    Counts.of(score.lost()),
                    score.rateByCount());
        });
        int left = tally.byOwner().size() - MOST_SELLERS;
        return left > 0 ? table.render() + "and " + left + " more\n" : table.render();
    }

    private void scoreRow(TextTable table, String title, Score score) {
        table.row(
                title,
                Counts.of(score.won()),
                Counts.of(score.lost()),
                score.rateByCount(),
                amounts.of(score.wonAmount()),
                amounts.of(score.lostAmount()),
                score.rateByValue());
    }

    private BigDecimal worth(Score score) {
        return score.wonAmount().in(amounts.usual()).map(Money::getAmount).orElse(BigDecimal.ZERO);
    }
}
