package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricelint.LineSearch.Buyers;
import io.github.crmkit.pricelint.Place.Grid;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that can never decide, and rules between which nothing decides. */
final class RuleLint {

    /** The most better ranked rules that one finding names. */
    private static final int MAX_NAMED = 5;

    private final PriceState state;
    private final List<Rivals> allRivals = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<EntityRef> undecided = new LinkedHashSet<>();

    RuleLint(PriceState state, Catalogue catalogue) {
        this.state = state;
        List<Rivals.Open> books = new ArrayList<>();
        for (PriceBook book : state.books()) {
            if (book.active()) {
                book.validity().intersection(state.days()).ifPresent(days -> books.add(new Rivals.Open(book, days)));
            }
        }
        Map<RuleSetId, RuleSet> sets = new LinkedHashMap<>();
        state.sets().stream().filter(RuleSet::active).forEach(s -> sets.put(s.id(), s));
        Map<RuleSet, List<RuleLine>> bySet = new LinkedHashMap<>();
        for (PriceRule rule : state.rules()) {
            RuleSet set = sets.get(rule.set());
            if (set != null && rule.active() && rule.validity().overlaps(state.days())) {
                bySet.computeIfAbsent(set, s -> new ArrayList<>()).add(new RuleLine(rule, set, state));
            }
        }
        bySet.forEach((set, rules) -> allRivals.add(new Rivals(set, rules, books, catalogue, state)));
    }

    List<Rivals> allRivals() {
        return allRivals;
    }

    List<Finding> findings() {
        return findings;
    }

    Set<EntityRef> undecided() {
        return undecided;
    }

    void run() {
        for (Rivals rivals : allRivals) {
            rivals.rules.stream().sorted(bestFirst()).forEach(line -> reach(rivals, line));
            if (rivals.set.stacking().dependsOnOrder()) {
                rivals.neighbours().values().forEach(near -> ties(rivals, near));
            }
        }
    }

    private Comparator<RuleLine> bestFirst() {
        return Comparator.comparingInt((RuleLine r) -> rank(r.rule.target().buyer()))
                .thenComparingInt(r -> rank(r.rule.target().item()))
                .thenComparing(r -> r.rule.priority(), Comparator.reverseOrder())
                .thenComparing(r -> r.rule.id().value());
    }

    private static int rank(Target.Buyer buyer) {
        return buyer instanceof Target.Account ? 0 : buyer instanceof Target.Group ? 1 : 2;
    }

    private int rank(Target.Item item) {
        if (item instanceof Target.InCategory in) {
            return 100 - state.categories().levelOf(in.id());
        }
        return item instanceof Target.OneVariant ? 0 : item instanceof Target.OneProduct ? 1 : 1_000;
    }

    private void reach(Rivals rivals, RuleLine line) {
        if (line.unreadable) {
            findings.add(never(rivals, line, Finding.Kind.CONDITION_UNREADABLE, "its condition cannot be read"));
            line.outranked = true;
            return;
        }
        LineSearch search = new LineSearch(rivals, List.of(line));
        LineSearch.Line decides = search.run();
        if (decides != null) {
            if (rivals.set.stacking() == Stacking.ADDITIVE && !canBeAdded(line.rule.effect())) {
                findings.add(notAdded(line, decides));
            }
            return;
        }
        LineSearch.Line applies = search.applies();
        if (applies == null) {
            Finding finding = new Nowhere(rivals, line).finding(search.isUndecided());
            if (finding == null) {
                undecided.add(line.ref());
            } else {
                findings.add(finding);
            }
        } else if (search.isUndecided()) {
            undecided.add(line.ref());
        } else {
            line.outranked = true;
            findings.add(outranked(line, search.inFront(), applies));
        }
    }

    private static boolean canBeAdded(Effect effect) {
        return effect instanceof Effect.PercentOff
                || effect instanceof Effect.AmountOff
                || effect instanceof Effect.FreeGoods;
    }

    private static Finding notAdded(RuleLine line, LineSearch.Line applies) {
        return new Finding(
                Finding.Kind.RULE_NOT_ADDED,
                List.of(line.ref()),
                "Rule " + quoted(line)
                        + " can never decide: its set adds percentages and amounts up, and it is neither.",
                applies.place().witness(applies.left()));
    }

    private static Finding outranked(RuleLine line, List<RuleLine> inFront, LineSearch.Line applies) {
        List<EntityRef> about = new ArrayList<>(List.of(line.ref()));
        inFront.stream().limit(MAX_NAMED).forEach(r -> about.add(r.ref()));
        String others = inFront.size() == 1 ? "rule " + quoted(inFront.get(0)) + " goes" : inFront.size() + " rules go";
        return new Finding(
                Finding.Kind.RULE_OUTRANKED,
                about,
                "Rule " + quoted(line) + " can never decide: wherever it applies, " + others + " first.",
                applies.place().witness(applies.left()));
    }

    private Finding never(Rivals rivals, RuleLine line, Finding.Kind kind, String why) {
        return new Nowhere(rivals, line).finding(kind, why);
    }

    /** Every rule that ties with another is named by a finding, though not every pair of them. */
    private void ties(Rivals rivals, Neighbours near) {
        Map<Integer, List<RuleLine>> byPriority = new HashMap<>();
        for (RuleLine line : near.all()) {
            if (!line.unreadable && !(line.outranked && rivals.set.stacking() == Stacking.FIRST)) {
                byPriority
                        .computeIfAbsent(line.rule.priority(), p -> new ArrayList<>())
                        .add(line);
            }
        }
        byPriority.values().stream().filter(some -> some.size() > 1).forEach(some -> tiesAmong(rivals, some));
    }

    private void tiesAmong(Rivals rivals, List<RuleLine> equals) {
        Neighbours near = new Neighbours(equals);
        Set<RuleLine> named = new HashSet<>();
        for (RuleLine line : equals) {
            near.beside(line, other -> {
                if (other != line && mayMeet(line, other) && !(named.contains(line) && named.contains(other))) {
                    tie(rivals, line, other, named);
                }
                return !named.contains(line);
            });
        }
    }

    private void tie(Rivals rivals, RuleLine one, RuleLine other, Set<RuleLine> named) {
        LineSearch search = new LineSearch(rivals, List.of(one, other));
        LineSearch.Line found = search.run();
        if (found != null) {
            named.add(one);
            named.add(other);
            findings.add(new Finding(
                    Finding.Kind.RULE_TIE,
                    List.of(one.ref(), other.ref()),
                    "Rules " + quoted(one) + " and " + quoted(other)
                            + " are equally specific and have the same priority: nothing says which goes first.",
                    found.place().witness(found.left())));
        } else if (search.isUndecided()) {
            undecided.add(one.ref());
            undecided.add(other.ref());
        }
    }

    private static boolean mayMeet(RuleLine one, RuleLine other) {
        return one.days != null
                && other.days != null
                && one.days.overlaps(other.days)
                && one.rule
                        .effect()
                        .currency()
                        .map(c -> other.rule.effect().currency().map(c::equals).orElse(true))
                        .orElse(true);
    }

    static String quoted(RuleLine line) {
        return "\"" + line.rule.name() + "\"";
    }

    /** Says why a rule applies nowhere. */
    static final class Nowhere {

        private final Rivals rivals;
        private final RuleLine line;
        private final List<Catalogue.Sold> products;

        Nowhere(Rivals rivals, RuleLine line) {
            this.rivals = rivals;
            this.line = line;
            this.products = rivals.products(line.rule.target().item());
        }

        /** The first reason; absent where it would be the condition, and that is not sure. */
        @Nullable
        Finding finding(boolean undecided) {
            if (rivals.books().isEmpty()) {
                return finding(
                        Finding.Kind.RULE_WITHOUT_DAY, "no price book that it could change is valid on those days");
            }
            if (line.days == null) {
                return finding(Finding.Kind.RULE_WITHOUT_DAY, "no day belongs to it, its set and its promotion alike");
            }
            var currency = line.rule.effect().currency();
            if (currency.isPresent()
                    && rivals.books().stream()
                            .noneMatch(b -> b.book().currency().equals(currency.get()))) {
                return finding(
                        Finding.Kind.RULE_CURRENCY_MISSING,
                        "it is for prices in " + currency.get().getCode()
                                + ", and no price book that it could change is in "
                                + currency.get().getCode());
            }
            if (products.isEmpty()) {
                return finding(Finding.Kind.RULE_WITHOUT_PRODUCT, "nothing that it is on is sold");
            }
            if (products.stream().noneMatch(this::hasDay)) {
                return finding(
                        Finding.Kind.RULE_WITHOUT_DAY, "what it is on is not sold, or not priced, on any of its days");
            }
            if (products.stream().filter(this::hasDay).noneMatch(this::hasQuantity)) {
                return finding(Finding.Kind.RULE_WITHOUT_QUANTITY, "no quantity that can be ordered is in its band");
            }
            return undecided ? null : finding(Finding.Kind.CONDITION_NEVER_HOLDS, "its condition holds for no line");
        }

        private boolean hasDay(Catalogue.Sold sold) {
            return rivals.books().stream()
                    .filter(b -> line.rule
                            .effect()
                            .currency()
                            .map(b.book().currency()::equals)
                            .orElse(true))
                    .anyMatch(b -> b.days()
                            .intersection(sold.days())
                            .flatMap(d -> d.intersection(Objects.requireNonNull(line.days)))
                            .isPresent());
        }

        private boolean hasQuantity(Catalogue.Sold sold) {
            QuantityBand band = line.rule.band();
            return band.below() == null
                    || sold.grid()
                                    .ceil(band.from().value())
                                    .compareTo(sold.grid().ceil(band.below().value()))
                            < 0;
        }

        Finding finding(Finding.Kind kind, String why) {
            return new Finding(
                    kind,
                    List.of(line.ref()),
                    "Rule " + RuleLint.quoted(line) + " can never decide: " + why + ".",
                    witness());
        }

        /** A line that the rule seems to be for. */
        private Witness witness() {
            PriceBookId book = rivals.set.book() != null
                    ? rivals.set.book()
                    : rivals.books().isEmpty()
                            ? null
                            : rivals.books().get(0).book().id();
            DateRange days = line.days == null ? line.rule.validity() : line.days;
            BigDecimal from = line.rule.band().from().value();
            Grid grid = products.isEmpty()
                    ? new Grid(BigDecimal.ONE)
                    : products.get(0).grid();
            Customer buyer = new Buyers(List.of(line)).all().get(0);
            return new Witness(book, product(), null, Quantity.of(grid.ceil(from)), null, rivals.firstDay(days), buyer);
        }

        private @Nullable ProductId product() {
            Target.Item item = line.rule.target().item();
            if (item instanceof Target.OneVariant variant) {
                return variant.id();
            } else if (item instanceof Target.OneProduct product) {
                return product.id();
            }
            return products.isEmpty() ? null : products.get(0).product().id();
        }
    }
}
