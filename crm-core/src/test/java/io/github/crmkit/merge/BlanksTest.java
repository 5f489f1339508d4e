package io.github.crmkit.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BlanksTest {

    private final Blanks blanks = new Blanks();

    @Test
    void a_blank_takes_what_is_offered() {
        assertThat(blanks.fill("title", null, "Buyer")).isEqualTo("Buyer");
        assertThat(blanks.fill("title", null, null)).isNull();
        assertThat(blanks.dropped()).isEmpty();
    }

    @Test
    void what_stands_stays_and_a_different_offer_is_noted() {
        assertThat(blanks.fill("title", "Owner", "Buyer")).isEqualTo("Owner");
        assertThat(blanks.fill("role", "Owner", null)).isEqualTo("Owner");
        assertThat(blanks.fill("name", "Anong", "Anong")).isEqualTo("Anong");
        assertThat(blanks.dropped()).containsExactly(new DroppedValue("title", "Owner", "Buyer"));
    }

    @Test
    void two_values_are_the_same_when_their_comparable_forms_are() {
        assertThat(blanks.fill("unit", "PCS", "pcs", text -> text, text -> text.toLowerCase(Locale.ROOT)))
                .isEqualTo("PCS");
        assertThat(blanks.dropped()).isEmpty();
    }
}
