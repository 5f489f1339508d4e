package io.github.crmkit.storage;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;

/**
 * A question over many aggregates of a type whose answer is small: totals, counts, groups. It knows how to answer itself by
 * reading them one after another; a store may know a shorter way that comes to the same answer.
 *
 * @param <T> the aggregate that is asked about
 * @param <R> the answer, a value
 */
public interface Rollup<T, R> {

    /** What is asked about: who may see it, may have the answer. */
    EntityType<T, ?> subject();

    /**
     * The answer from reading everything that it takes: the reference for every shorter way.
     *
     * @param visible the aggregates that may be looked at
     */
    R fold(UnitOfWork unit, Criteria<T> visible);
}
