package io.github.crmkit.jdbc.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TestDatabaseTest {

    @ParameterizedTest
    @CsvSource({"H2, H2, 2.", "POSTGRESQL, PostgreSQL, 18.", "MARIADB, MariaDB, 11."})
    void each_engine_is_the_real_one(Engine engine, String product, String version) throws SQLException {
        try (TestDatabase database = engine.fresh();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product);
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(version);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_row_comes_back_as_it_was_written(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            DataSource pool = database.pool();
            createTable(pool);
            write(pool, "สมชาย 🧱");
            assertThat(read(pool)).isEqualTo("สมชาย 🧱");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_durable_database_works_the_same(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh(Durability.DURABLE)) {
            createTable(database.dataSource());
            write(database.dataSource(), "kept");
            assertThat(read(database.dataSource())).isEqualTo("kept");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"POSTGRESQL; 'a' < 'B'", "MARIADB; 'a' = 'A'"})
    void a_server_compares_text_by_language_unless_told_otherwise(Engine engine, String comparison)
            throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            assertThat(readOne(database.dataSource(), "select case when " + comparison + " then 'yes' else 'no' end"))
                    .isEqualTo("yes");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_fresh_databases_share_nothing(Engine engine) throws SQLException {
        try (TestDatabase one = engine.fresh();
                TestDatabase other = engine.fresh()) {
            createTable(one.dataSource());
            createTable(other.dataSource());
            write(one.dataSource(), "one");
            assertThat(read(other.dataSource())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_autocommit_nothing_stays_that_was_not_committed(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            createTable(database.dataSource());
            for (DataSource dataSource : new DataSource[] {database.dataSource(false), database.pool(false)}) {
                try (Connection connection = dataSource.getConnection()) {
                    assertThat(connection.getAutoCommit()).isFalse();
                    insert(connection, "lost");
                    connection.rollback();
                }
            }
            assertThat(read(database.dataSource())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_closed_database_is_gone_with_its_pools(Engine engine) throws SQLException {
        DataSource raw;
        DataSource pool;
        try (TestDatabase database = engine.fresh()) {
            raw = database.dataSource();
            pool = database.pool();
            createTable(pool);
        }
        assertThatThrownBy(() -> read(raw)).isInstanceOf(SQLException.class);
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
    }

    private static void createTable(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id int primary key, body varchar(100))");
        }
    }

    private static void write(DataSource dataSource, String body) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, body);
        }
    }

    private static void insert(Connection connection, String body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into note (id, body) values (1, ?)")) {
            insert.setString(1, body);
            insert.executeUpdate();
        }
    }

    private static String read(DataSource dataSource) throws SQLException {
        return readOne(dataSource, "select body from note");
    }

    private static String readOne(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
