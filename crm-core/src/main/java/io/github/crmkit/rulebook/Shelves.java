package io.github.crmkit.rulebook;

import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one book, or those for all books, by whom they are for. */
final class Shelves {

    /** Where nothing stands. */
    static final Shelves EMPTY = new Shelves(List.of());

    private static final int ACCOUNT = 0;
    private static final int GROUP = Shelf.LEVELS;
    private static final int ANYONE = 2 * Shelf.LEVELS;

    private final Map<AccountId, Shelf> accounts = new HashMap<>();
    private final Map<String, Shelf> groups = new HashMap<>();
    private @Nullable Shelf anyone;

    Shelves(List<CompiledRule> rules) {
        Map<Target.Buyer, List<CompiledRule>> byBuyer = new HashMap<>();
        for (CompiledRule rule : rules) {
            byBuyer.computeIfAbsent(rule.rule.target().buyer(), b -> new ArrayList<>())
                    .add(rule);
        }
        byBuyer.forEach((buyer, ofBuyer) -> {
            Shelf shelf = new Shelf(ofBuyer);
            if (buyer instanceof Target.Account account) {
                accounts.put(account.id(), shelf);
            } else if (buyer instanceof Target.Group group) {
                groups.put(group.name(), shelf);
            } else {
                anyone = shelf;
            }
        });
    }

    /** Adds the places of what is for a buyer and an article. */
    void collect(PricingContext.Customer customer, PricingContext.Article article, List<Shortlist.Place> places) {
        AccountId account = customer.account();
        String group = customer.group();
        Shelf own = account == null || accounts.isEmpty() ? null : accounts.get(account);
        Shelf shared = group == null || groups.isEmpty() ? null : groups.get(group);
        if (own != null) {
            own.collect(article, ACCOUNT, places);
        }
        if (shared != null) {
            shared.collect(article, GROUP, places);
        }
        if (anyone != null) {
            anyone.collect(article, ANYONE, places);
        }
    }
}
