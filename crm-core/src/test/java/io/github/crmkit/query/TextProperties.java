package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TextProperties {

    private static boolean isPaired(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Property(tries = 500)
    void texts_are_ordered_by_code_point(@ForAll String a, @ForAll String b) {
        if (isPaired(a) && isPaired(b)) {
            int expected =
                    Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
            int actual = ValueType.text(0).compare(a, b);

            assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
        }
    }

    @Example
    void characters_above_the_first_plane_come_after_all_others() {
        assertThat(ValueType.text(9).compare("\uffee", "😀")).isNegative();
        assertThat(ValueType.text(9).compare("a😁", "a😀")).isPositive();
        assertThat(ValueType.text(9).compare("a", "a😀")).isNegative();
    }

    @Example
    void folding_joins_the_cases_of_every_character_and_keeps_its_length() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                String text = Character.toString(c);
                String folded = TextField.fold(text);
                assertThat(TextField.fold(folded)).as("U+%04X folded twice", c).isEqualTo(folded);
                assertThat(folded).as("U+%04X", c).hasSameSizeAs(text);
                String lower = Character.toString(Character.toLowerCase(c));
                assertThat(TextField.fold(lower)).as("U+%04X in lower case", c).isEqualTo(folded);
                String upper = Character.toString(Character.toUpperCase(c));
                assertThat(TextField.fold(upper)).as("U+%04X in upper case", c).isEqualTo(folded);
            }
        }
    }

    @Property(tries = 200)
    void folding_goes_character_by_character(@ForAll String a, @ForAll String b) {
        if (isPaired(a) && isPaired(b)) {
            assertThat(TextField.fold(a + b)).isEqualTo(TextField.fold(a) + TextField.fold(b));
        }
    }

    @Example
    void folding_follows_no_particular_language() {
        assertThat(TextField.fold("İSTANBUL ıi")).isEqualTo("istanbul ii");
        assertThat(TextField.fold("STRAẞE Σς")).isEqualTo("straße σσ");
        assertThat(TextField.fold("ĐẶNG ไทย 😀")).isEqualTo("đặng ไทย 😀");
    }
}
