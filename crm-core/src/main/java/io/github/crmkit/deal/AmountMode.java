package io.github.crmkit.deal;

/** Where the amount of a deal comes from. It is switched explicitly; a write in the wrong mode is refused. */
public enum AmountMode {
    /** Somebody writes it; there may be lines, but they do not drive it. */
    ENTERED,
    /** It is the sum of the lines; absent without any. */
    LINES
}
