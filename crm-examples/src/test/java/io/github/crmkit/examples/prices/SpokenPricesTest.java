package io.github.crmkit.examples.prices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The whole text stands in the golden file of the program. */
class SpokenPricesTest {

    @Test
    void a_price_is_read_from_the_list_to_the_price_by_hand_with_all_that_was_not_taken() {
        assertThat(new SpokenPrices().text()).contains("""
                The same at 8.50, which the manager gave
                  Floor tile, 120 piece: USD 1020.00
                    list 12.00
                    from 100: 11.00
                    Dealer discount, 10 % off: 9.90
                    Spring coupon, 5 % off: 9.405
                    Whole pallet, 4 % off: 9.0288
                    discount 8 %: 8.306496
                    at least 8.40: 8.40
                    manual price 8.50
                    not tier of the tile from 500: needs a larger quantity
                    not rule "Half pallet": comes next
                    not rule "Web bonus": its condition does not hold
                """);
    }

    @Test
    void two_shops_tell_the_same() {
        assertThat(new SpokenPrices().text()).isEqualTo(new SpokenPrices().text());
    }
}
