package io.github.crmkit.jdbc.sql;

/**
 * A column as the database's catalogue describes it.
 *
 * @param name in lower case
 * @param jdbcType one of {@link java.sql.Types}
 * @param typeName the database's own name of the type, in lower case
 * @param size characters, digits or bytes, as the type has it
 * @param scale decimals
 * @param nullable whether it accepts absent values
 */
public record LiveColumn(String name, int jdbcType, String typeName, int size, int scale, boolean nullable) {}
