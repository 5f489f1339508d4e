package io.github.crmkit.pricing;

import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.price.PriceRequest;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request needs, whatever its number of lines in as many queries. */
final class SheetReading {

    private static final int BATCH = Criteria.MAX_VALUES;

    private final Work work;
    private final PricingRequest request;
    private final PricingTerms terms;
    private final Map<ProductId, Product> products = new LinkedHashMap<>();
    private final @Nullable Account account;

    SheetReading(Work work, PricingRequest request, PricingTerms terms) {
        this.work = work;
        this.request = request;
        this.terms = terms;
        AccountId id = request.account();
        this.account =
                id == null ? null : work.repository(Accounts.TYPE).find(id).orElse(null);
    }

    PriceSheet read() {
        Set<ProductId> wanted = new LinkedHashSet<>();
        request.lines().stream()
                .filter(Objects::nonNull)
                .map(PriceRequest::product)
                .filter(Objects::nonNull)
                .forEach(wanted::add);
        if (wanted.size() > PriceSheet.MAX_LINES) {
            throw new LimitExceededException("number of products to price at once", PriceSheet.MAX_LINES);
        }
        List<PriceBook> chain = chain();
        products(wanted);
        RuleBook rules = RuleBooks.read(work, List.of(chain.get(0).id()), terms.fields());
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
        return PriceSheet.of(chain, products.values(), entries, terms(rules));
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

    private List<PriceBook> chain() {
        List<PriceBook> chain = new ArrayList<>();
        PriceBookId next = request.book();
        while (next != null && chain.size() < Derivation.MAX_BOOKS) {
            PriceBook book;
            if (chain.isEmpty()) {
                book = work.get(PriceBooks.TYPE, next);
            } else {
                book = work.repository(PriceBooks.TYPE).find(next).orElse(null);
            }
            if (book == null || chain.contains(book)) {
                break;
            }
            chain.add(book);
            next = book.derivedFrom().map(Derivation::base).orElse(null);
        }
        return chain;
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
