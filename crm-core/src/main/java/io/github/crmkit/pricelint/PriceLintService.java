package io.github.crmkit.pricelint;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPriceFields;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleFields;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSets;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with price books and rules, as one caller sees them: what the caller may not see is not there. Reads in
 * one query for every {@value Repository#BATCH} records, and looks at them after that.
 */
public final class PriceLintService {

    /** The most price books, and the most promotions, that are looked at. */
    public static final int MAX_BOOKS = 1_000;

    /** The most products that are looked at. */
    public static final int MAX_PRODUCTS = 50_000;

    private final Desk desk;
    private final PricingFields fields;
    private final ExchangeRates rates;

    /**
     * @param fields the words that the conditions of rules may use
     * @param rates for books that are derived from books in other currencies
     */
    public PriceLintService(Desk desk, PricingFields fields, ExchangeRates rates) {
        this.desk = desk;
        this.fields = fields;
        this.rates = rates;
    }

    /**
     * Everything that is wrong with any book, contract price or rule on these days.
     *
     * @param days both ends given, at most {@value PriceState#MAX_DAYS}
     * @throws LimitExceededException for more books, products, entries or rules than are looked at
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code days-open}
     */
    public LintReport check(DateRange days) {
        PriceState empty = PriceState.of(days);
        return PriceLint.check(desk.run(work -> read(work, empty, null)));
    }

    /**
     * What is wrong with one book, with those that it is derived from, and with the rules for its prices alone; what rules of
     * all books do to its block prices is looked at too.
     *
     * @param days both ends given, at most {@value PriceState#MAX_DAYS}
     * @throws NotFoundException where there is no such book
     * @throws LimitExceededException for more products, entries or rules than are looked at
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code days-open}
     */
    public LintReport check(PriceBookId book, DateRange days) {
        PriceState empty = PriceState.of(days);
        PriceState state = desk.run(work -> read(work, empty, book));
        Set<Object> ofAllBooks = state.rules().stream()
                .filter(r -> state.sets().stream().anyMatch(s -> s.id().equals(r.set()) && s.book() == null))
                .map(r -> r.id().value())
                .collect(Collectors.toSet());
        LintReport report = PriceLint.check(state);
        return new LintReport(
                report.findings().stream()
                        .filter(f -> !f.kind().isUnreachable()
                                || !ofAllBooks.contains(f.about().get(0).id()))
                        .toList(),
                report.undecided());
    }

    private PriceState read(Work work, PriceState empty, @Nullable PriceBookId only) {
        List<PriceBook> books = books(work, only);
        Set<PriceBookId> ids = books.stream().map(PriceBook::id).collect(Collectors.toCollection(HashSet::new));
        Criteria<PriceEntry> standing = PriceEntryFields.ACTIVE.equalTo(true);
        List<PriceEntry> entries = all(
                PriceEntries.in(work),
                only == null ? standing : standing.and(PriceEntryFields.BOOK.in(ids)),
                "number of price entries to look at",
                PriceState.MAX_ENTRIES);
        List<Product> products = all(Products.in(work), Criteria.all(), "number of products to look at", MAX_PRODUCTS);
        List<RuleSet> sets = RuleSets.in(work).inOrder().stream()
                .filter(s -> only == null || s.book() == null || only.equals(s.book()))
                .toList();
        Set<Object> chosen = sets.stream().map(RuleSet::id).collect(Collectors.toSet());
        List<PriceRule> rules = all(
                PriceRules.in(work), PriceRuleFields.ACTIVE.equalTo(true), "number of price rules", RuleBook.MAX_RULES);
        return empty.books(
                        books,
                        entries.stream().filter(e -> ids.contains(e.book())).toList(),
                        products)
                .categories(Categories.tree(work))
                .contracts(only == null ? contracts(work) : List.of())
                .rules(
                        sets,
                        rules.stream().filter(r -> chosen.contains(r.set())).toList(),
                        promotions(work))
                .terms(fields, rates);
    }

    private static List<PriceBook> books(Work work, @Nullable PriceBookId only) {
        if (only == null) {
            return all(PriceBooks.in(work), Criteria.all(), "number of price books to look at", MAX_BOOKS);
        }
        List<PriceBook> chain = new ArrayList<>(List.of(work.get(PriceBooks.TYPE, only)));
        for (int i = 1; i <= Derivation.MAX_BOOKS; i++) {
            Derivation derivation = chain.get(chain.size() - 1).derivation();
            PriceBook base = derivation == null
                    ? null
                    : PriceBooks.in(work).find(derivation.base()).orElse(null);
            if (base == null || chain.contains(base)) {
                return chain;
            }
            chain.add(base);
        }
        return chain;
    }

    /** Those of the accounts that the caller sees. */
    private static List<ContractPrice> contracts(Work work) {
        List<ContractPrice> all = all(
                ContractPrices.in(work),
                ContractPriceFields.ACTIVE.equalTo(true),
                "number of contract prices to look at",
                PriceState.MAX_ENTRIES);
        Set<AccountId> accounts = all.stream().map(ContractPrice::account).collect(Collectors.toSet());
        Set<AccountId> seen = new HashSet<>();
        List<AccountId> asked = List.copyOf(accounts);
        for (int i = 0; i < asked.size(); i += Repository.BATCH) {
            Accounts.in(work).findAll(asked.subList(i, Math.min(asked.size(), i + Repository.BATCH))).stream()
                    .map(Account::id)
                    .forEach(seen::add);
        }
        return all.stream().filter(c -> seen.contains(c.account())).toList();
    }

    private static Map<PromotionId, DateRange> promotions(Work work) {
        Map<PromotionId, DateRange> days = new HashMap<>();
        for (Promotion promotion :
                all(Promotions.in(work), Criteria.all(), "number of promotions to look at", MAX_BOOKS)) {
            if (promotion.active()) {
                days.put(promotion.id(), promotion.validity());
            }
        }
        return days;
    }

    private static <T, I extends Id> List<T> all(
            Repository<T, I> repository, Criteria<T> where, String what, int most) {
        List<T> all = new ArrayList<>();
        repository.each(where, Sort.byId(), one -> {
            if (all.size() == most) {
                throw new LimitExceededException(what, most);
            }
            all.add(one);
        });
        return all;
    }
}
