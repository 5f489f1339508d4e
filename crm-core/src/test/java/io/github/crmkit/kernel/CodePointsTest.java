package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    private static List<Integer> asked(String text, int start, int end) {
        List<Integer> asked = new ArrayList<>();
        assertThat(CodePoints.all(text, start, end, asked::add)).isTrue();
        return asked;
    }

    @Property(tries = 500)
    void the_same_code_points_are_asked_as_a_stream_has(
            @ForAll @StringLength(max = 6) @CharRange(from = '\ud7fe', to = '\ue001') String text) {
        assertThat(asked(text, 0, text.length()))
                .isEqualTo(text.codePoints().boxed().toList());
    }

    @Test
    void only_what_is_between_the_bounds_is_asked_and_no_pair_is_taken_across_the_end() {
        assertThat(asked("a\ud83d\ude00b", 1, 3)).containsExactly(0x1f600);
        assertThat(asked("a\ud83d\ude00b", 1, 2)).containsExactly(0xd83d);
        assertThat(asked("ab", 1, 1)).isEmpty();
    }

    @Test
    void one_that_fails_ends_it() {
        List<Integer> asked = new ArrayList<>();
        assertThat(CodePoints.all("abc", c -> asked.add(c) && c != 'b')).isFalse();
        assertThat(asked).containsExactly((int) 'a', (int) 'b');
    }
}
