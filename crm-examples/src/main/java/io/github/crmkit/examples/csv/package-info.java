/**
 * Reads CSV files record by record, from top to bottom, and never gives up a file for one bad row.
 *
 * <p>{@link RecordReader} knows the original line of every record. A record with broken quotation marks is handed over
 * as malformed, and reading goes on with the next line. What cannot be read at all is a {@link LoadRefusal}; a single
 * row that cannot be used is a {@link RowProblem}.
 *
 * <p>Leans on {@code console} for showing foreign text, and on the CSV parser. Knows nothing of columns or of sales.
 */
@NullMarked
package io.github.crmkit.examples.csv;

import org.jspecify.annotations.NullMarked;
