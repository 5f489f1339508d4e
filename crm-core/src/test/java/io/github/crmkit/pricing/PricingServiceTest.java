package io.github.crmkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.Desk;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.catalog.EditProduct;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PricingServiceTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Desk desk = CatalogDesk.of(storage, CatalogDesk.OURS);
    private final ProductService products = new ProductService(desk);
    private final PriceBookService books = new PriceBookService(desk);
    private final PriceEntryService prices = new PriceEntryService(desk);
    private final PricingService pricing = new PricingService(desk, PricingTerms.standard());

    private final Desk theirDesk = CatalogDesk.of(storage, CatalogDesk.THEIRS);
    private final PriceEntryService theirPrices = new PriceEntryService(theirDesk);
    private final PricingService theirPricing = new PricingService(theirDesk, PricingTerms.standard());

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
    void five_hundred_lines_are_priced_with_as_many_reads_as_one() {
        List<Product> many = products.createAll(IntStream.range(0, 500)
                .mapToObj(i -> NewProduct.of("P-" + i, "Product " + i))
                .toList());
        List<NewPrice> asked = new ArrayList<>();
        for (Product product : many) {
            asked.add(NewPrice.of(product.id(), thb("10")));
            asked.add(NewPrice.of(product.id(), thb("9")).from(10));
        }
        List<String> fourReads = List.of("find price-book", "findAll product", "page rule-set", "page price-entry");
        storage.reads();

        prices.setPrices(book, asked);
        assertThat(storage.reads()).containsExactly("find price-book", "findAll product", "page price-entry");

        List<PriceResult> results = pricing.priceAll(
                book, many.stream().map(p -> PriceRequest.of(p.id(), 10)).toList(), DAY);
        assertThat(storage.reads()).isEqualTo(fourReads);
        assertThat(results)
                .hasSize(500)
                .allSatisfy(r -> assertThat(((Price) r).amount()).isEqualTo(thb("90")));

        pricing.priceAll(book, List.of(PriceRequest.of(many.get(0).id(), 1)), DAY);
        assertThat(storage.reads()).isEqualTo(fourReads);
    }

    @Test
    void lines_are_priced_in_their_order_and_a_missing_price_is_an_answer() {
        prices.setPrices(
                book,
                List.of(
                        NewPrice.of(tile.id(), thb("120")),
                        NewPrice.of(tile.id(), thb("108")).from(100)));

        List<PriceResult> results = pricing.priceAll(
                book,
                List.of(
                        PriceRequest.of(tile.id(), 500).discount(Percent.of(5)),
                        PriceRequest.of(grout.id(), 40),
                        PriceRequest.of(tile.id(), 1)),
                DAY);

        assertThat(results.get(0)).isInstanceOfSatisfying(Price.class, p -> {
            assertThat(p.proof()).hasToString("[list 120.00, from 100: 108.00, discount 5 %: 102.60]");
            assertThat(p.amount()).isEqualTo(thb("51300"));
        });
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        NoPrice.class, n -> assertThat(n.reason()).isEqualTo(NoPrice.Reason.NO_ENTRY))
                .hasToString("no price: the price book has no price for the product");
        assertThat(results.get(2)).extracting(PriceResult::product).isEqualTo(tile.id());
    }

    @Test
    void everything_that_is_wrong_with_the_lines_is_said_at_once() {
        List<PriceRequest> lines = List.of(
                PriceRequest.of(tile.id(), 1),
                PriceRequest.of(new ProductId(new UUID(3, 3)), BigDecimal.ZERO),
                PriceRequest.of(tile.id(), new BigDecimal("0.0000001")).unit(" "),
                PriceRequest.of(tile.id(), -1)
                        .discount(new BigDecimal("-1"))
                        .manual(Money.of(CurrencyUnit.USD, BigDecimal.ONE)));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pricing.priceAll(book, lines, DAY));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("lines[1].quantity", "positive"),
                        tuple("lines[1].product", "not-found"),
                        tuple("lines[2].quantity", "quantity-scale"),
                        tuple("lines[2].unit", "plain-text"),
                        tuple("lines[3].quantity", "positive"),
                        tuple("lines[3].discount", "out-of-range"),
                        tuple("lines[3].manual", "currency-mismatch"));
    }

    @Test
    void what_a_host_left_out_is_refused_like_any_other_mistake() {
        @SuppressWarnings("NullAway") // what binding a request body without checks can lead to
        PriceRequest empty = new PriceRequest(null, null, null, null, null, null, List.of());
        @SuppressWarnings("NullAway")
        NewPrice nothing = new NewPrice(null, null, null, null, null, null, null, null);

        assertThat(catchThrowableOfType(
                                RuleViolationsException.class, () -> pricing.priceAll(book, List.of(empty), DAY))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("lines[0].product", "lines[0].quantity");
        assertThat(catchThrowableOfType(RuleViolationsException.class, () -> prices.setPrices(book, List.of(nothing)))
                        .violations())
                .extracting(Violation::path)
                .containsExactly(
                        "prices[0].from",
                        "prices[0].price",
                        "prices[0].product",
                        "prices[0].tiering",
                        "prices[0].validity");
    }

    @Test
    void too_many_lines_are_refused_before_anything_is_read() {
        List<PriceRequest> lines = IntStream.range(0, 1_001)
                .mapToObj(i -> PriceRequest.of(tile.id(), 1))
                .toList();
        List<NewPrice> asked = IntStream.range(0, 1_001)
                .mapToObj(i -> NewPrice.of(tile.id(), thb("1")).from(i))
                .toList();
        storage.reads();

        assertThatThrownBy(() -> pricing.priceAll(book, lines, DAY)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> prices.setPrices(book, asked)).isInstanceOf(LimitExceededException.class);
        assertThat(storage.reads()).isEmpty();
    }

    @Test
    void an_archived_product_has_no_price_for_anything_new() {
        prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        products.archive(tile.id());

        assertThat(pricing.price(book, PriceRequest.of(tile.id(), 1), DAY))
                .isInstanceOfSatisfying(
                        NoPrice.class, n -> assertThat(n.reason()).isEqualTo(NoPrice.Reason.PRODUCT_ARCHIVED));
        products.restore(tile.id());
        assertThat(net(tile, 1, DAY)).isEqualTo("THB 120.00");
    }

    @Test
    void a_price_for_the_old_unit_does_not_follow_a_product_to_its_new_one() {
        prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        products.edit(EditProduct.of(products.get(tile.id())).unit("piece"));

        assertThat(pricing.price(book, PriceRequest.of(tile.id(), 1), DAY)).isInstanceOf(NoPrice.class);
        assertThatThrownBy(
                        () -> pricing.price(book, PriceRequest.of(tile.id(), 1).unit("box"), DAY))
                .hasMessageContaining("unit-unknown");
    }

    @Test
    void a_book_that_is_switched_off_or_over_gives_no_prices() {
        prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        books.deactivate(book);

        assertThat(pricing.price(book, PriceRequest.of(tile.id(), 1), DAY))
                .isInstanceOfSatisfying(
                        NoPrice.class, n -> assertThat(n.reason()).isEqualTo(NoPrice.Reason.BOOK_INACTIVE));
    }

    @Test
    void other_tenants_books_products_and_entries_are_as_unknown_as_any() {
        PriceEntry entry = prices.setPrice(book, NewPrice.of(tile.id(), thb("120")));
        PriceBookId theirBook = new PriceBookService(theirDesk)
                .open(NewPriceBook.of("Theirs", THB))
                .id();
        Product theirs = new ProductService(theirDesk).create(NewProduct.of("X", "Theirs"));

        assertThatThrownBy(() -> theirPrices.get(entry.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirPrices.withdraw(entry.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirPrices.history(entry.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirPrices.setPrice(book, NewPrice.of(theirs.id(), thb("1"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirPricing.price(book, PriceRequest.of(theirs.id(), 1), DAY))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pricing.price(book, PriceRequest.of(theirs.id(), 1), DAY))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pricing.priceAll(book, List.of(PriceRequest.of(theirs.id(), 1)), DAY))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lines[0].product");
        assertThatThrownBy(() -> theirPrices.setPrice(theirBook, NewPrice.of(tile.id(), thb("1"))))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("prices[0].product");
        assertThat(theirPrices.pricesOf(book, tile.id())).isEmpty();
        assertThat(theirPrices.find(
                        PriceEntryFields.PRICE.greaterThan(BigDecimal.ZERO), Sort.byId(), PageRequest.first(10)))
                .isEmpty();
        assertThat(prices.get(entry.id())).isEqualTo(entry);
    }

    @Test
    void other_features_price_inside_their_own_unit_of_work() {
        prices.setPrice(book, NewPrice.of(tile.id(), BigMoney.of(THB, new BigDecimal("0.125"))));
        storage.reads();

        Price price = desk.run(work -> (Price) PriceSheet.read(
                        work,
                        PricingRequest.of(book, DAY)
                                .line(PriceRequest.of(tile.id(), 1))
                                .line(PriceRequest.of(tile.id(), 1)),
                        PricingTerms.standard())
                .price(PriceRequest.of(tile.id(), 1), DAY, RoundingMode.HALF_EVEN));

        assertThat(price.amount()).isEqualTo(thb("0.12"));
        assertThat(storage.reads())
                .containsExactly("find price-book", "findAll product", "page rule-set", "page price-entry");
        assertThatThrownBy(() ->
                        desk.run(work -> PriceSheet.read(work, PricingRequest.of(book, DAY), PricingTerms.standard())
                                .price(PriceRequest.of(tile.id(), 1), DAY, RoundingMode.HALF_UP)))
                .isInstanceOf(NotFoundException.class);
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
