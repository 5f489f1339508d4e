package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.mapping.TableSql;
import io.github.crmkit.jdbc.report.Report;
import io.github.crmkit.query.EntityType;
import java.util.Map;

/**
 * A layout in a dialect: what every unit of work needs. Made once with the storage.
 *
 * @param statements of every table, by entity type
 * @param reports by the class of their question
 */
record Prepared(
        Naming naming,
        Dialect dialect,
        Map<EntityType<?, ?>, TableSql<?, ?>> statements,
        Map<Class<?>, Report<?, ?, ?>> reports) {}
