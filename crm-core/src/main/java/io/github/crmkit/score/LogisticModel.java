package io.github.crmkit.score;

import io.github.crmkit.statistics.LogisticRegression;
import io.github.crmkit.statistics.LogisticRegression.Row;
import io.github.crmkit.statistics.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Logistic regression over the stage and the features, each value a property of its own: unlike {@link NaiveBayes} it does
 * not count twice what two features say together. Fitted for each segment with enough decided deals of both outcomes.
 *
 * <p>A deal takes part once for each stage that it reached, with what was known then; so a won one in every stage, a lost
 * one in its stage and all before it. A case cannot be taken back from a fit: fit the others again.
 */
public final class LogisticModel implements ScoreModel {

    private final ScoreSettings settings;
    private final Map<Segment, SegmentFit> fits;
    private final Proportion decided;

    private LogisticModel(ScoreSettings settings, Map<Segment, SegmentFit> fits, Proportion decided) {
        this.settings = settings;
        this.fits = Collections.unmodifiableMap(fits);
        this.decided = decided;
    }

    /** Fitted to these cases, in any order. */
    public static LogisticModel of(ScoreSettings settings, Collection<Case> cases) {
        Map<Segment, List<Case>> bySegment = new TreeMap<>();
        for (Case one : cases) {
            for (Segment segment : one.segment().lineage()) {
                bySegment.computeIfAbsent(segment, any -> new ArrayList<>()).add(one);
            }
        }
        Map<Segment, SegmentFit> fits = new HashMap<>();
        bySegment.forEach(
                (segment, inside) -> SegmentFit.of(settings, inside).ifPresent(fit -> fits.put(segment, fit)));
        return new LogisticModel(settings, fits, SegmentFit.decided(cases));
    }

    @Override
    public ScoreSettings settings() {
        return settings;
    }

    @Override
    public Prediction predict(Evidence known) {
        for (Segment segment : known.segment().lineage()) {
            SegmentFit fit = fits.get(segment);
            if (fit != null) {
                return new Score(segment, fit.contributions(settings, known));
            }
        }
        return new InsufficientData(decided, settings.leastDecided());
    }

    /** What was fitted for a segment; absent where it has too few decided deals or only one outcome. */
    public Optional<LogisticRegression> fitOf(Segment segment) {
        return Optional.ofNullable(fits.get(segment)).map(SegmentFit::regression);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogisticModel that
                && settings.equals(that.settings)
                && fits.equals(that.fits)
                && decided.equals(that.decided);
    }

    @Override
    public int hashCode() {
        return 31 * settings.hashCode() + fits.hashCode();
    }

    /** How many deals it was fitted to. */
    @Override
    public String toString() {
        return "logistic regression of " + decided;
    }

    /**
     * The logistic regression of one segment.
     *
     * @param properties the traits that were seen often enough
     * @param seldom the support of those that were not
     */
    private record SegmentFit(
            LogisticRegression regression,
            Proportion decided,
            Map<Trait, Property> properties,
            Map<Trait, Proportion> seldom) {

        /** A stage, or a value of a feature. */
        record Trait(String feature, String value) implements Comparable<Trait> {
            @Override
            public int compareTo(Trait other) {
                int byFeature = feature.compareTo(other.feature);
                return byFeature != 0 ? byFeature : value.compareTo(other.value);
            }
        }

        /** The number of a trait in the regression, and in how many deals it was seen. */
        record Property(int number, Proportion support) {}

        /** Fits these cases; absent where they are too few, of one outcome only, or where no fit is found. */
        static Optional<SegmentFit> of(ScoreSettings settings, Collection<Case> cases) {
            Proportion decided = decided(cases);
            if (!decided.isSufficient(settings.leastDecided()) || decided.successes() == 0 || decided.failures() == 0) {
                return Optional.empty();
            }
            Map<Trait, Property> properties = new TreeMap<>();
            Map<Trait, Proportion> seldom = new TreeMap<>();
            supports(settings, cases).forEach((trait, support) -> {
                if (support.isSufficient(settings.leastSupport())) {
                    properties.put(trait, new Property(properties.size(), support));
                } else {
                    seldom.put(trait, support);
                }
            });
            List<Row> rows = new ArrayList<>();
            for (Case one : cases) {
                Proportion outcome = Proportion.of(one.won() ? 1 : 0, 1);
                for (int place = 0; place < one.reached().size(); place++) {
                    rows.add(new Row(active(settings, properties, one.evidence(place)), outcome));
                }
            }
            LogisticRegression regression = LogisticRegression.fit(rows, properties.size(), settings.penalty());
            return regression.converged()
                    ? Optional.of(new SegmentFit(
                            regression,
                            decided,
                            Collections.unmodifiableMap(properties),
                            Collections.unmodifiableMap(seldom)))
                    : Optional.empty();
        }

        static Proportion decided(Collection<Case> cases) {
            return Proportion.of(cases.stream().filter(Case::won).count(), cases.size());
        }

        /** In how many deals each stage and value was seen, at whatever stage. */
        private static Map<Trait, Proportion> supports(ScoreSettings settings, Collection<Case> cases) {
            Map<Trait, Proportion> supports = new TreeMap<>();
            for (Case one : cases) {
                Set<Trait> seen = new HashSet<>();
                for (Case.Snapshot snapshot : one.reached()) {
                    seen.add(new Trait(ScoreSettings.STAGE, snapshot.stage()));
                    for (String feature : settings.features()) {
                        String value = snapshot.features().get(feature);
                        if (value != null) {
                            seen.add(new Trait(feature, value));
                        }
                    }
                }
                Proportion outcome = Proportion.of(one.won() ? 1 : 0, 1);
                seen.forEach(trait -> supports.merge(trait, outcome, Proportion::plus));
            }
            return supports;
        }

        private static List<Integer> active(ScoreSettings settings, Map<Trait, Property> properties, Evidence known) {
            List<Integer> numbers = new ArrayList<>();
            furthest(properties, known).map(properties::get).ifPresent(stage -> numbers.add(stage.number));
            for (String feature : settings.features()) {
                String value = known.features().get(feature);
                Property property = value == null ? null : properties.get(new Trait(feature, value));
                if (property != null) {
                    numbers.add(property.number);
                }
            }
            return numbers;
        }

        /** What each thing that is known adds, in the order of a score. */
        List<Contribution> contributions(ScoreSettings settings, Evidence known) {
            List<Contribution> parts = new ArrayList<>();
            parts.add(Contribution.base(regression.intercept(), decided));
            parts.add(contribution(
                    furthest(properties, known).orElseGet(() -> new Trait(ScoreSettings.STAGE, known.stage()))));
            for (String feature : settings.features()) {
                String value = known.features().get(feature);
                parts.add(value == null ? Contribution.notKnown(feature) : contribution(new Trait(feature, value)));
            }
            return parts;
        }

        private Contribution contribution(Trait trait) {
            Property property = properties.get(trait);
            return property == null
                    ? Contribution.tooFew(trait.feature, trait.value, seldom.getOrDefault(trait, Proportion.NONE))
                    : Contribution.of(
                            trait.feature,
                            trait.value,
                            regression.coefficients().get(property.number),
                            property.support);
        }

        private static Optional<Trait> furthest(Map<Trait, Property> properties, Evidence known) {
            for (int place = known.reached().size() - 1; place >= 0; place--) {
                Trait trait = new Trait(ScoreSettings.STAGE, known.reached().get(place));
                if (properties.containsKey(trait)) {
                    return Optional.of(trait);
                }
            }
            return Optional.empty();
        }
    }
}
