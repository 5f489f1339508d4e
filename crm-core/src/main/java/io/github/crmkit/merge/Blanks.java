package io.github.crmkit.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills blanks one field after another, and keeps a list of what was offered in vain. */
public final class Blanks {

    private final List<DroppedValue> dropped = new ArrayList<>();

    /** The text that stands, or else the offered one; an offered text that differs is noted as dropped. */
    public @Nullable String fill(String field, @Nullable String present, @Nullable String offered) {
        return fill(field, present, offered, text -> text, text -> text);
    }

    /**
     * The value that stands, or else the offered one; an offered value that differs is noted as dropped.
     *
     * @param text how a value is written
     * @param comparable the form by which two values are the same
     */
    public <V> @Nullable V fill(
            String field,
            @Nullable V present,
            @Nullable V offered,
            Function<? super V, String> text,
            Function<? super V, String> comparable) {
        if (present == null || offered == null) {
            return present == null ? offered : present;
        }
        if (!comparable.apply(present).equals(comparable.apply(offered))) {
            dropped.add(new DroppedValue(field, text.apply(present), text.apply(offered)));
        }
        return present;
    }

    /** What was offered in vain so far, in order. */
    public List<DroppedValue> dropped() {
        return List.copyOf(dropped);
    }
}
