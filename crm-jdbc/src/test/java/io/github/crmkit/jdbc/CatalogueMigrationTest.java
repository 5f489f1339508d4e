package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What products had for a category before there was a tree is kept. */
class CatalogueMigrationTest {

    private static final UUID OURS = new UUID(0x018f_0000_0000_7000L, Long.MIN_VALUE | 1);
    private static final UUID THEIRS = new UUID(0x018f_0000_0000_7000L, Long.MIN_VALUE | 2);
    private static final String CATALOGUE = "V008__catalogue.sql";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void each_text_becomes_one_category_at_the_top(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            int catalogue = Migrations.FILES.indexOf(CATALOGUE);
            Dialect dialect = dialect(engine);
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                run(statement, dialect, Migrations.FILES.subList(0, catalogue));
                statement.execute(product(engine, OURS, 1, "A", "Tiles"));
                statement.execute(product(engine, OURS, 2, "B", "Tiles"));
                statement.execute(product(engine, OURS, 3, "C", "Wood/Oak"));
                statement.execute(product(engine, OURS, 4, "D", "Wood-Oak"));
                statement.execute(product(engine, OURS, 5, "E", "TILES"));
                statement.execute(product(engine, OURS, 6, "F", null));
                statement.execute(product(engine, THEIRS, 1, "A", "Tiles"));
                run(statement, dialect, Migrations.FILES.subList(catalogue, Migrations.FILES.size()));
            }
            Schema.standard().validate(database.dataSource());
            Crm crm = Crm.on(JdbcStorage.over(database.pool()));
            CrmSession ours = crm.as(Caller.of(new TenantId(OURS), new UserId(OURS)));
            CrmSession theirs = crm.as(Caller.of(new TenantId(THEIRS), new UserId(OURS)));

            CategoryTree tree = ours.categories().tree();
            assertThat(tree).hasToString("TILES\nTiles\nWood-Oak");
            assertThat(List.of("A", "B", "C", "D", "E", "F"))
                    .extracting(sku -> path(ours, sku))
                    .containsExactly("Tiles", "Tiles", "Wood-Oak", "Wood-Oak", "TILES", "");
            assertThat(path(theirs, "A")).isEqualTo("Tiles");
            assertThat(theirs.categories().tree()).hasToString("Tiles");
            Product kept = ours.products().bySku("A").orElseThrow();
            assertThat(kept.kind()).isEqualTo(Product.Kind.GOODS);
            assertThat(kept.measures().others()).isEmpty();
            assertThat(ours.categories()
                            .create(NewCategory.of("Floor").under(kept.category()))
                            .above())
                    .contains(kept.category());
        }
    }

    private static String path(CrmSession session, String sku) {
        return session.products()
                .bySku(sku)
                .flatMap(product -> product.grouping().place())
                .map(place -> session.categories().tree().path(place))
                .orElse("");
    }

    private static void run(Statement statement, Dialect dialect, List<String> files) throws SQLException {
        for (String file : files) {
            String sql =
                    Schema.standard().expand(Migrations.read(file), dialect).replaceAll("(?m)^\\s*--.*$", "");
            for (String one : sql.split(";", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private static String product(Engine engine, UUID tenant, int number, String sku, @Nullable String category) {
        UUID id = new UUID(0x018f_0000_0000_7000L, Long.MIN_VALUE | (100 + number));
        String user = written(engine, OURS);
        String moment = "timestamp '2026-01-01 00:00:00'";
        return "insert into crm_product (tenant_id, id, version, created_at, created_by, changed_at, changed_by, sku, name,"
                + " name_folded, unit, category, status) values ("
                + String.join(", ", written(engine, tenant), written(engine, id), "1", moment, user, moment, user)
                + ", '" + sku + "', 'Name', 'name', 'piece', " + (category == null ? "null" : "'" + category + "'")
                + ", 'ACTIVE')";
    }

    /** An id as the database keeps it. */
    private static String written(Engine engine, UUID id) {
        return engine == Engine.MARIADB ? "x'" + id.toString().replace("-", "") + "'" : "'" + id + "'";
    }

    private static Dialect dialect(Engine engine) {
        return switch (engine) {
            case H2 -> Dialect.h2();
            case POSTGRESQL -> Dialect.postgresql();
            case MARIADB -> Dialect.mariadb();
        };
    }
}
