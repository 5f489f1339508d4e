package io.github.crmkit.money;

import io.github.crmkit.kernel.Violations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * The costs of one thing, one at most for each basis and currency, ordered by both. A cost in one currency is never taken for
 * another: who has none in the currency asked for gets none.
 */
public record Costs(List<Cost> list) {

    private static final Costs NONE = new Costs(List.of());

    /** @throws io.github.crmkit.kernel.RuleViolationsException as {@link #check} finds it */
    public Costs {
        list = list.stream()
                .sorted(Comparator.comparing(Cost::basis)
                        .thenComparing(cost -> cost.amount().currency().getCode()))
                .toList();
        Violations problems = new Violations();
        check(list, problems);
        problems.throwIfAny("costs");
    }

    /** No cost is known. */
    public static Costs none() {
        return NONE;
    }

    /** Exactly these; refused as by the constructor. */
    public static Costs of(Cost... all) {
        return new Costs(List.of(all));
    }

    /** Notes {@code cost-twice} at {@code costs[i]} for every cost whose basis and currency an earlier one has. */
    public static void check(List<Cost> costs, Violations problems) {
        record Place(CostBasis basis, CurrencyUnit currency) {}
        Set<Place> seen = new HashSet<>();
        for (int i = 0; i < costs.size(); i++) {
            Cost cost = costs.get(i);
            problems.require(
                    seen.add(new Place(cost.basis(), cost.amount().currency())),
                    "costs[" + i + "]",
                    "cost-twice",
                    "must differ from the other costs in basis or currency");
        }
    }

    /** What one unit costs on this basis in this currency, where that is known. */
    public Optional<UnitPrice> on(CostBasis basis, CurrencyUnit currency) {
        return list.stream()
                .filter(cost ->
                        cost.basis() == basis && cost.amount().currency().equals(currency))
                .map(Cost::amount)
                .findFirst();
    }

    /** With this cost in place of the one of its basis and currency. */
    public Costs with(Cost cost) {
        List<Cost> all = new ArrayList<>(list);
        all.removeIf(other -> other.basis() == cost.basis()
                && other.amount().currency().equals(cost.amount().currency()));
        all.add(cost);
        return new Costs(all);
    }
}
