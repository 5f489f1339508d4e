package io.github.crmkit.pricebook;

import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceEntryTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void entries_that_make_a_price_together_are_tiered_alike() {
        PriceEntry volume = aPriceEntry(1).valid(DateRange.startingOn(MAY)).build();
        PriceEntryBuilder block = aPriceEntry(2).from("10").tiering(Tiering.BLOCK);

        assertThat(volume.mixesWith(block.build())).isTrue();
        assertThat(block.build().mixesWith(volume)).isTrue();
        assertThat(volume.mixesWith(block.withdrawn().build())).isFalse();
        assertThat(volume.mixesWith(block.unit("box").build())).isFalse();
        assertThat(volume.mixesWith(
                        block.valid(DateRange.of(MAY.minusDays(9), MAY)).build()))
                .as("on other days")
                .isFalse();
        assertThat(volume.mixesWith(block.tiering(Tiering.VOLUME).build())).isFalse();
        assertThat(volume.overlaps(block.build())).as("another tier").isFalse();
    }

    @Test
    void an_entry_that_is_set_to_what_it_is_does_not_change() {
        PriceEntry entry = aPriceEntry(1).between("USD 100", null).build();

        assertThat(entry.set(entry.price(), null, entry.tiering(), entry.bounds())
                        .isNone())
                .isTrue();
        assertThat(entry.set(entry.price(), null, Tiering.GRADUATED, entry.bounds())
                        .events())
                .containsExactly(new PriceBookEvent.PriceChanged());
        assertThat(entry.set(entry.price(), null, entry.tiering(), null).state().within())
                .isEmpty();
        assertThat(entry.withdraw()
                        .state()
                        .set(entry.price(), MAY, Tiering.VOLUME, null)
                        .events())
                .containsExactly(new PriceBookEvent.PriceReinstated(), new PriceBookEvent.PriceChanged());
    }

    @Test
    void bounds_keep_a_price_between_them() {
        PriceBounds both = bounds("USD 10", "USD 20");

        assertThat(List.of("9.999999", "10", "15", "20", "20.000001"))
                .extracting(p -> both.clamp(UnitPrice.parse("USD " + p)).toString())
                .containsExactly("USD 10.00", "USD 10.00", "USD 15.00", "USD 20.00", "USD 20.00");
        assertThat(bounds("USD 0", null).clamp(UnitPrice.parse("USD -1")))
                .as("zero is a floor")
                .hasToString("USD 0.00");
        assertThat(bounds(null, "USD 0").clamp(UnitPrice.parse("USD 1"))).hasToString("USD 0.00");
        assertThatThrownBy(() -> both.clamp(UnitPrice.parse("THB 15"))).isInstanceOf(CurrencyMismatchException.class);
        assertThat(both.clamp(both.lowest().orElseThrow())).isEqualTo(both.floor());
        assertThat(PriceBounds.of(null, null)).isEmpty();
    }

    @Test
    void bounds_that_leave_no_room_are_refused() {
        assertThat(codes("USD 10.000001", "USD 10")).containsExactly("floor bounds-order");
        assertThat(codes("USD -1", "THB -2"))
                .containsExactly("floor negative", "ceiling negative", "ceiling currency-mismatch");
        assertThat(codes(null, null)).containsExactly(" bounds-empty");
        assertThat(bounds("USD 10", "USD 10").highest()).contains(UnitPrice.parse("USD 10"));
    }

    @Test
    void bounds_in_another_currency_than_the_price_are_refused() {
        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class, () -> aPriceEntry(1).between("THB 1", null));

        assertThat(refused.violations()).extracting(Violation::code).containsExactly("currency-mismatch");
    }

    private static PriceBounds bounds(@Nullable String floor, @Nullable String ceiling) {
        return new PriceBounds(
                floor == null ? null : UnitPrice.parse(floor), ceiling == null ? null : UnitPrice.parse(ceiling));
    }

    private static List<String> codes(@Nullable String floor, @Nullable String ceiling) {
        return catchThrowableOfType(RuleViolationsException.class, () -> bounds(floor, ceiling)).violations().stream()
                .map(v -> v.path() + " " + v.code())
                .toList();
    }
}
