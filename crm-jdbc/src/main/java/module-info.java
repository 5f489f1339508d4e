/**
 * Keeps everything in a relational database: H2, PostgreSQL or MariaDB, through plain JDBC.
 *
 * <p>Flyway is optional: it is used where the host has it, and only to bring the tables into being.
 */
module io.github.crmkit.jdbc {
    requires static transitive org.jspecify;
    requires transitive io.github.crmkit.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires static flyway.core;

    exports io.github.crmkit.jdbc;
    exports io.github.crmkit.jdbc.dialect;
    exports io.github.crmkit.jdbc.json;
    exports io.github.crmkit.jdbc.mapping;
    exports io.github.crmkit.jdbc.report;
    exports io.github.crmkit.jdbc.sql;
}
