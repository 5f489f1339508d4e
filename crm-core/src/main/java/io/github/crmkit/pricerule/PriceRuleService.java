package io.github.crmkit.pricerule;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.InvalidCriteriaException;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fills sets with rules, for one caller. {@link RuleSetService} keeps the sets themselves. Whatever changes a rule touches its
 * set, so that two who change rules of one set at once conflict.
 */
public final class PriceRuleService {

    /** The most rules that are added at once. */
    public static final int MAX_RULES = Criteria.MAX_VALUES;

    private final Desk desk;
    private final PricingFields fields;

    /** @param fields the words that conditions may use */
    public PriceRuleService(Desk desk, PricingFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    /**
     * Says what a rule is to do.
     *
     * @param target for whom and on what
     * @param band for which quantities
     * @param validity the days on which it applies
     * @param condition what else must hold, in the words of {@link PricingFields}; absent where nothing else must
     * @param effect what it does; in the currency of the price book where its set is for one
     * @param priority among rules that are equally specific the highest goes first
     * @param promotion the promotion that must be granted; absent where none need be
     */
    public record NewPriceRule(
            @NotNull @PlainText(max = PriceRule.MAX_NAME) String name,
            @NotNull Target target,
            @NotNull QuantityBand band,
            @NotNull DateRange validity,
            @Nullable String condition,
            @NotNull Effect effect,
            int priority,
            @Nullable PromotionId promotion)
            implements Command {

        /** For everyone, everything, every quantity and all days. */
        public static NewPriceRule of(String name, Effect effect) {
            return new NewPriceRule(name, Target.ALL, QuantityBand.ANY, DateRange.always(), null, effect, 0, null);
        }

        /** For this target. */
        public NewPriceRule target(Target other) {
            return new NewPriceRule(name, other, band, validity, condition, effect, priority, promotion);
        }

        /** On this item, for anyone. */
        public NewPriceRule on(Target.Item item) {
            return target(Target.of(item));
        }

        /** For these quantities. */
        public NewPriceRule band(QuantityBand quantities) {
            return new NewPriceRule(name, target, quantities, validity, condition, effect, priority, promotion);
        }

        /** On these days. */
        public NewPriceRule validity(DateRange days) {
            return new NewPriceRule(name, target, band, days, condition, effect, priority, promotion);
        }

        /** Where this holds: {@code channel = "web" and quantity >= 10}. */
        public NewPriceRule when(@Nullable String words) {
            return new NewPriceRule(name, target, band, validity, words, effect, priority, promotion);
        }

        /** Where this holds. */
        public NewPriceRule when(Criteria<PricingContext> holds) {
            return when(holds.describe());
        }

        /** Doing this. */
        public NewPriceRule effect(Effect other) {
            return new NewPriceRule(name, target, band, validity, condition, other, priority, promotion);
        }

        /** As important as this among equally specific ones. */
        public NewPriceRule priority(int importance) {
            return new NewPriceRule(name, target, band, validity, condition, effect, importance, promotion);
        }

        /** Where this promotion is granted. */
        public NewPriceRule promotion(@Nullable PromotionId granted) {
            return new NewPriceRule(name, target, band, validity, condition, effect, priority, granted);
        }

        @Override
        public void check(Violations problems) {
            PriceRule.checkPriority(priority, problems);
            PriceRule.checkCondition(condition, problems);
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Asks a rule to say something else: starts from the rule as the caller saw it.
     *
     * @param version the version the caller saw
     * @param terms what it is to say
     */
    public record ChangePriceRule(
            @NotNull PriceRuleId id,
            @Positive long version,
            @NotNull @Valid NewPriceRule terms) implements Command {

        /** Everything as it is. */
        public static ChangePriceRule of(PriceRule seen) {
            return new ChangePriceRule(
                    seen.id(),
                    seen.stamp().version(),
                    new NewPriceRule(
                            seen.name(),
                            seen.target(),
                            seen.band(),
                            seen.validity(),
                            seen.condition(),
                            seen.effect(),
                            seen.priority(),
                            seen.promotion()));
        }

        /** With these terms. */
        public ChangePriceRule terms(UnaryOperator<NewPriceRule> change) {
            return new ChangePriceRule(id, version, change.apply(terms));
        }

        @Override
        public void check(Violations problems) {
            if (terms != null) { // reported by its own constraint
                Violations inside = new Violations();
                terms.check(inside);
                problems.addAll(
                        inside.list().stream().map(v -> v.under("terms")).toList());
            }
        }
    }

    /** Adds one rule; as {@link #addAll} with a single one. */
    public PriceRule add(RuleSetId set, NewPriceRule rule) {
        return addAll(set, List.of(rule)).get(0);
    }

    /**
     * Adds rules to a set: all of them, or none.
     *
     * @param rules at most {@value #MAX_RULES}
     * @return in the order of what was asked
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such set
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, under
     *     {@code rules[i]}; among them {@code not-found} for what they name, {@code currency-mismatch}, and what is wrong with a
     *     condition, for example {@code unknown-field}
     * @throws LimitExceededException for more rules at once, or more that apply than {@value PriceRules#MAX_ACTIVE}
     * @throws StaleVersionException where somebody else changed the set or its rules at the same time
     */
    public List<PriceRule> addAll(RuleSetId set, List<NewPriceRule> rules) {
        if (rules.size() > MAX_RULES) {
            throw new LimitExceededException("number of price rules to add at once", MAX_RULES);
        }
        return desk.run(work -> {
            RuleSet target = work.get(RuleSets.TYPE, set);
            Violations problems = desk.commandCheck().inspectAll("rules", rules);
            List<@Nullable String> conditions = new ArrayList<>();
            RuleReferences references = RuleReferences.of(work, rules);
            CurrencyUnit currency = currencyOf(work, target);
            for (int i = 0; i < rules.size(); i++) {
                Violations inside = new Violations();
                conditions.add(check(rules.get(i), references, currency, inside));
                String place = "rules[" + i + "]";
                problems.addAll(inside.list().stream().map(v -> v.under(place)).toList());
            }
            problems.throwIfAny("price rules");
            requireRoom(work, rules.size());
            return rules.isEmpty() ? List.of() : save(work, target, rules, conditions);
        });
    }

    private static List<PriceRule> save(
            Work work, RuleSet set, List<NewPriceRule> rules, List<@Nullable String> conditions) {
        work.save(RuleSets.TYPE, Action.UPDATE, set.touch());
        List<Change<PriceRule>> added = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            PriceRule rule = rule(work, set.id(), rules.get(i), conditions.get(i));
            added.add(Change.created(rule, new PriceRuleEvent.RuleAdded()));
        }
        return work.saveAllNew(PriceRules.TYPE, added);
    }

    private static PriceRule rule(Work work, RuleSetId set, NewPriceRule terms, @Nullable String condition) {
        return new PriceRule(
                new PriceRuleId(work.newId()),
                work.firstStamp(),
                set,
                terms.name(),
                terms.target(),
                terms.band(),
                terms.validity(),
                condition,
                terms.effect(),
                terms.priority(),
                true,
                terms.promotion());
    }

    /**
     * Makes a rule say something else. Where it says so already, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it, as {@link #addAll}, under
     *     {@code terms}
     * @throws StaleVersionException where somebody else changed it since the caller saw it, or its set at the same time
     */
    public PriceRule change(ChangePriceRule command) {
        return desk.run(command, work -> {
            PriceRule rule = work.get(PriceRules.TYPE, command.id());
            RuleSet set = work.get(RuleSets.TYPE, rule.set());
            Violations problems = new Violations();
            RuleReferences references = RuleReferences.of(work, List.of(command.terms()));
            String condition = check(command.terms(), references, currencyOf(work, set), problems);
            new Violations()
                    .addAll(problems.list().stream().map(v -> v.under("terms")).toList())
                    .throwIfAny("price rule " + rule.id().text());
            Change<PriceRule> change = rule.become(rule(work, rule.set(), command.terms(), condition));
            if (!change.isNone() && rule.stamp().version() != command.version()) {
                throw new StaleVersionException(PriceRules.TYPE.refOf(rule), command.version(), rule);
            }
            return save(work, set, change);
        });
    }

    /** Stops a rule from applying; prices that were given stay as they are. */
    public PriceRule withdraw(PriceRuleId id) {
        return decide(id, PriceRule::withdraw);
    }

    /**
     * Lets a withdrawn rule apply again.
     *
     * @throws LimitExceededException for more that apply than {@value PriceRules#MAX_ACTIVE}
     */
    public PriceRule reinstate(PriceRuleId id) {
        return decide(id, PriceRule::reinstate);
    }

    private PriceRule decide(PriceRuleId id, Function<PriceRule, Change<PriceRule>> decision) {
        return desk.run(work -> {
            PriceRule rule = work.get(PriceRules.TYPE, id);
            Change<PriceRule> change = decision.apply(rule);
            if (!rule.active() && change.state().active()) {
                requireRoom(work, 1);
            }
            return save(work, work.get(RuleSets.TYPE, rule.set()), change);
        });
    }

    private static PriceRule save(Work work, RuleSet set, Change<PriceRule> change) {
        if (change.isNone()) {
            return change.state();
        }
        work.save(RuleSets.TYPE, Action.UPDATE, set.touch());
        return work.save(PriceRules.TYPE, Action.UPDATE, change);
    }

    /** Notes what is wrong with a rule besides its own form; the condition in the form in which it is kept. */
    private @Nullable String check(
            NewPriceRule rule, RuleReferences references, @Nullable CurrencyUnit currency, Violations problems) {
        references.check(rule, problems);
        if (rule.effect() != null && currency != null) {
            problems.require(
                    rule.effect().currency().map(currency::equals).orElse(true),
                    "effect",
                    "currency-mismatch",
                    "must be in the currency of the price book");
        }
        if (rule.condition() == null) {
            return null;
        }
        try {
            String kept = fields.read(rule.condition()).describe();
            PriceRule.checkCondition(kept, problems);
            return kept;
        } catch (InvalidCriteriaException wrong) {
            wrong.problems().forEach(p -> problems.add("condition", p.reason().code(), p.toString()));
            return null;
        }
    }

    private static @Nullable CurrencyUnit currencyOf(Work work, RuleSet set) {
        return set.book() == null ? null : work.get(PriceBooks.TYPE, set.book()).currency();
    }

    private static void requireRoom(Work work, int more) {
        long applying = PriceRules.in(work).count(PriceRuleFields.ACTIVE.equalTo(true));
        if (applying + more > PriceRules.MAX_ACTIVE) {
            throw new LimitExceededException("number of price rules that apply", PriceRules.MAX_ACTIVE);
        }
    }

    /**
     * The rule with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public PriceRule get(PriceRuleId id) {
        return desk.run(work -> work.get(PriceRules.TYPE, id));
    }

    /** One page of rules. */
    public Page<PriceRule> find(Criteria<PriceRule> where, Sort<PriceRule> sort, PageRequest request) {
        return desk.run(work -> work.page(PriceRules.TYPE, where, sort, request));
    }

    /** What was done to a rule, oldest first. */
    public List<HistoryEntry> history(PriceRuleId id) {
        return desk.run(work -> work.historyOf(PriceRules.TYPE.refOf(work.get(PriceRules.TYPE, id))));
    }
}
