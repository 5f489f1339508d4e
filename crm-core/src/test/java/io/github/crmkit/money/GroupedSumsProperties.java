package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

class GroupedSumsProperties {

    private static final int GROUPS = 200;

    private record Added(int group, Money amount, @Nullable BigMoney product) {}

    @Property(tries = 300)
    void each_group_has_the_sums_that_its_amounts_have_alone(@ForAll("additions") List<Added> additions) {
        GroupedSums sums = new GroupedSums();
        additions.forEach(one -> sums.add(one.group(), one.amount(), one.product()));
        for (int group = 0; group < GROUPS; group++) {
            List<Money> amounts = new ArrayList<>();
            List<BigMoney> products = new ArrayList<>();
            for (Added one : additions) {
                if (one.group() == group) {
                    amounts.add(one.amount());
                    if (one.product() != null) {
                        products.add(one.product());
                    }
                }
            }
            assertThat(sums.amount(group)).isEqualTo(MoneyBag.sum(amounts));
            assertThat(sums.amount(group)).hasToString(MoneyBag.sum(amounts).toString());
            assertThat(sums.exact(group)).isEqualTo(ExactSum.sum(products));
            assertThat(sums.exact(group)).hasToString(ExactSum.sum(products).toString());
        }
    }

    @Example
    void a_group_that_nothing_came_to_is_empty() {
        GroupedSums sums = new GroupedSums();
        sums.add(3, Money.ofMajor(CurrencyUnit.EUR, 1), null);
        assertThat(sums.amount(2).isEmpty()).isTrue();
        assertThat(sums.exact(3).isEmpty()).isTrue();
        assertThat(sums.amount(100_000).isEmpty()).isTrue();
    }

    @Example
    void a_product_in_another_currency_is_refused_and_adds_nothing() {
        GroupedSums sums = new GroupedSums();
        Money amount = Money.ofMajor(CurrencyUnit.EUR, 1);
        BigMoney product = BigMoney.of(CurrencyUnit.USD, BigDecimal.ONE);
        assertThatThrownBy(() -> sums.add(0, amount, product)).isInstanceOf(CurrencyMismatchException.class);
        assertThat(sums.amount(0).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<Added>> additions() {
        Arbitrary<CurrencyUnit> currencies =
                Arbitraries.of(CurrencyUnit.USD, CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.GBP);
        return Combinators.combine(
                        Arbitraries.integers().between(0, GROUPS - 1),
                        currencies,
                        Arbitraries.integers().between(-1_000, 1_000),
                        Arbitraries.integers().between(-1_000, 1_000).injectNull(0.3))
                .as((group, currency, amount, product) -> new Added(
                        group,
                        Money.ofMinor(currency, amount),
                        product == null ? null : BigMoney.of(currency, BigDecimal.valueOf(product, 3))))
                .list()
                .ofMaxSize(400);
    }
}
