package io.github.crmkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String LOCAL_64 = "k".repeat(64);
    private static final String LABEL_63 = "m".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somchai@siam-tiles.co.th",
                "s@t.my",
                "minh.nguyen+quotes@example.com",
                "o'neil@example.ie",
                "{}!#$%&*/=?^_`|~-@example.com",
                "007@007.org",
                "ops@a--b.example",
                "post@xn--bcher-kva.example",
                "ขาย@ร้านค้า.ไทย",
                "bán@cửa-hàng.vn"
            })
    void an_address_that_people_use_is_accepted(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
        assertThat(problems(text).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "somchai",
                "@example.com",
                "somchai@",
                "@",
                "som@chai@example.com",
                "som chai@example.com",
                ".somchai@example.com",
                "somchai.@example.com",
                "som..chai@example.com",
                "somchai@example",
                "somchai@.example.com",
                "somchai@example..com",
                "somchai@example.com.",
                "somchai@-example.com",
                "somchai@example-.com",
                "somchai@exam_ple.com",
                "somchai@192.0.2.1",
                "somchai@[192.0.2.1]",
                "\"som chai\"@example.com",
                "som\"chai@example.com",
                "Somchai <somchai@example.com>",
                "mailto:somchai@example.com",
                "a@example.com, b@example.com",
                "a@example.com;b@example.com",
                "somchai@example.com\r\nBcc: all@example.com",
                "somchai@example.com\n",
                "som\u0000chai@example.com",
                "somchai\uD83D@example.com",
                "😀@example.com",
                "somchai\u200B@example.com",
                "(sales)somchai@example.com"
            })
    void what_is_no_address_is_refused_with_its_path(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(RuleViolationsException.class)
                .message()
                .doesNotContain("somchai");
        assertThat(problems(text).list())
                .containsExactly(new Violation("contact.email", "email-address", "must be an e-mail address"));
    }

    @Test
    void the_lengths_are_inclusive() {
        assertThat(isAddress(LOCAL_64 + "@example.com")).isTrue();
        assertThat(isAddress("k" + LOCAL_64 + "@example.com")).isFalse();
        assertThat(isAddress("k@" + LABEL_63 + ".com")).isTrue();
        assertThat(isAddress("k@m" + LABEL_63 + ".com")).isFalse();
        String longest = LOCAL_64 + "@" + LABEL_63 + "." + LABEL_63 + "." + "m".repeat(61);
        assertThat(longest).hasSize(EmailAddress.MAX_LENGTH);
        assertThat(isAddress(longest)).isTrue();
        assertThat(isAddress(longest + "m")).isFalse();
    }

    @Test
    void the_normal_form_keeps_to_the_lengths_too() {
        assertThat(new EmailAddress("İ".repeat(32) + "@example.com").normalized())
                .hasSize(64 + 12);
        assertThat(isAddress("İ".repeat(33) + "@example.com")).isFalse();
    }

    @Test
    void absent_is_not_wrong() {
        assertThat(problems(null).isEmpty()).isTrue();
    }

    @Test
    void spaces_around_are_dropped_and_the_rest_is_kept_as_given() {
        EmailAddress address = new EmailAddress("  Anong.S@Example.COM ");
        assertThat(address.value()).isEqualTo("Anong.S@Example.COM");
        assertThat(address.normalized()).isEqualTo("anong.s@example.com");
        assertThat(address.localPart()).isEqualTo("Anong.S");
        assertThat(address.domain()).isEqualTo("example.com");
    }

    @Test
    void two_spellings_of_one_letter_have_one_normal_form() {
        assertThat(new EmailAddress("ba\u0301n@example.vn").normalized())
                .isEqualTo(new EmailAddress("B\u00C1N@example.vn").normalized());
    }

    @Test
    void hostile_text_is_refused_in_no_time() {
        String dots = "a.".repeat(2_000_000) + "@" + "a.".repeat(2_000_000);
        String spaces = " ".repeat(4_000_000) + "a@example.com";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(isAddress(dots)).isFalse();
            assertThat(isAddress(spaces)).isFalse();
        });
    }

    private static boolean isAddress(String text) {
        return problems(text).isEmpty();
    }

    private static Violations problems(String text) {
        Violations problems = new Violations();
        EmailAddress.check(text, "contact.email", problems);
        return problems;
    }
}
