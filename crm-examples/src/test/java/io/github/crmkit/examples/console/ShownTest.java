package io.github.crmkit.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void foreign_text_cannot_command_a_terminal_or_turn_its_writing_around() {
        assertThat(Shown.line("a\u001B[2Jb\r\nc\u202Ed\u2028e")).isEqualTo("a?[2Jb??c?d?e");
    }

    @Test
    void long_text_is_shortened_between_characters_and_not_within_one() {
        assertThat(Shown.quoted("🧱".repeat(80))).isEqualTo('"' + "🧱".repeat(59) + "…\"");
        assertThat(Shown.quoted("x".repeat(60))).isEqualTo('"' + "x".repeat(60) + '"');
    }

    @Test
    void letters_of_every_language_stay() {
        assertThat(Shown.quoted("ที่นี่ Nguyễn 陳")).isEqualTo("\"ที่นี่ Nguyễn 陳\"");
    }
}
