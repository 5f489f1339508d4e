package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula.Adjust;
import io.github.crmkit.pricebook.PriceFormula.Step;
import io.github.crmkit.pricebook.PriceFormula.What;
import io.github.crmkit.pricebook.PriceRounding.Mode;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFormulaTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final PriceRounding TO_TEN = PriceRounding.toMultiple(Mode.NEAREST, new BigDecimal("10"));

    @Test
    void a_thousand_yen_become_9_99_dollars_because_the_conversion_is_not_rounded_first() {
        PriceFormula formula = PriceFormula.same().rounded(TO_TEN).surcharge(new BigDecimal("-0.01"));
        BigDecimal converted = new BigDecimal("1000").multiply(new BigDecimal("0.009502"));

        assertThat(formula.price(USD, converted)).isEqualTo(UnitPrice.parse("USD 9.99"));
        assertThat(formula.steps(converted))
                .containsExactly(
                        step(What.ROUND, "nearest 10", "9.502", "10"), step(What.SURCHARGE, "-0.01", "10", "9.99"));
    }

    @Test
    void every_part_is_a_step_in_the_order_of_the_formula() {
        PriceFormula formula = PriceFormula.discount(Percent.of(10))
                .rounded(TO_TEN)
                .surcharge(new BigDecimal("-0.01"))
                .minimumMargin(new BigDecimal("-15"))
                .maximumMargin(new BigDecimal("5.0000"));

        assertThat(formula.steps(new BigDecimal("123.456")))
                .containsExactly(
                        step(What.DISCOUNT, "10", "123.456", "111.1104"),
                        step(What.ROUND, "nearest 10", "111.1104", "110"),
                        step(What.SURCHARGE, "-0.01", "110", "109.99"),
                        step(What.MINIMUM, "108.456", "109.99", "109.99"),
                        step(What.MAXIMUM, "128.456", "109.99", "109.99"));
        assertThat(formula.steps(new BigDecimal("123.456")))
                .extracting(Step::toString)
                .containsExactly(
                        "discount 10 %: 111.1104",
                        "rounded nearest 10: 110",
                        "surcharge -0.01: 109.99",
                        "at least 108.456: 109.99",
                        "at most 128.456: 109.99");
        assertThat(formula)
                .hasToString("discount 10 %, nearest 10, surcharge -0.01, at least base - 15, at most base + 5");
    }

    @Test
    void a_negative_discount_is_a_mark_up() {
        UnitPrice base = UnitPrice.parse("USD 80.00");

        assertThat(PriceFormula.discount(Percent.of(-20)).price(base)).hasToString("USD 96.00");
        assertThat(PriceFormula.markUp(Percent.of(20)).price(base)).hasToString("USD 96.00");
        assertThat(PriceFormula.margin(Percent.of(20)).price(base)).hasToString("USD 100.00");
        assertThat(PriceFormula.markUp(Percent.of("999999999999999999")).price(UnitPrice.parse("USD 0.01")))
                .hasToString("USD 100000000000000.0099");
    }

    @Test
    void a_margin_of_zero_is_a_margin() {
        PriceFormula half = PriceFormula.discount(Percent.of(50));
        UnitPrice base = UnitPrice.parse("USD 80.00");

        assertThat(half.price(base)).hasToString("USD 40.00");
        assertThat(half.minimumMargin(BigDecimal.ZERO).price(base)).hasToString("USD 80.00");
        assertThat(PriceFormula.markUp(Percent.of(50))
                        .maximumMargin(BigDecimal.ZERO)
                        .price(base))
                .hasToString("USD 80.00");
        assertThat(half.minimumMargin(BigDecimal.ZERO)
                        .maximumMargin(BigDecimal.ZERO)
                        .price(base))
                .hasToString("USD 80.00");
    }

    @Test
    void a_discount_of_all_is_exactly_nothing() {
        PriceFormula free = PriceFormula.discount(Percent.HUNDRED);

        assertThat(free.price(UnitPrice.parse("USD 0.333333")).isZero()).isTrue();
        assertThat(free.rounded(TO_TEN).price(UnitPrice.parse("USD 5")).isZero())
                .as("what is nothing is not rounded up")
                .isTrue();
    }

    @Test
    void the_result_alone_is_rounded_to_six_decimals() {
        PriceFormula third = PriceFormula.discount(Percent.of("66.666667"));

        assertThat(third.steps(new BigDecimal("0.00001")))
                .containsExactly(
                        step(What.DISCOUNT, "66.666667", "0.00001", "0.0000033333333"),
                        step(What.DECIMALS, "6", "0.0000033333333", "0.000003"));
        assertThat(PriceFormula.same().price(USD, new BigDecimal("0.0000005"))).hasToString("USD 0.000001");
        assertThat(PriceFormula.same().price(USD, new BigDecimal("-0.0000005"))).hasToString("USD -0.000001");
        assertThat(PriceFormula.same().steps(new BigDecimal("1.1000000000"))).isEmpty();
    }

    @Test
    void a_surcharge_may_take_more_than_there_is() {
        assertThat(PriceFormula.same().surcharge(new BigDecimal("-1")).price(UnitPrice.parse("USD 0.40")))
                .hasToString("USD -0.60");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT, 100.000001, out-of-range",
        "MARK_UP, -100.000001, out-of-range",
        "MARGIN, 100, percent-margin",
        "MARGIN, 250, percent-margin"
    })
    void a_percentage_that_makes_no_price_is_refused(Adjust adjust, String points, String code) {
        assertThat(refused(adjust, points, "0", null, null)).containsExactly(tuple("percent", code));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(refused(Adjust.DISCOUNT, "101", "0.0000001", "2", "1.9999999"))
                .containsExactly(
                        tuple("percent", "out-of-range"),
                        tuple("surcharge", "amount-scale"),
                        tuple("maximumMargin", "amount-scale"),
                        tuple("minimumMargin", "margin-order"));
        assertThat(refused(Adjust.DISCOUNT, "0", "1E+18", "1E-2000000000", "-1E+2000000000"))
                .containsExactly(
                        tuple("surcharge", "amount-range"),
                        tuple("minimumMargin", "amount-scale"),
                        tuple("maximumMargin", "amount-range"),
                        tuple("minimumMargin", "margin-order"));
    }

    @Test
    void a_result_that_no_price_can_be_is_refused() {
        assertThatThrownBy(() -> PriceFormula.markUp(Percent.of(100)).price(UnitPrice.parse("USD 500000000000000000")))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::code)
                                .containsExactly("unit-price-range"));
    }

    @Test
    void formulas_that_do_the_same_in_other_digits_are_equal() {
        assertThat(PriceFormula.margin(new Percent(new BigDecimal("0.00"))))
                .as("nothing is nothing")
                .isEqualTo(PriceFormula.same());
        assertThat(PriceFormula.same().surcharge(new BigDecimal("1.500")))
                .isEqualTo(PriceFormula.same().surcharge(new BigDecimal("1.5")));
        assertThat(PriceFormula.same()).hasToString("as the base");
    }

    private static Step step(What what, String operand, String before, String after) {
        return new Step(what, operand, new BigDecimal(before), new BigDecimal(after));
    }

    private static List<org.assertj.core.groups.Tuple> refused(
            Adjust adjust, String percent, String surcharge, @Nullable String least, @Nullable String most) {
        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class,
                () -> new PriceFormula(
                        adjust,
                        Percent.of(percent),
                        null,
                        new BigDecimal(surcharge),
                        least == null ? null : new BigDecimal(least),
                        most == null ? null : new BigDecimal(most)));
        return refused.violations().stream().map(v -> tuple(v.path(), v.code())).toList();
    }
}
