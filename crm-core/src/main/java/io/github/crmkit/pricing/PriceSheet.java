package io.github.crmkit.pricing;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;

/**
 * All that is needed to price some products from one book, read at once: what a feature prices with inside its own unit of
 * work. It is a picture of that moment and reads nothing more.
 *
 * @param book the price book
 * @param products those of the wanted products that the caller sees, by id
 * @param entries what the book has for them, by product
 */
public record PriceSheet(PriceBook book, Map<ProductId, Product> products, Map<ProductId, List<PriceEntry>> entries) {

    /** The most products of one sheet, and the most lines that are priced at once. */
    public static final int MAX_LINES = 500;

    public PriceSheet {
        products = Map.copyOf(products);
        entries = Map.copyOf(entries);
    }

    /** A sheet of what was read already. */
    public static PriceSheet of(PriceBook book, Collection<Product> products, Collection<PriceEntry> entries) {
        Map<ProductId, Product> byId = new LinkedHashMap<>();
        products.forEach(p -> byId.put(p.id(), p));
        return new PriceSheet(book, byId, entries.stream().collect(Collectors.groupingBy(PriceEntry::product)));
    }

    /**
     * Reads a sheet in three queries, however many products there are: the book, the products, their entries. (One query
     * more for each thousand entries beyond the first.)
     *
     * @throws NotFoundException where there is no such book; products that there are not are simply missing
     * @throws LimitExceededException for more than {@value #MAX_LINES} different products
     */
    public static PriceSheet read(Work work, PriceBookId book, Collection<ProductId> products) {
        Set<ProductId> wanted =
                products.stream().filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.size() > MAX_LINES) {
            throw new LimitExceededException("number of products to price at once", MAX_LINES);
        }
        PriceBook found = work.get(PriceBooks.TYPE, book);
        if (wanted.isEmpty()) {
            return of(found, List.of(), List.of());
        }
        List<Product> known = work.repository(Products.TYPE).findAll(wanted);
        return of(found, known, PriceEntries.in(work).of(book, wanted));
    }

    /** The product with this id, where there is one on the sheet. */
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(products.get(id));
    }

    /** What the book has for this product, applying or not. */
    public List<PriceEntry> entriesOf(ProductId product) {
        return entries.getOrDefault(product, List.of());
    }

    /**
     * The price of one line.
     *
     * @param date the pricing date, in the organisation's zone
     * @param rounding how the amount is rounded to the decimals of the currency
     * @throws NotFoundException where the product is not on the sheet
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     */
    public PriceResult price(PriceRequest request, LocalDate date, RoundingMode rounding) {
        Product product = product(request.product())
                .orElseThrow(() -> new NotFoundException(Products.TYPE.refTo(request.product())));
        return Pricing.price(book, product, entriesOf(product.id()), request, date, rounding);
    }

    /**
     * Notes what only the sheet can tell, under {@code list[i]}: products that there are not ({@code not-found}), and manual
     * prices in another currency than the book's ({@code currency-mismatch}).
     */
    public void check(String list, List<PriceRequest> requests, Violations problems) {
        for (int i = 0; i < requests.size(); i++) {
            PriceRequest request = requests.get(i);
            String place = list + "[" + i + "]";
            ProductId product = request.product();
            problems.require(
                    product == null || products.containsKey(product),
                    place + ".product",
                    "not-found",
                    "must name a product of the catalog");
            BigMoney manual = request.manual();
            problems.require(
                    manual == null || manual.getCurrencyUnit().equals(book.currency()),
                    place + ".manual",
                    "currency-mismatch",
                    "must be in the currency of the price book");
        }
    }
}
