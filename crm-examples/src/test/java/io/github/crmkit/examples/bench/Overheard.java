package io.github.crmkit.examples.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One statement as the library sent it, to be sent by hand.
 *
 * @param sql its text
 * @param values what was bound, by position from 1
 */
record Overheard(String sql, SortedMap<Integer, Object> values) {

    /** The one statement that is sent by this work on a DataSource that listens. */
    static Overheard of(DataSource source, Consumer<DataSource> work) {
        List<Overheard> heard = new ArrayList<>();
        work.accept(listening(DataSource.class, source, heard));
        if (heard.size() != 1) {
            throw new IllegalStateException("one statement is to be heard, not " + heard.size());
        }
        return heard.get(0);
    }

    /** Sends it, and reads every column of every row. */
    List<@Nullable Object[]> sendAgain(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var value : values.entrySet()) {
                statement.setObject(value.getKey(), value.getValue());
            }
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                List<@Nullable Object[]> rows = new ArrayList<>();
                while (result.next()) {
                    @Nullable Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** The same object, whose statements and their values are noted. */
    private static <V> V listening(Class<V> type, V real, List<Overheard> heard) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (result instanceof Connection connection) {
                        return listening(Connection.class, connection, heard);
                    } else if (result instanceof PreparedStatement statement) {
                        heard.add(new Overheard((String) arguments[0], new TreeMap<>()));
                        return listening(PreparedStatement.class, statement, heard);
                    } else if (method.getName().startsWith("set")
                            && arguments.length == 2
                            && arguments[0] instanceof Integer at) {
                        heard.get(heard.size() - 1).values().put(at, arguments[1]);
                    }
                    return result;
                });
        return type.cast(proxy);
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
