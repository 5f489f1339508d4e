package io.github.crmkit.pricing;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Who sees books and prices, and who may change them. */
class PricingAccessTest {

    private static final List<EntityType<?, ?>> ALL = List.of(PriceBooks.TYPE, PriceEntries.TYPE);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(SOMCHAI);
    private final Product tile = new ProductService(desk).create(NewProduct.of("TILE-60", "Floor tile"));
    private final PriceBook book = new PriceBookService(desk).open(NewPriceBook.of("Retail", CurrencyUnit.of("THB")));
    private final PriceEntry entry =
            new PriceEntryService(desk).setPrice(book.id(), NewPrice.of(tile.id(), Money.parse("THB 120")));

    @Test
    void a_denied_write_leaves_nothing() {
        PriceBookService books = books(new ReadOnly());
        PriceEntryService prices = prices(new ReadOnly());
        PricingService pricing = pricing(new ReadOnly());
        List<Object> before = office.dump(ALL);
        List<ThrowingCallable> writes = List.of(
                () -> books.open(NewPriceBook.of("Wholesale", CurrencyUnit.USD)),
                () -> books.edit(EditPriceBook.of(book).name("Shops")),
                () -> books.deactivate(book.id()),
                () -> prices.setPrice(book.id(), NewPrice.of(tile.id(), Money.parse("THB 130"))),
                () -> prices.setPrice(
                        book.id(),
                        NewPrice.of(tile.id(), Money.parse("THB 108")).from(100)),
                () -> prices.withdraw(entry.id()));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(pricing.price(book.id(), PriceRequest.of(tile.id(), 1), DAY)).isInstanceOf(Price.class);
        assertThat(office.dump(ALL)).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        PriceBookService books = books(policy);
        PriceEntryService prices = prices(policy);

        books.open(NewPriceBook.of("Wholesale", CurrencyUnit.USD));
        assertThat(policy.taken()).containsExactly("create price-book");
        books.edit(EditPriceBook.of(book).name("Shops"));
        assertThat(policy.taken()).containsExactly("update price-book");
        books.activate(books.deactivate(book.id()).id());
        assertThat(policy.taken()).containsExactly("update price-book");
        prices.setPrice(
                book.id(), NewPrice.of(tile.id(), Money.parse("THB 108")).from(100));
        assertThat(policy.taken()).containsExactly("create price-entry");
        prices.setPrice(book.id(), NewPrice.of(tile.id(), Money.parse("THB 130")));
        assertThat(policy.taken()).containsExactly("update price-entry");
        prices.reinstate(prices.withdraw(entry.id()).id());
        assertThat(policy.taken()).containsExactly("update price-entry");
    }

    @Test
    void a_hidden_book_is_not_found_by_any_door() {
        PriceBookService books = books(new Hiding(PriceBooks.TYPE));
        PriceEntryService prices = prices(new Hiding(PriceBooks.TYPE));
        PricingService pricing = pricing(new Hiding(PriceBooks.TYPE));
        PriceRequest line = PriceRequest.of(tile.id(), 1);

        assertNotFound(
                () -> books.get(book.id()),
                () -> books.history(book.id()),
                () -> books.edit(EditPriceBook.of(book).name("Shops")),
                () -> books.deactivate(book.id()),
                () -> pricing.price(book.id(), line, DAY),
                () -> pricing.priceAll(book.id(), List.of(line), DAY),
                () -> prices.setPrice(book.id(), NewPrice.of(tile.id(), Money.parse("THB 1"))));
        assertThat(books.named("Retail")).isEmpty();
    }

    @Test
    void a_hidden_price_is_not_found_and_makes_no_price() {
        PriceEntryService prices = prices(new Hiding(PriceEntries.TYPE));
        PricingService pricing = pricing(new Hiding(PriceEntries.TYPE));

        assertNotFound(
                () -> prices.get(entry.id()),
                () -> prices.history(entry.id()),
                () -> prices.withdraw(entry.id()),
                () -> prices.reinstate(entry.id()));
        assertThat(prices.pricesOf(book.id(), tile.id())).isEmpty();
        assertThat(pricing.price(book.id(), PriceRequest.of(tile.id(), 1), DAY)).isInstanceOf(NoPrice.class);
    }

    @Test
    void a_hidden_product_gets_no_price_and_is_given_none() {
        PriceEntryService prices = prices(new Hiding(Products.TYPE));
        PricingService pricing = pricing(new Hiding(Products.TYPE));
        PriceRequest line = PriceRequest.of(tile.id(), 1);

        assertNotFound(() -> pricing.price(book.id(), line, DAY));
        assertThatThrownBy(() -> pricing.priceAll(book.id(), List.of(line), DAY))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lines[0].product");
        assertThatThrownBy(() -> prices.setPrice(book.id(), NewPrice.of(tile.id(), Money.parse("THB 1"))))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("prices[0].product");
    }

    private PriceBookService books(AccessPolicy policy) {
        return new PriceBookService(office.under(policy).deskOf(SOMCHAI));
    }

    private PriceEntryService prices(AccessPolicy policy) {
        return new PriceEntryService(office.under(policy).deskOf(SOMCHAI));
    }

    private PricingService pricing(AccessPolicy policy) {
        return new PricingService(office.under(policy).deskOf(SOMCHAI), PricingTerms.standard());
    }

    private static void assertNotFound(ThrowingCallable... doors) {
        for (ThrowingCallable door : doors) {
            assertThatThrownBy(door).isInstanceOf(NotFoundException.class);
        }
    }
}
