package io.github.crmkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.Desk;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricebook.PriceEntryService.PricesSet;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceSettingTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Desk desk = CatalogDesk.of(new MemoryStorage(), CatalogDesk.OURS);
    private final ProductService products = new ProductService(desk);
    private final PriceBookService books = new PriceBookService(desk);
    private final PriceEntryService prices = new PriceEntryService(desk);
    private final PricingService pricing = new PricingService(desk, PricingTerms.standard());

    private PriceBookId book;
    private Product tile;
    private Product grout;

    @BeforeEach
    void open() {
        book = books.open(NewPriceBook.of("Wholesale", THB)).id();
        tile = products.create(NewProduct.of("TILE-60", "Floor tile").unit("box"));
        grout = products.create(NewProduct.of("GROUT-5", "Grout 5 kg"));
    }

    @Test
    void prices_are_set_once_and_setting_them_again_changes_nothing() {
        List<NewPrice> asked = List.of(
                NewPrice.of(tile.id(), thb("120")),
                NewPrice.of(tile.id(), thb("108.00")).from(100),
                NewPrice.of(grout.id(), thb("85.5")));

        PricesSet first = prices.setPrices(book, asked);
        PricesSet second = prices.setPrices(book, asked);

        assertThat(first)
                .extracting(PricesSet::added, PricesSet::changed, PricesSet::unchanged)
                .containsExactly(3, 0, 0);
        assertThat(second).isEqualTo(new PricesSet(first.entries(), 0, 0, 3));
        assertThat(first.entries()).extracting(PriceEntry::unit).containsExactly("box", "box", "piece");
        assertThat(prices.pricesOf(book, tile.id())).hasSize(2);
        assertThat(prices.history(first.entries().get(0).id()))
                .extracting(HistoryEntry::code)
                .containsExactly("price-entry.added");
    }

    @Test
    void a_changed_price_or_end_updates_the_entry_that_is_there() {
        PriceEntry list = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));

        PriceEntry dearer =
                prices.setPrice(book, NewPrice.of(tile.id(), thb("130")).validity(DateRange.validThrough(DAY)));

        assertThat(dearer.id()).isEqualTo(list.id());
        assertThat(dearer.stamp().version()).isEqualTo(2);
        assertThat(prices.get(list.id())).isEqualTo(dearer);
        HistoryEntry change = prices.history(list.id()).get(1);
        assertThat(change.code()).isEqualTo("price-entry.changed");
        assertThat(change.change(PriceEntryFields.PRICE)).hasValueSatisfying(c -> {
            assertThat(c.before()).isEqualTo("120.000000");
            assertThat(c.after()).isEqualTo("130.000000");
        });
    }

    @Test
    void a_beginning_on_the_very_first_day_is_no_beginning() {
        PriceEntry first = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));

        PriceEntry again = prices.setPrice(
                book, NewPrice.of(tile.id(), thb("120")).validity(DateRange.startingOn(PriceEntry.SINCE_EVER)));

        assertThat(again).isEqualTo(first);
        assertThat(again.validity()).isEqualTo(DateRange.always());
    }

    @Test
    void everything_that_is_wrong_with_a_batch_is_said_at_once_and_nothing_is_stored() {
        ProductId never = new ProductId(new UUID(3, 3));
        List<NewPrice> asked = List.of(
                NewPrice.of(tile.id(), thb("120")),
                NewPrice.of(never, thb("1")),
                NewPrice.of(grout.id(), Money.of(CurrencyUnit.USD, BigDecimal.ONE)),
                NewPrice.of(tile.id(), BigMoney.of(THB, new BigDecimal("-1.1234567")))
                        .from(new BigDecimal("-0.0000001")),
                NewPrice.of(tile.id(), thb("119")).unit("box"),
                NewPrice.of(tile.id(), thb("118")).validity(DateRange.startingOn(DAY)));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> prices.setPrices(book, asked));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("prices[1].product", "not-found"),
                        tuple("prices[2].price", "currency-mismatch"),
                        tuple("prices[3].from", "negative"),
                        tuple("prices[3].from", "quantity-scale"),
                        tuple("prices[3].price", "negative"),
                        tuple("prices[3].price", "unit-price-scale"),
                        tuple("prices[4]", "price-twice"),
                        tuple("prices[5].validity", "overlap"));
        assertThat(refused.getMessage()).contains("prices[0]").doesNotContain("1.1234567");
        assertThat(prices.pricesOf(book, tile.id())).isEmpty();
    }

    @Test
    void days_that_another_entry_of_the_tier_claims_are_refused_and_it_is_named() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        PriceEntry first =
                prices.setPrice(book, NewPrice.of(tile.id(), thb("120")).validity(DateRange.of(DAY, july)));
        NewPrice early = NewPrice.of(tile.id(), thb("110")).validity(DateRange.of(DAY.minusDays(9), DAY.plusDays(1)));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> prices.setPrice(book, early));

        assertThat(refused.violations()).singleElement().satisfies(v -> {
            assertThat(v.path()).isEqualTo("prices[0].validity");
            assertThat(v.message()).contains("price entry " + first.id().text());
        });
        prices.setPrice(book, NewPrice.of(tile.id(), thb("130")).validity(DateRange.startingOn(july)));
        prices.setPrice(book, early.from(10));
        prices.setPrice(book, early.unit("piece"));
        prices.setPrice(book, early.validity(DateRange.of(DAY.minusDays(9), DAY)));
        assertThat(prices.pricesOf(book, tile.id())).hasSize(5);
    }

    @Test
    void a_new_price_can_follow_when_the_same_batch_ends_the_old_one() {
        prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));

        PricesSet set = prices.setPrices(
                book,
                List.of(
                        NewPrice.of(tile.id(), thb("120")).validity(DateRange.validThrough(DAY)),
                        NewPrice.of(tile.id(), thb("125")).validity(DateRange.startingOn(DAY.plusDays(1)))));

        assertThat(set)
                .extracting(PricesSet::added, PricesSet::changed, PricesSet::unchanged)
                .containsExactly(1, 1, 0);
        assertThat(net(tile, 1, DAY)).isEqualTo("THB 120.00");
        assertThat(net(tile, 1, DAY.plusDays(1))).isEqualTo("THB 125.00");
    }

    @Test
    void a_withdrawn_price_does_not_apply_until_it_is_set_or_reinstated() {
        PriceEntry entry = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        prices.withdraw(entry.id());
        prices.withdraw(entry.id());

        assertThat(pricing.price(book, PriceRequest.of(tile.id(), 1), DAY)).isInstanceOf(NoPrice.class);
        prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        assertThat(net(tile, 1, DAY)).isEqualTo("THB 120.00");
        prices.withdraw(entry.id());
        prices.reinstate(entry.id());
        assertThat(net(tile, 1, DAY)).isEqualTo("THB 120.00");
        assertThat(prices.history(entry.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "price-entry.added",
                        "price-entry.withdrawn",
                        "price-entry.reinstated",
                        "price-entry.withdrawn",
                        "price-entry.reinstated");
    }

    @Test
    void a_withdrawn_price_that_is_set_anew_is_reinstated_and_changed_in_one_step() {
        PriceEntry entry = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        prices.withdraw(entry.id());

        PriceEntry set = prices.setPrice(book, NewPrice.of(tile.id(), thb("125")));

        assertThat(set.stamp().version()).isEqualTo(3);
        assertThat(net(tile, 1, DAY)).isEqualTo("THB 125.00");
        assertThat(prices.history(entry.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "price-entry.added", "price-entry.withdrawn", "price-entry.reinstated", "price-entry.changed");
    }

    @Test
    void a_withdrawn_price_whose_days_were_given_away_cannot_come_back() {
        PriceEntry old = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        prices.withdraw(old.id());
        PriceEntry next =
                prices.setPrice(book, NewPrice.of(tile.id(), thb("125")).validity(DateRange.startingOn(DAY)));

        assertThatThrownBy(() -> prices.reinstate(old.id()))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining(old.id().text())
                .hasMessageContaining(next.id().text());
        assertThat(prices.get(old.id()).active()).isFalse();
    }

    @Test
    void many_callers_who_set_the_same_prices_at_once_make_one_set_of_entries() throws Exception {
        List<NewPrice> asked = List.of(
                NewPrice.of(tile.id(), thb("120")),
                NewPrice.of(tile.id(), thb("108")).from(100),
                NewPrice.of(grout.id(), thb("85.50")));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<PricesSet>> calls = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> prices.setPrices(book, asked)))
                    .toList();
            int added = 0;
            for (Future<PricesSet> call : calls) {
                added += call.get().added();
            }
            assertThat(added).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    private String net(Product product, long quantity, LocalDate day) {
        return ((Price) pricing.price(book, PriceRequest.of(product.id(), quantity), day))
                .net()
                .toString();
    }

    private static Money thb(String amount) {
        return Money.of(THB, new BigDecimal(amount));
    }
}
