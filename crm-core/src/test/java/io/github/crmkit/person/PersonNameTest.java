package io.github.crmkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void a_name_is_shown_given_name_first_or_as_asked() {
        PersonName name = PersonName.of("Minh", "Nguyễn");
        assertThat(name.display()).isEqualTo("Minh Nguyễn");
        assertThat(name.display(NameOrder.FAMILY_FIRST)).isEqualTo("Nguyễn Minh");
        assertThat(name.given()).contains("Minh");
        assertThat(name.isSingle()).isFalse();
    }

    @Test
    void a_single_name_is_a_whole_name() {
        PersonName name = PersonName.single("สมชาย");
        assertThat(name.display()).isEqualTo("สมชาย");
        assertThat(name.display(NameOrder.FAMILY_FIRST)).isEqualTo("สมชาย");
        assertThat(name.given()).isEmpty();
        assertThat(name.isSingle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nur Aisyah binti Rahman", "d'Arcy-Smith", "Ngọc", "ณ อยุธยา", "Smith III.", "𠮷田"})
    void a_name_may_be_anything_that_can_be_written(String family) {
        assertThat(PersonName.single(family).familyName()).isEqualTo(family);
    }

    @Test
    void spaces_around_the_parts_are_dropped() {
        assertThat(PersonName.of(" Anong ", " Srisai ")).isEqualTo(PersonName.of("Anong", "Srisai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Anong\u0000", "Anong\nSrisai", "A\tB", "\uD83D", "\uDE00A"})
    void a_part_that_cannot_be_kept_or_shown_is_refused(String part) {
        assertThatThrownBy(() -> PersonName.single(part)).isInstanceOf(RuleViolationsException.class);
        assertThatThrownBy(() -> PersonName.of(part, "Srisai")).isInstanceOf(RuleViolationsException.class);
    }

    @Test
    void a_part_has_at_most_a_hundred_characters() {
        assertThat(PersonName.single("n".repeat(100)).familyName()).hasSize(100);
        assertThatThrownBy(() -> PersonName.single("n".repeat(101))).isInstanceOf(RuleViolationsException.class);
    }

    @Test
    void everything_that_is_wrong_is_noted_under_its_path() {
        Violations problems = new Violations();
        PersonName.check(" ", null, "person", problems);
        PersonName.check("Anong", "", "", problems);
        assertThat(problems.list())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("person.givenName", "plain-text"),
                        tuple("person.familyName", "not-null"),
                        tuple("familyName", "plain-text"));
    }
}
