package io.github.crmkit.examples.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.memory.MemoryStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Runs the contests on H2 in memory and on an embedded PostgreSQL and prints a table: microseconds by hand, how many times
 * that the adapter takes, and the control; in the end what a move costs in memory. An argument, where given, is the number of timed rounds.
 */
public final class Benchmark {

    /** Before that the shorter code is ahead only because it was compiled sooner. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private static final int ROUNDS = 60;

    /** How many moves are timed where there is nothing to compare with. */
    private static final int IN_MEMORY = 20_000;

    private Benchmark() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        // repeated identical queries would otherwise be answered from a cache
        String h2 = "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=0";
        try (HikariDataSource source = pool(h2, "sa")) {
            run("H2 in memory", source, rounds);
        }
        // without waiting for the disk: that would hide what the adapter costs
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
                HikariDataSource source = pool(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
            run("PostgreSQL", source, rounds);
        }
        MoveContest inMemory = new MoveContest(new MemoryStorage());
        inMemory.alone(IN_MEMORY);
        System.out.printf(Locale.ROOT, "%n%-28s %10.1f us%n", "move a deal in memory", inMemory.alone(IN_MEMORY));
    }

    private static void run(String name, DataSource source, int rounds) {
        Schema.standard().apply(source);
        System.out.printf("%n%-28s %13s %8s %8s%n", name, "by hand", "adapter", "control");
        JdbcStorage storage = JdbcStorage.over(source);
        List<Contest> contests = new ArrayList<>(new Contests(source, storage).all());
        contests.add(new MoveContest(storage).against(source));
        for (Contest contest : contests) {
            System.out.println(contest.run(WARM_UP, rounds));
        }
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
