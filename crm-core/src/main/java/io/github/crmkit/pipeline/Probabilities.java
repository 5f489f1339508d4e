package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How likely a deal is, according to three sources that are kept side by side: the stage, a model, and somebody's own
 * judgement. In effect is the judgement, else the model, else the stage. None of them tells whether a deal is won.
 *
 * @param stage the default of the stage when the deal entered it
 * @param model what a model computed; absent where none did, which is not 0
 * @param manual what somebody said instead; absent where nobody did
 */
public record Probabilities(Percent stage, @Nullable Percent model, Probabilities.@Nullable Judgement manual) {

    /**
     * A probability set by hand.
     *
     * @param percent from 0 % to 100 %
     * @param by who set it
     * @param at when, in microseconds
     */
    public record Judgement(Percent percent, UserId by, Instant at) {}

    /** Only what the stage says. */
    public static Probabilities of(Stage stage) {
        return new Probabilities(stage.probability(), null, null);
    }

    /** The one that counts. */
    public Percent effective() {
        if (manual != null) {
            return manual.percent();
        }
        return model == null ? stage : model;
    }

    /** What somebody said, where anybody did. */
    public Optional<Judgement> judgement() {
        return Optional.ofNullable(manual);
    }

    /** What a model computed, where one did. */
    public Optional<Percent> modelled() {
        return Optional.ofNullable(model);
    }

    /** After a change of stage: the judgement was about the old one. A decided deal is not predicted any more. */
    public Probabilities entering(Stage next) {
        return new Probabilities(next.probability(), next.isOpen() ? model : null, null);
    }

    /** With this number of a model's, or none. */
    public Probabilities withModel(@Nullable Percent computed) {
        return new Probabilities(stage, computed, manual);
    }

    /** With this judgement, or none. */
    public Probabilities withJudgement(@Nullable Judgement said) {
        return new Probabilities(stage, model, said);
    }

    /** Whether this is from 0 % to 100 %, both inclusive. */
    public static boolean isProbability(Percent percent) {
        return !percent.isNegative() && percent.compareTo(Percent.HUNDRED) <= 0;
    }
}
