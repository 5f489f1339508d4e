package io.github.crmkit.jdbc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.TenantId;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records what passes to a database: each statement with what was bound, and each call on a connection. For one thread at a
 * time.
 *
 * <pre>{@code
 * RecordingDataSource recorder = new RecordingDataSource(database.pool());
 * Storage storage = JdbcStorage.over(recorder);
 * recorder.clear();
 * ...
 * assertThat(recorder.statements()).hasSize(1);
 * recorder.requireTenant(tenant);
 * }</pre>
 */
public final class RecordingDataSource extends InterceptedDataSource {

    /**
     * A statement that was executed.
     *
     * @param sql its text
     * @param rows what was bound, by position from 0: one list, or one for each row of a batch
     */
    public record Executed(String sql, List<List<@Nullable Object>> rows) {}

    private static final Pattern OF_TENANT = Pattern.compile("\\btenant_id = \\?");
    private static final Pattern WITH_TENANT =
            Pattern.compile("\\((\\w\\.)?tenant_id, (\\w\\.)?\\w+\\) in \\(\\(\\?, \\?\\)(, \\(\\?, \\?\\))*\\)");
    private static final Pattern INSERT = Pattern.compile("insert into \\S+ \\(tenant_id, .*");

    private final Recorder recorder;

    public RecordingDataSource(DataSource real) {
        this(real, new Recorder());
    }

    private RecordingDataSource(DataSource real, Recorder recorder) {
        super(real, recorder);
        this.recorder = recorder;
    }

    /** Every statement since the last {@link #clear}. */
    public List<Executed> statements() {
        return List.copyOf(recorder.executed);
    }

    /** The texts of the statements. */
    public List<String> texts() {
        return recorder.executed.stream().map(Executed::sql).toList();
    }

    /** The names of the methods that were called on connections, in order; {@code getConnection} too. */
    public List<String> connectionCalls() {
        return List.copyOf(recorder.calls);
    }

    /** The largest number of connections that were open at once. */
    public int mostConnections() {
        return recorder.most;
    }

    /** How many connections are open. */
    public int openConnections() {
        return recorder.open;
    }

    /** Forgets everything up to now. */
    public void clear() {
        recorder.executed.clear();
        recorder.calls.clear();
        recorder.most = recorder.open;
    }

    /** Every statement names the tenant in its conditions, beside each id, or as its first value, and binds this one there. */
    public void requireTenant(TenantId tenant) {
        for (Executed statement : recorder.executed) {
            String sql = statement.sql().toLowerCase(Locale.ROOT);
            List<Integer> places = tenantPlaces(sql);
            assertThat(places).as("a place for the tenant in: %s", sql).isNotEmpty();
            assertThat(statement.rows()).as(sql).isNotEmpty();
            for (List<@Nullable Object> row : statement.rows()) {
                for (int at : places) {
                    assertThat(uuid(row.get(at))).as("the tenant in: %s", sql).isEqualTo(tenant.value());
                }
            }
        }
    }

    private static List<Integer> tenantPlaces(String sql) {
        if (sql.startsWith("insert")) {
            return INSERT.matcher(sql).matches() ? List.of(0) : List.of();
        }
        Matcher condition = OF_TENANT.matcher(sql);
        Matcher pairs = WITH_TENANT.matcher(sql);
        if (condition.find()) {
            return List.of(marks(sql.substring(0, condition.start())));
        } else if (pairs.find()) {
            int first = marks(sql.substring(0, pairs.start()));
            return IntStream.range(0, marks(pairs.group()) / 2)
                    .mapToObj(pair -> first + 2 * pair)
                    .toList();
        }
        return List.of();
    }

    private static int marks(String sql) {
        return (int) sql.chars().filter(c -> c == '?').count();
    }

    private static @Nullable Object uuid(@Nullable Object bound) {
        if (bound instanceof byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return bound;
    }

    private static final class Recorder implements Hook {

        private final List<Executed> executed = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
        private final IdentityHashMap<Object, Bound> bound = new IdentityHashMap<>();
        private int open;
        private int most;

        @Override
        public @Nullable Object around(Call call, Proceeding proceeding) throws SQLException {
            if (call.on() == DataSource.class || call.on() == Connection.class) {
                return aroundConnection(call, proceeding);
            } else if (call.on() == PreparedStatement.class) {
                note(call);
            }
            return proceeding.proceed();
        }

        private @Nullable Object aroundConnection(Call call, Proceeding proceeding) throws SQLException {
            Object result = proceeding.proceed();
            if (call.method().equals("prepareStatement")) {
                bound.put(result, new Bound((String) call.arguments().get(0)));
                return result;
            }
            boolean toSavepoint =
                    call.method().equals("rollback") && !call.arguments().isEmpty();
            calls.add(toSavepoint ? "rollback to savepoint" : call.method());
            if (call.on() == DataSource.class) {
                most = Math.max(most, ++open);
            } else if (call.method().equals("close")) {
                open--;
            }
            return result;
        }

        private void note(Call call) {
            Bound statement = bound.get(call.target());
            if (call.method().startsWith("set") && call.arguments().get(0) instanceof Integer position) {
                Object value = call.method().equals("setNull")
                        ? null
                        : call.arguments().get(1);
                statement.row.put(position, value);
            } else if (call.method().equals("addBatch")) {
                statement.endRow();
            } else if (call.method().startsWith("execute")) {
                if (statement.rows.isEmpty()) {
                    statement.endRow();
                }
                executed.add(new Executed(statement.sql, List.copyOf(statement.rows)));
                statement.rows.clear();
            } else if (call.method().equals("close")) {
                bound.remove(call.target());
            }
        }
    }

    private static final class Bound {

        private final String sql;
        private final Map<Integer, @Nullable Object> row = new TreeMap<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        Bound(String sql) {
            this.sql = sql;
        }

        void endRow() {
            rows.add(new ArrayList<>(row.values()));
        }
    }
}
