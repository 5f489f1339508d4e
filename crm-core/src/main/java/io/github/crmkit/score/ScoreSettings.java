package io.github.crmkit.score;

import java.util.List;

/**
 * What a model looks at, and how careful it is.
 *
 * @param features the names of the features, in the order in which a score lists them; all others are not looked at
 * @param leastDecided how many decided deals a segment must have to answer
 * @param leastSupport how many decided deals a stage or a value must have been seen in to say anything
 * @param priorRate the rate of deals won that is assumed of all deals before any is decided, above 0 and below 1
 * @param priorWeight how many decided deals the rate around a segment counts for within it
 * @param valueWeight how many won, and how many lost, deals the assumption counts for that a value says nothing
 * @param penalty what logistic regression pays for half the square of a coefficient
 */
public record ScoreSettings(
        List<String> features,
        long leastDecided,
        long leastSupport,
        double priorRate,
        double priorWeight,
        double valueWeight,
        double penalty) {

    /** The name of the contribution that all scores start with. */
    public static final String BASE = "base";

    /** The name of the contribution of the stage. */
    public static final String STAGE = "stage";

    /** @throws IllegalArgumentException for a name that occurs twice or is taken, and for numbers out of their bounds */
    public ScoreSettings {
        features = List.copyOf(features);
        if (features.stream().distinct().count() != features.size()
                || features.contains(BASE)
                || features.contains(STAGE)) {
            throw new IllegalArgumentException("each feature has a name of its own");
        }
        if (leastDecided < 1 || leastSupport < 1) {
            throw new IllegalArgumentException("nothing is learnt from no deals");
        }
        if (!(0 < priorRate && priorRate < 1)
                || !isPositive(priorWeight)
                || !isPositive(valueWeight)
                || !isPositive(penalty)) {
            throw new IllegalArgumentException("a prior is between 0 and 1, a weight is positive");
        }
    }

    /** Careful settings: 50 decided deals for a segment, 10 for a value. */
    public static ScoreSettings careful(List<String> features) {
        return new ScoreSettings(features, 50, 10, 0.5, 10, 5, 1);
    }

    /** With other least numbers of decided deals, for a segment and for a value. */
    public ScoreSettings least(long decided, long support) {
        return new ScoreSettings(features, decided, support, priorRate, priorWeight, valueWeight, penalty);
    }

    private static boolean isPositive(double weight) {
        return weight > 0 && !Double.isInfinite(weight);
    }
}
