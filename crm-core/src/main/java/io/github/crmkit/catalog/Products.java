package io.github.crmkit.catalog;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The products of a tenant. */
public interface Products extends Repository<Product, ProductId> {

    /** How products are kept. */
    EntityType<Product, ProductId> TYPE = EntityType.named("product", ProductId::new, Product::id)
            .fields(ProductFields.ALL)
            .telling(ProductFields.TOLD)
            .unique("sku", ProductFields.SKU)
            .stamp(Product::stamp, Product::withStamp);

    /** The products within a unit of work, as its caller sees them. */
    static Products in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The products in this repository. */
    static Products over(Repository<Product, ProductId> repository) {
        record Kept(Repository<Product, ProductId> base)
                implements Products, ForwardingRepository<Product, ProductId> {}
        return new Kept(repository);
    }

    /** The product of exactly this sku, spaces around it aside. */
    default Optional<Product> bySku(String sku) {
        return first(ProductFields.SKU.equalTo(sku.strip()), Sort.byId());
    }

    /**
     * The products of exactly these skus, by the product's sku, in the order given; a sku without a product is not in the map. One
     * query, for at most {@value PageRequest#MAX_SIZE} skus.
     *
     * @throws io.github.crmkit.kernel.LimitExceededException for more
     */
    default Map<String, Product> bySkus(Collection<String> skus) {
        Set<String> wanted = new LinkedHashSet<>();
        skus.forEach(sku -> wanted.add(sku.strip()));
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

    /** All variants of a model, in the order of their values. */
    default List<Product> variantsOf(ProductId model) {
        List<Product> found = new ArrayList<>();
        each(ProductFields.MODEL.equalTo(model), ProductFields.VARIANT.asc(), found::add);
        return found;
    }
}
