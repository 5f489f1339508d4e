package io.github.crmkit.agreement;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.ContractPrice.Place;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The agreement on many prices with one account: reads what is there, decides on all, refuses with all, then saves. */
final class ContractSetting {

    private final Work work;
    private final List<NewContractPrice> asked;
    private final Violations problems;
    private final Account account;
    private final Map<ProductId, Product> products;
    private final Map<Place, ContractPrice> there = new LinkedHashMap<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Map<Integer, Change<ContractPrice>> decided = new LinkedHashMap<>();

    /** @param problems what is wrong already; added to */
    ContractSetting(Work work, AccountId accountId, List<NewContractPrice> asked, Violations problems) {
        this.work = work;
        this.asked = asked;
        this.problems = problems;
        this.account = work.get(Accounts.TYPE, accountId);
        Set<ProductId> ids = asked.stream()
                .map(NewContractPrice::product)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.products = ids.isEmpty()
                ? Map.of()
                : work.repository(Products.TYPE).findAll(ids).stream().collect(Collectors.toMap(Product::id, p -> p));
        ContractPrices.in(work).of(accountId, ids).forEach(p -> there.put(Place.of(p), p));
    }

    List<ContractPrice> apply() {
        Set<String> refused = problems.list().stream()
                .map(v -> v.path().substring(0, v.path().indexOf(']') + 1))
                .collect(Collectors.toSet());
        for (int i = 0; i < asked.size(); i++) {
            ProductId product = asked.get(i).product();
            boolean known = product == null || products.containsKey(product);
            problems.require(known, path(i) + ".product", "not-found", "must name a product of the catalog");
            if (known && !refused.contains(path(i))) {
                decide(i);
            }
        }
        checkOverlaps();
        problems.throwIfAny("contract prices");
        return save();
    }

    private void decide(int i) {
        NewContractPrice price = asked.get(i);
        String unit = price.unit();
        ContractPrice fresh = new ContractPrice(
                new ContractPriceId(work.newId()),
                work.firstStamp(),
                account.id(),
                price.product(),
                unit == null
                        ? Objects.requireNonNull(products.get(price.product())).unit()
                        : unit,
                new UnitPrice(price.price()),
                price.validity(),
                true,
                price.reference());
        Place place = Place.of(fresh);
        Integer earlier = numbers.putIfAbsent(place, i);
        if (earlier != null) {
            problems.add(
                    path(i), "price-twice", "must differ from " + path(earlier) + " in product, unit or first day");
            return;
        }
        ContractPrice old = there.get(place);
        decided.put(
                i,
                old == null
                        ? Change.created(fresh, new ContractPriceEvent.Agreed())
                        : old.set(fresh.price(), fresh.validity().until(), fresh.reference()));
    }

    /** Each pair is named once, by the later of the two; what is not agreed on here counts as earlier. */
    private void checkOverlaps() {
        Map<ProductId, Map<String, ContractPrice>> claims = new HashMap<>();
        there.forEach((place, price) -> {
            if (!numbers.containsKey(place)) {
                claims.computeIfAbsent(price.product(), p -> new LinkedHashMap<>())
                        .put("contract price " + price.id().text(), price);
            }
        });
        decided.forEach((i, change) -> {
            ContractPrice price = change.state();
            Map<String, ContractPrice> others = claims.computeIfAbsent(price.product(), p -> new LinkedHashMap<>());
            others.forEach((name, other) -> problems.require(
                    !price.overlaps(other), path(i) + ".validity", "overlap", "must not overlap the days of " + name));
            others.put(path(i), price);
        });
    }

    private List<ContractPrice> save() {
        List<Change<ContractPrice>> added =
                decided.values().stream().filter(c -> c.before() == null).toList();
        if (decided.values().stream().anyMatch(c -> !c.isNone())) {
            // the account's version keeps two callers from agreeing on overlapping days at once
            work.save(Accounts.TYPE, Action.UPDATE, account.priced());
        }
        if (!added.isEmpty()) {
            work.saveAllNew(ContractPrices.TYPE, added);
        }
        List<ContractPrice> prices = new ArrayList<>();
        for (Change<ContractPrice> change : decided.values()) {
            prices.add(
                    change.before() == null ? change.state() : work.save(ContractPrices.TYPE, Action.UPDATE, change));
        }
        return prices;
    }

    private static String path(int i) {
        return "prices[" + i + "]";
    }
}
