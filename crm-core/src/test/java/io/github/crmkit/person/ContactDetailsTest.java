package io.github.crmkit.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.merge.Blanks;
import io.github.crmkit.merge.DroppedValue;
import org.junit.jupiter.api.Test;

class ContactDetailsTest {

    private final Blanks blanks = new Blanks();

    @Test
    void what_is_written_otherwise_and_means_the_same_is_not_dropped() {
        ContactDetails known = ContactDetails.of("Anong@Example.com", "02 123 4567 ext 12");

        assertThat(known.fillBlanks(ContactDetails.of("anong@example.com", "02-123-4567 x12"), blanks))
                .isEqualTo(known);
        assertThat(blanks.dropped()).isEmpty();
    }

    @Test
    void another_extension_is_another_number_and_is_listed_as_dropped() {
        ContactDetails known = ContactDetails.of(null, "02 123 4567");

        assertThat(known.fillBlanks(ContactDetails.of("anong@example.com", "02 123 4567 x12"), blanks))
                .isEqualTo(ContactDetails.of("anong@example.com", "02 123 4567"));
        assertThat(blanks.dropped()).containsExactly(new DroppedValue("phone", "02 123 4567", "02 123 4567 x12"));
    }
}
