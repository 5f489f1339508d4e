package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds what the file says about deals against what the CRM has, stage by stage: nothing may get lost on the way. */
final class Reconciliation {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final Amounts amounts;
    private final Map<StageId, Sum> inFile = new HashMap<>();
    private final Map<StageId, Sum> stored = new HashMap<>();

    /** How many deals, and what they are worth. */
    private record Sum(long deals, MoneyBag amount) {

        static final Sum NONE = new Sum(0, MoneyBag.empty());

        static Sum of(@Nullable Money amount) {
            return new Sum(1, amount == null ? MoneyBag.empty() : MoneyBag.of(amount));
        }

        Sum plus(Sum other) {
            return new Sum(deals + other.deals, amount.plus(other.amount));
        }
    }

    Reconciliation(CrmSession session, Amounts amounts) {
        this.session = session;
        this.amounts = amounts;
    }

    /** Adds both sides up; a row that repeats another counts once. */
    String of(List<DealRow> rows) {
        Pipeline pipeline = session.pipelines().installDefault();
        Set<String> references = new HashSet<>();
        for (DealRow row : rows) {
            if (references.add(row.ref())) {
                StageId stage = pipeline.stage(row.stage()).orElseThrow().id();
                inFile.merge(stage, Sum.of(row.amount()), Sum::plus);
            }
        }
        session.transact(tx -> readStored(tx, List.copyOf(references)));
        return table(pipeline)
                + (inFile.equals(stored)
                        ? "Both agree.\n"
                        : "They differ: deals were changed after they were loaded.\n");
    }

    private void readStored(CrmSession tx, List<String> references) {
        for (int from = 0; from < references.size(); from += BATCH) {
            List<String> some = references.subList(from, Math.min(references.size(), from + BATCH));
            for (Opportunity deal : tx.opportunities()
                    .find(OpportunityFields.REFERENCE.in(some), Sort.byId(), PageRequest.first(BATCH))) {
                stored.merge(deal.stage(), Sum.of(deal.amount().orElse(null)), Sum::plus);
            }
        }
    }

    private String table(Pipeline pipeline) {
        TextTable table = TextTable.of(
                text("Stage"),
                number("Deals in the file"),
                number("Amount"),
                number("Deals in the CRM"),
                number("Amount"));
        Sum allInFile = Sum.NONE;
        Sum allStored = Sum.NONE;
        for (Stage stage : pipeline.stages()) {
            Sum said = inFile.getOrDefault(stage.id(), Sum.NONE);
            Sum kept = stored.getOrDefault(stage.id(), Sum.NONE);
            row(table, stage.name(), said, kept);
            allInFile = allInFile.plus(said);
            allStored = allStored.plus(kept);
        }
        row(table.rule(), "All", allInFile, allStored);
        return table.render();
    }

    private void row(TextTable table, String title, Sum said, Sum kept) {
        table.row(
                title,
                Counts.of(said.deals()),
                amounts.of(said.amount()),
                Counts.of(kept.deals()),
                amounts.of(kept.amount()));
    }
}
