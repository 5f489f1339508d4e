package io.github.crmkit.jdbc.report;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Rollup;

/**
 * Answers one kind of question by SQL, with the very answer that the question's fold has. Immutable.
 *
 * @param question the kind of question
 * @param answering answers one of them
 * @param <T> the aggregate that is asked about
 * @param <R> the answer
 * @param <Q> the kind of question
 */
public record Report<T, R, Q extends Rollup<T, R>>(Class<Q> question, Answering<T, R, Q> answering) {

    /** Answers a question from one statement. */
    @FunctionalInterface
    public interface Answering<T, R, Q> {

        /**
         * The answer.
         *
         * @param visible the aggregates that may be looked at
         * @param asking runs the statement
         */
        R answer(Q question, Criteria<T> visible, Asking<T> asking);
    }
}
