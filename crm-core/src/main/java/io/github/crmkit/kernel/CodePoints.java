package io.github.crmkit.kernel;

import java.util.function.IntPredicate;

/**
 * Asks something of every code point of a text, without a stream: values check their texts each time one is read from a
 * store, a page of fifty leads checks some hundred texts.
 */
public final class CodePoints {

    private CodePoints() {}

    /** Whether the condition holds for all; an unpaired surrogate stands for itself, and an empty text has none that fails. */
    public static boolean all(CharSequence text, IntPredicate condition) {
        return all(text, 0, text.length(), condition);
    }

    /** As {@link #all(CharSequence, IntPredicate)}, from {@code start}, inclusive, to {@code end}, exclusive. */
    public static boolean all(CharSequence text, int start, int end, IntPredicate condition) {
        for (int i = start; i < end; ) {
            char unit = text.charAt(i);
            boolean paired = Character.isHighSurrogate(unit) && i + 1 < end;
            int codePoint = paired ? Character.codePointAt(text, i) : unit;
            if (!condition.test(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
