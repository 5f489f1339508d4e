package io.github.crmkit.catalog;

import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The products of a tenant. */
public interface Products extends Repository<Product, ProductId> {

    /** How products are kept. */
    EntityType<Product, ProductId> TYPE = EntityType.named("product", ProductId::new, Product::id)
            .fields(ProductFields.ALL)
            .unique("sku", ProductFields.SKU)
            .stamp(Product::stamp, Product::withStamp);

    /** These questions asked of any repository. */
    static Products over(Repository<Product, ProductId> kept) {
        record Asked(Repository<Product, ProductId> base)
                implements Products, ForwardingRepository<Product, ProductId> {}
        return new Asked(kept);
    }

    /** The product of exactly this sku. */
    default Optional<Product> bySku(String sku) {
        return first(ProductFields.SKU.equalTo(sku), Sort.byId());
    }

    /**
     * The products of exactly these skus, by sku, in the order given; a sku without a product is not in the map. One
     * query, for at most {@value PageRequest#MAX_SIZE} skus.
     *
     * @throws io.github.crmkit.kernel.LimitExceededException for more
     */
    default Map<String, Product> bySkus(Collection<String> skus) {
        Set<String> wanted = new LinkedHashSet<>(skus);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, Product> found = new HashMap<>();
        page(ProductFields.SKU.in(wanted), Sort.byId(), PageRequest.first(wanted.size()))
                .forEach(p -> found.put(p.sku(), p));
        Map<String, Product> inOrder = new LinkedHashMap<>();
        for (String sku : wanted) {
            Product product = found.get(sku);
            if (product != null) {
                inOrder.put(sku, product);
            }
        }
        return inOrder;
    }
}
