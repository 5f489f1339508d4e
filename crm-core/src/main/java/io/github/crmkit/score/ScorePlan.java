package io.github.crmkit.score;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How deals are scored: by which method, by what is known of them, and which deals learn from each other.
 *
 * @param features what a model looks at, in the order in which a score lists it
 * @param segments which deals a deal is alike, as it stood then
 * @param settings how careful the model is; its features are those of the plan
 */
public record ScorePlan(
        Method method, List<DealFeature> features, Function<DealThen, Segment> segments, ScoreSettings settings) {

    /** How a model learns. */
    public enum Method {
        /** {@link NaiveBayes}. */
        NAIVE_BAYES,
        /** {@link LogisticModel}. */
        LOGISTIC;

        ScoreModel learn(ScoreSettings settings, Collection<Case> cases) {
            return switch (this) {
                case NAIVE_BAYES -> NaiveBayes.of(settings, cases);
                case LOGISTIC -> LogisticModel.of(settings, cases);
            };
        }
    }

    /** @throws IllegalArgumentException where two features have one name, or the settings look at others */
    public ScorePlan {
        features = List.copyOf(features);
        if (!settings.features().equals(features.stream().map(DealFeature::name).toList())) {
            throw new IllegalArgumentException("settings and plan look at the same features");
        }
    }

    /** Naive Bayes of size, due date, slips, age and account, per owner within each pipeline, carefully. */
    public static ScorePlan standard() {
        return of(
                Method.NAIVE_BAYES,
                DealFeature.SIZE,
                DealFeature.DUE,
                DealFeature.SLIPS,
                DealFeature.AGE,
                DealFeature.ACCOUNT);
    }

    /** By this method and these features, per owner within each pipeline, carefully. */
    public static ScorePlan of(Method method, DealFeature... features) {
        List<DealFeature> known = List.of(features);
        ScoreSettings settings =
                ScoreSettings.careful(known.stream().map(DealFeature::name).toList());
        return new ScorePlan(method, known, ScorePlan::ownerWithinPipeline, settings);
    }

    /** By another method. */
    public ScorePlan by(Method other) {
        return new ScorePlan(other, features, segments, settings);
    }

    /** With another notion of which deals are alike. */
    public ScorePlan segmentedBy(Function<DealThen, Segment> other) {
        return new ScorePlan(method, features, other, settings);
    }

    /** With other least numbers of decided deals, for a segment and for a value. */
    public ScorePlan least(long decided, long support) {
        return new ScorePlan(method, features, segments, settings.least(decided, support));
    }

    /** The segment of a deal's owner within that of its pipeline. */
    public static Segment ownerWithinPipeline(DealThen deal) {
        return Segment.ALL
                .within(deal.state().pipeline().value().toString())
                .within(deal.state().owner().value().toString());
    }

    /** What is known of a deal as it stood then, by the name of the feature. */
    Map<String, String> read(DealThen deal) {
        Map<String, String> values = new TreeMap<>();
        for (DealFeature feature : features) {
            String value = feature.value().apply(deal);
            if (value != null) {
                values.put(feature.name(), value);
            }
        }
        return values;
    }

    ScoreModel learn(Collection<Case> cases) {
        return method.learn(settings, cases);
    }
}
