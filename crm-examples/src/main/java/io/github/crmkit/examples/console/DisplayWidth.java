package io.github.crmkit.examples.console;

/**
 * How many columns of a terminal a text takes: combining and invisible characters none, East Asian wide ones and emoji
 * two, all others one. Source of the wide ranges: Unicode Standard Annex 11, classes W and F.
 */
public final class DisplayWidth {

    /** First and last code point of each wide range, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    /** The width of the text in terminal columns. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        if (takesNoSpace(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean takesNoSpace(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> true;
            // Vowels and final consonants of a Hangul syllable that is written in parts join the first part.
            default -> codePoint >= 0x1160 && codePoint <= 0x11FF;
        };
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint < WIDE[i]) {
                return false;
            }
            if (codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
