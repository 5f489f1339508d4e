package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.Desk;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TierSettingTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Desk desk = CatalogDesk.of(new MemoryStorage(), CatalogDesk.OURS);
    private final PriceEntryService prices = new PriceEntryService(desk);
    private final ProductId tile = new ProductService(desk)
            .create(NewProduct.of("TILE-60", "Floor tile"))
            .id();
    private final PriceBookId book = new PriceBookService(desk)
            .open(NewPriceBook.of("Wholesale", CurrencyUnit.USD))
            .id();

    @Test
    void tiers_that_would_make_prices_in_two_ways_are_refused() {
        PriceEntry list = prices.setPrice(book, price("10"));

        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class,
                () -> prices.setPrices(
                        book,
                        List.of(
                                price("9").from(10).tiering(Tiering.GRADUATED),
                                price("8").from(100).tiering(Tiering.BLOCK),
                                price("8").unit("box").tiering(Tiering.BLOCK))));

        assertThat(refused.violations())
                .extracting(v -> v.path(), v -> v.code(), v -> v.message())
                .containsExactly(
                        tuple(
                                "prices[0].tiering",
                                "tiering-mixed",
                                "must be tiered as price entry " + list.id().text()),
                        tuple(
                                "prices[1].tiering",
                                "tiering-mixed",
                                "must be tiered as price entry " + list.id().text()));
        assertThat(prices.pricesOf(book, tile)).hasSize(1);
    }

    @Test
    void tiers_become_tiered_otherwise_all_at_once_or_on_other_days() {
        prices.setPrices(book, List.of(price("10"), price("9").from(10)));

        assertThat(prices.setPrices(
                                book,
                                List.of(
                                        price("10").tiering(Tiering.GRADUATED),
                                        price("9").from(10).tiering(Tiering.GRADUATED)))
                        .changed())
                .isEqualTo(2);
        prices.setPrice(book, price("10").tiering(Tiering.GRADUATED).validity(new DateRange(null, MAY)));
        assertThat(violations(() -> prices.setPrice(
                        book, price("500").from(100).tiering(Tiering.BLOCK).validity(DateRange.startingOn(MAY)))))
                .as("the tier from 10 still applies in May")
                .containsExactly(tuple("prices[0].tiering", "tiering-mixed"));
        prices.setPrice(book, price("9").from(10).tiering(Tiering.GRADUATED).validity(new DateRange(null, MAY)));
        assertThat(prices.setPrice(
                                book,
                                price("500").from(100).tiering(Tiering.BLOCK).validity(DateRange.startingOn(MAY)))
                        .tiering())
                .isEqualTo(Tiering.BLOCK);
    }

    @Test
    void a_withdrawn_entry_does_not_come_back_beside_others_that_are_tiered_otherwise() {
        PriceEntry old = prices.withdraw(prices.setPrice(book, price("10")).id());
        prices.setPrice(book, price("9").from(10).tiering(Tiering.BLOCK));

        assertThat(violations(() -> prices.reinstate(old.id()))).containsExactly(tuple("tiering", "tiering-mixed"));
        assertThat(prices.get(old.id()).active()).isFalse();
    }

    @Test
    void bounds_are_kept_with_the_price_and_go_when_they_are_no_longer_asked_for() {
        PriceEntry bound = prices.setPrice(book, price("10").floor(usd("8")).ceiling(usd("12")));

        assertThat(prices.get(bound.id()).within()).hasValueSatisfying(b -> {
            assertThat(b.lowest()).hasValueSatisfying(f -> assertThat(f).hasToString("USD 8.00"));
            assertThat(b.highest()).hasValueSatisfying(c -> assertThat(c).hasToString("USD 12.00"));
        });
        assertThat(prices.setPrice(book, price("10")).within()).isEmpty();
        assertThat(prices.history(bound.id()).get(1).change(PriceEntryFields.FLOOR))
                .isPresent();
    }

    @Test
    void everything_that_is_wrong_with_bounds_is_said_at_once() {
        assertThat(violations(() -> prices.setPrices(
                        book,
                        List.of(
                                price("10").floor(usd("12")).ceiling(usd("8")),
                                price("10").from(1).floor(BigMoney.parse("THB 1")),
                                price("10").from(2).floor(usd("0.0000001")).ceiling(usd("-1")),
                                price("10").from(3).floor(usd("-1")).ceiling(BigMoney.parse("THB -1"))))))
                .containsExactlyInAnyOrder(
                        tuple("prices[0].floor", "bounds-order"),
                        tuple("prices[1].floor", "currency-mismatch"),
                        tuple("prices[2].floor", "unit-price-scale"),
                        tuple("prices[3].floor", "negative"),
                        tuple("prices[3].ceiling", "negative"),
                        tuple("prices[3].ceiling", "currency-mismatch"),
                        tuple("prices[3].ceiling", "currency-mismatch"));
    }

    private NewPrice price(String amount) {
        return NewPrice.of(tile, usd(amount));
    }

    private static BigMoney usd(String amount) {
        return BigMoney.parse("USD " + amount);
    }

    private static List<Tuple> violations(ThrowingCallable doing) {
        return catchThrowableOfType(RuleViolationsException.class, doing).violations().stream()
                .map(v -> tuple(v.path(), v.code()))
                .toList();
    }
}
