package io.github.crmkit.examples.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.PipelineNow;
import io.github.crmkit.track.PipelineThen;
import io.github.crmkit.track.Viewpoint;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Measures the pipeline now, the pipeline as of a moment and the movement of a quarter on an embedded PostgreSQL with its
 * default settings, and on H2 in memory where there are few deals: through the library, and by sending the very same
 * statements by hand. Prints microseconds by hand, how many times that the library takes, and the control.
 *
 * <p>Arguments are the numbers of deals, each with ten changes over a hundred days: 10000 100000 where none is given. With a
 * colon behind it, a number of timed rounds: 1000000:3 takes about half an hour and eight gigabytes of disk.
 */
public final class RollupBenchmark {

    private static final int MOST_ON_H2 = 10_000;
    private static final int MOST_TO_FOLD = 10_000;

    /** Rounds are fewer the longer each of them is. */
    private static final int DEALS_IN_ALL_ROUNDS = 500_000;

    private static final int FEWEST_ROUNDS = 5;
    private static final int MOST_ROUNDS = 25;

    /** Where each round takes so long that none is left out. */
    private static final int LONG = 100_000;

    /** One round at least. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private RollupBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        for (String size : args.length == 0 ? new String[] {"10000", "100000"} : args) {
            String[] parts = size.split(":", 2);
            int deals = Integer.parseInt(parts[0]);
            int rounds = parts.length > 1 ? Integer.parseInt(parts[1]) : rounds(deals);
            if (deals <= MOST_ON_H2) {
                // repeated identical queries would otherwise be answered from a cache
                String h2 = "jdbc:h2:mem:rollups;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=0";
                try (HikariDataSource source = pool(h2, "sa")) {
                    run("H2 in memory", source, RollupRows.inH2(source), deals, rounds);
                }
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off")
                            .setServerConfig("max_wal_size", "8GB")
                            .start();
                    HikariDataSource source = pool(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
                run("PostgreSQL", source, RollupRows.inPostgresql(source), deals, rounds);
            }
        }
    }

    private static void run(String name, DataSource source, RollupRows rows, int deals, int rounds) {
        Schema.standard().apply(source);
        JdbcStorage storage = JdbcStorage.over(source);
        TenantId tenant = new TenantId(new UUID(1, 1));
        long begun = System.nanoTime();
        rows.fill(storage, tenant, deals);
        System.out.printf(
                Locale.ROOT,
                "%n%-28s %13s %8s %8s   filled in %d s%n",
                name + ", " + deals + " deals",
                "by hand",
                "library",
                "control",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        questions().forEach((what, question) -> {
            Overheard spoken = Overheard.of(source, heard -> ask(JdbcStorage.over(heard), tenant, question));
            Contest contest = Contest.of(
                    what, 1, () -> Hand.inTransaction(source, spoken::sendAgain), () -> ask(storage, tenant, question));
            System.out.println(contest.run(deals > LONG ? Duration.ZERO : WARM_UP, rounds));
            if (deals <= MOST_TO_FOLD) {
                long from = System.nanoTime();
                storage.inUnit(tenant, unit -> question.fold(unit, Criteria.all()));
                System.out.printf(
                        Locale.ROOT, "%-28s %10.1f us%n", "  folded, once", (System.nanoTime() - from) / 1_000.0);
            }
        });
    }

    private static int rounds(int deals) {
        return Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, DEALS_IN_ALL_ROUNDS / deals));
    }

    private static Map<String, Rollup<Opportunity, ?>> questions() {
        Instant from = RollupRows.BEGIN.plus(Duration.ofDays(425));
        Instant to = from.plus(Duration.ofDays(91));
        Map<String, Rollup<Opportunity, ?>> questions = new LinkedHashMap<>();
        questions.put("pipeline now", PipelineNow.all());
        questions.put("pipeline as of a moment", new PipelineThen(Viewpoint.asOf(from)));
        questions.put("  as known then", new PipelineThen(Viewpoint.knownAt(from)));
        questions.put("movement of a quarter", MovementBetween.of(from, to));
        return questions;
    }

    private static <R> R ask(JdbcStorage storage, TenantId tenant, Rollup<Opportunity, R> question) {
        return storage.inUnit(tenant, unit -> unit.answer(question, Criteria.all()));
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
