/**
 * People's names and the ways to reach them, shared by leads and contacts.
 *
 * <p>Each is a small value that keeps what was given and can tell its comparable form: {@link EmailAddress#normalized()},
 * {@link PhoneNumber#digits()}. A {@link PersonName} needs a family name only, so that a person with one name has one.
 *
 * <p>The constructors refuse what cannot be such a value; each type's {@code check} says the same into a list of
 * violations, for commands that report everything at once. Whether an address or a number exists is not known here.
 *
 * <p>Leans on the kernel only.
 */
@NullMarked
package io.github.crmkit.person;

import org.jspecify.annotations.NullMarked;
