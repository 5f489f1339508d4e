package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.track.Board;
import java.time.LocalDate;
import java.util.List;

/** The pipeline as a table, and what open deals lack. */
final class DealTables {

    private final CrmSession session;
    private final Amounts amounts;

    DealTables(CrmSession session, Amounts amounts) {
        this.session = session;
        this.amounts = amounts;
    }

    /** How many deals stand in each stage, and what they are worth. */
    String pipeline() {
        TextTable table = TextTable.of(
                text("Stage"), number("Deals"), number("Without amount"), number("Amount"), number("Weighted"));
        List<Board.Column> columns = session.track().board().columns();
        columns.forEach(column -> row(table, column.stage().name(), List.of(column)));
        row(
                table.rule(),
                "All open stages",
                columns.stream().filter(column -> column.stage().isOpen()).toList());
        return table.render();
    }

    /**
     * How many deals are open, and what they lack, in a sentence.
     *
     * @param today deals that should have been decided before this day are overdue
     */
    String openDeals(LocalDate today) {
        Criteria<Opportunity> open = Opportunities.open();
        return "%s open: %s without an amount, %s without a close date, %s without an account, %s overdue.\n"
                .formatted(
                        count(open),
                        count(open.and(OpportunityFields.AMOUNT.isNull())),
                        count(open.and(OpportunityFields.CLOSE_DATE.isNull())),
                        count(open.and(OpportunityFields.ACCOUNT.isNull())),
                        count(Opportunities.overdueOn(today)));
    }

    private void row(TextTable table, String title, List<Board.Column> columns) {
        table.row(
                title,
                Counts.of(columns.stream().mapToLong(Board.Column::deals).sum()),
                Counts.of(
                        columns.stream().mapToLong(Board.Column::withoutAmount).sum()),
                amounts.of(columns.stream().map(Board.Column::amount).reduce(MoneyBag.empty(), MoneyBag::plus)),
                amounts.of(columns.stream().map(Board.Column::weighted).reduce(MoneyBag.empty(), MoneyBag::plus)));
    }

    private String count(Criteria<Opportunity> where) {
        return Counts.of(session.opportunities().count(where));
    }
}
