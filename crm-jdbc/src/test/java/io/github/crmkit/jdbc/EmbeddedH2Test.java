package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.HistoryEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedH2Test {

    @TempDir
    private Path folder;

    @Test
    void the_address_that_is_handed_out_commits_to_the_disk() throws SQLException {
        assertThat(setting(EmbeddedH2.file(folder.resolve("crm")), "WRITE_DELAY"))
                .isEqualTo("0");
    }

    @Test
    void the_fast_one_has_to_be_asked_for() throws SQLException {
        assertThat(setting(EmbeddedH2.fastFile(folder.resolve("crm")), "WRITE_DELAY"))
                .isNotEqualTo("0");
    }

    @Test
    void it_is_all_that_a_host_needs() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(EmbeddedH2.file(folder.resolve("my crm")));
        Schema.standard().apply(dataSource);
        long entries = JdbcStorage.over(dataSource)
                .inUnit(
                        new TenantId(UUID.randomUUID()),
                        u -> u.repository(HistoryEntry.TYPE).count(Criteria.all()));
        assertThat(entries).isZero();
        assertThat(folder.resolve("my crm.mv.db")).exists();
    }

    @Test
    void a_path_cannot_smuggle_in_settings() {
        for (String path : new String[] {"crm;INIT=RUNSCRIPT FROM 'x'", "a;b/crm"}) {
            assertThatThrownBy(() -> EmbeddedH2.file(folder.resolve(path)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> EmbeddedH2.fastFile(folder.resolve(path)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String setting(String url, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = '" + name + "'")) {
            return settings.next() ? settings.getString(1) : "";
        }
    }
}
