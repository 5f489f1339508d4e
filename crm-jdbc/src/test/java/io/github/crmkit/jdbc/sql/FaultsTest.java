package io.github.crmkit.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.OutcomeUnknownException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {

    private static final Constraints CONSTRAINTS =
            new Constraints("lead", Map.of("crm_uq_lead_reference", "reference", "crm_uq_lead_mail", "mail"));

    @ParameterizedTest(name = "{0}: {1}/{2}")
    @CsvSource({
        "H2 deadlock,                       40001, 40001, CONFLICT",
        "H2 lock timeout,                   HYT00, 50200, CONFLICT",
        "H2 concurrent update,              90131, 90131, CONFLICT",
        "H2 duplicate,                      23505, 23505, DUPLICATE",
        "H2 foreign key,                    23506, 23506, REFUSED",
        "H2 value too long,                 22001, 22001, REFUSED",
        "H2 missing table,                  42S02, 42102, REFUSED",
        "H2 statement cancelled,            57014, 57014, UNCLEAR",
        "H2 connection broken,              90067, 90067, UNCLEAR",
        "H2 closed,                         90007, 90007, UNCLEAR",
        "H2 file broken,                    90028, 90028, UNCLEAR",
        "PostgreSQL deadlock,               40P01, 0,     CONFLICT",
        "PostgreSQL serialization failure,  40001, 0,     CONFLICT",
        "PostgreSQL lock timeout,           55P03, 0,     CONFLICT",
        "PostgreSQL duplicate,              23505, 0,     DUPLICATE",
        "PostgreSQL foreign key,            23503, 0,     REFUSED",
        "PostgreSQL dead transaction,       25P02, 0,     REFUSED",
        "PostgreSQL internal error,         XX000, 0,     REFUSED",
        "PostgreSQL out of disk,            53100, 0,     REFUSED",
        "PostgreSQL connection lost,        08006, 0,     UNCLEAR",
        "PostgreSQL shut down,              57P01, 0,     UNCLEAR",
        "PostgreSQL completion unknown,     40003, 0,     UNCLEAR",
        "MariaDB deadlock,                  40001, 1213,  CONFLICT",
        "MariaDB lock timeout,              HY000, 1205,  CONFLICT",
        "MariaDB changed since read,        HY000, 1020,  CONFLICT",
        "MariaDB duplicate,                 23000, 1062,  DUPLICATE",
        "MariaDB duplicate with key,        23000, 1586,  DUPLICATE",
        "MariaDB foreign key,               23000, 1452,  REFUSED",
        "MariaDB not null,                  23000, 1048,  REFUSED",
        "MariaDB error while committing,    HY000, 1180,  UNCLEAR",
        "MariaDB connection closed,         08000, 1220,  UNCLEAR",
        "Galera certification failure,      40001, 1213,  CONFLICT",
    })
    void each_fault_is_known_by_state_and_code(String what, String state, int code, Faults.Kind kind) {
        assertThat(Faults.kind(new SQLException(what, state, code))).isEqualTo(kind);
    }

    @Test
    void a_fault_without_a_state_is_unclear() {
        assertThat(Faults.kind(new SQLException("nothing is known"))).isEqualTo(Faults.Kind.UNCLEAR);
    }

    @Test
    void a_commit_whose_connection_breaks_has_an_unknown_outcome() {
        assertThat(Faults.atCommit(new SQLException("gone", "08006"))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(Faults.atCommit(new SQLException("gone"))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_conflict_or_refusal_at_commit_is_no_unknown_outcome() {
        assertThat(Faults.atCommit(new SQLException("conflict", "40001", 1213)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(Faults.atCommit(new SQLException("internal", "XX000"))).isInstanceOf(StorageFailureException.class);
        assertThat(Faults.atCommit(new SQLException("deferred key", "23505")))
                .isInstanceOf(StorageFailureException.class);
    }

    @Test
    void the_same_break_within_a_statement_is_a_failure() {
        assertThat(Faults.inStatement(new SQLException("gone", "08006"), CONSTRAINTS))
                .isInstanceOf(StorageFailureException.class);
    }

    @Test
    void a_duplicate_names_the_key_as_h2_words_it() {
        assertThat(keyOf(
                        "Unique index or primary key violation: \"PUBLIC.CRM_UQ_LEAD_REFERENCE INDEX"
                                + " PUBLIC.CRM_UQ_LEAD_REFERENCE_INDEX_4 ON PUBLIC.CRM_LEAD(REFERENCE) VALUES ("
                                + " 'crm_uq_lead_mail')\"; SQL statement: insert into crm_lead",
                        "23505",
                        23505))
                .isEqualTo("reference");
        assertThat(keyOf(
                        "Unique index or primary key violation: \"PUBLIC.CRM_UQ_LEAD_MAIL_INDEX_A ON PUBLIC.CRM_LEAD(M)\"",
                        "23505",
                        23505))
                .isEqualTo("mail");
    }

    @Test
    void a_duplicate_names_the_key_as_postgresql_words_it_in_any_language() {
        String detail = "\n  Detail: Key (reference)=(crm_uq_lead_mail) already exists.";
        assertThat(keyOf(
                        "ERROR: duplicate key value violates unique constraint \"crm_uq_lead_reference\"" + detail,
                        "23505",
                        0))
                .isEqualTo("reference");
        assertThat(keyOf(
                        "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint „crm_uq_lead_reference“" + detail,
                        "23505",
                        0))
                .isEqualTo("reference");
    }

    @Test
    void a_duplicate_names_the_key_as_mariadb_words_it() {
        assertThat(keyOf(
                        "(conn=4) Duplicate entry 'x for key 'crm_uq_lead_mail'' for key 'crm_uq_lead_reference'",
                        "23000",
                        1062))
                .isEqualTo("reference");
        assertThat(keyOf("(conn=4) Duplicate entry 'x' for key 'PRIMARY'", "23000", 1062))
                .isEqualTo("id");
    }

    @Test
    void a_duplicate_within_a_batch_is_found_behind_the_batch() {
        SQLException duplicate = new SQLException("violates unique constraint \"crm_uq_lead_mail\"", "23505", 0);
        BatchUpdateException batch = new BatchUpdateException(
                "Batch entry 2 insert into lead values ('secret') was aborted", "23505", 0, new int[0]);
        batch.setNextException(duplicate);

        assertThat(Faults.inStatement(batch, CONSTRAINTS)).isInstanceOfSatisfying(DuplicateKeyException.class, e -> {
            assertThat(e.type()).isEqualTo("lead");
            assertThat(e.key()).isEqualTo("mail");
        });
    }

    @Test
    void what_quotes_values_is_not_passed_on() {
        for (String state : new String[] {"22001", "23505", "23503"}) {
            Throwable failed = Faults.inStatement(new SQLException("Key (mail)=(secret) exists", state), CONSTRAINTS);
            for (Throwable t = failed; t != null; t = t.getCause()) {
                assertThat(t.getMessage()).doesNotContain("secret");
            }
        }
    }

    @Test
    void what_helps_to_find_the_fault_is_passed_on() {
        SQLException missing = new SQLException("relation \"crm_lead\" does not exist", "42P01");
        assertThat(Faults.inStatement(missing, CONSTRAINTS)).hasCause(missing).hasMessageContaining("42P01");
    }

    private static String keyOf(String message, String state, int code) {
        return ((DuplicateKeyException) Faults.inStatement(new SQLException(message, state, code), CONSTRAINTS)).key();
    }
}
