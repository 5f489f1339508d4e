package io.github.crmkit.score;

/** What was learnt from decided deals. Immutable; the same cases in any order give the same model. */
public sealed interface ScoreModel permits NaiveBayes, LogisticModel {

    /** What it looks at, and how careful it is. */
    ScoreSettings settings();

    /** How likely a deal is to be won of which this is known. */
    Prediction predict(Evidence known);
}
