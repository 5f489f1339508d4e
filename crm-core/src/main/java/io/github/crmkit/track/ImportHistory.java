package io.github.crmkit.track;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.query.ValueType;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks to write down how deals stood in former times: for deals that were kept elsewhere before, and for what was forgotten.
 * The rows of one deal stand in the order of their times; between them may stand rows of others.
 *
 * @param rows at most {@value io.github.crmkit.command.CommandCheck#MAX_BATCH}
 */
public record ImportHistory(@NotNull List<Row> rows) implements Command {

    /**
     * How a deal stood from a moment on, until its next row.
     *
     * @param effective from when on, cut down to microseconds; not in the future, later than the deal's row before in the same
     *     command, and before everything else that is known of the deal is over: earlier than its latest change
     * @param stage of the deal's pipeline, whether deals may still enter it or not
     * @param amount without tax; absent where it was not known, whatever it is now
     * @param closeDate the day it was expected to be decided; absent where it was not known, whatever it is now
     * @param owner who looked after it; the deal's present owner unless given
     * @param account who was to buy; the deal's present account unless given
     * @param probability the one in effect, from 0 % to 100 %; that of the stage unless given
     * @param category that of the stage unless given; one that the stage could have
     */
    public record Row(
            @NotNull OpportunityId deal,
            @NotNull Instant effective,
            @NotNull StageChoice stage,
            @Nullable Money amount,
            @Nullable LocalDate closeDate,
            @Nullable UserId owner,
            @Nullable AccountId account,
            @Nullable Percent probability,
            @Nullable ForecastCategory category)
            implements Command {

        /** In this stage, without amount and close date. */
        public static Row of(OpportunityId deal, Instant effective, StageChoice stage) {
            return new Row(deal, effective, stage, null, null, null, null, null, null);
        }

        /** In the stage of this name, whatever the case. */
        public static Row of(OpportunityId deal, Instant effective, String stageName) {
            return of(deal, effective, StageChoice.named(stageName));
        }

        /** Worth this much, without tax. */
        public Row amount(@Nullable Money money) {
            return new Row(deal, effective, stage, money, closeDate, owner, account, probability, category);
        }

        /** Expected to be decided on this day. */
        public Row closingOn(@Nullable LocalDate day) {
            return new Row(deal, effective, stage, amount, day, owner, account, probability, category);
        }

        /** In the hands of this user. */
        public Row owner(@Nullable UserId user) {
            return new Row(deal, effective, stage, amount, closeDate, user, account, probability, category);
        }

        /** With this account. */
        public Row account(@Nullable AccountId buyer) {
            return new Row(deal, effective, stage, amount, closeDate, owner, buyer, probability, category);
        }

        /** As likely as this. */
        public Row probability(@Nullable Percent percent) {
            return new Row(deal, effective, stage, amount, closeDate, owner, account, percent, category);
        }

        /** Counted here in forecasts. */
        public Row category(@Nullable ForecastCategory counted) {
            return new Row(deal, effective, stage, amount, closeDate, owner, account, probability, counted);
        }

        @Override
        public void check(Violations problems) {
            Expectation.check(amount, closeDate, problems);
            problems.require(
                    probability == null || Probabilities.isProbability(probability),
                    "probability",
                    "probability",
                    "must be from 0 to 100 percent");
            problems.require(
                    !isComplete() || !effective.isBefore(FIRST),
                    "effective",
                    "date-range",
                    "must lie in the years " + ValueType.FIRST_YEAR + " to " + ValueType.LAST_YEAR);
        }

        /** Callers from outside are not held by annotations. */
        private boolean isComplete() {
            return Stream.of(deal, effective, stage).allMatch(Objects::nonNull);
        }
    }

    private static final Instant FIRST = LocalDate.of(ValueType.FIRST_YEAR, 1, 1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();

    public ImportHistory {
        rows = List.copyOf(rows);
    }

    /** Of these rows. */
    public static ImportHistory of(Row... rows) {
        return new ImportHistory(List.of(rows));
    }

    boolean isComplete() {
        return rows.stream().allMatch(Row::isComplete);
    }
}
