package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Refused;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealLineTest {

    @ParameterizedTest
    @CsvSource({
        "2, USD 158, USD 316.00",
        "3, USD 0.335, USD 1.01",
        "1, USD -0.125, USD -0.13",
        "1.5, JPY 33, JPY 50",
        "0.000001, USD 1, USD 0.00",
    })
    void the_amount_is_quantity_times_net_price_rounded_once(String quantity, String price, String amount) {
        assertThat(line(quantity, price).amount()).isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void there_is_no_line_of_nothing(String quantity) {
        assertThat(Refused.by(() -> line(quantity, "USD 1"))).containsExactly("quantity positive");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Quantity many = Quantity.parse("999999999999999999");
        assertThat(Refused.by(() -> new DealLine(
                        new ProductId(new UUID(0, 1)), "", "\n", many, " ", price("USD 10"), Quantity.ONE, null)))
                .containsExactly("sku plain-text", "name plain-text", "unit plain-text", "amount amount-range");
    }

    @Test
    void it_reads_aloud_and_says_when_it_was_entered_by_hand() {
        DealLine line = line("500", "THB 108.00");

        assertThat(line.toString()).isEqualTo("500 box TILE-60 at THB 108.00");
        assertThat(line.pricedBy()).isEmpty();
    }

    static DealLine line(String quantity, String price) {
        return new DealLine(
                new ProductId(new UUID(0, 1)),
                "TILE-60",
                "Floor tile",
                Quantity.parse(quantity),
                "box",
                price(price),
                Quantity.ONE,
                null);
    }

    private static UnitPrice price(String text) {
        return UnitPrice.parse(text);
    }
}
