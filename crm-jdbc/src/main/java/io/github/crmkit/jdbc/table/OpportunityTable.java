package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Deals. The values that a deal is grouped into lie side by side in plain columns. */
final class OpportunityTable {

    private OpportunityTable() {}

    static Table<Opportunity, OpportunityId> declared() {
        return Table.of(Opportunities.TYPE, "opportunity", t -> {
            var name = t.field(OpportunityFields.NAME);
            var owner = t.field(OpportunityFields.OWNER, "owner_id");
            var account = t.field(OpportunityFields.ACCOUNT, "account_id");
            var contact = t.field(OpportunityFields.CONTACT, "contact_id");
            Place place = Place.in(t);
            Chances chances = Chances.in(t);
            t.derived(OpportunityFields.PROBABILITY);
            Hope hope = Hope.in(t);
            var lead = t.field(OpportunityFields.LEAD, "lead_id");
            var reference = t.field(OpportunityFields.REFERENCE);
            t.stamp(OpportunityFields.CREATED_AT, "created_at");
            indexes(t);
            return row -> new Opportunity(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    row.get(owner),
                    new Opportunity.Customer(row.optional(account), row.optional(contact)),
                    place.of(row),
                    chances.of(row),
                    hope.expectation(row),
                    hope.closure(row),
                    row.optional(lead),
                    row.optional(reference));
        });
    }

    private static void indexes(EntityColumns<Opportunity> t) {
        t.index(
                "ix_opportunity_board",
                OpportunityFields.PIPELINE
                        .asc()
                        .then(OpportunityFields.STAGE.asc())
                        .then(OpportunityFields.CLOSE_DATE.asc()));
        t.index(
                "ix_opportunity_owner",
                OpportunityFields.OWNER
                        .asc()
                        .then(OpportunityFields.OUTCOME.asc())
                        .then(OpportunityFields.CLOSE_DATE.asc()));
        t.index("ix_opportunity_close_date", OpportunityFields.OUTCOME.asc().then(OpportunityFields.CLOSE_DATE.asc()));
        t.index("ix_opportunity_closed_on", OpportunityFields.CLOSED_ON.asc());
        t.index("ix_opportunity_account", OpportunityFields.ACCOUNT.asc());
        t.index("ix_opportunity_contact", OpportunityFields.CONTACT.asc());
        t.index("ix_opportunity_lead", OpportunityFields.LEAD.asc());
    }

    /** The columns of a {@link Position}. */
    private record Place(
            Column<Opportunity, PipelineId> pipeline,
            Column<Opportunity, StageId> stage,
            Column<Opportunity, ForecastCategory> category,
            Column<Opportunity, Outcome> outcome,
            Column<Opportunity, Instant> enteredAt,
            Column<Opportunity, StageId> lastOpen) {

        static Place in(EntityColumns<Opportunity> t) {
            return new Place(
                    t.field(OpportunityFields.PIPELINE, "pipeline_id"),
                    t.field(OpportunityFields.STAGE, "stage_id"),
                    t.field(OpportunityFields.CATEGORY),
                    t.field(OpportunityFields.OUTCOME),
                    t.field(OpportunityFields.ENTERED_AT),
                    t.field(OpportunityFields.LAST_OPEN_STAGE, "last_open_stage_id"));
        }

        Position of(Row<Opportunity> row) {
            return new Position(
                    row.get(pipeline),
                    row.get(stage),
                    row.get(category),
                    row.get(outcome),
                    row.get(enteredAt),
                    row.optional(lastOpen));
        }
    }

    /** The columns of {@link Probabilities}, in percent points. */
    private record Chances(
            Column<Opportunity, BigDecimal> stage,
            Column<Opportunity, BigDecimal> model,
            Column<Opportunity, BigDecimal> manual,
            Column<Opportunity, UserId> by,
            Column<Opportunity, Instant> at) {

        static Chances in(EntityColumns<Opportunity> t) {
            return new Chances(
                    t.field(OpportunityFields.STAGE_PROBABILITY),
                    t.field(OpportunityFields.MODEL_PROBABILITY),
                    t.field(OpportunityFields.MANUAL_PROBABILITY),
                    t.field(OpportunityFields.JUDGED_BY),
                    t.field(OpportunityFields.JUDGED_AT));
        }

        Probabilities of(Row<Opportunity> row) {
            Percent said = percent(row.optional(manual));
            return new Probabilities(
                    Percent.of(row.get(stage)),
                    percent(row.optional(model)),
                    said == null ? null : new Probabilities.Judgement(said, row.get(by), row.get(at)));
        }

        private static @Nullable Percent percent(@Nullable BigDecimal points) {
            return points == null ? null : Percent.of(points);
        }
    }

    /** The columns of {@link Expectation} and {@link Closure}. */
    private record Hope(
            Column<Opportunity, BigDecimal> amount,
            Column<Opportunity, String> currency,
            Column<Opportunity, LocalDate> closeDate,
            Column<Opportunity, LocalDate> closedOn,
            Column<Opportunity, String> closeReason) {

        static Hope in(EntityColumns<Opportunity> t) {
            return new Hope(
                    t.field(OpportunityFields.AMOUNT),
                    t.field(OpportunityFields.CURRENCY),
                    t.field(OpportunityFields.CLOSE_DATE),
                    t.field(OpportunityFields.CLOSED_ON),
                    t.field(OpportunityFields.CLOSE_REASON));
        }

        Expectation expectation(Row<Opportunity> row) {
            BigDecimal stored = row.optional(amount);
            return new Expectation(
                    stored == null ? null : Values.money(CurrencyUnit.of(row.get(currency)), stored),
                    row.optional(closeDate));
        }

        @Nullable
        Closure closure(Row<Opportunity> row) {
            LocalDate on = row.optional(closedOn);
            return on == null ? null : new Closure(on, row.optional(closeReason));
        }
    }
}
