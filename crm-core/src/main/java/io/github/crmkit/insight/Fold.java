package io.github.crmkit.insight;

import java.util.Collection;

/**
 * Adds up journeys, one after another, in any order.
 *
 * @param <R> what they come to
 */
interface Fold<R> {

    void add(Journey deal);

    R result();

    static <R> R over(Collection<Journey> deals, Fold<R> fold) {
        deals.forEach(fold::add);
        return fold.result();
    }
}
