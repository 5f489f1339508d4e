package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.pricelint.Place.Grid;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sold on the days that are looked at, by what rules call it. */
final class Catalogue {

    /**
     * A product that is sold by itself.
     *
     * @param days when, among those that are looked at; both ends given
     */
    record Sold(Product product, PricingContext.Article article, DateRange days, Grid grid) {}

    private final List<Sold> all = new ArrayList<>();
    private final Map<ProductId, Sold> byId = new HashMap<>();
    private final Map<ProductId, List<Sold>> variants = new HashMap<>();
    private final Map<CategoryId, List<Sold>> byCategory = new HashMap<>();
    private final Map<ProductId, Product> known = new HashMap<>();

    Catalogue(PriceState state) {
        for (Product product : state.products()) {
            known.put(product.id(), product);
            boolean alone = product.isActive()
                    && !(product.form() instanceof Form.Model)
                    && !(product.form() instanceof Bundle bundle && bundle.pricedOn() == Bundle.PricedOn.PARTS);
            if (alone) {
                product.sale().days().intersection(state.days()).ifPresent(days -> add(product, days, state));
            }
        }
    }

    private void add(Product product, DateRange days, PriceState state) {
        CategoryId category = product.category();
        List<CategoryId> path =
                category == null ? List.of() : state.categories().pathOf(category);
        PricingContext.Article article =
                new PricingContext.Article(product.id(), product.model().orElse(null), path, product.sku());
        Sold sold = new Sold(product, article, days, Grid.of(product));
        all.add(sold);
        byId.put(product.id(), sold);
        product.model()
                .ifPresent(
                        m -> variants.computeIfAbsent(m, k -> new ArrayList<>()).add(sold));
        path.forEach(c -> byCategory.computeIfAbsent(c, k -> new ArrayList<>()).add(sold));
    }

    List<Sold> all() {
        return all;
    }

    /** All that is sold and is such an item. */
    List<Sold> of(Target.Item item) {
        if (item instanceof Target.OneVariant variant) {
            Sold sold = byId.get(variant.id());
            return sold == null ? List.of() : List.of(sold);
        } else if (item instanceof Target.OneProduct product) {
            List<Sold> some = new ArrayList<>(variants.getOrDefault(product.id(), List.of()));
            Sold sold = byId.get(product.id());
            if (sold != null) {
                some.add(sold);
            }
            return some;
        } else if (item instanceof Target.InCategory category) {
            return byCategory.getOrDefault(category.id(), List.of());
        }
        return all;
    }

    /** The product, sold or not, where it is known. */
    Optional<Product> find(ProductId id) {
        return Optional.ofNullable(known.get(id));
    }
}
