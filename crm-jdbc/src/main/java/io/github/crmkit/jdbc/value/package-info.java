/**
 * How the small values that several tables have lie in columns, and as JSON in one.
 *
 * <p>{@link Values} has a codec for each that is a column of its own, and gives numbers back the decimals that they were made
 * with. A shape writes one that is read with its row and never asked for by itself.
 */
@NullMarked
package io.github.crmkit.jdbc.value;

import org.jspecify.annotations.NullMarked;
