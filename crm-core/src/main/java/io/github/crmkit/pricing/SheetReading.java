package io.github.crmkit.pricing;

import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.agreement.BookPrecedence;
import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.promotion.PromotionStandings;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.rulebook.RuleBooks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was read for a request, whatever its number of lines in as many queries: the sheet that it is priced from, and why
 * from this book where the request names none; or why there is no book. Belongs to one unit of work.
 */
public final class SheetReading {

    private static final int BATCH = Criteria.MAX_VALUES;

    private final Work work;
    private final PricingRequest request;
    private final PricingTerms terms;
    private final Map<ProductId, Product> products = new LinkedHashMap<>();
    private final @Nullable Account account;
    private @Nullable BookChoice choice;
    private @Nullable PriceSheet sheet;

    private SheetReading(Work work, PricingRequest request, PricingTerms terms) {
        this.work = work;
        this.request = request;
        this.terms = terms;
        AccountId id = request.account();
        this.account =
                id == null ? null : work.repository(Accounts.TYPE).find(id).orElse(null);
    }

    /**
     * Reads what a request needs; whoever does not see its account prices as for anybody.
     *
     * @throws NotFoundException where there is no such book as it names; products that there are not are simply missing
     * @throws LimitExceededException for more than {@value PriceSheet#MAX_LINES} lines
     */
    public static SheetReading of(Work work, PricingRequest request, PricingTerms terms) {
        SheetReading reading = new SheetReading(work, request, terms);
        reading.read();
        return reading;
    }

    /** As {@link #of}, and refuses an account that is not seen. */
    static SheetReading forSeen(Work work, PricingRequest request, PricingTerms terms) {
        SheetReading reading = new SheetReading(work, request, terms);
        AccountId id = request.account();
        if (id != null && reading.account == null) {
            throw new NotFoundException(Accounts.TYPE.refTo(id));
        }
        reading.read();
        return reading;
    }

    /** The sheet; absent where there is no book, and then {@link #choice} says why. */
    public Optional<PriceSheet> sheet() {
        return Optional.ofNullable(sheet);
    }

    /** Why it is this book, or none; absent where the request named it. */
    public Optional<BookChoice> choice() {
        return Optional.ofNullable(choice);
    }

    /**
     * The sheet.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code none-applies} or {@code tied} where there is no book
     */
    PriceSheet required() {
        Violations problems = new Violations();
        checkBook(problems);
        problems.throwIfAny("price book");
        return Objects.requireNonNull(sheet);
    }

    /** Notes {@code none-applies} or {@code tied} under {@code book} where there is none. */
    public void checkBook(Violations problems) {
        if (choice instanceof BookChoice.NoBook none) {
            problems.add("book", none.why().code(), none.message());
        }
    }

    /** What is wrong with the lines that only what was read can tell, without a book as far as the products tell it. */
    void checkLines(Violations problems) {
        if (sheet != null) {
            sheet.check("lines", request.lines(), problems);
            CurrencyUnit asked = request.currency();
            problems.require(
                    asked == null || asked.equals(sheet.book().currency()),
                    "currency",
                    "currency-mismatch",
                    "must be the currency of the price book");
            return;
        }
        for (int i = 0; i < request.lines().size(); i++) {
            PriceRequest line = request.lines().get(i);
            if (line == null || line.product() == null) {
                continue; // reported by its own constraint
            }
            String place = "lines[" + i + "]";
            Product product = products.get(line.product());
            problems.require(product != null, place + ".product", "not-found", "must name a product of the catalog");
            if (product != null && line.quantity() != null) {
                Card.check(product, line, place, problems);
            }
        }
    }

    /** The answer for each line where there is no book. */
    List<NoPrice> unpriced() {
        if (!(choice instanceof BookChoice.NoBook none)) {
            throw new IllegalStateException("there is a price book");
        }
        boolean tied = none.why() == BookChoice.NoBook.Why.TIED;
        List<NoPrice> lines = new ArrayList<>();
        for (PriceRequest line : request.lines()) {
            String unit = line.unit();
            lines.add(new NoPrice(
                    line.product(),
                    unit == null ? product(line).unit() : unit.strip(),
                    Quantity.of(line.quantity()),
                    tied ? NoPrice.Reason.TIED_BOOKS : NoPrice.Reason.NO_BOOK,
                    none.message(),
                    List.of()));
        }
        return lines;
    }

    private Product product(PriceRequest line) {
        return Objects.requireNonNull(products.get(line.product()));
    }

    /** All lines of the answer where there is no book. */
    PricedLines unpricedLines() {
        List<PricedLines.Line> lines = new ArrayList<>();
        List<NoPrice> answers = unpriced();
        for (int i = 0; i < answers.size(); i++) {
            NoPrice none = answers.get(i);
            lines.add(new PricedLines.Line(PricedLines.Role.ASKED, i, products.get(none.product()), none));
        }
        return new PricedLines(Objects.requireNonNull(request.currency()), lines, choice);
    }

    private void read() {
        Set<ProductId> wanted = new LinkedHashSet<>();
        request.lines().stream()
                .filter(Objects::nonNull)
                .map(PriceRequest::product)
                .filter(Objects::nonNull)
                .forEach(wanted::add);
        if (wanted.size() > PriceSheet.MAX_LINES) {
            throw new LimitExceededException("number of products to price at once", PriceSheet.MAX_LINES);
        }
        PriceBook first = book();
        if (first == null) {
            products(wanted);
            return;
        }
        List<PriceBook> chain = chain(first);
        products(wanted);
        RuleBook rules = RuleBooks.read(work, List.of(first.id()), terms.fields());
        Set<ProductId> parts = new LinkedHashSet<>(given(rules));
        for (Product product : products.values()) {
            if (product.form() instanceof Bundle bundle) {
                parts.addAll(bundle.products());
            }
        }
        products(parts);
        List<PriceEntry> entries = new ArrayList<>();
        for (PriceBook book : chain) {
            for (List<ProductId> some : batches(products.keySet())) {
                entries.addAll(PriceEntries.in(work).of(book.id(), some));
            }
        }
        sheet = PriceSheet.of(chain, products.values(), entries, terms(rules));
    }

    private @Nullable PriceBook book() {
        PriceBookId named = request.book();
        if (named != null) {
            return work.get(PriceBooks.TYPE, named);
        }
        CurrencyUnit currency = Objects.requireNonNull(request.currency(), "a request names a book or a currency");
        choice = BookPrecedence.resolve(work, account, currency, request.date());
        return choice instanceof BookChoice.AssignedBook assigned ? assigned.book() : null;
    }

    private List<PriceBook> chain(PriceBook first) {
        List<PriceBook> chain = new ArrayList<>();
        PriceBook next = first;
        while (next != null && !chain.contains(next) && chain.size() < Derivation.MAX_BOOKS) {
            chain.add(next);
            next = next.derivedFrom()
                    .flatMap(d -> work.repository(PriceBooks.TYPE).find(d.base()))
                    .orElse(null);
        }
        return chain;
    }

    private PriceSheet.Terms terms(RuleBook rules) {
        boolean inTree = products.values().stream().anyMatch(p -> p.category() != null);
        return PriceSheet.Terms.NONE
                .categories(inTree ? Categories.tree(work) : CategoryTree.of(List.of()))
                .rates(terms.rates())
                .contracts(contracts())
                .rules(rules)
                .customer(customer(rules));
    }

    /** What was agreed on with the account; whoever does not see the account prices as for anybody. */
    private List<PriceSheet.Contracted> contracts() {
        List<PriceSheet.Contracted> agreed = new ArrayList<>();
        if (account != null) {
            for (List<ProductId> some : batches(products.keySet())) {
                ContractPrices.in(work).of(account.id(), some).forEach(one -> agreed.add(contracted(one)));
            }
        }
        return agreed;
    }

    private static PriceSheet.Contracted contracted(ContractPrice one) {
        return new PriceSheet.Contracted(
                ContractPrices.TYPE.refTo(one.id()),
                one.reference(),
                one.product(),
                one.unit(),
                one.price(),
                one.validity(),
                one.active());
    }

    private static Set<ProductId> given(RuleBook rules) {
        Set<ProductId> given = new LinkedHashSet<>();
        for (PriceRule rule : rules.rules()) {
            if (rule.effect() instanceof Effect.FreeGoods goods && goods.other() != null) {
                given.add(goods.other());
            }
        }
        return given;
    }

    private PricingContext.Customer customer(RuleBook rules) {
        Set<PromotionId> promotions = new LinkedHashSet<>();
        rules.rules().forEach(rule -> rule.neededPromotion().ifPresent(promotions::add));
        Map<PromotionId, PromotionStanding> standings = promotions.isEmpty()
                ? Map.of()
                : PromotionStandings.read(
                        work, promotions, request.date(), account == null ? null : account.id(), request.coupons());
        PricingContext.Customer customer = account == null
                ? PricingContext.Customer.UNKNOWN
                : PricingContext.Customer.of(account.id(), account.group(), account.territory());
        return customer.through(request.channel(), request.campaign())
                .promotions(standings)
                .custom(request.custom());
    }

    private void products(Collection<ProductId> wanted) {
        Set<ProductId> fresh = new LinkedHashSet<>(wanted);
        fresh.removeAll(products.keySet());
        for (List<ProductId> some : batches(fresh)) {
            work.repository(Products.TYPE).findAll(some).forEach(p -> products.put(p.id(), p));
        }
    }

    private static List<List<ProductId>> batches(Collection<ProductId> ids) {
        List<ProductId> all = List.copyOf(ids);
        List<List<ProductId>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
        }
        return batches;
    }
}
