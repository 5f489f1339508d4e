package io.github.crmkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+66 2 123 4567, +6621234567",
        "02-123-4567, 021234567",
        "(+60) 3-2161.0000, +60321610000",
        "(02) 123 4567, 021234567",
        "021/234567, 021234567",
        "+84\u00A024\u20113825\u20116789, +842438256789",
        "๐๒ ๑๒๓ ๔๕๖๗, 021234567",
        "191, 191"
    })
    void the_comparable_form_is_digits_with_the_plus_sign(String raw, String digits) {
        PhoneNumber number = new PhoneNumber(raw);
        assertThat(number.raw()).isEqualTo(raw);
        assertThat(number.digits()).isEqualTo(digits);
        assertThat(number.isInternational()).isEqualTo(digits.startsWith("+"));
        assertThat(number.extension()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "02 123 4567 x89, 89",
        "02 123 4567 ext. 89, 89",
        "02 123 4567 EXT 89, 89",
        "02 123 4567#89, 89",
        "02 123 4567 ต่อ ๘๙, 89"
    })
    void an_extension_is_told_apart(String raw, String extension) {
        PhoneNumber number = new PhoneNumber(raw);
        assertThat(number.digits()).isEqualTo("021234567");
        assertThat(number.extension()).contains(extension);
    }

    @Test
    void spaces_around_are_dropped() {
        assertThat(new PhoneNumber(" 02 123 4567 ")).isEqualTo(new PhoneNumber("02 123 4567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "n/a",
                "12",
                "+",
                "call me",
                "02 123 4567 or 02 123 4568",
                "02+123 4567",
                "++66 2 123 4567",
                "tel:+6621234567",
                "02 123 4567\n",
                "02\u0000123 4567",
                "02 123\uD83D 4567",
                "02 123 4567 x",
                "02 123 4567 x123456789",
                "123456789012345678901",
                "02 123 4567                              8"
            })
    void what_is_no_number_is_refused_with_its_path(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(RuleViolationsException.class);
        Violations problems = new Violations();
        PhoneNumber.check(text, "phone", problems);
        assertThat(problems.list())
                .containsExactly(new Violation("phone", "phone-number", "must be a telephone number"));
    }

    @Test
    void absent_is_not_wrong() {
        Violations problems = new Violations();
        PhoneNumber.check(null, "phone", problems);
        assertThat(problems.isEmpty()).isTrue();
    }
}
