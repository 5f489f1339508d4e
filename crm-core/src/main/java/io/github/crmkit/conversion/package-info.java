/**
 * Conversion: a qualified lead becomes an account, a contact and a deal.
 *
 * <p>{@link ConvertLead} says what is wanted: into new records, or into an account and a contact that are there, of which
 * only blanks are filled; with a deal or without. A {@link Conversion.Plan} only looks: it lists what is made, filled and
 * left behind, what stands in the way, and what may be there already. The conversion itself happens wholly or not at all,
 * and once however often it is asked for: a later call is told what the first one made.
 *
 * <p>What is made belongs to the owner of the lead. Values that nothing takes stay with the lead, and none is lost unsaid.
 * The lead is told by an event in its history; the deal keeps the id of its lead.
 *
 * <p>{@link ConversionService} is the door. Leans on lead, party, pipeline, opportunity and merge; nothing leans on it.
 */
@NullMarked
package io.github.crmkit.conversion;

import org.jspecify.annotations.NullMarked;
