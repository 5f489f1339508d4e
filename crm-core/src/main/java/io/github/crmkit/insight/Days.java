package io.github.crmkit.insight;

import io.github.crmkit.statistics.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many days things took, as a sample: calendar days in the organisation's zone.
 *
 * @param sample the days of each case
 * @param least how many cases it takes for the sample to be called sufficient, 1 or more
 */
public record Days(Distribution<Double> sample, long least) {

    /** @throws IllegalArgumentException for a least below 1 */
    public Days {
        Rate.requireLeast(least);
    }

    static Days of(Collection<Long> days, long least) {
        return new Days(Distribution.ofNumbers(days), least);
    }

    /** How many cases. */
    public int count() {
        return sample.count();
    }

    /** Half of the cases took no longer; absent without a case. */
    public Optional<Double> median() {
        return sample.median();
    }

    /** Three quarters of the cases took no longer; absent without a case. */
    public Optional<Double> p75() {
        return sample.percentile(75);
    }

    /** Nine of ten cases took no longer; absent without a case. */
    public Optional<Double> p90() {
        return sample.percentile(90);
    }

    /** Whether there are cases enough. */
    public boolean isSufficient() {
        return sample.isSufficient(least);
    }

    /** Both samples together, held to the same least. */
    public Days plus(Days other) {
        List<Double> all = new ArrayList<>(sample.values());
        all.addAll(other.sample.values());
        return new Days(Distribution.ofNumbers(all), least);
    }

    /** In words: {@code 12 cases, median 5 days, P75 9, P90 14}, and {@code insufficient data} where it is. */
    public String explain() {
        String middle =
                median().map(days -> ", median " + plain(days) + " days").orElse("");
        String most = p75().map(days -> ", P75 " + plain(days)).orElse("")
                + p90().map(days -> ", P90 " + plain(days)).orElse("");
        return count() + (count() == 1 ? " case" : " cases") + middle + most + Rate.insufficient(isSufficient());
    }

    private static String plain(double days) {
        BigDecimal rounded = BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
