package io.github.crmkit.opportunity;

import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.DealRules;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * When and why a deal was decided, and what its currency was worth. Dropped when the deal is reopened; history keeps it.
 *
 * @param on the day, in the organisation's zone
 * @param reason what was said; absent where nothing was, never for a lost deal
 * @param competitor who got the deal, or whom it was won against; absent where nobody was named
 * @param rate from the currency of the deal to the home currency of the organisation, on the day of the decision; frozen
 *     then, and absent where the deal is in the home currency, or there is none
 */
public record Closure(
        LocalDate on,
        @Nullable String reason,
        @Nullable String competitor,
        @Nullable ExchangeRate rate) {

    /** The longest reason, in UTF-16 units, inclusive. */
    public static final int MAX_REASON = HistoryEntry.MAX_NOTE;

    /** The longest source of a rate, in UTF-16 units, inclusive. */
    public static final int MAX_SOURCE = 200;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason, competitor or source
     *     of the rate, {@code date-range} for a day outside of the years 1000 to 9999, {@code rate-date} for a rate of
     *     another day
     */
    public Closure {
        Violations problems = new Violations();
        DealRules.checkDay(on, "on", problems);
        reason = problems.plainTextOrAbsent(reason, MAX_REASON, "reason");
        competitor = problems.plainTextOrAbsent(competitor, Competitor.MAX_NAME, "competitor");
        if (rate != null) {
            problems.plainText(rate.source(), MAX_SOURCE, "rate.source");
            problems.require(
                    rate.date().equals(on), "rate", "rate-date", "must be the rate of the day of the decision");
        }
        problems.throwIfAny("closure");
    }

    /** Without a competitor and a rate. */
    public Closure(LocalDate on, @Nullable String reason) {
        this(on, reason, null, null);
    }

    /** With the rate of its day, for a deal in this currency; as {@link Books#closingRate} says. */
    Closure frozen(@Nullable CurrencyUnit currency, Books books) {
        return new Closure(
                on, reason, competitor, books.closingRate(currency, on).orElse(null));
    }

    /** What was said, where anything was. */
    public Optional<String> why() {
        return Optional.ofNullable(reason);
    }

    /** Who was named. */
    public Optional<String> rival() {
        return Optional.ofNullable(competitor);
    }

    /** The rate that was frozen, where the deal was in a foreign currency. */
    public Optional<ExchangeRate> frozenRate() {
        return Optional.ofNullable(rate);
    }

    /** Refuses {@code competitor-open}: nobody has won or lost against anybody in an open stage. */
    void requireFor(Stage to) {
        Violations problems = new Violations();
        problems.require(
                !to.isOpen() || competitor == null,
                "competitor",
                "competitor-open",
                "must only be given where the deal is decided");
        problems.throwIfAny("move of a deal");
    }

    /** The reason for a reopening; refused as {@code plain-text} where it is unusable. */
    static @Nullable String reopeningReason(@Nullable String reason) {
        Violations problems = new Violations();
        String plain = problems.plainTextOrAbsent(reason, MAX_REASON, "reason");
        problems.throwIfAny("reopening");
        return plain;
    }
}
