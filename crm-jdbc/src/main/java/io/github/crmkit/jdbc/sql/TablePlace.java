package io.github.crmkit.jdbc.sql;

import org.jspecify.annotations.Nullable;

/**
 * Where a table is expected.
 *
 * @param schema its schema; null for the connection's own
 * @param schemaIsCatalog whether the database calls a catalog what others call a schema
 * @param table its name, prefix included
 */
public record TablePlace(@Nullable String schema, boolean schemaIsCatalog, String table) {}
