package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.RuleSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one set that apply to a line, the best ranked first: the more specific buyer, then the more specific item, then
 * the higher priority. Equally ranked ones stand in the order of their ids.
 *
 * @param rules at least one
 * @param tie two rules of equal rank whose order would decide; absent where there are none. A price must not be made then
 */
public record Selection(
        RuleSet set, List<PriceRule> rules, @Nullable Tie tie) {

    /** Two rules of equal rank of which one must come first, and nothing says which. */
    public record Tie(PriceRule one, PriceRule other) {

        /** Both rules by their ids, to be told to whoever keeps them. */
        @Override
        public String toString() {
            return "price rules " + one.id().text() + " and " + other.id().text()
                    + " are equally specific and important";
        }
    }

    public Selection {
        rules = List.copyOf(rules);
    }

    /** The two rules whose order would decide, where there are such. */
    public Optional<Tie> undecided() {
        return Optional.ofNullable(tie);
    }

    /** The best ranked rule. */
    public PriceRule best() {
        return rules.get(0);
    }

    /** The rule that would be best without the best one. */
    public Optional<PriceRule> runnerUp() {
        return rules.size() < 2 ? Optional.empty() : Optional.of(rules.get(1));
    }
}
