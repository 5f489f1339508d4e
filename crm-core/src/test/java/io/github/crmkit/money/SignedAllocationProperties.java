package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class SignedAllocationProperties {

    @Property
    void the_parts_sum_to_the_total_and_stay_within_one_unit_of_their_exact_share(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long cents,
            @ForAll("weightsThatDoNotCancelOut") List<Integer> weights) {
        int sum = sum(weights);
        Money total = Money.ofMinor(CurrencyUnit.EUR, cents);

        List<Money> parts = Allocation.signed(total, decimals(weights));

        assertThat(parts.stream().reduce(Money::plus)).contains(total);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = total.getAmount()
                    .multiply(BigDecimal.valueOf(weights.get(i)))
                    .divide(BigDecimal.valueOf(sum), MathContext.DECIMAL128);
            assertThat(parts.get(i).getAmount().subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
        }
        assertThat(Allocation.signed(total.negated(), decimals(weights)))
                .isEqualTo(parts.stream().map(Money::negated).toList());
    }

    /** Of either sign; where the drawn ones cancel out, the first one grows by one, and then they do not. */
    @Provide
    Arbitrary<List<Integer>> weightsThatDoNotCancelOut() {
        return Arbitraries.integers()
                .between(-50, 99)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(drawn -> sum(drawn) == 0 ? firstGrown(drawn) : drawn);
    }

    @Property
    void with_no_negative_weight_it_is_the_plain_allocation(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100) Integer> weights) {
        Money total = Money.ofMinor(CurrencyUnit.EUR, cents);

        assertThat(Allocation.signed(total, decimals(weights))).isEqualTo(Allocation.of(total, decimals(weights)));
    }

    @Example
    void weights_that_cancel_out_can_share_nothing_but_nothing() {
        List<BigDecimal> weights = decimals(List.of(5, -5));

        assertThat(Allocation.signed(Money.zero(CurrencyUnit.EUR), weights)).hasSize(2);
        assertThatThrownBy(() -> Allocation.signed(Money.of(CurrencyUnit.EUR, 1), weights))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("weights-zero");
    }

    private static List<Integer> firstGrown(List<Integer> weights) {
        List<Integer> grown = new ArrayList<>(weights);
        grown.set(0, grown.get(0) + 1);
        return grown;
    }

    private static int sum(List<Integer> weights) {
        return weights.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<BigDecimal> decimals(List<Integer> weights) {
        return weights.stream().map(BigDecimal::valueOf).toList();
    }
}
