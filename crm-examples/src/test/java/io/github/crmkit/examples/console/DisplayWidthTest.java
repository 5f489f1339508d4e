package io.github.crmkit.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "กระเบื้อง, 7",
        "ที่นี่, 2",
        "น้ำ, 2",
        "Nguyễn, 6",
        "陳記五金, 8",
        "カタカナ, 8",
        "한국, 4",
        "60×60, 5",
        "🧱🧱, 4",
        "… – ฿, 5"
    })
    void a_text_takes_the_columns_that_a_terminal_gives_it(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void combining_marks_take_no_column_of_their_own() {
        assertThat(DisplayWidth.of("e\u0302\u0303")).isEqualTo(1);
        assertThat(DisplayWidth.of("a\u200Bb\uFEFF")).isEqualTo(2);
    }

    @Test
    void a_syllable_in_parts_is_as_wide_as_the_whole_one() {
        assertThat(DisplayWidth.of("\u1112\u1161\u11AB")).isEqualTo(DisplayWidth.of("\uD55C"));
    }

    @Test
    void nothing_takes_nothing() {
        assertThat(DisplayWidth.of("")).isZero();
    }
}
