/**
 * Filling blanks: what happens when something is known of a record twice.
 *
 * <p>What stands is never overwritten. An offered value fills a blank, agrees with what stands, or is dropped, and whatever
 * is dropped is listed: {@link Blanks} works through the fields, {@link Filled} is the outcome. Conversion of leads uses it
 * for accounts and contacts that exist. Leans on the kernel.
 */
@NullMarked
package io.github.crmkit.merge;

import org.jspecify.annotations.NullMarked;
