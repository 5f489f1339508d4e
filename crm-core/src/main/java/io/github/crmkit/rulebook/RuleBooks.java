package io.github.crmkit.rulebook;

import io.github.crmkit.access.Work;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleFields;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSets;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads rule books from the store, within a unit of work and as its caller sees the rules. */
public final class RuleBooks {

    private RuleBooks() {}

    /**
     * The rules for the prices of all books and of these. One query for the sets, and one for each {@value
     * PageRequest#MAX_SIZE} rules. Withdrawn rules are left out where there are more than {@value RuleBook#MAX_RULES} with
     * them.
     *
     * @param books the price books whose prices are asked for
     * @param fields the words that conditions may use
     */
    public static RuleBook read(Work work, Collection<PriceBookId> books, PricingFields fields) {
        List<RuleSet> sets = RuleSets.in(work).inOrder().stream()
                .filter(set -> set.book() == null || books.contains(set.book()))
                .toList();
        if (sets.isEmpty()) {
            return RuleBook.of(sets, List.of(), fields);
        }
        Criteria<PriceRule> ofSets =
                PriceRuleFields.SET.in(sets.stream().map(RuleSet::id).toList());
        List<PriceRule> rules = read(work, ofSets);
        if (rules.size() > RuleBook.MAX_RULES) {
            rules = read(work, ofSets.and(PriceRuleFields.ACTIVE.equalTo(true)));
        }
        return RuleBook.of(sets, rules, fields);
    }

    /** Those that satisfy the filter; one more than a book may have is enough. */
    private static List<PriceRule> read(Work work, Criteria<PriceRule> where) {
        PriceRules stored = PriceRules.in(work);
        List<PriceRule> rules = new ArrayList<>();
        Page<PriceRule> page = stored.page(where, Sort.byId(), PageRequest.first(PageRequest.MAX_SIZE));
        page.forEach(rules::add);
        while (page.next().isPresent() && rules.size() <= RuleBook.MAX_RULES) {
            page = stored.page(where, Sort.byId(), PageRequest.after(page.next().get(), PageRequest.MAX_SIZE));
            page.forEach(rules::add);
        }
        return rules;
    }
}
