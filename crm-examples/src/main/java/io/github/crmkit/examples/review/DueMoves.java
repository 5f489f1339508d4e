package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.Sellers;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves deals of the first stage that are to be decided soon one stage on. A deal that was moved is no longer in the
 * first stage, so a second run finds nothing to do.
 */
final class DueMoves {

    /** How many days ahead a deal must have left the first stage. */
    private static final int DAYS = 90;

    private final CrmSession session;
    private final Sellers sellers;
    private final Amounts amounts;
    private final LocalDate today;

    DueMoves(CrmSession session, Sellers sellers, Amounts amounts, LocalDate today) {
        this.session = session;
        this.sellers = sellers;
        this.amounts = amounts;
        this.today = today;
    }

    /** Moves what is due, each deal in a unit of work of its own, and tells which. */
    String run() {
        Pipeline pipeline = session.pipelines().installDefault();
        Stage from = pipeline.start();
        Stage to = pipeline.stages().stream()
                .filter(stage -> stage.active() && stage.isOpen())
                .skip(1)
                .findFirst()
                .orElse(from);
        List<Opportunity> due = all(due(from));
        if (due.isEmpty()) {
            return "Nothing to move: no deal in %s is expected to close within %s days.\n".formatted(from.name(), DAYS);
        }
        TextTable table = TextTable.of(text("Deal"), text("Owner"), text("Closes"), number("Amount"));
        for (Opportunity deal : due) {
            session.opportunities()
                    .move(MoveOpportunity.to(deal.id(), to.id())
                            .because("expected to close within " + DAYS + " days")
                            .seen(deal.stamp().version()));
            table.row(
                    deal.name(),
                    sellers.nameOf(deal.owner()),
                    deal.closeDate().orElseThrow().toString(),
                    deal.amount().map(amounts::of).orElse(Amounts.NOTHING));
        }
        return "From %s to %s, because they are expected to close within %s days:\n\n"
                        .formatted(from.name(), to.name(), DAYS)
                + table.render();
    }

    /** By close date, then by name: the order in which they were loaded says nothing. */
    private List<Opportunity> all(Criteria<Opportunity> where) {
        List<Opportunity> all = new ArrayList<>();
        Sort<Opportunity> byDate = OpportunityFields.CLOSE_DATE.asc();
        PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
        while (request != null) {
            Page<Opportunity> page = session.opportunities().find(where, byDate, request);
            page.forEach(all::add);
            request = page.next()
                    .map(next -> PageRequest.after(next, PageRequest.MAX_SIZE))
                    .orElse(null);
        }
        all.sort(Comparator.comparing((Opportunity deal) -> deal.closeDate().orElseThrow())
                .thenComparing(Opportunity::name));
        return all;
    }

    private Criteria<Opportunity> due(Stage from) {
        return OpportunityFields.STAGE
                .equalTo(from.id())
                .and(OpportunityFields.CLOSE_DATE.greaterThanEqual(today))
                .and(OpportunityFields.CLOSE_DATE.lessThanEqual(today.plusDays(DAYS)));
    }
}
