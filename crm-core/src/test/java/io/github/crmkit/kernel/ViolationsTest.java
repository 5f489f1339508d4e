package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {

    private final Violations problems = new Violations();

    @Test
    void plain_text_comes_back_without_the_spaces_around_it() {
        assertThat(problems.plainText("  ร้านกระเบื้อง 🧱 ", 20, "name")).isEqualTo("ร้านกระเบื้อง 🧱");
        assertThat(problems.plainTextOrAbsent(null, 5, "name")).isNull();
        assertThat(problems.plainTextOrAbsent("12345", 5, "name")).isEqualTo("12345");
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000b", "a\nb", "\ud83e", "a\udd71", "123456"})
    void other_text_is_noted_with_the_code_of_the_constraint(String text) {
        problems.plainText(text, 5, "name");

        assertThat(problems.list())
                .containsExactly(new Violation("name", "plain-text", "must be plain text of 1 to 5 characters"));
    }

    @Test
    void a_text_that_is_given_again_is_noted_at_each_repetition() {
        problems.distinct(Arrays.asList("a", null, " a", "b", null, "A", "a "), "key", text -> text);

        assertThat(problems.list())
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("[2].key", "duplicate"), tuple("[6].key", "duplicate"));
    }

    @Test
    void everything_is_refused_at_once_and_nothing_without_a_violation() {
        problems.throwIfAny("name");
        problems.require(true, "a", "x", "fine")
                .require(false, "b", "y", "must be so")
                .add("", "z", "is wrong");

        assertThatThrownBy(() -> problems.throwIfAny("name"))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessage("name refused: b: must be so (y); is wrong (z)");
    }

    @Test
    void a_violation_can_be_seen_from_further_out() {
        Violation inner = new Violation("quantity", "positive", "must be positive");

        assertThat(inner.under("[2]").under("lines").path()).isEqualTo("lines[2].quantity");
        assertThat(new Violation("", "x", "y").under("lines").path()).isEqualTo("lines");
    }
}
