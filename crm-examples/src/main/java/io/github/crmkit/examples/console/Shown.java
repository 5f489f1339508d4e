package io.github.crmkit.examples.console;

/** How text from a file is shown on a terminal: without control characters, and not at any length. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** The text in quotation marks, shortened. */
    public static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        String shown = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return '"' + line(shown) + '"';
    }

    /** The text on one line: each control or invisible formatting character becomes a question mark. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
