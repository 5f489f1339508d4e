package io.github.crmkit.examples.bench;

import io.github.crmkit.Crm;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Fills a database with deals that each changed ten times, made up within the database itself. Deals come over six hundred
 * days, each changes about every nine days, and rows lie in the order in which they were recorded, as they would in life.
 * One in twenty rows was recorded two days late, one in a hundred deals was removed at last.
 *
 * @param source the database
 * @param numbers a table of whole numbers from one to another
 * @param after an expression for a moment that lies so many seconds after the beginning
 * @param inBulk whether indexes are made after the rows, as PostgreSQL does quickly
 */
record RollupRows(DataSource source, String numbers, String after, boolean inBulk) {

    /** When the first deal comes. */
    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    private static final int CHANGES = 10;
    private static final UserId USER = new UserId(new UUID(2, 1));

    private static final String STANDINGS = """
            insert into crm_standing (tenant_id, id, opportunity_id, effective_at, recorded_at, opportunity_version, actor_id,
                pipeline_id, stage_id, outcome, category, probability, amount, currency, close_date, owner_id, account_id,
                removed)
            select '<tenant>', cast('01900000-0001-7000-8000-' || lpad(cast(d * 10 + v as varchar), 12, '0') as uuid),
                cast('01900000-0000-7000-8000-' || lpad(cast(d as varchar), 12, '0') as uuid),
                <effective>, <recorded>, v, '<user>', '<pipeline>',
                case when v < 4 then cast('<stage1>' as uuid) when v < 7 then cast('<stage2>' as uuid)
                    when v < 10 or mod(d, 5) > 2 then cast('<stage3>' as uuid)
                    when mod(d, 5) = 2 then cast('<lost>' as uuid) else cast('<won>' as uuid) end,
                case when v < 10 or mod(d, 5) > 2 then 'OPEN' when mod(d, 5) = 2 then 'LOST' else 'WON' end,
                'PIPELINE', v * 9.5,
                case when mod(d, 20) > 0 then mod(d * 31 + v / 3 * 17, 100000) * 1.23 end,
                case when mod(d, 20) = 0 then null when mod(d, 3) = 0 then 'EUR' when mod(d, 3) = 1 then 'USD' else 'THB' end,
                case when mod(d, 25) > 0 then date '2024-03-01' + cast(d / (<deals> / 600) + v as integer) end,
                cast('01900000-0002-7000-8000-' || lpad(cast(mod(d + v / 5, 50) as varchar), 12, '0') as uuid),
                null, mod(d, 100) = 7 and v = 10
            from (
                select d, v, d / (<deals> / 600) * 86400 + (v - 1) * 777600 + mod(d * 7919 + v * 104729, 691200) as s
                from <deal> cross join <change>
            ) rows_in_time
            order by s
            """;

    private static final String DEALS = """
            insert into crm_opportunity (tenant_id, id, version, created_at, created_by, changed_at, changed_by, name,
                name_folded, owner_id, pipeline_id, stage_id, category, outcome, entered_at, last_open_stage_id,
                stage_probability, probability, amount, currency, close_date, closed_on, close_reason)
            select tenant_id, opportunity_id, opportunity_version, recorded_at, actor_id, recorded_at, actor_id,
                'A deal', 'a deal', owner_id, pipeline_id, stage_id, category, outcome, effective_at,
                case when outcome = 'OPEN' then stage_id end, probability, probability, amount, currency, close_date,
                case when outcome <> 'OPEN' then date '2025-01-01' end,
                case when outcome <> 'OPEN' then 'decided' end
            from crm_standing where opportunity_version = 10 and removed = false
            """;

    static RollupRows inPostgresql(DataSource source) {
        return new RollupRows(
                source,
                "generate_series(cast(<from> as <type>), <to>) as <name>s(<name>)",
                "timestamp with time zone '" + BEGIN + "' + (<seconds>) * interval '1 second'",
                true);
    }

    static RollupRows inH2(DataSource source) {
        return new RollupRows(
                source,
                "(select cast(x as <type>) as <name> from system_range(<from>, <to>)) as <name>s",
                "dateadd(second, <seconds>, timestamp with time zone '"
                        + BEGIN.toString().replace('T', ' ') + "')",
                false);
    }

    /** Fills it with so many deals, and tells the database that it was filled. */
    void fill(JdbcStorage storage, TenantId tenant, int deals) {
        Pipeline pipeline =
                Crm.on(storage).as(Caller.of(tenant, USER)).pipelines().installDefault();
        String standings = STANDINGS
                .replace("<tenant>", tenant.value().toString())
                .replace("<user>", USER.value().toString())
                .replace("<pipeline>", pipeline.id().value().toString())
                .replace("<stage1>", stage(pipeline.stages().get(0)))
                .replace("<stage2>", stage(pipeline.stages().get(1)))
                .replace("<stage3>", stage(pipeline.stages().get(2)))
                .replace("<won>", stage(pipeline.first(Outcome.WON)))
                .replace("<lost>", stage(pipeline.first(Outcome.LOST)))
                .replace("<recorded>", after.replace("<seconds>", "s"))
                .replace(
                        "<effective>",
                        after.replace("<seconds>", "s - case when mod(d + v, 20) = 0 then 172800 else 0 end"))
                .replace("<deal>", numbers("d", "bigint", 0, deals - 1))
                .replace("<change>", numbers("v", "integer", 1, CHANGES))
                .replace("<deals>", Integer.toString(deals));
        Hand.inTransaction(source, connection -> {
            Map<String, String> indexes = inBulk ? indexes(connection) : Map.of();
            for (String index : indexes.keySet()) {
                run(connection, "drop index " + index);
            }
            run(connection, standings);
            run(connection, DEALS);
            for (String definition : indexes.values()) {
                run(connection, definition);
            }
            return deals;
        });
        analyze();
    }

    private String numbers(String name, String type, int from, int to) {
        return numbers.replace("<name>", name)
                .replace("<type>", type)
                .replace("<from>", Integer.toString(from))
                .replace("<to>", Integer.toString(to));
    }

    private static String stage(Stage stage) {
        return stage.id().value().toString();
    }

    /** The definitions by name of the indexes of the rows behind deals, but for the key. */
    private static Map<String, String> indexes(Connection connection) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select indexname, indexdef from pg_indexes"
                        + " where tablename = 'crm_standing' and indexname like '%ix_%'")) {
            while (result.next()) {
                found.put(result.getString(1), result.getString(2));
            }
        }
        return found;
    }

    private void analyze() {
        try (Connection connection = source.getConnection()) {
            run(connection, inBulk ? "vacuum analyze crm_standing" : "analyze");
            run(connection, inBulk ? "vacuum analyze crm_opportunity" : "analyze");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
