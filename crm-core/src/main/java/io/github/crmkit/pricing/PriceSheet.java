package io.github.crmkit.pricing;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.price.Threshold;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.rulebook.Shortlist;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to price some products from one book for one customer, read at once: what a feature prices with inside
 * its own unit of work. It is a picture of that moment and reads nothing more. Immutable and safe under threads.
 */
public final class PriceSheet {

    /** The most lines that are priced at once. */
    public static final int MAX_LINES = PricingRequest.MAX_LINES;

    /**
     * What is on a sheet besides products and their entries.
     *
     * @param contracts prices that were agreed with the customer
     * @param categories where products stand among each other
     * @param rules what changes prices
     * @param customer who buys
     * @param rates to convert the prices of books that are derived from others in other currencies
     */
    public record Terms(
            List<Contracted> contracts,
            CategoryTree categories,
            RuleBook rules,
            PricingContext.Customer customer,
            ExchangeRates rates) {

        /** No agreements, no rules, no rates, and nothing known of the customer. */
        public static final Terms NONE = new Terms(
                List.of(),
                CategoryTree.of(List.of()),
                RuleBook.empty(),
                PricingContext.Customer.UNKNOWN,
                ExchangeRates.none());

        public Terms {
            contracts = List.copyOf(contracts);
        }

        /** With these agreements. */
        public Terms contracts(List<Contracted> others) {
            return new Terms(others, categories, rules, customer, rates);
        }

        /** With products among these categories. */
        public Terms categories(CategoryTree other) {
            return new Terms(contracts, other, rules, customer, rates);
        }

        /** With these rules. */
        public Terms rules(RuleBook others) {
            return new Terms(contracts, categories, others, customer, rates);
        }

        /** For this customer. */
        public Terms customer(PricingContext.Customer other) {
            return new Terms(contracts, categories, rules, other, rates);
        }

        /** With these rates. */
        public Terms rates(ExchangeRates others) {
            return new Terms(contracts, categories, rules, customer, others);
        }
    }

    /**
     * A price that was agreed with the account, as it concerns a line.
     *
     * @param source the agreement
     * @param name what it is called; absent where it has no name
     * @param unit what the price is for one of
     */
    public record Contracted(
            EntityRef source,
            @Nullable String name,
            ProductId product,
            String unit,
            UnitPrice price,
            DateRange validity,
            boolean active) {}

    private final List<PriceBook> chain;
    private final Map<ProductId, Product> products;
    private final Map<PriceBookId, Map<ProductId, List<PriceEntry>>> entries;
    private final Terms terms;
    private final Map<ProductId, Card> cards;

    private PriceSheet(
            List<PriceBook> chain,
            Map<ProductId, Product> products,
            Map<PriceBookId, Map<ProductId, List<PriceEntry>>> entries,
            Terms terms) {
        this.chain = chain;
        this.products = products;
        this.entries = entries;
        this.terms = terms;
        Map<ProductId, List<Contracted>> contracts = new HashMap<>();
        for (Contracted contract : terms.contracts()) {
            contracts
                    .computeIfAbsent(contract.product(), p -> new ArrayList<>())
                    .add(contract);
        }
        this.cards = new HashMap<>(2 * products.size());
        products.forEach((id, product) -> cards.put(id, card(product, contracts.getOrDefault(id, List.of()))));
    }

    private Card card(Product product, List<Contracted> contracts) {
        PricingContext.Article article = article(product);
        List<List<PriceEntry>> listed = new ArrayList<>(chain.size());
        for (PriceBook ofChain : chain) {
            listed.add(entriesOf(ofChain.id(), product.id()));
        }
        Shortlist rules = terms.rules().shortlist(terms.customer(), article, book().id());
        return new Card(product, article, book(), listed, contracts, rules, terms.customer());
    }

    /** A sheet of one book and what was read already, without any terms. */
    public static PriceSheet of(PriceBook book, Collection<Product> products, Collection<PriceEntry> entries) {
        return of(List.of(book), products, entries, Terms.NONE);
    }

    /**
     * A sheet of what was read already.
     *
     * @param books the book that prices are asked of first, and those that it is derived from in any order
     * @param entries of any of these books; those of others are left aside
     * @throws CurrencyMismatchException for an entry in another currency than its book
     */
    public static PriceSheet of(
            List<PriceBook> books, Collection<Product> products, Collection<PriceEntry> entries, Terms terms) {
        Map<ProductId, Product> byId = new LinkedHashMap<>();
        products.forEach(p -> byId.put(p.id(), p));
        Map<PriceBookId, PriceBook> known = new LinkedHashMap<>();
        books.forEach(b -> known.putIfAbsent(b.id(), b));
        Map<PriceBookId, Map<ProductId, List<PriceEntry>>> standing = new HashMap<>();
        for (PriceEntry entry : entries) {
            PriceBook book = known.get(entry.book());
            if (book == null) {
                continue;
            }
            if (!entry.price().currency().equals(book.currency())) {
                throw new CurrencyMismatchException(
                        book.currency(), entry.price().currency());
            }
            standing.computeIfAbsent(entry.book(), b -> new HashMap<>())
                    .computeIfAbsent(entry.product(), p -> new ArrayList<>())
                    .add(entry);
        }
        return new PriceSheet(chain(books.get(0), known), byId, standing, terms);
    }

    private static List<PriceBook> chain(PriceBook first, Map<PriceBookId, PriceBook> known) {
        List<PriceBook> chain = new ArrayList<>();
        PriceBook next = first;
        while (next != null && !chain.contains(next) && chain.size() < Derivation.MAX_BOOKS) {
            chain.add(next);
            Derivation derivation = next.derivation();
            next = derivation == null ? null : known.get(derivation.base());
        }
        return List.copyOf(chain);
    }

    /**
     * Reads a sheet in a number of queries that does not depend on the number of lines; what the products of the lines lead to
     * (parts of bundles, goods that rules give) is read with it.
     *
     * @throws NotFoundException where there is no such book; products that there are not are simply missing
     * @throws io.github.crmkit.kernel.RuleViolationsException where the request names no book and none is assigned
     * @throws LimitExceededException for more than {@value #MAX_LINES} lines
     */
    public static PriceSheet read(Work work, PricingRequest request, PricingTerms terms) {
        return SheetReading.of(work, request, terms).required();
    }

    /** The same sheet with other terms. */
    public PriceSheet terms(Terms others) {
        return new PriceSheet(chain, products, entries, others);
    }

    /** What is on the sheet besides products and entries. */
    public Terms terms() {
        return terms;
    }

    /** The price book. */
    public PriceBook book() {
        return chain.get(0);
    }

    /** The product with this id, where there is one on the sheet. */
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(products.get(id));
    }

    /** What the book has for this product, applying or not. */
    public List<PriceEntry> entriesOf(ProductId product) {
        return entriesOf(book().id(), product);
    }

    /**
     * The price of one line by itself.
     *
     * @param date the pricing date, in the organisation's zone
     * @param rounding how the amount is rounded to the decimals of the currency
     * @throws NotFoundException where the product is not on the sheet
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     * @throws io.github.crmkit.rulebook.RuleFailedException where the condition of a rule cannot be answered
     */
    public PriceResult price(PriceRequest request, LocalDate date, RoundingMode rounding) {
        return new Waterfall(this, line(request, date), RuleEffects.Totals.NONE, true).prove(rounding);
    }

    /** As {@link #price}, without saying why: the same number with less to do. */
    public NetResult net(PriceRequest request, LocalDate date, RoundingMode rounding) {
        Card card = cards.get(request.product());
        NetPrice straight = card == null ? null : card.straight(request, BigDecimal.ZERO, date, rounding);
        return straight == null
                ? new Waterfall(this, line(request, date), RuleEffects.Totals.NONE, false).net(rounding)
                : straight;
    }

    /**
     * The prices of all lines of a document together: quantities are pooled as the book says, bundles are expanded, goods that
     * rules give stand in lines of their own, and what is a percentage of other lines is found behind them.
     *
     * @param lines at most {@value #MAX_LINES}
     * @throws NotFoundException where a product is not on the sheet
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the requests
     * @throws io.github.crmkit.rulebook.RuleFailedException where the condition of a rule cannot be answered
     */
    public PricedLines priceAll(List<PriceRequest> lines, LocalDate date, RoundingMode rounding) {
        return new Document(this, lines, date, rounding).price();
    }

    /**
     * As {@link #priceAll} without saying why: the lines that were asked for, in their order, without those that come on top
     * of them.
     */
    public List<NetResult> netAll(List<PriceRequest> lines, LocalDate date, RoundingMode rounding) {
        return Document.nets(this, lines, date, rounding);
    }

    /** What buying a little more of one of the lines would bring; absent where nothing changes with the quantity. */
    public Optional<Threshold> nextThreshold(
            List<PriceRequest> lines, int index, LocalDate date, RoundingMode rounding) {
        return new Document(this, lines, date, rounding).nextThreshold(index);
    }

    private Line line(PriceRequest request, LocalDate date) {
        Card card = cards.get(request.product());
        if (card == null) {
            throw new NotFoundException(Products.TYPE.refTo(request.product()));
        }
        if (!card.takes(request)) {
            Violations problems = new Violations();
            request.check(problems);
            if (problems.isEmpty()) {
                String unit = request.unit() == null
                        ? card.product.unit()
                        : request.unit().strip();
                Quantity quantity = Quantity.of(request.quantity());
                card.product.measures().checkQuantity(quantity, unit, "quantity", "unit", problems);
            }
            problems.throwIfAny("price request");
        }
        return new Line(0, request, card, date, BigDecimal.ZERO);
    }

    /**
     * Notes what only the sheet can tell, under {@code list[i]}: products that there are not ({@code not-found}), units that
     * the product does not have ({@code unit-unknown}), quantities off its increment ({@code quantity-increment}), choices that
     * the bundle does not offer, and manual prices in another currency than the book's ({@code currency-mismatch}).
     */
    public void check(String list, List<PriceRequest> requests, Violations problems) {
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i) != null) {
                check(requests.get(i), list + "[" + i + "]", problems);
            }
        }
    }

    void check(PriceRequest request, String place, Violations problems) {
        BigMoney manual = request.manual();
        problems.require(
                manual == null || manual.getCurrencyUnit().equals(book().currency()),
                place + ".manual",
                "currency-mismatch",
                "must be in the currency of the price book");
        Card card = cards.get(request.product());
        if (card != null) {
            Card.check(card.product, request, place, problems);
        } else if (request.product() != null) { // reported by its own constraint
            problems.add(place + ".product", "not-found", "must name a product of the catalog");
        }
    }

    List<PriceBook> chain() {
        return chain;
    }

    @Nullable
    PriceBook base(PriceBookId id) {
        for (PriceBook book : chain) {
            if (book.id().equals(id)) {
                return book;
            }
        }
        return null;
    }

    private List<PriceEntry> entriesOf(PriceBookId book, ProductId product) {
        Map<ProductId, List<PriceEntry>> standing = entries.get(book);
        List<PriceEntry> found = standing == null ? null : standing.get(product);
        return found == null ? List.of() : found;
    }

    /** What the sheet has of a product; absent where the product is not on it. */
    @Nullable
    Card card(ProductId product) {
        return cards.get(product);
    }

    ExchangeRates rates() {
        return terms.rates();
    }

    PricingContext context(Line line) {
        return new PricingContext(
                terms.customer(),
                line.card.article,
                line.inOwn(),
                line.unit,
                line.date,
                book().currency(),
                book().id());
    }

    private PricingContext.Article article(Product product) {
        CategoryId category = product.category();
        return new PricingContext.Article(
                product.id(),
                product.model().orElse(null),
                category == null ? List.of() : terms.categories().pathOf(category),
                product.sku());
    }
}
