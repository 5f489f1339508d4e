package io.github.crmkit.opportunity;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What deals may be filtered, sorted and exported by. */
public final class OpportunityFields {

    public static final TextField<Opportunity> NAME = Field.<Opportunity>text(
                    "name", Opportunity.MAX_NAME, Opportunity::name)
            .folded();

    public static final Field<Opportunity, UserId> OWNER = Field.id("owner", UserId::new, Opportunity::owner);

    /** Absent where the buyer is not known. */
    public static final Field<Opportunity, AccountId> ACCOUNT = Field.<Opportunity, AccountId>id(
                    "account", AccountId::new, deal -> deal.customer().account())
            .optional();

    /** Absent where nobody is the first to talk to. */
    public static final Field<Opportunity, ContactId> CONTACT = Field.<Opportunity, ContactId>id(
                    "contact", ContactId::new, deal -> deal.customer().contact())
            .optional();

    public static final Field<Opportunity, PipelineId> PIPELINE =
            Field.id("pipeline", PipelineId::new, deal -> deal.position().pipeline());

    public static final Field<Opportunity, StageId> STAGE =
            Field.id("stage", StageId::new, deal -> deal.position().stage());

    public static final Field<Opportunity, ForecastCategory> CATEGORY =
            Field.constant("category", ForecastCategory.class, Opportunity::category);

    public static final Field<Opportunity, Outcome> OUTCOME =
            Field.constant("outcome", Outcome.class, Opportunity::outcome);

    /** When the deal entered its stage. */
    public static final OrderedField<Opportunity, Instant> ENTERED_AT =
            Field.instant("enteredAt", deal -> deal.position().enteredAt());

    /** The last open stage it was in; absent where it came in closed. */
    public static final Field<Opportunity, StageId> LAST_OPEN_STAGE = Field.<Opportunity, StageId>id(
                    "lastOpenStage", StageId::new, deal -> deal.position().lastOpen())
            .optional();

    /** Percent points, the one in effect. */
    public static final OrderedField<Opportunity, BigDecimal> PROBABILITY = Field.decimal(
            "probability", Percent.MAX_SCALE, deal -> deal.probability().value());

    /** Percent points, the stage's default. */
    public static final OrderedField<Opportunity, BigDecimal> STAGE_PROBABILITY = Field.decimal(
            "stageProbability",
            Percent.MAX_SCALE,
            deal -> deal.probabilities().stage().value());

    /** Percent points; absent where no model computed any. */
    public static final OrderedField<Opportunity, BigDecimal> MODEL_PROBABILITY = Field.<Opportunity>decimal(
                    "modelProbability",
                    Percent.MAX_SCALE,
                    deal -> points(deal.probabilities().model()))
            .optional();

    /** Percent points; absent where nobody set any by hand. */
    public static final OrderedField<Opportunity, BigDecimal> MANUAL_PROBABILITY = Field.<Opportunity>decimal(
                    "manualProbability",
                    Percent.MAX_SCALE,
                    deal -> deal.probabilities()
                            .judgement()
                            .map(said -> said.percent().value())
                            .orElse(null))
            .optional();

    /** Who set the probability by hand; absent where nobody did. */
    public static final Field<Opportunity, UserId> JUDGED_BY = Field.<Opportunity, UserId>id(
                    "judgedBy",
                    UserId::new,
                    deal -> deal.probabilities()
                            .judgement()
                            .map(Probabilities.Judgement::by)
                            .orElse(null))
            .optional();

    /** When the probability was set by hand; absent where nobody did. */
    public static final OrderedField<Opportunity, Instant> JUDGED_AT = Field.<Opportunity>instant(
                    "judgedAt",
                    deal -> deal.probabilities()
                            .judgement()
                            .map(Probabilities.Judgement::at)
                            .orElse(null))
            .optional();

    /** In the currency of the deal, without tax; absent where it is not known. */
    public static final OrderedField<Opportunity, BigDecimal> AMOUNT = Field.<Opportunity>decimal(
                    "amount",
                    Expectation.MAX_SCALE,
                    deal -> deal.amount().map(Money::getAmount).orElse(null))
            .optional();

    /** The code of the currency of amount, recurring amount and lines, three letters; absent where there is none of them. */
    public static final TextField<Opportunity> CURRENCY = Field.<Opportunity>text(
                    "currency",
                    3,
                    deal -> deal.currency().map(CurrencyUnit::getCode).orElse(null))
            .optional();

    public static final Field<Opportunity, AmountMode> AMOUNT_MODE = Field.constant(
            "amountMode", AmountMode.class, deal -> deal.expectation().mode());

    /** What it brings for each term, in the currency of the deal; absent where nothing recurs. */
    public static final OrderedField<Opportunity, BigDecimal> RECURRING_AMOUNT = Field.<Opportunity>decimal(
                    "recurringAmount",
                    Expectation.MAX_SCALE,
                    deal -> deal.expectation()
                            .subscription()
                            .map(again -> again.amount().getAmount())
                            .orElse(null))
            .optional();

    /** How many months a term has; absent where nothing recurs. */
    public static final OrderedField<Opportunity, Integer> RECURRING_MONTHS = Field.<Opportunity>smallInteger(
                    "recurringMonths",
                    deal -> deal.expectation()
                            .subscription()
                            .map(Recurring::months)
                            .orElse(null))
            .optional();

    /** The day it is expected to be decided; absent where that is not known. */
    public static final OrderedField<Opportunity, LocalDate> CLOSE_DATE = Field.<Opportunity>date(
                    "closeDate", deal -> deal.expectation().closeDate())
            .optional();

    /** How often that day was moved later within its fiscal quarter. */
    public static final OrderedField<Opportunity, Integer> SLIPS_IN_PERIOD = Field.smallInteger(
            "slipsInPeriod", deal -> deal.expectation().slips().inPeriod());

    /** How often that day was moved into a later fiscal quarter. */
    public static final OrderedField<Opportunity, Integer> SLIPS_ACROSS =
            Field.smallInteger("slipsAcross", deal -> deal.expectation().slips().across());

    /** The day it was decided; absent while it is open. */
    public static final OrderedField<Opportunity, LocalDate> CLOSED_ON = Field.<Opportunity>date(
                    "closedOn", deal -> deal.closedOn().orElse(null))
            .optional();

    /** What was said when it was decided; absent while it is open or where nothing was said. */
    public static final TextField<Opportunity> CLOSE_REASON = Field.<Opportunity>text(
                    "closeReason", Closure.MAX_REASON, deal -> reason(deal.closure()))
            .optional();

    /** Who got it, or whom it was won against; absent while it is open or where nobody was named. */
    public static final TextField<Opportunity> CLOSE_COMPETITOR = Field.<Opportunity>text(
                    "closeCompetitor",
                    Competitor.MAX_NAME,
                    deal -> closed(deal, Closure::rival).orElse(null))
            .optional();

    /** The rate to the home currency that was frozen; absent while it is open, and where none was asked for. */
    public static final OrderedField<Opportunity, BigDecimal> CLOSE_RATE = Field.<Opportunity>decimal(
                    "closeRate",
                    ExchangeRate.MAX_SCALE,
                    deal -> closed(deal, Closure::frozenRate)
                            .map(ExchangeRate::rate)
                            .orElse(null))
            .optional();

    /** The code of the home currency that the frozen rate leads to, three letters; absent with the rate. */
    public static final TextField<Opportunity> CLOSE_RATE_CURRENCY = Field.<Opportunity>text(
                    "closeRateCurrency",
                    3,
                    deal -> closed(deal, Closure::frozenRate)
                            .map(rate -> rate.to().getCode())
                            .orElse(null))
            .optional();

    /** Where the frozen rate came from; absent with the rate. */
    public static final TextField<Opportunity> CLOSE_RATE_SOURCE = Field.<Opportunity>text(
                    "closeRateSource",
                    Closure.MAX_SOURCE,
                    deal -> closed(deal, Closure::frozenRate)
                            .map(ExchangeRate::source)
                            .orElse(null))
            .optional();

    /** What is to be done next; absent where nothing is. */
    public static final TextField<Opportunity> NEXT_STEP = Field.<Opportunity>text(
                    "nextStep",
                    NextStep.MAX_WHAT,
                    deal -> deal.dossier().toDo().map(NextStep::what).orElse(null))
            .optional();

    /** The day by which it is to be done; absent where none was set. */
    public static final OrderedField<Opportunity, LocalDate> NEXT_STEP_ON = Field.<Opportunity>date(
                    "nextStepOn",
                    deal -> deal.dossier().toDo().flatMap(NextStep::dueOn).orElse(null))
            .optional();

    /** The lead it came from; absent where there was none. */
    public static final Field<Opportunity, LeadId> LEAD = Field.<Opportunity, LeadId>id(
                    "lead", LeadId::new, Opportunity::lead)
            .optional();

    /** Its key in another system; absent where there is none. */
    public static final TextField<Opportunity> REFERENCE = Field.<Opportunity>text(
                    "reference", Opportunity.MAX_REFERENCE, Opportunity::reference)
            .optional();

    public static final OrderedField<Opportunity, Instant> CREATED_AT =
            Field.instant("createdAt", deal -> deal.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Opportunity, ?>> ALL = List.of(
            NAME,
            OWNER,
            ACCOUNT,
            CONTACT,
            PIPELINE,
            STAGE,
            CATEGORY,
            OUTCOME,
            ENTERED_AT,
            LAST_OPEN_STAGE,
            PROBABILITY,
            STAGE_PROBABILITY,
            MODEL_PROBABILITY,
            MANUAL_PROBABILITY,
            JUDGED_BY,
            JUDGED_AT,
            AMOUNT,
            CURRENCY,
            AMOUNT_MODE,
            RECURRING_AMOUNT,
            RECURRING_MONTHS,
            CLOSE_DATE,
            SLIPS_IN_PERIOD,
            SLIPS_ACROSS,
            CLOSED_ON,
            CLOSE_REASON,
            CLOSE_COMPETITOR,
            CLOSE_RATE,
            CLOSE_RATE_CURRENCY,
            CLOSE_RATE_SOURCE,
            NEXT_STEP,
            NEXT_STEP_ON,
            LEAD,
            REFERENCE,
            CREATED_AT);

    /** What history tells of besides: the lists of the dossier as texts, a line for each part; absent where empty. */
    static final List<Field<Opportunity, ?>> TOLD = List.of(
            list("contactRoles", Dossier::contactRoles),
            list("competitors", Dossier::competitors),
            list("team", known -> known.team().members()),
            list("revenueSplits", known -> known.team().revenue()),
            list("overlaySplits", known -> known.team().overlay()),
            list("lines", Dossier::lines),
            list("campaigns", Dossier::campaigns),
            list("answers", Dossier::answers));

    private OpportunityFields() {}

    private static Field<Opportunity, String> list(String name, Function<Dossier, List<?>> part) {
        Function<Opportunity, @Nullable String> text = deal -> {
            List<?> all = part.apply(deal.dossier());
            return all.isEmpty() ? null : all.stream().map(Object::toString).collect(Collectors.joining("\n"));
        };
        return Field.<Opportunity>text(name, Integer.MAX_VALUE, text).optional();
    }

    private static <V> Optional<V> closed(Opportunity deal, Function<Closure, Optional<V>> part) {
        return Optional.ofNullable(deal.closure()).flatMap(part);
    }

    private static @Nullable BigDecimal points(@Nullable Percent percent) {
        return percent == null ? null : percent.value();
    }

    private static @Nullable String reason(@Nullable Closure closure) {
        return closure == null ? null : closure.reason();
    }
}
