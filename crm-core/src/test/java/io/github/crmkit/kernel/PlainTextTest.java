package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static boolean isLine(String text) {
        return PlainTextValidator.isPlain(text, 20, false);
    }

    private static boolean isText(String text) {
        return PlainTextValidator.isPlain(text, 20, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "สมชาย ใจดี", "مرحبا", "😀", "𠮷野家", "e\u0301", "'; --", "%_\\", "\u00a0x"})
    void what_people_write_is_plain(String text) {
        assertThat(isLine(text)).isTrue();
        assertThat(isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u2003",
                "\n",
                "a\0",
                "\u0007",
                "a\u007f",
                "a\u0085b",
                "\ud83d",
                "\ude00\ud83d",
                "x\ud83d"
            })
    void what_no_screen_shows_or_no_store_keeps_is_not(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
    void line_breaks_and_tabs_are_plain_only_in_several_lines(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isText(text)).isTrue();
    }

    @Test
    void length_is_counted_in_utf_16_units() {
        assertThat(isLine("x".repeat(20))).isTrue();
        assertThat(isLine("x".repeat(21))).isFalse();
        assertThat(isLine("😀".repeat(10))).isTrue();
        assertThat(isLine("😀".repeat(10) + "x")).isFalse();
    }
}
