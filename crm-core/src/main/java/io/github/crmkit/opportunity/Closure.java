package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and why a deal was decided. Dropped when the deal is reopened; history keeps it.
 *
 * @param on the day, in the organisation's zone
 * @param reason what was said; absent where nothing was, never for a lost deal
 */
public record Closure(LocalDate on, @Nullable String reason) {

    /** The longest reason, in UTF-16 units, inclusive. */
    public static final int MAX_REASON = HistoryEntry.MAX_NOTE;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason,
     *     {@code date-range} for a day outside of the years 1000 to 9999
     */
    public Closure {
        Violations problems = new Violations();
        checkDay(on, "on", problems);
        reason = problems.plainTextOrAbsent(reason, MAX_REASON, "reason");
        problems.throwIfAny("closure");
    }

    /** What was said, where anything was. */
    public Optional<String> why() {
        return Optional.ofNullable(reason);
    }

    /** Notes {@code date-range} for a day that not every store can keep. */
    static void checkDay(@Nullable LocalDate day, String path, Violations problems) {
        boolean possible = day == null || (day.getYear() >= 1000 && day.getYear() <= 9999);
        problems.require(possible, path, "date-range", "must lie in the years 1000 to 9999");
    }
}
