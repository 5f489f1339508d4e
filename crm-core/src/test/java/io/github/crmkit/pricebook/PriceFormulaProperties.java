package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.Percent;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula.Adjust;
import io.github.crmkit.pricebook.PriceFormula.Step;
import io.github.crmkit.pricebook.PriceRounding.Mode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

class PriceFormulaProperties {

    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    /** Two margins in their order, of which each may be absent. */
    record Margins(@Nullable BigDecimal least, @Nullable BigDecimal most) {}

    @Property(tries = 20_000)
    void the_steps_follow_each_other_and_lead_to_the_price(
            @ForAll("formulas") PriceFormula formula, @ForAll("bases") BigDecimal base) {
        BigDecimal running = base;
        for (Step step : formula.steps(base)) {
            assertThat(step.before()).isEqualByComparingTo(running);
            assertThat(step.replay()).isEqualTo(step.after());
            running = step.after();
        }

        assertThat(formula.price(CurrencyUnit.USD, base)).isEqualTo(UnitPrice.of(CurrencyUnit.USD, running));
    }

    @Property(tries = 20_000)
    void the_price_lies_within_the_margins(@ForAll("formulas") PriceFormula formula, @ForAll("bases") BigDecimal base) {
        BigDecimal price = formula.price(CurrencyUnit.USD, base).amount();
        BigDecimal least = formula.minimumMargin();
        BigDecimal most = formula.maximumMargin();

        if (least != null) {
            assertThat(price).isGreaterThan(base.add(least).subtract(MILLIONTH));
        }
        if (most != null) {
            assertThat(price).isLessThan(base.add(most).add(MILLIONTH));
        }
        assertThat(price.scale()).isBetween(0, UnitPrice.MAX_SCALE);
    }

    @Property(tries = 10_000)
    void a_formula_without_amounts_turns_a_credit_into_the_credit_of_its_price(
            @ForAll("formulas") PriceFormula formula, @ForAll("bases") BigDecimal base) {
        PriceFormula plain =
                new PriceFormula(formula.adjust(), formula.percent(), formula.rounding(), BigDecimal.ZERO, null, null);

        assertThat(plain.price(CurrencyUnit.USD, base.negate()).amount())
                .isEqualByComparingTo(
                        plain.price(CurrencyUnit.USD, base).amount().negate());
    }

    @Property(tries = 20_000)
    void rounding_is_the_same_for_what_is_taken_back(
            @ForAll("roundings") PriceRounding rounding, @ForAll("bases") BigDecimal price) {
        assertThat(rounding.round(price.negate()))
                .isEqualByComparingTo(rounding.round(price).negate());
    }

    @Property(tries = 20_000)
    void what_is_rounded_ends_as_it_should_and_stays_when_it_is_rounded_again(
            @ForAll("roundings") PriceRounding rounding, @ForAll("bases") BigDecimal price) {
        BigDecimal rounded = rounding.round(price);

        assertThat(rounding.round(rounded)).isEqualByComparingTo(rounded);
        assertThat(rounded.signum()).as("nothing alone is nothing").isEqualTo(price.signum());
        if (price.signum() != 0) {
            assertThat(rounded.abs().remainder(rounding.multiple())).isEqualByComparingTo(rounding.ending());
        }
    }

    @Property(tries = 20_000)
    void prices_above_the_lowest_move_less_than_one_multiple_and_in_the_direction_of_the_mode(
            @ForAll("roundings") PriceRounding rounding, @ForAll("bases") BigDecimal price) {
        BigDecimal size = price.abs().add(rounding.multiple());
        BigDecimal moved = rounding.round(size).subtract(size);

        assertThat(moved.abs()).isLessThan(rounding.multiple());
        switch (rounding.mode()) {
            case UP -> assertThat(moved.signum()).isNotNegative();
            case DOWN -> assertThat(moved.signum()).isNotPositive();
            case NEAREST ->
                assertThat(moved.abs().multiply(BigDecimal.valueOf(2))).isLessThanOrEqualTo(rounding.multiple());
        }
    }

    @Property
    void the_text_of_a_rounding_is_read_back(@ForAll("roundings") PriceRounding rounding) {
        assertThat(PriceRounding.parse(rounding.toString())).isEqualTo(rounding);
    }

    @Provide
    Arbitrary<BigDecimal> bases() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "0.000001", "9.502", "10", "99.99", "-5", "1000", "0.333333333333")
                        .map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                        .ofScale(21));
    }

    @Provide
    Arbitrary<PriceRounding> roundings() {
        Arbitrary<BigDecimal> multiples = Arbitraries.oneOf(
                Arbitraries.of("0.05", "1", "10", "0.3", "100", "0.000001").map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(MILLIONTH, new BigDecimal("500"))
                        .ofScale(6));
        Arbitrary<BigDecimal> parts = Arbitraries.oneOf(
                Arbitraries.just(BigDecimal.ZERO),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("0.999"))
                        .ofScale(3));
        return Combinators.combine(Arbitraries.of(Mode.class), multiples, parts)
                .as((mode, multiple, part) -> new PriceRounding(
                        mode, multiple, multiple.multiply(part).setScale(6, RoundingMode.DOWN)));
    }

    @Provide
    Arbitrary<PriceFormula> formulas() {
        Arbitrary<BigDecimal> points = Arbitraries.oneOf(
                Arbitraries.of("0", "10", "100", "-20", "33.333333").map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-99"), new BigDecimal("99"))
                        .ofScale(6));
        Arbitrary<Adjust> adjusts = Arbitraries.of(Adjust.class);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("-50"), new BigDecimal("50"))
                .ofScale(6);
        Arbitrary<Margins> margins = Combinators.combine(amounts.injectNull(0.4), amounts.injectNull(0.4))
                .as((one, other) -> one == null || other == null
                        ? new Margins(one, other)
                        : new Margins(one.min(other), one.max(other)));
        return Combinators.combine(adjusts, points, roundings().injectNull(0.4), amounts, margins)
                .as((adjust, p, rounding, surcharge, bounds) -> new PriceFormula(
                        p.compareTo(BigDecimal.valueOf(100)) == 0 ? Adjust.DISCOUNT : adjust,
                        Percent.of(p),
                        rounding,
                        surcharge,
                        bounds.least(),
                        bounds.most()));
    }
}
