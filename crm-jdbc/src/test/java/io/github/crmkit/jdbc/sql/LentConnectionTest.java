package io.github.crmkit.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LentConnectionTest {

    private record Call(Method method, List<@Nullable Object> arguments) {}

    private static final Map<Class<?>, Object> PROXIES = new ConcurrentHashMap<>();
    private static final Properties ANSWERED = new Properties();

    private final List<Call> calls = new ArrayList<>();

    @Test
    void every_call_but_closing_reaches_the_connection_and_brings_its_answer_back() throws Exception {
        Connection lent = new LentConnection(recording());
        for (Method method : Connection.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.getName().equals("close")) {
                continue;
            }
            calls.clear();
            Object[] arguments = samples(method.getParameterTypes());
            Object answer = method.invoke(lent, arguments);
            assertThat(calls).containsExactly(new Call(method, Arrays.asList(arguments)));
            assertThat(answer).as(method.toString()).isEqualTo(answer(method.getReturnType()));
        }
    }

    @Test
    void closing_leaves_the_connection_open() throws Exception {
        new LentConnection(recording()).close();
        assertThat(calls).isEmpty();
    }

    private Connection recording() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    calls.add(new Call(method, arguments == null ? List.of() : Arrays.asList(arguments)));
                    return answer(method.getReturnType());
                });
    }

    private static @Nullable Object answer(Class<?> type) {
        if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return 42;
        } else if (type == String.class) {
            return "answer";
        } else if (type == Properties.class) {
            return ANSWERED;
        }
        return type.isInterface() ? PROXIES.computeIfAbsent(type, LentConnectionTest::proxy) : null;
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> type.getName();
                });
    }

    private static Object[] samples(Class<?>[] types) {
        Object[] samples = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            samples[i] = sample(types[i], i);
        }
        return samples;
    }

    /** Something that is not the same at another place of the same call. */
    private static @Nullable Object sample(Class<?> type, int at) {
        if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return 7 + at;
        } else if (type == String.class) {
            return "sample " + at;
        } else if (type == Class.class) {
            return Connection.class;
        } else if (type == Properties.class) {
            return new Properties();
        } else if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        }
        return type.isInterface() ? proxy(type) : null;
    }
}
