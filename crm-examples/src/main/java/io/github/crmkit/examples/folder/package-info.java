/**
 * A folder of CSV files and the mapping that tells how to read it.
 *
 * <p>A {@link Mapping} says which files there are, what their columns are called, how dates are written and what is to
 * be repaired. A {@link SourceFolder} checks files and headers against it before any row is read: a mapping or a folder
 * that cannot work is refused with everything that is wrong. After that, a {@link CsvTable} hands out every row as a
 * {@link CsvRow}, whose fields are asked for by the names of its {@link Source} and which collects what is wrong with
 * them.
 *
 * <p>Leans on {@code csv} for records. Knows nothing of how anything is stored.
 */
@NullMarked
package io.github.crmkit.examples.folder;

import org.jspecify.annotations.NullMarked;
