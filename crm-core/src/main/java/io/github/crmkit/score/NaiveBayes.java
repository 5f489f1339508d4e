package io.github.crmkit.score;

import io.github.crmkit.statistics.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Naive Bayes: features are taken to be independent of each other among the deals won, and among those lost.
 *
 * <p>It keeps nothing but exact counts, for each segment, of the deals decided, of those that reached each stage, and of
 * those that had each value when they did. So learning is adding, unlearning is subtracting, and what was learnt and unlearnt
 * leaves no trace. Caution comes in only when a deal is scored:
 *
 * <ul>
 *   <li>base: ln(p / (1 − p)), where p is the segment's rate drawn towards that of the segment around it, and for all deals
 *       towards the prior rate, by the prior weight;
 *   <li>stage and value: ln((w + m q) / (W + m)) − ln((l + m q) / (L + m)), where w of W deals won and l of L deals lost had
 *       it, q = (w + l) / (W + L), and m is the value weight. For a stage W and L are the deals that reached the first
 *       stage; for a value, those that reached the same stage and of which the feature was known then.
 * </ul>
 */
public final class NaiveBayes implements ScoreModel {

    private final ScoreSettings settings;
    private final Map<CountKey, Proportion> counts;

    private NaiveBayes(ScoreSettings settings, Map<CountKey, Proportion> counts) {
        this.settings = settings;
        this.counts = Collections.unmodifiableMap(counts);
    }

    /** Has learnt nothing yet. */
    public static NaiveBayes untaught(ScoreSettings settings) {
        return new NaiveBayes(settings, Map.of());
    }

    /** Has learnt these cases. */
    public static NaiveBayes of(ScoreSettings settings, Collection<Case> cases) {
        return untaught(settings).learnAll(cases);
    }

    @Override
    public ScoreSettings settings() {
        return settings;
    }

    /** This and one case more. */
    public NaiveBayes learn(Case decided) {
        return learnAll(List.of(decided));
    }

    /** This and all these cases more. */
    public NaiveBayes learnAll(Collection<Case> cases) {
        return changed(cases, Proportion::plus);
    }

    /**
     * This without a case that was learnt: exactly as if it had never been, for a deal that is open again.
     *
     * @throws IllegalArgumentException where the counts do not hold such a case
     */
    public NaiveBayes unlearn(Case decided) {
        return changed(List.of(decided), Proportion::minus);
    }

    private NaiveBayes changed(Collection<Case> cases, BinaryOperator<Proportion> how) {
        Map<CountKey, Proportion> next = new HashMap<>(counts);
        for (Case one : cases) {
            Proportion unit = Proportion.of(one.won() ? 1 : 0, 1);
            for (CountKey key : CountKey.of(one, settings.features())) {
                Proportion sum = how.apply(next.getOrDefault(key, Proportion.NONE), unit);
                if (sum.trials() == 0) {
                    next.remove(key);
                } else {
                    next.put(key, sum);
                }
            }
        }
        return new NaiveBayes(settings, next);
    }

    /** How many deals of a segment were won of those that were decided. */
    public Proportion decided(Segment segment) {
        return count(CountKey.of(segment));
    }

    @Override
    public Prediction predict(Evidence known) {
        for (Segment segment : known.segment().lineage()) {
            if (decided(segment).isSufficient(settings.leastDecided())) {
                return score(segment, known);
            }
        }
        return new InsufficientData(decided(Segment.ALL), settings.leastDecided());
    }

    private Score score(Segment segment, Evidence known) {
        List<Contribution> parts = new ArrayList<>();
        double rate = rate(segment);
        parts.add(Contribution.base(StrictMath.log(rate / (1 - rate)), decided(segment)));
        Optional<CountKey> stage = furthestSupported(segment, known.reached());
        parts.add(stage.map(key -> stageOf(key, segment, known))
                .orElseGet(() -> Contribution.tooFew(
                        ScoreSettings.STAGE, known.stage(), count(CountKey.of(segment, known.stage())))));
        CountKey from = stage.orElseGet(() -> CountKey.of(segment, known.stage()));
        settings.features().forEach(feature -> parts.add(featureOf(from, feature, known)));
        return new Score(segment, parts);
    }

    /** The mean of a beta distribution around the rate of the segment around this one. */
    private double rate(Segment segment) {
        double around = segment.parent().map(this::rate).orElse(settings.priorRate());
        return decided(segment).drawnTowards(around, settings.priorWeight());
    }

    /** Fewer and fewer deals reach a stage, so one that few have reached says as much as the last that enough have. */
    private Optional<CountKey> furthestSupported(Segment segment, List<String> reached) {
        for (int place = reached.size() - 1; place >= 0; place--) {
            CountKey key = CountKey.of(segment, reached.get(place));
            if (count(key).isSufficient(settings.leastSupport())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private Contribution stageOf(CountKey stage, Segment segment, Evidence known) {
        Proportion first = count(CountKey.of(segment, known.reached().get(0)));
        Proportion there = count(stage);
        return Contribution.of(ScoreSettings.STAGE, stage.stageName(), evidence(there, first), there);
    }

    private Contribution featureOf(CountKey stage, String feature, Evidence known) {
        String value = known.features().get(feature);
        if (value == null) {
            return Contribution.notKnown(feature);
        }
        Proportion seen = count(stage.with(feature, value));
        if (!seen.isSufficient(settings.leastSupport())) {
            return Contribution.tooFew(feature, value, seen);
        }
        return Contribution.of(feature, value, evidence(seen, count(stage.with(feature))), seen);
    }

    /** How much likelier it is among deals won than among deals lost, in log-odds. */
    private double evidence(Proportion part, Proportion whole) {
        double weight = settings.valueWeight();
        double common = (double) part.trials() / whole.trials();
        double ifWon = (part.successes() + weight * common) / (whole.successes() + weight);
        double ifLost = (part.failures() + weight * common) / (whole.failures() + weight);
        return StrictMath.log(ifWon) - StrictMath.log(ifLost);
    }

    private Proportion count(CountKey key) {
        return counts.getOrDefault(key, Proportion.NONE);
    }

    /** All counts, a line each, in the same order whatever the order of learning; to keep or to compare. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getKey() + ": " + count.getValue())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NaiveBayes that && settings.equals(that.settings) && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * settings.hashCode() + counts.hashCode();
    }

    /** How many deals it has learnt. */
    @Override
    public String toString() {
        return "naive Bayes of " + decided(Segment.ALL);
    }
}
