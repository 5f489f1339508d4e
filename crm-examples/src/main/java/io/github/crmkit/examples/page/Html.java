package io.github.crmkit.examples.page;

/** Text that becomes part of a page. */
final class Html {

    private Html() {}

    /** The text with a replacement character for each character that no page may hold. */
    static String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> out.appendCodePoint(isFit(code) ? code : '\uFFFD'));
        return out.toString();
    }

    /** The fit text, for between tags and for attributes in quotation marks. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        fit(text).codePoints().forEach(code -> {
            switch (code) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(code);
            }
        });
        return out.toString();
    }

    /** No controls but line breaks and tabs, no half of a pair, and nothing that turns the direction of what follows. */
    private static boolean isFit(int code) {
        boolean space = code == '\n' || code == '\t';
        boolean turns = code >= 0x202A && code <= 0x202E || code >= 0x2066 && code <= 0x2069;
        return space || !Character.isISOControl(code) && Character.getType(code) != Character.SURROGATE && !turns;
    }
}
