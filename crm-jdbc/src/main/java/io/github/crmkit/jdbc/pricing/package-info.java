/**
 * The tables of what is sold, what it costs, and who agreed on what.
 *
 * <p>Each is declared as those of {@code io.github.crmkit.jdbc.table} are, and stands on the list there: that room has the
 * tables of the people, the deals and the quotes.
 */
@NullMarked
package io.github.crmkit.jdbc.pricing;

import org.jspecify.annotations.NullMarked;
