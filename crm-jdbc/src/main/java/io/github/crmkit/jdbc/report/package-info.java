/**
 * Roll-ups as SQL: totals over many rows that the database adds up, so that only the totals travel.
 *
 * <p>A {@link Report} answers one kind of {@link io.github.crmkit.storage.Rollup}; {@link Reports} is the list of them. What
 * the question's own fold answers from reading everything is the reference: the contract kit compares the two on random
 * histories. A question without a report is folded.
 *
 * <p>Statements are text blocks, see {@link ReportSql}: every value is bound, the tenant in each statement, and every answer
 * comes from one statement, so that it is of one state of the database. Nothing is rounded there: amounts of six decimals
 * times probabilities of six have twelve, and their sums at most 65 digits, which is what MariaDB has.
 */
@NullMarked
package io.github.crmkit.jdbc.report;

import org.jspecify.annotations.NullMarked;
