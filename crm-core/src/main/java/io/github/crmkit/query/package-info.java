/**
 * One filter language for list views, segments, reports, rules and row-level access.
 *
 * <p>An {@link EntityType} names a kind of aggregate and its {@link Field}s; a {@link Criteria} is sealed data built from
 * those fields and nothing else, so that a filter can never name what was not declared. One interpreter runs in memory
 * ({@link Criteria#matches}), adapters translate the same data to their own language.
 *
 * <p>The meaning is the same everywhere. A comparison with an absent value is false, {@code notEqualTo} included. NOT is
 * two-valued: it holds exactly where its operand does not, so {@code AMOUNT.equalTo(x).not()} holds where the amount is
 * absent. Text is compared exactly; {@code sameText} folds case first. {@code %} and {@code _} are ordinary characters.
 * Text is ordered by code point, save that stores differ in where they put characters above U+FFFF among those from U+E000
 * to U+FFFF. Absent values sort last, ascending and descending. Names follow Jakarta Data's restrictions.
 *
 * <p>A filter can be written in words ({@link Criteria#describe}) and read back ({@link CriteriaReader}), over an allow-list
 * of fields.
 *
 * <p>Pages are cut by keyset: a {@link Cursor} says after which row the next page starts, so rows that come and go
 * between two pages are neither repeated nor skipped. Leans on the kernel only.
 */
@NullMarked
package io.github.crmkit.query;

import org.jspecify.annotations.NullMarked;
