package io.github.crmkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonProperties {

    @Property
    void any_text_is_an_address_or_a_typed_refusal_and_the_check_agrees(@ForAll("texts") String text) {
        Violations problems = new Violations();
        EmailAddress.check(text, "", problems);
        if (problems.isEmpty()) {
            assertThatCode(() -> new EmailAddress(text)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(RuleViolationsException.class);
        }
    }

    @Property
    void the_normal_form_of_an_address_is_an_address_with_that_normal_form(@ForAll("addresses") String text) {
        String normal = new EmailAddress(text).normalized();
        assertThat(new EmailAddress(normal).normalized()).isEqualTo(normal);
    }

    @Property
    void any_text_is_a_number_or_a_typed_refusal_and_the_check_agrees(@ForAll("texts") String text) {
        Violations problems = new Violations();
        PhoneNumber.check(text, "", problems);
        if (problems.isEmpty()) {
            assertThat(new PhoneNumber(text).digits()).matches("[+]?[0-9]{3,20}");
        } else {
            assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(RuleViolationsException.class);
        }
    }

    @Property
    void punctuation_does_not_change_the_digits(@ForAll("numbers") String digits, @ForAll("marks") String mark) {
        PhoneNumber number = new PhoneNumber(digits.replaceAll("(?<=.)(?=.)", mark));
        assertThat(number.digits()).isEqualTo(digits);
    }

    @Property
    void any_text_is_a_name_or_a_typed_refusal(@ForAll("texts") String given, @ForAll("texts") String family) {
        Violations problems = new Violations();
        PersonName.check(given, family, "", problems);
        if (problems.isEmpty()) {
            assertThat(PersonName.of(given, family).display()).contains(family.strip());
        } else {
            assertThatThrownBy(() -> PersonName.of(given, family)).isInstanceOf(RuleViolationsException.class);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> near = Arbitraries.strings()
                .withChars("aZ09.-+@ ()#xก\u0301\u0000\n\uD83D")
                .ofMaxLength(24);
        return Arbitraries.oneOf(near, Arbitraries.strings().ofMaxLength(24), addresses());
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abcXYZ019ÁİßΣก").ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> top = Arbitraries.of("com", "TH", "my", "ไทย");
        return Combinators.combine(word, word, top).as((local, label, last) -> local + "@" + label + "." + last);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(15);
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of("", " ", "-", ".", "/", "\u2011");
    }
}
