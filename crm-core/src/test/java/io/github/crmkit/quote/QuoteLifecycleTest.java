package io.github.crmkit.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteLifecycleTest {

    @Test
    void the_whole_table_is_as_agreed() {
        assertThat(QuoteStatus.LIFECYCLE.toText()).isEqualTo("""
                              DRAFT IN_APPROVAL APPROVED SENT ACCEPTED REJECTED EXPIRED SUPERSEDED CANCELLED
                > DRAFT       .     x           .        x    .        .        .       .          x
                  IN_APPROVAL x     .           x        .    .        .        .       .          x
                  APPROVED    x     .           .        x    .        .        .       .          x
                  SENT        .     .           .        .    x        x        x       x          x
                * ACCEPTED    .     .           .        .    .        .        .       .          .
                * REJECTED    .     .           .        .    .        .        .       .          .
                * EXPIRED     .     .           .        .    .        .        .       .          .
                * SUPERSEDED  .     .           .        .    .        .        .       .          .
                * CANCELLED   .     .           .        .    .        .        .       .          .
                """);
    }
}
