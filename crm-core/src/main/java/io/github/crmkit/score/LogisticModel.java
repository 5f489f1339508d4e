package io.github.crmkit.score;

import io.github.crmkit.statistics.LogisticRegression;
import io.github.crmkit.statistics.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}
