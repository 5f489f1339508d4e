/**
 * Deals: what may be sold to whom, for how much, when, and how likely.
 *
 * <p>An {@link Opportunity} stands in a stage of a {@link io.github.crmkit.pipeline.Pipeline}, moves between its stages
 * and ends as won or lost. A closed deal moves only by being reopened, with a reason, and then returns to the last open
 * stage it was in. Three probabilities are kept side by side, see {@link io.github.crmkit.pipeline.Probabilities}. What changed, when and why is in
 * the history of every deal.
 *
 * <p>A deal is opened by hand, taken over from elsewhere, or made of a lead: turning leads into deals is a room of its own
 * downstream, and here a deal only keeps the id of the lead it came from.
 *
 * <p>What else is known about a deal, its people, lines and answers, is its {@link io.github.crmkit.deal.Dossier}. Its amount
 * is entered or the sum of its lines. Every way of closing it goes through {@link Opportunity#move} or its opening, which
 * freeze the rate to the organisation's home currency.
 *
 * <p>{@link OpportunityService} is the door. Leans on kernel, money, time, query, storage, access, pipeline, pricing, deal, lead and
 * party; conversion, quotes and forecasts lean on it.
 */
@NullMarked
package io.github.crmkit.opportunity;

import org.jspecify.annotations.NullMarked;
