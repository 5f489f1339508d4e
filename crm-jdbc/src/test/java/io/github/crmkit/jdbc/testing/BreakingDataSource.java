package io.github.crmkit.jdbc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets a chosen call on a connection fail once with a chosen exception; {@code close} does close. */
public final class BreakingDataSource extends InterceptedDataSource {

    private final Breaker breaker;

    public BreakingDataSource(DataSource real) {
        this(real, new Breaker());
    }

    private BreakingDataSource(DataSource real, Breaker breaker) {
        super(real, breaker);
        this.breaker = breaker;
    }

    /** The next call of this method fails. */
    public void breakAt(String method, SQLException thrown) {
        breakAt(method, thrown, 0);
    }

    /** A call of this method fails after so many have passed. */
    public void breakAt(String method, SQLException thrown, int passing) {
        breaker.method = method;
        breaker.thrown = thrown;
        breaker.passing = passing;
    }

    /** The names of the methods that were called on connections. */
    public List<String> calls() {
        return List.copyOf(breaker.calls);
    }

    private static final class Breaker implements Hook {

        private final List<String> calls = new ArrayList<>();
        private String method = "";
        private @Nullable SQLException thrown;
        private int passing;

        @Override
        public @Nullable Object around(Call call, Proceeding proceeding) throws SQLException {
            if (call.on() != Connection.class && call.on() != DataSource.class) {
                return proceeding.proceed();
            }
            calls.add(call.method());
            SQLException fault = thrown;
            if (fault == null || !call.method().equals(method) || passing-- > 0) {
                return proceeding.proceed();
            }
            thrown = null;
            if (method.equals("close")) {
                proceeding.proceed();
            }
            throw fault;
        }
    }
}
