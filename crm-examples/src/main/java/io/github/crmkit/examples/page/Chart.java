package io.github.crmkit.examples.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart: what is drawn, not how it looks.
 *
 * @param caption says in a few words what is to be seen; also for those who do not see it
 * @param kind how its bars stand
 * @param unit what its bars count, for example a currency; empty for plain numbers
 * @param labels one for each bar or group of bars
 * @param series each with a bar for each label
 */
public record Chart(String caption, Kind kind, String unit, List<String> labels, List<Series> series) {

    /** How the bars of a chart stand. */
    public enum Kind {
        /** Upright, the bars of a group side by side. */
        COLUMNS,
        /** Upright, the bars of a group on top of each other. */
        STACKED_COLUMNS,
        /** Lying, the bars of a group side by side; for long labels. */
        BARS,
        /** Lying, the bars of a group behind each other; for long labels. */
        STACKED_BARS,
        /** Upright; the first and the last bar stand on the ground, the others begin where the one before ended. */
        WATERFALL
    }

    /**
     * The bars of one colour, or a line of percentages above them.
     *
     * @param name what they are
     * @param line whether it is a line of percentages with an axis of its own
     * @param bars one for each label
     */
    public record Series(String name, boolean line, List<Bar> bars) {

        public Series {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param from where it begins; null for the ground
     * @param to where it ends; null where there is no number
     */
    public record Bar(@Nullable BigDecimal from, @Nullable BigDecimal to) {}

    /** @throws IllegalArgumentException where a series has not exactly one bar for each label */
    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.bars().size() != labels.size()) {
                throw new IllegalArgumentException("a series has one bar for each label");
            }
        }
    }

    /** Without any bars yet. */
    public static Chart of(Kind kind, String caption, String unit, List<String> labels) {
        return new Chart(caption, kind, unit, labels, List.of());
    }

    /** With one series more; null stands for a number that there is none of. */
    public Chart with(String name, List<? extends @Nullable BigDecimal> values) {
        return with(new Series(name, false, bars(values)));
    }

    /** With a line of percentages. */
    public Chart withPercentages(String name, List<? extends @Nullable BigDecimal> values) {
        return with(new Series(name, true, bars(values)));
    }

    /** With one series more. */
    public Chart with(Series one) {
        List<Series> more = new ArrayList<>(series);
        more.add(one);
        return new Chart(caption, kind, unit, labels, more);
    }

    /**
     * A statement as a waterfall: a start, what was added and taken away one after another, and the end, which is their sum.
     *
     * @param steps what was added, negative for what was taken away; one for each label between the first and the last
     */
    public static Chart waterfall(
            String caption, String unit, List<String> labels, BigDecimal start, List<BigDecimal> steps) {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(null, start));
        BigDecimal level = start;
        for (BigDecimal step : steps) {
            BigDecimal next = level.add(step);
            bars.add(new Bar(level, next));
            level = next;
        }
        bars.add(new Bar(null, level));
        return of(Kind.WATERFALL, caption, unit, labels).with(new Series(caption, false, bars));
    }

    private static List<Bar> bars(List<? extends @Nullable BigDecimal> values) {
        return values.stream().map(value -> new Bar(null, value)).toList();
    }
}
