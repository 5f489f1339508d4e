package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.TextField;
import io.github.crmkit.query.Trail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stood from a moment on, as far as it is counted and added up: a row of its history in two times. Written with
 * every save that changes any of this, and by the import of older history; never altered.
 *
 * <p>A deal stands at a moment as the last of its rows says that is effective by then, among those that were recorded by the
 * moment whose knowledge is asked for. Rows are in the order of {@link #inOrder}.
 *
 * @param deal which deal; it may have been removed since
 * @param effective from when on it stood so, in microseconds; never after {@code recorded}
 * @param recorded when that was written down, in microseconds
 * @param version the deal's version when it was written down; tells rows of one moment apart
 * @param by who wrote it down
 * @param state how it stood
 * @param removed whether the deal was removed then; the state is the last one
 */
public record Standing(
        StandingId id,
        OpportunityId deal,
        Instant effective,
        Instant recorded,
        long version,
        UserId by,
        State state,
        boolean removed) {

    /**
     * What is counted and added up of a deal.
     *
     * @param outcome whether it was open, won or lost
     * @param probability the one in effect
     * @param amount without tax, in its currency; null where not known
     * @param closeDate the day it was expected to be decided, in the organisation's zone; null where not known
     */
    public record State(
            PipelineId pipeline,
            StageId stage,
            Outcome outcome,
            ForecastCategory category,
            Percent probability,
            @Nullable Money amount,
            @Nullable LocalDate closeDate,
            UserId owner,
            @Nullable AccountId account) {

        /** How this deal stands. */
        public static State of(Opportunity deal) {
            return new State(
                    deal.position().pipeline(),
                    deal.stage(),
                    deal.outcome(),
                    deal.category(),
                    deal.probability(),
                    deal.expectation().amount(),
                    deal.expectation().closeDate(),
                    deal.owner(),
                    deal.customer().account());
        }

        /** Whether it was still to be decided. */
        public boolean isOpen() {
            return outcome == Outcome.OPEN;
        }

        /** The amount, where it was known. */
        public Optional<Money> value() {
            return Optional.ofNullable(amount);
        }
    }

    public static final Field<Standing, OpportunityId> DEAL = Field.id("deal", OpportunityId::new, Standing::deal);
    public static final OrderedField<Standing, Instant> EFFECTIVE = Field.instant("effective", Standing::effective);
    public static final OrderedField<Standing, Instant> RECORDED = Field.instant("recorded", Standing::recorded);
    public static final OrderedField<Standing, Long> VERSION = Field.integer("version", Standing::version);
    public static final Field<Standing, UserId> BY = Field.id("by", UserId::new, Standing::by);
    public static final Field<Standing, PipelineId> PIPELINE =
            Field.id("pipeline", PipelineId::new, row -> row.state().pipeline());
    public static final Field<Standing, StageId> STAGE =
            Field.id("stage", StageId::new, row -> row.state().stage());
    public static final Field<Standing, Outcome> OUTCOME =
            Field.constant("outcome", Outcome.class, row -> row.state().outcome());
    public static final Field<Standing, ForecastCategory> CATEGORY = Field.constant(
            "category", ForecastCategory.class, row -> row.state().category());

    /** Percent points. */
    public static final OrderedField<Standing, BigDecimal> PROBABILITY = Field.decimal(
            "probability", Percent.MAX_SCALE, row -> row.state().probability().value());

    /** In the currency of the deal, without tax; absent where it was not known. */
    public static final OrderedField<Standing, BigDecimal> AMOUNT = Field.<Standing>decimal(
                    "amount",
                    Expectation.MAX_SCALE,
                    row -> row.state().value().map(Money::getAmount).orElse(null))
            .optional();

    /** The code of the amount's currency, three letters; absent where the amount was not known. */
    public static final TextField<Standing> CURRENCY = Field.<Standing>text(
                    "currency",
                    3,
                    row -> row.state()
                            .value()
                            .map(amount -> amount.getCurrencyUnit().getCode())
                            .orElse(null))
            .optional();

    public static final OrderedField<Standing, LocalDate> CLOSE_DATE =
            Field.<Standing>date("closeDate", row -> row.state().closeDate()).optional();
    public static final Field<Standing, UserId> OWNER =
            Field.id("owner", UserId::new, row -> row.state().owner());
    public static final Field<Standing, AccountId> ACCOUNT = Field.<Standing, AccountId>id(
                    "account", AccountId::new, row -> row.state().account())
            .optional();
    public static final Field<Standing, Boolean> REMOVED = Field.bool("removed", Standing::removed);

    /** How they are kept. */
    public static final EntityType<Standing, StandingId> TYPE = EntityType.named(
                    "standing", StandingId::new, Standing::id)
            .fields(List.of(
                    DEAL,
                    EFFECTIVE,
                    RECORDED,
                    VERSION,
                    BY,
                    PIPELINE,
                    STAGE,
                    OUTCOME,
                    CATEGORY,
                    PROBABILITY,
                    AMOUNT,
                    CURRENCY,
                    CLOSE_DATE,
                    OWNER,
                    ACCOUNT,
                    REMOVED))
            .trace()
            .stamp(row -> Stamp.first(row.recorded(), row.by()), Standing::stamped);

    /** The rows behind deals. */
    static final Trail<Opportunity, Standing> TRAIL = new Trail<>(TYPE, Standing::following);

    /** @throws IllegalArgumentException where it is said to have been recorded before it was so */
    public Standing {
        if (recorded.isBefore(effective)) {
            throw new IllegalArgumentException("nothing is recorded before it is so");
        }
    }

    /** Deal by deal, and the rows of a deal from the first to the last: by effective time, then as they were recorded. */
    public static Sort<Standing> inOrder() {
        return DEAL.asc().then(EFFECTIVE.asc()).then(RECORDED.asc()).then(VERSION.asc());
    }

    /**
     * A move counts from when the deal entered its stage, which may have been written down later; all else from now on. Where
     * clocks disagree, no row stands before that of the version it changed, so that the last one is how the deal stands.
     */
    private static Optional<Standing> following(Trail.Step<Opportunity> step) {
        Opportunity before = step.before();
        Opportunity after = step.after();
        Instant at = before == null ? step.at() : before.stamp().noEarlier(step.at());
        if (after == null) {
            return before == null ? Optional.empty() : Optional.of(row(step, before, at, at, true));
        }
        if (before != null && State.of(after).equals(State.of(before))) {
            return Optional.empty();
        }
        boolean moved = before == null || !before.position().equals(after.position());
        Instant entered = after.position().enteredAt();
        Instant since = moved && entered.isBefore(step.at()) ? entered : at;
        return Optional.of(row(step, after, since, at, false));
    }

    private static Standing row(
            Trail.Step<Opportunity> step, Opportunity deal, Instant since, Instant at, boolean removed) {
        return new Standing(
                new StandingId(step.id()), deal.id(), since, at, step.version(), step.by(), State.of(deal), removed);
    }

    private Standing stamped(Stamp stamp) {
        return new Standing(id, deal, effective, stamp.createdAt(), version, stamp.createdBy(), state, removed);
    }
}
