package io.github.crmkit.score;

import io.github.crmkit.statistics.Calibration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What scores would have been worth: each deal is scored as it stood when it entered a stage, by a model that learnt only
 * from deals decided before that time.
 *
 * @param trials the scores that were given, in the order of time
 * @param unanswered how often the model had not seen enough
 */
public record Backtest(List<Trial> trials, long unanswered) {

    /**
     * A score that was given, and what came of it.
     *
     * @param trainedUntil the model knew the deals decided before this moment, and nothing else
     * @param stage the stage that the deal had entered
     * @param asOf when it had; not before {@code trainedUntil}
     * @param probability what the model said, above 0 and below 1
     * @param won what came
     */
    public record Trial(Instant trainedUntil, String stage, Instant asOf, double probability, boolean won) {}

    /** Keeps a copy of the trials. */
    public Backtest {
        trials = List.copyOf(trials);
    }

    /**
     * Trains a model at each of these moments, and lets it score all deals that entered a stage from then until the next
     * one. Entries before the first moment are not scored, nor are stages that were skipped.
     *
     * @param train makes a model of the cases that it may know, for example {@code known -> NaiveBayes.of(settings, known)}
     */
    public static Backtest run(
            Collection<Case> cases, Function<List<Case>, ScoreModel> train, Collection<Instant> moments) {
        List<Instant> ordered = moments.stream().sorted().distinct().toList();
        Tally tally = new Tally();
        for (int i = 0; i < ordered.size(); i++) {
            Instant from = ordered.get(i);
            Instant until = i + 1 < ordered.size() ? ordered.get(i + 1) : Instant.MAX;
            List<Case> known =
                    cases.stream().filter(one -> one.decided().isBefore(from)).toList();
            ScoreModel model = train.apply(known);
            cases.forEach(one -> tally.score(model, one, from, until));
        }
        return tally.backtest();
    }

    /**
     * Moments for {@link #run}: they part the decisions into {@code parts} equal parts, of which the first is only learnt
     * from. Fewer where there are fewer decisions.
     *
     * @param parts 2 or more
     */
    public static List<Instant> moments(Collection<Case> cases, int parts) {
        if (parts < 2) {
            throw new IllegalArgumentException("one part is learnt from, another is scored");
        }
        List<Instant> decided = cases.stream().map(Case::decided).sorted().toList();
        List<Instant> moments = new ArrayList<>();
        for (int part = 1; part < parts && !decided.isEmpty(); part++) {
            moments.add(decided.get((int) ((long) decided.size() * part / parts)));
        }
        return moments.stream().distinct().toList();
    }

    /**
     * How well the scores agree with what came. A deal is in it once for each stage that it stood in, so its intervals are
     * narrower than they should be; those of one stage are not.
     *
     * @param ranges how many ranges of probability to part the scores into
     * @param least how many scores there must be for figures
     */
    public Calibration calibration(int ranges, long least) {
        return Calibration.of(trials.stream().map(Backtest::call).toList(), ranges, least);
    }

    /** As {@link #calibration(int, long)}, of the scores that were given in one stage. */
    public Calibration calibration(String stage, int ranges, long least) {
        return Calibration.of(
                trials.stream()
                        .filter(trial -> trial.stage.equals(stage))
                        .map(Backtest::call)
                        .toList(),
                ranges,
                least);
    }

    private static Calibration.Call call(Trial trial) {
        return new Calibration.Call(trial.probability, trial.won);
    }

    private static final class Tally {

        private final List<Trial> trials = new ArrayList<>();
        private long unanswered;

        void score(ScoreModel model, Case one, Instant from, Instant until) {
            for (int place = 0; place < one.reached().size(); place++) {
                Case.Snapshot entry = one.reached().get(place);
                if (!entry.stood()
                        || entry.asOf().isBefore(from)
                        || !entry.asOf().isBefore(until)) {
                    continue;
                }
                if (model.predict(one.evidence(place)) instanceof Score score) {
                    trials.add(new Trial(from, entry.stage(), entry.asOf(), score.probability(), one.won()));
                } else {
                    unanswered++;
                }
            }
        }

        Backtest backtest() {
            trials.sort(Comparator.comparing(Trial::asOf)
                    .thenComparing(Trial::stage)
                    .thenComparingDouble(Trial::probability)
                    .thenComparing(Trial::won));
            return new Backtest(trials, unanswered);
        }
    }
}
