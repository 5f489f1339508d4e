package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** How deals stood, from when on, and since when that is known: only ever added to. */
final class StandingTable {

    private StandingTable() {}

    static Table<Standing, StandingId> declared() {
        return Table.of(Standing.TYPE, "standing", t -> {
            var deal = t.field(Standing.DEAL, "opportunity_id");
            var effective = t.field(Standing.EFFECTIVE, "effective_at");
            var recorded = t.field(Standing.RECORDED, "recorded_at");
            var version = t.field(Standing.VERSION, "opportunity_version");
            var by = t.field(Standing.BY, "actor_id");
            StateColumns state = StateColumns.in(t);
            var removed = t.field(Standing.REMOVED);
            t.appendOnly();
            t.index("ix_standing_deal", Standing.inOrder());
            return row -> new Standing(
                    row.id(),
                    row.get(deal),
                    row.get(effective),
                    row.get(recorded),
                    row.get(version),
                    row.get(by),
                    state.of(row),
                    row.get(removed));
        });
    }

    /** The columns of a {@link Standing.State}; the probability is in percent points. */
    private record StateColumns(
            Column<Standing, PipelineId> pipeline,
            Column<Standing, StageId> stage,
            Column<Standing, Outcome> outcome,
            Column<Standing, ForecastCategory> category,
            Column<Standing, BigDecimal> probability,
            Column<Standing, BigDecimal> amount,
            Column<Standing, String> currency,
            Column<Standing, LocalDate> closeDate,
            Column<Standing, UserId> owner,
            Column<Standing, AccountId> account) {

        static StateColumns in(EntityColumns<Standing> t) {
            return new StateColumns(
                    t.field(Standing.PIPELINE, "pipeline_id"),
                    t.field(Standing.STAGE, "stage_id"),
                    t.field(Standing.OUTCOME),
                    t.field(Standing.CATEGORY),
                    t.field(Standing.PROBABILITY),
                    t.field(Standing.AMOUNT),
                    t.field(Standing.CURRENCY),
                    t.field(Standing.CLOSE_DATE),
                    t.field(Standing.OWNER, "owner_id"),
                    t.field(Standing.ACCOUNT, "account_id"));
        }

        Standing.State of(Row<Standing> row) {
            BigDecimal stored = row.optional(amount);
            return new Standing.State(
                    row.get(pipeline),
                    row.get(stage),
                    row.get(outcome),
                    row.get(category),
                    Percent.of(row.get(probability)),
                    stored == null ? null : Values.money(CurrencyUnit.of(row.get(currency)), stored),
                    row.optional(closeDate),
                    row.get(owner),
                    row.optional(account));
        }
    }
}
