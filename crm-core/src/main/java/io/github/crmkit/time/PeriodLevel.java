package io.github.crmkit.time;

import java.util.Optional;

/** How long a fiscal period is, from fine to coarse. */
public enum PeriodLevel {
    /** The twelfth part of a fiscal year. */
    MONTH(12),
    /** The fourth part of a fiscal year. */
    QUARTER(4),
    /** The fiscal year. */
    YEAR(1);

    private final int perYear;

    PeriodLevel(int perYear) {
        this.perYear = perYear;
    }

    /** How many periods of this level make up a fiscal year. */
    public int perYear() {
        return perYear;
    }

    /** The level that a period of this one is divided into; absent for the finest. */
    public Optional<PeriodLevel> finer() {
        return switch (this) {
            case MONTH -> Optional.empty();
            case QUARTER -> Optional.of(MONTH);
            case YEAR -> Optional.of(QUARTER);
        };
    }
}
