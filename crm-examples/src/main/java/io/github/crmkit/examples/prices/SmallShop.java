package io.github.crmkit.examples.prices;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSet;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A shop in memory on one day, which knows what its prices and rules are called. */
final class SmallShop {

    static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final CrmSession session = Crm.inMemory()
            .withClock(InstantSource.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant()))
            .withZone(ZoneOffset.UTC)
            .as(Caller.of(new TenantId(new UUID(1, 1)), new UserId(new UUID(1, 2))));
    private final Map<UUID, String> names = new HashMap<>();

    CrmSession session() {
        return session;
    }

    Product product(String sku, String name) {
        return session.products().create(NewProduct.of(sku, name).increment(Quantity.ONE));
    }

    void price(PriceBook book, NewPrice price, String name) {
        called(session.prices().setPrice(book.id(), price).id(), name);
    }

    PriceRule rule(RuleSet set, NewPriceRule rule) {
        PriceRule added = session.priceRules().add(set.id(), rule);
        called(added.id(), "rule \"" + added.name() + "\"");
        return added;
    }

    void called(Id id, String name) {
        names.put(id.value(), name);
    }

    String nameOf(EntityRef candidate) {
        return names.getOrDefault(candidate.id(), candidate.type().replace('-', ' '));
    }
}
