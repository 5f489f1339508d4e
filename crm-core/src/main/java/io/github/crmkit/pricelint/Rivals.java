package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The rules of one set by what they are for, and the books and products that stand for all of which it can make prices. */
final class Rivals {

    /** A book on those of its days that are looked at. */
    record Open(PriceBook book, DateRange days) {}

    final RuleSet set;
    final List<RuleLine> rules;
    private final List<Open> books;
    private final List<Open> every;
    private final Map<Target, Neighbours> neighbours = new HashMap<>();
    private final Set<Target.Item> items = new HashSet<>();
    private final Catalogue catalogue;
    private final Map<Target.Item, List<Catalogue.Sold>> chosen = new HashMap<>();
    private final boolean asksForProducts;
    final boolean asksForUnits;

    private final PriceState state;

    Rivals(RuleSet set, Collection<RuleLine> given, List<Open> allBooks, Catalogue catalogue, PriceState state) {
        this.state = state;
        this.set = set;
        this.rules = List.copyOf(given);
        this.catalogue = catalogue;
        this.asksForProducts = rules.stream().anyMatch(r -> r.facts.products);
        this.asksForUnits = rules.stream().anyMatch(r -> r.facts.units);
        this.every = books(allBooks, true);
        this.books = books(allBooks, rules.stream().anyMatch(r -> r.facts.books));
        Map<Target, List<RuleLine>> byTarget = new HashMap<>();
        for (RuleLine line : rules) {
            byTarget.computeIfAbsent(line.rule.target(), t -> new ArrayList<>()).add(line);
            items.add(line.rule.target().item());
        }
        byTarget.forEach((target, some) -> neighbours.put(target, new Neighbours(some)));
    }

    /** All books whose prices the set changes. */
    List<Open> every() {
        return every;
    }

    private List<Open> books(List<Open> all, boolean toldApart) {
        Map<Object, Open> alike = new LinkedHashMap<>();
        for (Open open : all) {
            if (set.book() == null || set.book().equals(open.book().id())) {
                Object key = toldApart ? open.book().id() : List.of(open.book().currency(), open.days());
                alike.putIfAbsent(key, open);
            }
        }
        return List.copyOf(alike.values());
    }

    /** Books that stand for all whose prices the set changes. */
    List<Open> books() {
        return books;
    }

    Map<Target, Neighbours> neighbours() {
        return neighbours;
    }

    /** The first of some days that is looked at. */
    LocalDate firstDay(DateRange some) {
        return some.intersection(state.days())
                .map(DateRange::from)
                .orElseGet(() -> Objects.requireNonNull(state.days().from()));
    }

    /** Products that stand for all that are such an item, those that the fewest rules are on first. */
    List<Catalogue.Sold> products(Target.Item item) {
        return chosen.computeIfAbsent(item, i -> {
            List<Catalogue.Sold> all = catalogue.of(i);
            if (asksForProducts || asksForUnits || all.size() < 2) {
                return all;
            }
            Map<Object, Catalogue.Sold> alike = new LinkedHashMap<>();
            for (Catalogue.Sold sold : all) {
                List<Target.Item> on = itemsOf(sold.article());
                on.retainAll(items);
                alike.putIfAbsent(List.of(on, sold.grid(), sold.days()), sold);
            }
            List<Catalogue.Sold> few = new ArrayList<>(alike.values());
            few.sort(Comparator.comparingInt(this::specific));
            return few;
        });
    }

    /** As {@link #products(Target.Item)}, without those that the conditions of all rules leave out by their ids. */
    List<Catalogue.Sold> products(RuleLine line) {
        List<Catalogue.Sold> all = products(line.rule.target().item());
        Set<Object> ids = line.facts.pins.get(PricingFields.PRODUCT);
        return ids == null || all.size() < 2
                ? all
                : ids.stream()
                        .flatMap(id -> catalogue.of(new Target.OneVariant(new ProductId((UUID) id))).stream())
                        .filter(sold -> line.rule.target().item().includes(sold.article()))
                        .toList();
    }

    private int specific(Catalogue.Sold sold) {
        List<Target.Item> on = itemsOf(sold.article());
        on.retainAll(items);
        return on.size();
    }

    /** All that an article is, the most specific first. */
    static List<Target.Item> itemsOf(PricingContext.Article article) {
        List<Target.Item> all = new ArrayList<>();
        all.add(new Target.OneVariant(article.product()));
        all.add(new Target.OneProduct(article.product()));
        if (article.model() != null) {
            all.add(new Target.OneProduct(article.model()));
        }
        article.categories().forEach(c -> all.add(new Target.InCategory(c)));
        all.add(new Target.Anything());
        return all;
    }

    /** Shows the rules that go before one in a place and have quantities in common with a box, until enough was seen. */
    void better(RuleLine than, Place place, Box box, Predicate<RuleLine> visitor) {
        if (set.stacking() != Stacking.FIRST) {
            return;
        }
        List<Target.Item> on = itemsOf(place.article());
        for (Target.Buyer buyer : buyersOf(place.buyer())) {
            for (Target.Item item : on) {
                Target target = new Target(buyer, item);
                boolean same = target.equals(than.rule.target());
                Neighbours near = neighbours.get(target);
                boolean goOn = near == null
                        || near.at(
                                place,
                                box,
                                r -> (same && r.rule.priority() <= than.rule.priority()) || visitor.test(r));
                if (same || !goOn) {
                    return;
                }
            }
        }
    }

    private static List<Target.Buyer> buyersOf(PricingContext.Customer customer) {
        List<Target.Buyer> all = new ArrayList<>();
        if (customer.account() != null) {
            all.add(new Target.Account(Objects.requireNonNull(customer.account())));
        }
        if (customer.group() != null) {
            all.add(new Target.Group(Objects.requireNonNull(customer.group())));
        }
        all.add(new Target.Anyone());
        return all;
    }
}
