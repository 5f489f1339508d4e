package io.github.crmkit.lint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.util.List;
import java.util.Map;

/**
 * Books and rules as they stand, and the days for which they are looked at. What is switched off or withdrawn may be among
 * them; nobody wonders why it does nothing, so nothing is said about it.
 *
 * @param days which days are looked at: both ends given, at most {@value #MAX_DAYS} days
 * @param books with those that they are derived from
 * @param entries of these books
 * @param products all that the entries and rules are about, archived or not; what is not among them is not sold
 * @param categories where products stand among each other
 * @param contracts prices that were agreed with accounts
 * @param sets the sets of the rules
 * @param rules at most {@value RuleBook#MAX_RULES}
 * @param promotions the days of those promotions that are switched on; a rule whose promotion is not among them never applies
 * @param fields the words that conditions may use
 * @param rates to convert the prices of books that are derived from others in other currencies
 */
public record PriceState(
        DateRange days,
        List<PriceBook> books,
        List<PriceEntry> entries,
        List<Product> products,
        CategoryTree categories,
        List<ContractPrice> contracts,
        List<RuleSet> sets,
        List<PriceRule> rules,
        Map<PromotionId, DateRange> promotions,
        PricingFields fields,
        ExchangeRates rates) {

    /** The most days that are looked at: ten years. */
    public static final int MAX_DAYS = 3_660;

    /** The most entries, and the most contract prices, that are looked at. */
    public static final int MAX_ENTRIES = 100_000;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code days-open} where an end of the days is not given
     * @throws LimitExceededException for more days, entries or rules than that
     */
    public PriceState {
        new Violations()
                .require(days.isBounded(), "days", "days-open", "must have a first and a last day")
                .throwIfAny("price state");
        limit("number of days to look at", days.days().orElse(0), MAX_DAYS);
        limit("number of price entries to look at", entries.size(), MAX_ENTRIES);
        limit("number of contract prices to look at", contracts.size(), MAX_ENTRIES);
        limit("number of price rules", rules.size(), RuleBook.MAX_RULES);
        books = List.copyOf(books);
        entries = List.copyOf(entries);
        products = List.copyOf(products);
        contracts = List.copyOf(contracts);
        sets = List.copyOf(sets);
        rules = List.copyOf(rules);
        promotions = Map.copyOf(promotions);
    }

    private static void limit(String what, long size, int most) {
        if (size > most) {
            throw new LimitExceededException(what, most);
        }
    }

    /** Nothing yet, for these days. */
    public static PriceState of(DateRange days) {
        return new PriceState(
                days,
                List.of(),
                List.of(),
                List.of(),
                CategoryTree.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                PricingFields.standard(),
                ExchangeRates.none());
    }

    /** With these books, their entries, and the products that they are about. */
    public PriceState books(List<PriceBook> some, List<PriceEntry> standing, List<Product> sold) {
        return new PriceState(
                days, some, standing, sold, categories, contracts, sets, rules, promotions, fields, rates);
    }

    /** With products among these categories. */
    public PriceState categories(CategoryTree tree) {
        return new PriceState(days, books, entries, products, tree, contracts, sets, rules, promotions, fields, rates);
    }

    /** With these prices that were agreed with accounts. */
    public PriceState contracts(List<ContractPrice> agreed) {
        return new PriceState(
                days, books, entries, products, categories, agreed, sets, rules, promotions, fields, rates);
    }

    /** With these rules and the days of the promotions that they need. */
    public PriceState rules(List<RuleSet> some, List<PriceRule> ofThem, Map<PromotionId, DateRange> granted) {
        return new PriceState(
                days, books, entries, products, categories, contracts, some, ofThem, granted, fields, rates);
    }

    /** With conditions in these words, and with these rates. */
    public PriceState terms(PricingFields words, ExchangeRates known) {
        return new PriceState(
                days, books, entries, products, categories, contracts, sets, rules, promotions, words, known);
    }
}
