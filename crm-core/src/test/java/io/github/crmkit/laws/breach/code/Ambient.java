package io.github.crmkit.laws.breach.code;

import java.lang.reflect.Method;

/** Seeded: a thread-local, the console, reflection. */
final class Ambient {

    static final ThreadLocal<String> PER_THREAD = new ThreadLocal<>();

    private Ambient() {}

    static void print() {
        System.out.println("seeded");
    }

    static Method reflect() throws NoSuchMethodException {
        return String.class.getMethod("length");
    }
}
