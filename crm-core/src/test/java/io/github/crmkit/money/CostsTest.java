package io.github.crmkit.money;

import static io.github.crmkit.money.CostBasis.AVERAGE;
import static io.github.crmkit.money.CostBasis.CURRENT;
import static io.github.crmkit.money.CostBasis.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final Cost BAHT = new Cost(STANDARD, UnitPrice.parse("THB 80"));
    private static final Cost DOLLAR = new Cost(STANDARD, UnitPrice.parse("USD 2.333333"));
    private static final Cost NOTHING = new Cost(AVERAGE, UnitPrice.parse("THB 0"));

    @Test
    void a_cost_of_nothing_is_a_cost_and_an_unknown_one_is_absent() {
        Costs costs = Costs.of(BAHT, NOTHING);

        assertThat(costs.on(AVERAGE, CurrencyUnit.of("THB"))).contains(UnitPrice.parse("THB 0"));
        assertThat(costs.on(CURRENT, CurrencyUnit.of("THB"))).isEmpty();
        assertThat(costs.on(STANDARD, CurrencyUnit.USD))
                .as("no other currency serves")
                .isEmpty();
        assertThat(Costs.none().on(STANDARD, CurrencyUnit.USD)).isEmpty();
    }

    @Test
    void their_order_does_not_matter() {
        assertThat(Costs.of(NOTHING, DOLLAR, BAHT)).isEqualTo(Costs.of(BAHT, DOLLAR, NOTHING));
        assertThat(Costs.of(NOTHING, DOLLAR, BAHT).list()).containsExactly(BAHT, DOLLAR, NOTHING);
    }

    @Test
    void a_new_cost_takes_the_place_of_the_old_one() {
        Cost dearer = new Cost(STANDARD, UnitPrice.parse("THB 90"));

        assertThat(Costs.of(BAHT, DOLLAR).with(dearer)).isEqualTo(Costs.of(dearer, DOLLAR));
        assertThat(Costs.none().with(BAHT)).isEqualTo(Costs.of(BAHT));
    }

    @Test
    void two_costs_of_one_basis_and_currency_are_refused() {
        Violations problems = new Violations();

        Costs.check(List.of(BAHT, DOLLAR, new Cost(STANDARD, UnitPrice.parse("THB 90"))), problems);

        assertThat(problems.list())
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("costs[2]", "cost-twice"));
        Refusals.assertRefused("cost-twice", () -> Costs.of(BAHT, BAHT));
    }

    @Test
    void a_cost_below_nothing_is_refused() {
        Refusals.assertRefused("cost-negative", () -> new Cost(CURRENT, UnitPrice.parse("THB -0.01")));
        assertThat(BAHT).hasToString("STANDARD: THB 80.00");
    }
}
