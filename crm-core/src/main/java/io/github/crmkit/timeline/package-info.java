/**
 * The whole story of a deal or of an account in one view, for whoever takes it over.
 *
 * <p>A {@link io.github.crmkit.timeline.Timeline} is made of the history that every save leaves behind: of the deal itself, of
 * the lead it came from, of its quotes, and of its account and contact while they were linked to it. Nothing is kept
 * besides. It is merged in time order, and each entry says in a plain sentence what happened: stages by their names, amounts
 * with their currency, colleagues by the names that the host gives them.
 *
 * <p>What the caller does not see contributes nothing, and nothing tells that it is there: a hidden account is an absent one.
 * Events that have no words of their own yet are told by their code and by the fields that changed.
 *
 * <p>{@link io.github.crmkit.timeline.TimelineService} is the door. Leans on kernel, time, query, storage, access, lead, party,
 * pipeline, opportunity and quote.
 */
@NullMarked
package io.github.crmkit.timeline;

import org.jspecify.annotations.NullMarked;
