package io.github.crmkit.pricebook;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricebook.PriceEntryService.PricesSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The setting of many prices in one book: reads what is there, decides on all, refuses with all, then saves. */
final class PriceSetting {

    /** What identifies an entry within its book. */
    private record Place(
            ProductId product,
            String unit,
            Quantity from,
            @Nullable LocalDate since) {

        static Place of(PriceEntry entry) {
            return new Place(
                    entry.product(),
                    entry.unit(),
                    entry.from(),
                    entry.validity().from());
        }
    }

    private final Work work;
    private final List<NewPrice> asked;
    private final Violations problems;
    private final PriceBook book;
    private final Map<ProductId, Product> products;
    private final Map<Place, PriceEntry> there = new LinkedHashMap<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Map<Integer, Change<PriceEntry>> decided = new LinkedHashMap<>();

    /** @param problems what is wrong already; added to */
    PriceSetting(Work work, PriceBookId bookId, List<NewPrice> asked, Violations problems) {
        this.work = work;
        this.asked = asked;
        this.problems = problems;
        this.book = work.get(PriceBooks.TYPE, bookId);
        Set<ProductId> ids = asked.stream()
                .map(NewPrice::product)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.products = ids.isEmpty()
                ? Map.of()
                : work.repository(Products.TYPE).findAll(ids).stream().collect(Collectors.toMap(Product::id, p -> p));
        PriceEntries.in(work).of(bookId, ids).forEach(e -> there.put(Place.of(e), e));
    }

    PricesSet apply() {
        Set<String> refused = problems.list().stream()
                .map(v -> v.path().substring(0, v.path().indexOf(']') + 1))
                .collect(Collectors.toSet());
        for (int i = 0; i < asked.size(); i++) {
            boolean possible = checkReferences(i);
            if (possible && !refused.contains(path(i))) {
                decide(i);
            }
        }
        checkNeighbours();
        problems.throwIfAny("prices");
        return save();
    }

    private boolean checkReferences(int i) {
        NewPrice price = asked.get(i);
        boolean known = price.product() == null || products.containsKey(price.product());
        problems.require(known, path(i) + ".product", "not-found", "must name a product of the catalog");
        boolean inCurrency = checkCurrency(price.price(), path(i) + ".price");
        inCurrency = checkCurrency(price.floor(), path(i) + ".floor") && inCurrency;
        return checkCurrency(price.ceiling(), path(i) + ".ceiling") && inCurrency && known;
    }

    private boolean checkCurrency(@Nullable BigMoney amount, String path) {
        boolean same = amount == null || amount.getCurrencyUnit().equals(book.currency());
        problems.require(same, path, "currency-mismatch", "must be in the currency of the price book");
        return same;
    }

    private void decide(int i) {
        NewPrice price = asked.get(i);
        String unit = price.unit();
        PriceEntry fresh = new PriceEntry(
                new PriceEntryId(work.newId()),
                work.firstStamp(),
                book.id(),
                price.product(),
                unit == null
                        ? Objects.requireNonNull(products.get(price.product())).unit()
                        : unit,
                Quantity.of(price.from()),
                new UnitPrice(price.price()),
                price.validity(),
                true,
                price.tiering(),
                price.bounds());
        Place place = Place.of(fresh);
        Integer earlier = numbers.putIfAbsent(place, i);
        if (earlier != null) {
            problems.add(
                    path(i),
                    "price-twice",
                    "must differ from " + path(earlier) + " in product, unit, lower bound or first day");
            return;
        }
        PriceEntry old = there.get(place);
        decided.put(
                i,
                old == null
                        ? Change.created(fresh, new PriceBookEvent.PriceAdded())
                        : old.set(fresh.price(), fresh.validity().until(), fresh.tiering(), fresh.bounds()));
    }

    /**
     * Each pair is named once, by the later of the two; what is not set here counts as earlier. Of the entries that one is
     * tiered otherwise than, the first is named.
     */
    private void checkNeighbours() {
        Map<ProductId, Map<String, PriceEntry>> claims = new HashMap<>();
        there.forEach((place, entry) -> {
            if (!numbers.containsKey(place)) {
                claim(claims, "price entry " + entry.id().text(), entry);
            }
        });
        decided.forEach((i, change) -> {
            PriceEntry entry = change.state();
            Map<String, PriceEntry> neighbours = claims.getOrDefault(entry.product(), Map.of());
            neighbours.forEach((name, other) -> problems.require(
                    !entry.overlaps(other), path(i) + ".validity", "overlap", "must not overlap the days of " + name));
            neighbours.entrySet().stream()
                    .filter(other -> entry.mixesWith(other.getValue()))
                    .findFirst()
                    .ifPresent(other ->
                            problems.add(path(i) + ".tiering", "tiering-mixed", "must be tiered as " + other.getKey()));
            claim(claims, path(i), entry);
        });
    }

    private static void claim(Map<ProductId, Map<String, PriceEntry>> claims, String name, PriceEntry entry) {
        claims.computeIfAbsent(entry.product(), p -> new LinkedHashMap<>()).put(name, entry);
    }

    private PricesSet save() {
        List<Change<PriceEntry>> added =
                decided.values().stream().filter(c -> c.before() == null).toList();
        if (!added.isEmpty()) {
            work.saveAllNew(PriceEntries.TYPE, added);
        }
        List<PriceEntry> entries = new ArrayList<>();
        int changed = 0;
        for (Change<PriceEntry> change : decided.values()) {
            boolean update = change.before() != null && !change.isNone();
            changed += update ? 1 : 0;
            entries.add(update ? work.save(PriceEntries.TYPE, Action.UPDATE, change) : change.state());
        }
        return new PricesSet(entries, added.size(), changed, asked.size() - added.size() - changed);
    }

    private static String path(int i) {
        return "prices[" + i + "]";
    }
}
