package io.github.crmkit.score;

import io.github.crmkit.statistics.Proportion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one thing that is known of a deal adds to its score.
 *
 * @param feature the name of the feature, {@link ScoreSettings#BASE} or {@link ScoreSettings#STAGE}
 * @param value its value, for a stage the furthest one reached that was seen often enough; null for the base and for what is
 *     not known
 * @param logOdds how much it adds, in natural log-odds: above 0 speaks for winning; 0 where it was left out
 * @param support in how many decided deals it was seen, and how many of them were won
 * @param leftOut why it adds nothing; null where it was looked at
 */
public record Contribution(
        String feature,
        @Nullable String value,
        double logOdds,
        Proportion support,
        @Nullable LeftOut leftOut) {

    /** Why something adds nothing to a score. */
    public enum LeftOut {
        /** It is not known of this deal. */
        NOT_KNOWN,
        /** No decided deal had this value. */
        NEVER_SEEN,
        /** Too few decided deals had this value. */
        SELDOM_SEEN
    }

    /** @throws IllegalArgumentException where something that was left out adds to the score, or where it is not a number */
    public Contribution {
        if (!Double.isFinite(logOdds) || (leftOut != null && logOdds != 0)) {
            throw new IllegalArgumentException("what is left out adds nothing");
        }
    }

    static Contribution base(double logOdds, Proportion decided) {
        return new Contribution(ScoreSettings.BASE, null, logOdds, decided, null);
    }

    static Contribution of(String feature, String value, double logOdds, Proportion support) {
        return new Contribution(feature, value, logOdds, support, null);
    }

    static Contribution notKnown(String feature) {
        return new Contribution(feature, null, 0, Proportion.NONE, LeftOut.NOT_KNOWN);
    }

    static Contribution tooFew(String feature, String value, Proportion support) {
        LeftOut why = support.trials() == 0 ? LeftOut.NEVER_SEEN : LeftOut.SELDOM_SEEN;
        return new Contribution(feature, value, 0, support, why);
    }

    /** Why it adds nothing; absent where it was looked at. */
    public Optional<LeftOut> reasonLeftOut() {
        return Optional.ofNullable(leftOut);
    }
}
