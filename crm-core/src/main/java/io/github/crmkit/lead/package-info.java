/**
 * Leads: people and organisations that may become customers.
 *
 * <p>A {@link Lead} comes in as {@link LeadStatus#NEW}, is worked on, nurtured, qualified or given up, and in the end is
 * converted into an account, a contact and a deal. Which status may follow which is a table; giving up and coming back
 * from it need a reason. Being converted is a fact on a qualified lead, not a status, and final: nothing about a converted
 * lead changes any more.
 *
 * <p>{@link LeadService} is the door. Conversion itself lives downstream, where deals are known: a lead knows only by the
 * event {@link LeadEvent.Converted} in its history what it became. Leans on kernel, person, query, lifecycle, storage and
 * access.
 */
@NullMarked
package io.github.crmkit.lead;

import org.jspecify.annotations.NullMarked;
