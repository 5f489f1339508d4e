/**
 * Loads a folder into the CRM, source by source, and keeps account of every row.
 *
 * <p>{@link FolderLoad} is the way in. Each source has its {@link Step}, which knows what its rows refer to and what is
 * stored already; {@link Batches} stores the rows, each batch as one unit of work. What is there stays as it is, so a
 * folder can be loaded any number of times.
 *
 * <p>The {@link LoadReport} is the invariant: rows read = created + unchanged + used + refused, for each source. Values
 * that were replaced, that are missing or that have no place, and columns that nobody reads are listed too; nothing is
 * dropped in silence.
 *
 * <p>Leans on {@code rows} for what rows say, on {@code folder} and on {@code console}.
 */
@NullMarked
package io.github.crmkit.examples.load;

import org.jspecify.annotations.NullMarked;
