package io.github.crmkit.examples.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.lint.Finding;
import org.junit.jupiter.api.Test;

/** The whole text stands in the golden file of the program. */
class FlawedPricesTest {

    @Test
    void every_flaw_is_found_once() {
        assertThat(new FlawedPrices().report().findings())
                .extracting(Finding::kind)
                .containsExactly(
                        Finding.Kind.TIER_GAP,
                        Finding.Kind.TIER_GAP,
                        Finding.Kind.TOTALS_FALL,
                        Finding.Kind.RATE_MISSING,
                        Finding.Kind.RULE_CURRENCY_MISSING,
                        Finding.Kind.RULE_TIE,
                        Finding.Kind.RULE_BEATEN,
                        Finding.Kind.RULE_TOTALS_FALL,
                        Finding.Kind.BLOCK_DISCOUNTED,
                        Finding.Kind.CONTRACT_GAP);
        assertThat(new FlawedPrices().report().undecided()).isEmpty();
    }

    @Test
    void a_finding_is_told_with_the_line_that_shows_it() {
        String text = new FlawedPrices().text();
        assertThat(text).contains("""
                buying more costs less by rule "By the dozen": 11 piece cost 129.36, but 12 cost 112.90.
                  shown by 11 and 12 of Floor tile from Wholesale on 2026-04-01
                """);
        assertThat(new FlawedPrices().text()).isEqualTo(text);
    }
}
