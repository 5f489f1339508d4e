package io.github.crmkit.pricerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula;
import java.math.BigDecimal;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static final Quantity THREE = Quantity.of(3);

    private static void refuses(String code, ThrowingCallable making) {
        assertThat(catchThrowableOfType(RuleViolationsException.class, making).violations())
                .extracting(Violation::code)
                .containsExactly(code);
    }

    @Test
    void what_no_price_can_come_of_is_refused() {
        refuses("negative", () -> new Effect.FixedPrice(UnitPrice.parse("USD -1")));
        refuses("out-of-range", () -> new Effect.PercentOff(Percent.of("100.000001")));
        refuses("negative", () -> new Effect.PercentOfTotal(Percent.of(-1), new Target.Anything()));
        PriceFormula rounded = PriceFormula.same().surcharge(BigDecimal.ONE);
        refuses("currency-missing", () -> new Effect.Formula(Effect.Base.LIST, rounded, null));
        assertThat(new Effect.Formula(Effect.Base.LIST, PriceFormula.same(), null).currency())
                .isEmpty();
        assertThat(new Effect.Formula(Effect.Base.LIST, rounded, CurrencyUnit.EUR).currency())
                .contains(CurrencyUnit.EUR);
        assertThatThrownBy(() -> new Effect.FreeGoods(Quantity.ZERO, Quantity.of(-1), null, true))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path)
                                .containsExactly("buy", "get"));
    }

    @Test
    void free_goods_are_given_once_or_each_time_that_the_quantity_is_reached() {
        Effect.FreeGoods each = new Effect.FreeGoods(THREE, Quantity.ONE, null, true);
        Effect.FreeGoods once = new Effect.FreeGoods(THREE, Quantity.ONE, null, false);

        assertThat(each.given(Quantity.parse("2.999999"))).isEqualTo(Quantity.ZERO);
        assertThat(each.given(THREE)).isEqualTo(Quantity.ONE);
        assertThat(each.given(Quantity.of(11))).isEqualTo(THREE);
        assertThat(once.given(Quantity.of(11))).isEqualTo(Quantity.ONE);
        assertThat(once.given(Quantity.of(2))).isEqualTo(Quantity.ZERO);
        assertThat(each.given(Quantity.of(-9))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void an_effect_says_what_it_does() {
        ProductId grout = new ProductId(new UUID(1, 1));

        assertThat(new Effect.FixedPrice(UnitPrice.parse("USD 9.99")).describe())
                .isEqualTo("price USD 9.99");
        assertThat(new Effect.PercentOff(Percent.of("2.5")).describe()).isEqualTo("2.5 % off");
        assertThat(new Effect.PercentOff(Percent.of(-3)).describe()).isEqualTo("3 % added");
        assertThat(new Effect.AmountOff(UnitPrice.parse("USD 2")).describe()).isEqualTo("USD 2.00 off");
        assertThat(new Effect.AmountOff(UnitPrice.parse("USD -2")).describe()).isEqualTo("USD 2.00 added");
        assertThat(new Effect.Formula(Effect.Base.AVERAGE_COST, PriceFormula.margin(Percent.of(20)), null).describe())
                .isEqualTo("from the average cost: margin 20 %");
        assertThat(new Effect.FreeGoods(THREE, Quantity.ONE, grout, true).describe())
                .isEqualTo("1 free for each 3 (product " + grout.text() + ")");
        assertThat(new Effect.PercentOfTotal(Percent.of(5), new Target.Anything()).describe())
                .isEqualTo("5 % of the total of anything");
    }

    @Test
    void a_band_begins_at_its_lower_bound_and_ends_before_its_upper_one() {
        QuantityBand band = QuantityBand.of(10, 20);

        assertThat(band.contains(Quantity.parse("9.999999"))).isFalse();
        assertThat(band.contains(Quantity.of(10))).isTrue();
        assertThat(band.contains(Quantity.parse("19.999999"))).isTrue();
        assertThat(band.contains(Quantity.of(20))).isFalse();
        assertThat(band.overlaps(QuantityBand.from(20))).isFalse();
        assertThat(QuantityBand.ANY.overlaps(band)).isTrue();
        refuses("negative", () -> QuantityBand.from(-1));
        refuses("band-empty", () -> QuantityBand.of(5, 5));
    }
}
