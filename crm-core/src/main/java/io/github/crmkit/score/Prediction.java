package io.github.crmkit.score;

import java.util.Optional;

/** What a model says of a deal: a score, or that it has not seen enough. */
public sealed interface Prediction permits Score, InsufficientData {

    /** The score; absent where the model has not seen enough. */
    default Optional<Score> score() {
        return this instanceof Score score ? Optional.of(score) : Optional.empty();
    }
}
