/**
 * Keeps what the core decides in H2, PostgreSQL or MariaDB, through plain JDBC.
 *
 * <p>Nothing here is open to reflection.
 */
module io.github.crmkit.jdbc {
    requires static org.jspecify;
    requires transitive io.github.crmkit.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
}
