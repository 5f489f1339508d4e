package io.github.crmkit.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well probabilities that were said beforehand agree with what came. Below the least number of them it has no figures,
 * only its bins.
 *
 * @param least from how many on there are figures
 * @param overall how often it happened, of all that were said
 * @param bins what was said and what came, by equal ranges of what was said
 * @param figures the scores; null below the least number
 */
public record Calibration(
        long least,
        Proportion overall,
        List<Bin> bins,
        @Nullable Figures figures) {

    /**
     * What was said once, and what came.
     *
     * @param probability what was said, 0 to 1
     * @param happened what came
     */
    public record Call(double probability, boolean happened) {

        /** @throws IllegalArgumentException unless the probability is from 0 to 1 */
        public Call {
            if (!(0 <= probability && probability <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1");
            }
        }

        private double missed() {
            return happened ? 1 - probability : probability;
        }
    }

    /**
     * What was said within one range. Ranges are half-open, but the last one holds 1 as well.
     *
     * @param low the lower end, inclusive
     * @param high the upper end, exclusive unless it is 1
     * @param mean the mean of what was said; null where nothing was
     * @param happened how often it happened; its Wilson interval tells what that is worth
     */
    public record Bin(double low, double high, @Nullable Double mean, Proportion happened) {

        /** The mean of what was said; absent where nothing was. */
        public OptionalDouble meanSaid() {
            return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
        }

        private double gap() {
            return mean == null ? 0 : Math.abs(mean - happened.rate().orElse(mean));
        }
    }

    /**
     * The scores; less is better.
     *
     * @param brier the mean of (said − came)², 0 to 1
     * @param uninformed what always saying the overall rate would have scored: rate × (1 − rate)
     * @param logLoss the mean of −ln(what was said of that which came); a certainty that failed counts as one of 1 − 10⁻¹⁵
     * @param calibrationError the mean over all calls of the distance, in their bin, between what was said and what came
     */
    public record Figures(double brier, double uninformed, double logLoss, double calibrationError) {}

    private static final double NEAR_ZERO = 1e-15;

    /**
     * Holds what was said against what came, in any order.
     *
     * @param ranges how many bins, at least 1
     * @param least how many calls there must be for figures, at least 1
     */
    public static Calibration of(Collection<Call> calls, int ranges, long least) {
        if (ranges < 1 || least < 1) {
            throw new IllegalArgumentException("there is at least one range, and figures need at least one call");
        }
        List<Call> ordered = calls.stream()
                .sorted(Comparator.comparingDouble(Call::probability).thenComparing(Call::happened))
                .toList();
        Proportion overall = came(ordered);
        List<Bin> bins = bins(ordered, ranges);
        boolean enough = overall.isSufficient(least);
        return new Calibration(least, overall, bins, enough ? figures(ordered, overall, bins) : null);
    }

    /** Whether there were enough calls for figures. */
    public boolean isSufficient() {
        return figures != null;
    }

    /** The mean of (said − came)²; absent below the least number. */
    public OptionalDouble brier() {
        return figure(Figures::brier);
    }

    /** The mean of −ln(what was said of that which came); absent below the least number. */
    public OptionalDouble logLoss() {
        return figure(Figures::logLoss);
    }

    /** The expected calibration error over the bins; absent below the least number. */
    public OptionalDouble calibrationError() {
        return figure(Figures::calibrationError);
    }

    private OptionalDouble figure(ToDoubleFunction<Figures> which) {
        return figures == null ? OptionalDouble.empty() : OptionalDouble.of(which.applyAsDouble(figures));
    }

    private static Figures figures(List<Call> calls, Proportion overall, List<Bin> bins) {
        double rate = overall.rate().orElseThrow();
        double gaps = bins.stream()
                .mapToDouble(bin -> bin.gap() * bin.happened.trials())
                .reduce(0, Double::sum);
        return new Figures(
                mean(calls, call -> call.missed() * call.missed()),
                rate * (1 - rate),
                mean(calls, call -> -StrictMath.log(Math.max(NEAR_ZERO, 1 - call.missed()))),
                gaps / calls.size());
    }

    private static List<Bin> bins(List<Call> ordered, int ranges) {
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < ranges; i++) {
            double high = (i + 1.0) / ranges;
            int to = from;
            while (to < ordered.size() && (i == ranges - 1 || ordered.get(to).probability < high)) {
                to++;
            }
            List<Call> inside = ordered.subList(from, to);
            Double mean = inside.isEmpty() ? null : mean(inside, Call::probability);
            bins.add(new Bin((double) i / ranges, high, mean, came(inside)));
            from = to;
        }
        return List.copyOf(bins);
    }

    private static Proportion came(List<Call> calls) {
        return Proportion.of(calls.stream().filter(Call::happened).count(), calls.size());
    }

    private static double mean(List<Call> calls, ToDoubleFunction<Call> of) {
        double sum = 0;
        for (Call call : calls) {
            sum += of.applyAsDouble(call);
        }
        return sum / calls.size();
    }
}
