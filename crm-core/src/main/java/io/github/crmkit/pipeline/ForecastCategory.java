package io.github.crmkit.pipeline;

/** Where a deal counts in a forecast, from not at all to certain. */
public enum ForecastCategory {
    /** In no forecast: neither by category nor weighted. */
    OMITTED,
    PIPELINE,
    BEST_CASE,
    MOST_LIKELY,
    COMMIT,
    /** Won. */
    CLOSED;

    /** Whether deals of this category are still to be won and count: all but omitted and closed. */
    public boolean isOpen() {
        return this != OMITTED && this != CLOSED;
    }

    /** Whether a stage with this outcome may have this category. */
    public boolean fits(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> this != CLOSED;
            case WON -> this == CLOSED || this == OMITTED;
            case LOST -> this == OMITTED;
        };
    }
}
