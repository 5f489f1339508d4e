package io.github.crmkit.jdbc.table;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExchangeRate;
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
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Deals. The values that a deal is grouped into lie side by side in plain columns. */
final class OpportunityTable {

    /** All digits that a rate may have. */
    private static final int RATE_DIGITS = 18 + ExchangeRate.MAX_SCALE;

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
            End end = End.in(t);
            Known known = Known.in(t);
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
                    end.closure(row, hope),
                    known.dossier(row),
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

    /** The columns of an {@link Expectation}. */
    private record Hope(
            Column<Opportunity, AmountMode> mode,
            Column<Opportunity, BigDecimal> amount,
            Column<Opportunity, String> currency,
            Column<Opportunity, BigDecimal> recurring,
            Column<Opportunity, Integer> months,
            Column<Opportunity, LocalDate> closeDate,
            Column<Opportunity, Integer> slipsInPeriod,
            Column<Opportunity, Integer> slipsAcross) {

        static Hope in(EntityColumns<Opportunity> t) {
            return new Hope(
                    t.field(OpportunityFields.AMOUNT_MODE),
                    t.field(OpportunityFields.AMOUNT),
                    t.field(OpportunityFields.CURRENCY),
                    t.field(OpportunityFields.RECURRING_AMOUNT),
                    t.field(OpportunityFields.RECURRING_MONTHS),
                    t.field(OpportunityFields.CLOSE_DATE),
                    t.field(OpportunityFields.SLIPS_IN_PERIOD),
                    t.field(OpportunityFields.SLIPS_ACROSS));
        }

        Expectation expectation(Row<Opportunity> row) {
            Money again = money(row, recurring);
            return new Expectation(
                    row.get(mode),
                    money(row, amount),
                    again == null ? null : new Recurring(again, row.get(months)),
                    row.optional(closeDate),
                    new Slips(row.get(slipsInPeriod), row.get(slipsAcross)));
        }

        private @Nullable Money money(Row<Opportunity> row, Column<Opportunity, BigDecimal> column) {
            BigDecimal stored = row.optional(column);
            return stored == null ? null : Values.money(CurrencyUnit.of(row.get(currency)), stored);
        }
    }

    /** The columns of a {@link Closure}; its rate is from the currency of the deal, on the day of the decision. */
    private record End(
            Column<Opportunity, LocalDate> on,
            Column<Opportunity, String> reason,
            Column<Opportunity, String> competitor,
            Column<Opportunity, BigDecimal> rate,
            Column<Opportunity, String> rateCurrency,
            Column<Opportunity, String> rateSource) {

        static End in(EntityColumns<Opportunity> t) {
            return new End(
                    t.field(OpportunityFields.CLOSED_ON),
                    t.field(OpportunityFields.CLOSE_REASON),
                    t.field(OpportunityFields.CLOSE_COMPETITOR),
                    t.field(
                            OpportunityFields.CLOSE_RATE,
                            "close_rate",
                            Codec.decimal(RATE_DIGITS, ExchangeRate.MAX_SCALE)),
                    t.field(OpportunityFields.CLOSE_RATE_CURRENCY),
                    t.field(OpportunityFields.CLOSE_RATE_SOURCE));
        }

        @Nullable
        Closure closure(Row<Opportunity> row, Hope hope) {
            LocalDate day = row.optional(on);
            return day == null
                    ? null
                    : new Closure(day, row.optional(reason), row.optional(competitor), frozen(row, hope, day));
        }

        private @Nullable ExchangeRate frozen(Row<Opportunity> row, Hope hope, LocalDate day) {
            BigDecimal stored = row.optional(rate);
            return stored == null
                    ? null
                    : new ExchangeRate(
                            CurrencyUnit.of(row.get(hope.currency)),
                            CurrencyUnit.of(row.get(rateCurrency)),
                            stored,
                            day,
                            row.get(rateSource));
        }
    }

    /** The columns of a {@link Dossier}: what is asked for by itself, and all the rest. */
    private record Known(
            Column<Opportunity, String> nextStep,
            Column<Opportunity, LocalDate> nextStepOn,
            Column<Opportunity, List<Dossier>> lists) {

        static Known in(EntityColumns<Opportunity> t) {
            return new Known(
                    t.field(OpportunityFields.NEXT_STEP),
                    t.field(OpportunityFields.NEXT_STEP_ON),
                    t.json("dossier", new DossierShape(), deal -> DossierShape.kept(deal.dossier())));
        }

        Dossier dossier(Row<Opportunity> row) {
            List<Dossier> kept = row.get(lists);
            Dossier all = kept.isEmpty() ? Dossier.empty() : kept.get(0);
            String what = row.optional(nextStep);
            return what == null
                    ? all
                    : all.people(
                            all.contactRoles(),
                            all.competitors(),
                            all.campaigns(),
                            new NextStep(what, row.optional(nextStepOn)));
        }
    }
}
