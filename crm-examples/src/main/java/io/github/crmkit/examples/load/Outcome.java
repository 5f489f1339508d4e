package io.github.crmkit.examples.load;

import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param words why it was refused, or what else is worth knowing; absent where there is nothing to say
 */
record Outcome(Kind kind, @Nullable String words) {

    enum Kind {
        CREATED,
        UNCHANGED,
        USED,
        REFUSED
    }

    /** It made a new record. */
    static Outcome created() {
        return new Outcome(Kind.CREATED, null);
    }

    /** What it says is there already; when something else is there, that was kept. */
    static Outcome unchanged(boolean agrees) {
        return new Outcome(Kind.UNCHANGED, agrees ? null : "is stored with other values, which were kept");
    }

    /** It was used, but says nothing that is to be kept. */
    static Outcome used() {
        return new Outcome(Kind.USED, null);
    }

    /** It cannot be used, and why. */
    static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason);
    }
}
