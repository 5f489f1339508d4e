package io.github.crmkit.jdbc.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets a hook stand between the library and the driver, at every JDBC call. */
class InterceptedDataSource implements DataSource {

    /**
     * One JDBC call.
     *
     * @param target what is called; the same object for all calls on one statement or connection
     * @param on the JDBC interface that it stands for
     * @param method the method's name
     * @param arguments what it is called with
     */
    record Call(Object target, Class<?> on, String method, List<@Nullable Object> arguments) {

        boolean is(Class<?> type, String name) {
            return type.isAssignableFrom(on) && method.equals(name);
        }
    }

    /** Proceeds with a call, and gives what it returned. */
    @FunctionalInterface
    interface Proceeding {
        @Nullable
        Object proceed() throws SQLException;
    }

    /** Stands between. */
    @FunctionalInterface
    interface Hook {
        @Nullable
        Object around(Call call, Proceeding proceeding) throws SQLException;
    }

    private static final List<Class<?>> WRAPPED = List.of(
            Connection.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final DataSource real;
    private final Hook hook;

    InterceptedDataSource(DataSource real, Hook hook) {
        this.real = real;
        this.hook = hook;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Call call = new Call(this, DataSource.class, "getConnection", List.of());
        return (Connection) wrap(hook.around(call, real::getConnection), Connection.class);
    }

    /** A connection that was opened elsewhere, with the same hook before it. */
    public Connection around(Connection connection) {
        return (Connection) wrap(connection, Connection.class);
    }

    private Object wrap(@Nullable Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return invoke(target, method, arguments);
            }
            List<@Nullable Object> given = arguments == null ? List.of() : java.util.Arrays.asList(arguments);
            Object result = hook.around(
                    new Call(target, type, method.getName(), given), () -> invoke(target, method, arguments));
            for (Class<?> wrapped : WRAPPED) {
                if (result != null && method.getReturnType() == wrapped) {
                    return wrap(result, wrapped);
                }
            }
            return result;
        };
        return Proxy.newProxyInstance(InterceptedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object invoke(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException thrown) {
                throw thrown;
            } else if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("one user only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("no login timeout");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no java.util.logging");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
