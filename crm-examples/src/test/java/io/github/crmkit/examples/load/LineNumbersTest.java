package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LineNumbersTest {

    @Test
    void neighbours_are_shown_as_a_range() {
        assertThat(lines(3, 6, 8, 9, 10, 12).render(9)).isEqualTo("3, 6, 8-10, 12");
    }

    @Test
    void what_is_left_out_is_counted() {
        assertThat(lines(3, 6, 8, 9, 10, 12).render(2)).isEqualTo("3, 6 and 4 more");
    }

    @Test
    void a_line_counts_once() {
        assertThat(lines(3, 3, 4).size()).isEqualTo(2);
    }

    @Test
    void there_can_be_many() {
        LineNumbers numbers = lines(LongStream.rangeClosed(2, 100_001).toArray());

        assertThat(numbers.size()).isEqualTo(100_000);
        assertThat(numbers.render(1)).isEqualTo("2-100001");
    }

    private static LineNumbers lines(long... lines) {
        LineNumbers numbers = new LineNumbers();
        LongStream.of(lines).forEach(numbers::add);
        return numbers;
    }
}
