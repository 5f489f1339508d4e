package io.github.crmkit.score;

import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.LogisticRegression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How likely a deal is to be won, and why: nothing but the sum of its contributions, which therefore always add up to it.
 *
 * @param answeredBy the segment that was learnt from: the deal's own, or one around it where that has too few decided deals
 * @param contributions the base first, then the stage, then each feature in the order of the settings
 */
public record Score(Segment answeredBy, List<Contribution> contributions) implements Prediction {

    /** The decimals of the percentage. */
    public static final int PERCENT_SCALE = 2;

    private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(PERCENT_SCALE);
    private static final BigDecimal MOST = BigDecimal.valueOf(100).subtract(LEAST);

    /** Keeps a copy of the contributions. */
    public Score {
        contributions = List.copyOf(contributions);
    }

    /** The contributions, added up from the first to the last. */
    public double logOdds() {
        double sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.logOdds();
        }
        return sum;
    }

    /** The probability to win, above 0 and below 1: 1 / (1 + e^−log-odds). */
    public double probability() {
        double exact = LogisticRegression.probability(logOdds());
        return Math.max(Double.MIN_NORMAL, Math.min(Math.nextDown(1.0), exact));
    }

    /** The probability to win in percent, rounded half up to 2 decimals, from 0.01 to 99.99. */
    public Percent percent() {
        BigDecimal points = BigDecimal.valueOf(probability()).movePointRight(2);
        BigDecimal rounded = points.setScale(PERCENT_SCALE, RoundingMode.HALF_UP);
        return Percent.of(rounded.max(LEAST).min(MOST));
    }
}
