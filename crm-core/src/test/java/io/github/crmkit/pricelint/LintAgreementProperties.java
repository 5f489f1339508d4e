package io.github.crmkit.pricelint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.lint.PriceState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The linter finds what pricing every line finds, and the engine shows every finding. */
class LintAgreementProperties {

    @Property(tries = 3_000)
    void the_engine_shows_what_is_said_of_books_and_shows_nothing_more(@ForAll long seed) {
        PriceState state = new RandomShop(seed).books();
        assertThat(BookAgreement.differences(state, PriceLint.check(state))).isEmpty();
    }

    @Property(tries = 300)
    void the_engine_shows_what_is_said_of_rules_and_shows_nothing_more(@ForAll long seed) {
        PriceState state = new RandomShop(seed).rules();
        assertThat(RuleAgreement.differences(state, PriceLint.check(state))).isEmpty();
    }

    @Property(tries = 3_000)
    void the_engine_shows_what_is_said_of_agreements_and_shows_nothing_more(@ForAll long seed) {
        PriceState state = new RandomShop(seed).contracts();
        assertThat(ContractAgreement.differences(state, PriceLint.check(state))).isEmpty();
    }
}
