package io.github.crmkit.insight;

import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.Interval;
import io.github.crmkit.statistics.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How often something happened, with what a sample of its size can tell.
 *
 * @param of so many out of so many
 * @param least how many cases it takes for the rate to be called sufficient, 1 or more
 */
public record Rate(Proportion of, long least) {

    /** @throws IllegalArgumentException for a least below 1 */
    public Rate {
        requireLeast(least);
    }

    static void requireLeast(long least) {
        if (least < 1) {
            throw new IllegalArgumentException("a sample that suffices has one case at least");
        }
    }

    static Rate of(long successes, long trials, long least) {
        return new Rate(Proportion.of(successes, trials), least);
    }

    /** The rate, rounded half up to 6 decimals of a percent point; absent where there was no case, which is not 0 %. */
    public Optional<Percent> percent() {
        if (of.trials() == 0) {
            return Optional.empty();
        }
        BigDecimal points = BigDecimal.valueOf(of.successes())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(of.trials()), Percent.MAX_SCALE, RoundingMode.HALF_UP);
        return Optional.of(Percent.of(points));
    }

    /** Where the true rate lies in 95 of 100 such samples: {@link Proportion#wilson95}. */
    public Interval interval() {
        return of.wilson95();
    }

    /** Whether there were cases enough. */
    public boolean isSufficient() {
        return of.isSufficient(least);
    }

    /** Both samples together, held to the same least. */
    public Rate plus(Rate other) {
        return new Rate(of.plus(other.of), least);
    }

    /** In words: {@code 8 of 20 = 40.00 %, in truth 21.88 % to 61.34 %}, and {@code insufficient data} where it is. */
    public String explain() {
        String value = percent().map(rate -> " = " + points(rate.value())).orElse("");
        String range = ", in truth " + points(BigDecimal.valueOf(interval().low() * 100)) + " to "
                + points(BigDecimal.valueOf(interval().high() * 100));
        return of + value + range + insufficient(isSufficient());
    }

    static String insufficient(boolean sufficient) {
        return sufficient ? "" : ", insufficient data";
    }

    private static String points(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
