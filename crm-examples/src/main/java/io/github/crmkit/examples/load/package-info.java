/**
 * Loads a folder, source by source, and keeps account of every row.
 *
 * <p>Each source has its typed row, for example {@link DealRow}. The {@link LoadReport} is the invariant: rows read =
 * created + unchanged + refused, for each source. Values that were replaced, defaults that filled an empty cell and
 * columns that nobody reads are listed too; nothing is dropped in silence.
 *
 * <p>Leans on {@code folder} for the rows and on {@code console} for tables.
 */
@NullMarked
package io.github.crmkit.examples.load;

import org.jspecify.annotations.NullMarked;
