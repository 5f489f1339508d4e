package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionStanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule book is to answer, said a second time and without an index: it looks at every rule, each time. */
record PlainRuleBook(List<RuleSet> sets, List<PriceRule> rules, PricingFields fields) {

    /** The rules that apply, set by set, and why not the others. */
    record Answer(List<Selection> selections, Set<Dismissed> dismissed) {}

    Answer ask(PricingContext line) {
        List<Selection> selections = new ArrayList<>();
        Set<Dismissed> dismissed = new LinkedHashSet<>();
        for (RuleSet set :
                sets.stream().sorted(Comparator.comparing(RuleSet::position)).toList()) {
            List<PriceRule> concerned =
                    rules.stream().filter(r -> concerns(set, r, line)).toList();
            concerned.forEach(r -> dismissal(set, r, line).ifPresent(dismissed::add));
            List<PriceRule> applying = concerned.stream()
                    .filter(r -> dismissal(set, r, line).isEmpty())
                    .sorted(Comparator.comparing((PriceRule r) -> rank(r, line)).thenComparing(r -> r.id().value()))
                    .toList();
            if (!applying.isEmpty()) {
                selections.add(new Selection(set, applying, tie(set.stacking(), applying, line)));
            }
        }
        return new Answer(selections, dismissed);
    }

    private static boolean concerns(RuleSet set, PriceRule rule, PricingContext line) {
        return rule.set().equals(set.id())
                && (set.book() == null || set.book().equals(line.book()))
                && rule.target().buyer().includes(line.customer())
                && rule.target().item().includes(line.article());
    }

    /** A text that sorts as rules rank: buyer, item, priority. */
    private static String rank(PriceRule rule, PricingContext line) {
        Target.Buyer by = rule.target().buyer();
        int buyer = by instanceof Target.Account ? 0 : by instanceof Target.Group ? 1 : 2;
        return buyer + "/" + item(rule.target().item(), line.article()) + "/" + (9 - rule.priority());
    }

    private static int item(Target.Item item, PricingContext.Article article) {
        if (item instanceof Target.OneVariant) {
            return 10;
        } else if (item instanceof Target.OneProduct product) {
            return product.id().equals(article.product()) ? 11 : 12;
        } else if (item instanceof Target.InCategory category) {
            return 20 + article.categories().indexOf(category.id());
        }
        return 99;
    }

    private static Selection.@Nullable Tie tie(Stacking stacking, List<PriceRule> rules, PricingContext line) {
        if (stacking == Stacking.ADDITIVE || stacking == Stacking.BEST) {
            return null;
        }
        int places = stacking == Stacking.FIRST ? 1 : rules.size();
        for (int i = 0; i < places && i + 1 < rules.size(); i++) {
            if (rank(rules.get(i), line).equals(rank(rules.get(i + 1), line))) {
                return new Selection.Tie(rules.get(i), rules.get(i + 1));
            }
        }
        return null;
    }

    private Optional<Dismissed> dismissal(RuleSet set, PriceRule rule, PricingContext line) {
        List<Dismissed.Reason> reasons = new ArrayList<>();
        note(reasons, !set.active(), Dismissed.Reason.SET_INACTIVE);
        note(reasons, !rule.active(), Dismissed.Reason.INACTIVE);
        note(
                reasons,
                set.validity().startsAfter(line.date()) || rule.validity().startsAfter(line.date()),
                Dismissed.Reason.NOT_YET_VALID);
        note(
                reasons,
                set.validity().endsBefore(line.date()) || rule.validity().endsBefore(line.date()),
                Dismissed.Reason.EXPIRED);
        note(
                reasons,
                rule.effect().currency().filter(c -> !c.equals(line.currency())).isPresent(),
                Dismissed.Reason.CURRENCY);
        note(reasons, !rule.band().contains(line.quantity()), Dismissed.Reason.QUANTITY);
        PromotionStanding standing = rule.neededPromotion()
                .map(p -> line.customer().promotions().getOrDefault(p, PromotionStanding.UNKNOWN))
                .orElse(PromotionStanding.GRANTED);
        note(reasons, !standing.isGranted(), Dismissed.Reason.PROMOTION);
        note(
                reasons,
                rule.conditionText().map(t -> !fields.read(t).matches(line)).orElse(false),
                Dismissed.Reason.CONDITION);
        return reasons.stream()
                .findFirst()
                .map(r -> new Dismissed(rule, r, r == Dismissed.Reason.PROMOTION ? standing : null));
    }

    private static void note(List<Dismissed.Reason> reasons, boolean holds, Dismissed.Reason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
