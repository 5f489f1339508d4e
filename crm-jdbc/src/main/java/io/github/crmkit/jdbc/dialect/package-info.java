/**
 * What differs between databases, and nothing else.
 *
 * <p>A {@link ColumnType} is what a column is declared as; a {@link Dialect} says how that is written in DDL, bound, read
 * and recognised in a live schema, and a few words of SQL that are not the same everywhere. Its defaults are what the
 * standard and most databases agree on, so a new database costs a handful of lines.
 *
 * <p>A host whose database is not recognised by its product name hands in a dialect of its own or one of the three.
 */
@NullMarked
package io.github.crmkit.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
