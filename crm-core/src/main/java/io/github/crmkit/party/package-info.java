/**
 * The parties that business is done with: accounts, contacts, and who belongs where when.
 *
 * <p>An {@link Account} is an organisation, a {@link Contact} is a person. An {@link Affiliation} says that a contact
 * belongs to an account during some days, in some role: a person may belong to several organisations, and move from one to
 * another, without losing the past. The same person is never in the same role at the same account twice on one day.
 *
 * <p>Each account and contact may carry a reference, its key in another system, unique within the tenant. What is known
 * can be edited, and blanks can be filled without overwriting anything: {@link Account#fillBlanks}.
 *
 * <p>{@link AccountService} and {@link ContactService} are the doors; an affiliation is seen by those who see both its ends.
 * Leans on kernel, person, time, query, storage and access.
 */
@NullMarked
package io.github.crmkit.party;

import org.jspecify.annotations.NullMarked;
