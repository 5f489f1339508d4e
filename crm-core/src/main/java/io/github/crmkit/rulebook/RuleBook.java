package io.github.crmkit.rulebook;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets and rules, made ready to be asked which of them concern a line. Immutable and safe under threads; what it answers does
 * not depend on the order in which it was given its rules.
 *
 * <p>Finding rules is a look-up by book, buyer and item, then by a value that the condition demands, then by quantity; what is
 * looked at is what is found, and what differs in other things than those.
 */
public final class RuleBook {

    /** The most rules, inclusive. */
    public static final int MAX_RULES = 10_000;

    private static final Shortlist NOTHING = new Shortlist(List.of());

    private final PricingFields fields;
    private final List<RuleSet> sets;
    private final Map<PriceRuleId, CompiledRule> rules = new LinkedHashMap<>();
    private final Shelves forAllBooks;
    private final Map<PriceBookId, Shelves> byBook = new HashMap<>();

    private RuleBook(List<RuleSet> sets, Collection<PriceRule> given, PricingFields fields) {
        this.fields = fields;
        this.sets = sets;
        Map<RuleSetId, Integer> places = new HashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            places.put(sets.get(i).id(), i);
        }
        Map<@Nullable PriceBookId, List<CompiledRule>> rulesByBook = new HashMap<>();
        given.stream().sorted(Comparator.comparing(r -> r.id().value())).forEach(rule -> {
            Integer place = places.get(rule.set());
            if (place == null) {
                throw new IllegalArgumentException("price rule " + rule.id().text() + " is of a set that is not given");
            }
            RuleSet set = sets.get(place);
            CompiledRule compiled = new CompiledRule(rule, set, place, fields);
            rules.put(rule.id(), compiled);
            rulesByBook.computeIfAbsent(set.book(), b -> new ArrayList<>()).add(compiled);
        });
        List<CompiledRule> common = rulesByBook.remove(null);
        this.forAllBooks = common == null ? Shelves.EMPTY : new Shelves(common);
        rulesByBook.forEach((book, ofBook) -> byBook.put(book, new Shelves(ofBook)));
    }

    /**
     * The book of these sets and rules.
     *
     * @param sets in any order, among them the set of every rule
     * @param rules in any order
     * @param fields the words of their conditions; a rule whose condition has others is refused when it is asked for
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code position-twice} for two sets in one place, {@code
     *     rule-twice} for a rule that is given twice
     * @throws LimitExceededException for more than {@value #MAX_RULES} rules
     * @throws IllegalArgumentException for a rule whose set is not given
     */
    public static RuleBook of(Collection<RuleSet> sets, Collection<PriceRule> rules, PricingFields fields) {
        if (rules.size() > MAX_RULES) {
            throw new LimitExceededException("number of price rules", MAX_RULES);
        }
        List<RuleSet> ordered =
                sets.stream().sorted(Comparator.comparingInt(RuleSet::position)).toList();
        Violations problems = new Violations();
        for (int i = 1; i < ordered.size(); i++) {
            problems.require(
                    ordered.get(i).position() != ordered.get(i - 1).position(),
                    "sets",
                    "position-twice",
                    "rule set " + ordered.get(i).id().text() + " has the position of rule set "
                            + ordered.get(i - 1).id().text());
        }
        Map<PriceRuleId, PriceRule> seen = new HashMap<>();
        for (PriceRule rule : rules) {
            problems.require(
                    seen.put(rule.id(), rule) == null,
                    "rules",
                    "rule-twice",
                    "price rule " + rule.id().text() + " is given twice");
        }
        problems.throwIfAny("rule book");
        return new RuleBook(ordered, rules, fields);
    }

    /** A book without rules. */
    public static RuleBook empty() {
        return new RuleBook(List.of(), List.of(), PricingFields.standard());
    }

    /** The words that conditions may use. */
    public PricingFields fields() {
        return fields;
    }

    /** All sets, in the order of their positions. */
    public List<RuleSet> sets() {
        return sets;
    }

    /** All rules, in the order of their ids. */
    public List<PriceRule> rules() {
        return rules.values().stream().map(c -> c.rule).toList();
    }

    /** The rule with this id, where it is in the book. */
    public Optional<PriceRule> rule(PriceRuleId id) {
        return Optional.ofNullable(rules.get(id)).map(c -> c.rule);
    }

    /** Whether there is no rule at all. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * The rules that apply to a line, by set in the order of the sets; sets of which no rule applies are left out.
     *
     * @throws RuleFailedException where the condition of a rule cannot be answered
     */
    public List<Selection> select(PricingContext line) {
        return shortlist(line).select(line);
    }

    /**
     * The rules that are for the book, the buyer and the item of a line and still do not apply, each with its reason; together
     * with those that {@link #select} finds, each such rule once. By set in the order of the sets, then by id. Looks at each of
     * them.
     *
     * @throws RuleFailedException where the condition of a rule cannot be answered
     */
    public List<Dismissed> dismissed(PricingContext line) {
        return shortlist(line).dismissed(line);
    }

    /**
     * The rules that are for this buyer and this article.
     *
     * @param book the price book; absent for rules that are for all books
     */
    public Shortlist shortlist(
            PricingContext.Customer customer, PricingContext.Article article, @Nullable PriceBookId book) {
        if (rules.isEmpty()) {
            return NOTHING;
        }
        List<Shortlist.Place> places = new ArrayList<>(2);
        forAllBooks.collect(customer, article, places);
        Shelves ofBook = book == null || byBook.isEmpty() ? null : byBook.get(book);
        if (ofBook != null) {
            ofBook.collect(customer, article, places);
        }
        if (places.size() == 1) {
            return places.get(0).bucket().alone(); // where there is no other, it does not matter how specific it is
        }
        return places.isEmpty() ? NOTHING : new Shortlist(places);
    }

    /** The question as it stands when it is answered. */
    Search search(PricingContext line) {
        return shortlist(line).search(line);
    }

    private Shortlist shortlist(PricingContext line) {
        return shortlist(line.customer(), line.article(), line.book());
    }
}
