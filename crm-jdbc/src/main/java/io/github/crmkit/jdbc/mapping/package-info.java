/**
 * The engine between aggregates and tables: a mapper, not an ORM.
 *
 * <p>A {@link Table} declares how one aggregate lies in one table and its owned child rows: {@link Columns} with explicit
 * getters, and one function that makes the aggregate from a {@link Row}. No reflection, no lazy loading, no joins, no
 * caches, no inheritance. A {@link TableSql} is that declaration in a dialect and under its final names: every text that
 * can be known is computed there, once. A {@link JdbcRepository} runs them for one tenant within one transaction; every
 * statement binds that tenant.
 *
 * <p>Filters become SQL in {@link CriteriaSql}, pages in {@link KeysetSql}. What is listed within a row and never asked for
 * is kept as JSON by a {@link io.github.crmkit.jdbc.json.JsonShape}.
 */
@NullMarked
package io.github.crmkit.jdbc.mapping;

import org.jspecify.annotations.NullMarked;
