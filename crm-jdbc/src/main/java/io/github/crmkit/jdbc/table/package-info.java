/**
 * One declared table for each kind of aggregate, and the list of them.
 *
 * <p>To add one: declare it here, put it on the list in {@link Tables}, and add its migration. What the compiler does not
 * notice, the comparison of the declared tables with a migrated database does.
 */
@NullMarked
package io.github.crmkit.jdbc.table;

import org.jspecify.annotations.NullMarked;
