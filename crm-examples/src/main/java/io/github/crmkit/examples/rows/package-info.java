/**
 * What the rows of a folder say, as typed records; one for each source.
 *
 * <p>A row is read from a {@link io.github.crmkit.examples.folder.CsvRow}, which collects everything that is wrong with
 * it; a row that contradicts itself is refused here. Whether what it refers to exists is not known yet, see {@code load}.
 *
 * <p>Leans on {@code folder}. Knows nothing of how anything is stored.
 */
@NullMarked
package io.github.crmkit.examples.rows;

import org.jspecify.annotations.NullMarked;
