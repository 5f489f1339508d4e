package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.PriceRow;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Entries of price books. A book is known by its name and opened with its first entry. */
final class PriceStep implements Step<PriceRow> {

    /** What makes two entries of a book the same one. */
    private record Place(
            ProductId product, BigDecimal from, @Nullable LocalDate since) {}

    private record Key(
            String book,
            String sku,
            BigDecimal from,
            @Nullable LocalDate since) {}

    private final Lookup<Product> products;
    private final CurrencyUnit currency;

    /** @param currency of rows that name none */
    PriceStep(Lookup<Product> products, CurrencyUnit currency) {
        this.products = products;
        this.currency = currency;
    }

    @Override
    public Source source() {
        return Source.PRICES;
    }

    @Override
    public PriceRow read(CsvRow row) {
        return PriceRow.from(row, currency);
    }

    @Override
    public Object key(PriceRow row) {
        BigDecimal quantity = row.minQuantity();
        BigDecimal from = quantity == null ? BigDecimal.ZERO : quantity.stripTrailingZeros();
        return new Key(row.book(), row.sku(), from, row.validFrom());
    }

    @Override
    public List<Outcome> store(CrmSession tx, List<PriceRow> rows) {
        products.fetch(tx, rows, PriceRow::sku);
        Map<PriceRow, Outcome> outcomes = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(PriceRow::book, LinkedHashMap::new, Collectors.toList()))
                .forEach((book, entries) -> storeBook(tx, book, entries, outcomes));
        return rows.stream().map(outcomes::get).toList();
    }

    private void storeBook(CrmSession tx, String name, List<PriceRow> rows, Map<PriceRow, Outcome> outcomes) {
        PriceBook book = tx.priceBooks()
                .named(name)
                .orElseGet(() ->
                        tx.priceBooks().open(NewPriceBook.of(name, rows.get(0).currency())));
        Map<Place, PriceEntry> there = entries(tx, book, rows);
        List<NewPrice> fresh = new ArrayList<>();
        for (PriceRow row : rows) {
            outcomes.computeIfAbsent(row, one -> decide(one, book, there, fresh));
        }
        if (!fresh.isEmpty()) {
            tx.prices().setPrices(book.id(), fresh);
        }
    }

    private Outcome decide(PriceRow row, PriceBook book, Map<Place, PriceEntry> there, List<NewPrice> fresh) {
        Product product = products.get(row.sku()).orElse(null);
        if (product == null) {
            return Outcome.refused("sku " + Shown.quoted(row.sku()) + " is not among the products");
        }
        if (!row.currency().equals(book.currency())) {
            return Outcome.refused("currency is not " + book.currency() + ", the one of the book");
        }
        PriceEntry entry = there.get(new Place(product.id(), from(row), row.validFrom()));
        if (entry != null) {
            return Outcome.unchanged(entry.price().equals(price(row)));
        }
        LocalDate since = row.validFrom();
        fresh.add(NewPrice.of(product.id(), price(row).value())
                .from(from(row))
                .validity(since == null ? DateRange.always() : DateRange.startingOn(since)));
        return Outcome.created();
    }

    private Map<Place, PriceEntry> entries(CrmSession tx, PriceBook book, List<PriceRow> rows) {
        Set<ProductId> ids = rows.stream()
                .flatMap(row -> products.get(row.sku()).stream())
                .map(Product::id)
                .collect(Collectors.toUnmodifiableSet());
        Map<Place, PriceEntry> entries = new HashMap<>();
        Criteria<PriceEntry> where = PriceEntryFields.BOOK.equalTo(book.id()).and(PriceEntryFields.PRODUCT.in(ids));
        PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
        while (request != null) {
            Page<PriceEntry> page = tx.prices().find(where, Sort.byId(), request);
            page.forEach(entry -> entries.put(placeOf(entry), entry));
            request = page.next()
                    .map(next -> PageRequest.after(next, PageRequest.MAX_SIZE))
                    .orElse(null);
        }
        return entries;
    }

    private static Place placeOf(PriceEntry entry) {
        return new Place(entry.product(), entry.from().value(), entry.validity().from());
    }

    private static BigDecimal from(PriceRow row) {
        BigDecimal quantity = row.minQuantity();
        return Quantity.of(quantity == null ? BigDecimal.ZERO : quantity).value();
    }

    private static UnitPrice price(PriceRow row) {
        return UnitPrice.of(row.currency(), row.unitPrice());
    }
}
