package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class MoneyProperties {

    @Property
    void parts_sum_to_the_total_exactly(@ForAll("amounts") Money total, @ForAll("weights") List<BigDecimal> weights) {
        List<Money> parts = Allocation.of(total, weights);
        assertThat(parts).hasSameSizeAs(weights);
        assertThat(Money.total(parts)).isEqualTo(total);
    }

    @Property
    void each_part_is_within_one_minor_unit_of_its_exact_share(
            @ForAll("amounts") Money total, @ForAll("weights") List<BigDecimal> weights) {
        List<Money> parts = Allocation.of(total, weights);
        BigDecimal sum = sum(weights);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(total.getScale());
        for (int i = 0; i < parts.size(); i++) {
            // Multiplied out by the sum of the weights, so that nothing is rounded in the test itself.
            BigDecimal error = parts.get(i)
                    .getAmount()
                    .multiply(sum)
                    .subtract(total.getAmount().multiply(weights.get(i)));
            assertThat(error.abs()).isLessThan(unit.multiply(sum));
        }
    }

    @Property
    void allocating_the_negative_gives_the_negative_parts(
            @ForAll("amounts") Money total, @ForAll("weights") List<BigDecimal> weights) {
        assertThat(Allocation.of(total.negated(), weights))
                .isEqualTo(Allocation.of(total, weights).stream()
                        .map(Money::negated)
                        .toList());
    }

    @Property
    void only_the_proportions_of_the_weights_count(
            @ForAll("amounts") Money total, @ForAll("weights") List<BigDecimal> weights) {
        List<BigDecimal> scaled =
                weights.stream().map(w -> w.multiply(new BigDecimal("1.70"))).toList();
        assertThat(Allocation.of(total, scaled)).isEqualTo(Allocation.of(total, weights));
    }

    @Property
    void equal_weights_never_give_a_later_part_more(@ForAll("amounts") Money total, @ForAll("sizes") int size) {
        List<Money> parts = new ArrayList<>(Allocation.evenly(total.abs(), size));
        List<Money> descending = new ArrayList<>(parts);
        descending.sort(Collections.reverseOrder());
        assertThat(parts).isEqualTo(descending);
    }

    @Property
    void a_part_of_weight_zero_is_zero(@ForAll("amounts") Money total, @ForAll("weights") List<BigDecimal> weights) {
        List<Money> parts = Allocation.of(total, weights);
        for (int i = 0; i < parts.size(); i++) {
            if (weights.get(i).signum() == 0) {
                assertThat(parts.get(i).isZero()).isTrue();
            }
        }
    }

    @Property
    void symmetric_modes_round_a_credit_like_its_charge(
            @ForAll("prices") UnitPrice price,
            @ForAll("quantities") Quantity quantity,
            @ForAll("symmetricModes") RoundingMode mode) {
        assertThat(price.times(quantity.negated(), mode))
                .isEqualTo(price.times(quantity, mode).negated());
    }

    @Property
    void a_unit_price_survives_being_written_and_read_at_any_scale(@ForAll("prices") UnitPrice price) {
        assertThat(UnitPrice.parse(price.toString())).isEqualTo(price);
        assertThat(UnitPrice.of(price.currency(), price.amount().setScale(6))).isEqualTo(price);
    }

    @Property
    void a_quantity_survives_being_written_and_read_at_any_scale(@ForAll("quantities") Quantity quantity) {
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(Quantity.of(quantity.value().setScale(6))).isEqualTo(quantity);
    }

    @Property
    void stacked_discounts_of_two_decimals_are_exact_in_any_order(
            @ForAll("percents") Percent first, @ForAll("percents") Percent second) {
        Percent both = first.then(second);
        assertThat(both.complement().fraction())
                .isEqualByComparingTo(first.complement()
                        .fraction()
                        .multiply(second.complement().fraction()));
        assertThat(second.then(first)).isEqualTo(both);
    }

    @Property
    void a_margin_price_has_that_margin(@ForAll("prices") UnitPrice cost, @ForAll("margins") Percent percent) {
        UnitPrice price = Percent.margin(cost, percent, 6, Rounding.COMMERCIAL);
        BigDecimal left = price.amount().multiply(percent.complement().fraction());
        assertThat(left.subtract(cost.amount()).abs()).isLessThanOrEqualTo(new BigDecimal("0.0000005"));
    }

    @Property
    void a_bag_does_not_depend_on_the_order_of_its_amounts(@ForAll("mixed") List<Money> amounts, @ForAll long seed) {
        List<Money> shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, new Random(seed));
        MoneyBag bag = MoneyBag.sum(shuffled);
        assertThat(bag).isEqualTo(MoneyBag.sum(amounts)).hasSameHashCodeAs(MoneyBag.sum(amounts));
        assertThat(bag).hasToString(MoneyBag.sum(amounts).toString());
    }

    @Property
    void bags_add_up_wherever_they_are_split(@ForAll("mixed") List<Money> amounts, @ForAll("sizes") int at) {
        int cut = Math.min(at, amounts.size());
        MoneyBag head = MoneyBag.sum(amounts.subList(0, cut));
        MoneyBag tail = MoneyBag.sum(amounts.subList(cut, amounts.size()));
        assertThat(head.plus(tail)).isEqualTo(MoneyBag.sum(amounts));
        assertThat(head.plus(tail).minus(tail).currencies())
                .isEqualTo(MoneyBag.sum(amounts).currencies());
    }

    @Property
    void an_exact_sum_is_never_further_off_than_its_one_rounding(
            @ForAll("dollars") List<Money> amounts, @ForAll("percents") Percent weight) {
        ExactSum sum = ExactSum.empty();
        BigDecimal exact = BigDecimal.ZERO;
        for (Money amount : amounts) {
            sum = sum.plus(amount, weight);
            exact = exact.add(amount.getAmount().multiply(weight.fraction()));
        }
        assertThat(sum.rounded(RoundingMode.HALF_EVEN).only())
                .isEqualTo(Money.of(CurrencyUnit.USD, exact, RoundingMode.HALF_EVEN));
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(currencies(), Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L))
                .as(Money::ofMinor);
    }

    @Provide
    Arbitrary<List<Money>> mixed() {
        return amounts().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Money>> dollars() {
        return Arbitraries.longs()
                .between(-1_000_000L, 1_000_000L)
                .map(minor -> Money.ofMinor(CurrencyUnit.USD, minor))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(weights -> sum(weights).signum() > 0);
    }

    @Provide
    Arbitrary<UnitPrice> prices() {
        return Combinators.combine(currencies(), decimals(6)).as(UnitPrice::of);
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return decimals(6).map(Quantity::of);
    }

    @Provide
    Arbitrary<Percent> percents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100"))
                .ofScale(2)
                .map(Percent::of);
    }

    @Provide
    Arbitrary<Percent> margins() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99.99"))
                .ofScale(2)
                .map(Percent::of);
    }

    @Provide
    Arbitrary<RoundingMode> symmetricModes() {
        return Arbitraries.of(RoundingMode.class).filter(Rounding::isSymmetric);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 30);
    }

    private static Arbitrary<BigDecimal> decimals(int scale) {
        BigDecimal bound = new BigDecimal("1000000");
        return Arbitraries.bigDecimals().between(bound.negate(), bound).ofScale(scale);
    }

    private static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("USD", "JPY", "KWD", "THB", "VND").map(CurrencyUnit::of);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
