package io.github.crmkit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.jdbc.mapping.Children;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.HistoryEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Declared tables, migrations and core's types say the same. */
class TablesTest {

    private static final String PREFIX = "crm_";

    @Test
    void every_entity_type_of_the_core_has_a_table() throws ReflectiveOperationException {
        Set<EntityType<?, ?>> types = typesOfTheCore();

        assertThat(types).hasSizeGreaterThanOrEqualTo(11).contains(Leads.TYPE);
        assertThat(withoutTable(types)).isEmpty();
    }

    @Test
    void every_table_has_samples_for_the_round_trip_and_the_queries() {
        assertThat(withoutSamples(Kind.all())).as("types without samples").isEmpty();
    }

    @Test
    void a_table_without_samples_is_found() {
        assertThat(withoutSamples(QuoteSamples.all())).contains(Leads.TYPE);
    }

    @Test
    void a_new_entity_type_without_a_table_is_found() {
        EntityType<Lead, LeadId> fresh = EntityType.named("new-thing", LeadId::new, Lead::id)
                .fields(List.of())
                .stamp(Lead::stamp, (lead, stamp) -> lead);

        assertThat(withoutTable(List.of(Leads.TYPE, fresh))).containsExactly(fresh);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_migrated_schema_is_what_is_declared(Engine engine) {
        assertThatCode(() ->
                        Schema.standard().validate(MigratedDatabase.of(engine).pool()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_migrated_table_has_exactly_the_declared_columns(Engine engine) throws SQLException {
        Map<String, Set<String>> declared = new TreeMap<>();
        for (Table<?, ?> table : Tables.all()) {
            addColumns(table, declared);
        }

        assertThat(liveColumns(engine)).isEqualTo(declared);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_declared_index_is_there_with_its_columns_in_their_order(Engine engine) throws SQLException {
        for (Table<?, ?> table : Tables.all()) {
            Collection<List<String>> live = liveIndexes(engine, table.name());
            for (Table.Index<?> index : table.indexes()) {
                assertThat(live).as(index.name()).contains(columnsOf(table, index));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_tenant_leads_every_index_and_every_foreign_key(Engine engine) throws SQLException {
        for (String table : liveColumns(engine).keySet()) {
            assertThat(liveIndexes(engine, table))
                    .as(table)
                    .allMatch(columns -> columns.get(0).equals(Table.TENANT));
            assertThat(liveForeignKeys(engine, table).values())
                    .as(table)
                    .allMatch(columns -> columns.get(0).equals("tenant_id tenant_id"));
        }
        assertThat(liveForeignKeys(engine, "quote_line")).hasSize(1);
        assertThat(liveForeignKeys(engine, "opportunity")).hasSize(3);
    }

    private static Set<EntityType<?, ?>> withoutTable(Collection<EntityType<?, ?>> types) {
        Set<EntityType<?, ?>> missing = new HashSet<>(types);
        Tables.all().forEach(table -> missing.remove(table.type()));
        return missing;
    }

    private static Set<EntityType<?, ?>> typesOfTheCore() throws ReflectiveOperationException {
        Set<EntityType<?, ?>> types = new HashSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.github.crmkit")) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(EntityType.class)
                        && placeOf(type.reflect()).equals(placeOf(EntityType.class))) {
                    types.add((EntityType<?, ?>) field.reflect().get(null));
                }
            }
        }
        return types;
    }

    /** History has a test of its own. */
    private static Set<EntityType<?, ?>> withoutSamples(List<Kind<?, ?>> kinds) {
        Set<EntityType<?, ?>> types = new HashSet<>();
        Tables.all().forEach(table -> types.add(table.type()));
        kinds.forEach(kind -> types.remove(kind.type()));
        types.remove(HistoryEntry.TYPE);
        return types;
    }

    /** Where a class was loaded from: tests declare types too, which need no table. */
    private static String placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static <T> void addColumns(Table<T, ?> table, Map<String, Set<String>> declared) {
        Set<String> columns = new TreeSet<>(Set.of(Table.TENANT, Table.ID));
        if (table.stamped()) {
            columns.addAll(Table.STAMP.keySet());
        }
        table.columns().forEach(column -> columns.add(column.name()));
        declared.put(table.name(), columns);
        for (Children<T, ?> owned : table.children()) {
            declared.put(owned.table(), columnsOf(owned));
        }
    }

    private static Set<String> columnsOf(Children<?, ?> owned) {
        Set<String> columns = new TreeSet<>(Set.of(Table.TENANT, owned.parent(), Children.POSITION));
        for (Column<?, ?> column : owned.columns()) {
            columns.add(column.name());
        }
        return columns;
    }

    @SuppressWarnings("unchecked") // the index was taken from this table
    private static <T> List<String> columnsOf(Table<T, ?> table, Table.Index<?> index) {
        return table.columnsOf((Table.Index<T>) index);
    }

    private static Map<String, Set<String>> liveColumns(Engine engine) throws SQLException {
        Map<String, Set<String>> live = new TreeMap<>();
        try (Connection connection = MigratedDatabase.of(engine).pool().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (rows.next()) {
                String table = lower(rows.getString("TABLE_NAME"));
                if (table.startsWith(PREFIX) && !table.startsWith(PREFIX + "schema_")) {
                    live.computeIfAbsent(table.substring(PREFIX.length()), t -> new TreeSet<>())
                            .add(lower(rows.getString("COLUMN_NAME")));
                }
            }
        }
        return live;
    }

    /** The columns of each index, in their order; descending ones are quoted by some database. */
    private static Collection<List<String>> liveIndexes(Engine engine, String table) throws SQLException {
        Map<String, List<String>> live = new TreeMap<>();
        try (Connection connection = MigratedDatabase.of(engine).pool().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(), connection.getSchema(), stored(engine, table), false, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    live.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>())
                            .add(lower(column));
                }
            }
        }
        return live.values();
    }

    private static Map<String, List<String>> liveForeignKeys(Engine engine, String table) throws SQLException {
        Map<String, List<String>> live = new TreeMap<>();
        try (Connection connection = MigratedDatabase.of(engine).pool().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getImportedKeys(connection.getCatalog(), connection.getSchema(), stored(engine, table))) {
            while (rows.next()) {
                live.computeIfAbsent(rows.getString("FK_NAME"), name -> new ArrayList<>())
                        .add(lower(rows.getString("FKCOLUMN_NAME") + " " + rows.getString("PKCOLUMN_NAME")));
            }
        }
        return live;
    }

    private static String stored(Engine engine, String table) {
        String name = PREFIX + table;
        return engine == Engine.H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
