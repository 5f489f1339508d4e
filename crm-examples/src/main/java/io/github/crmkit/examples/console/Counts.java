package io.github.crmkit.examples.console;

import java.util.Locale;

/** How counts are written for people. */
public final class Counts {

    private Counts() {}

    /** The count with commas between thousands, on every machine alike. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
