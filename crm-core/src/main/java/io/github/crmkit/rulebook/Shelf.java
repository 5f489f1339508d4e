package io.github.crmkit.rulebook;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one book for one buyer, by what they are on. */
final class Shelf {

    /** More than any level of an item. */
    static final int LEVELS = 1 << 16;

    private static final int VARIANT = 0;
    private static final int PRODUCT = 1;
    private static final int MODEL = 2;
    private static final int NEAREST_CATEGORY = 3;
    private static final int ANYTHING = LEVELS - 1;

    private final Map<ProductId, Bucket> variants = new HashMap<>();
    private final Map<ProductId, Bucket> products = new HashMap<>();
    private final Map<CategoryId, Bucket> categories = new HashMap<>();
    private @Nullable Bucket anything;

    Shelf(List<CompiledRule> rules) {
        Map<Target.Item, List<CompiledRule>> byItem = new HashMap<>();
        for (CompiledRule rule : rules) {
            byItem.computeIfAbsent(rule.rule.target().item(), i -> new ArrayList<>())
                    .add(rule);
        }
        byItem.forEach((item, ofItem) -> {
            Bucket bucket = new Bucket(ofItem);
            if (item instanceof Target.OneVariant variant) {
                variants.put(variant.id(), bucket);
            } else if (item instanceof Target.OneProduct product) {
                products.put(product.id(), bucket);
            } else if (item instanceof Target.InCategory category) {
                categories.put(category.id(), bucket);
            } else {
                anything = bucket;
            }
        });
    }

    /**
     * Adds the buckets that an article belongs to, the most specific first.
     *
     * @param first the level of the most specific item
     */
    void collect(PricingContext.Article article, int first, List<Shortlist.Place> places) {
        collect(variants, article.product(), first + VARIANT, places);
        collect(products, article.product(), first + PRODUCT, places);
        ProductId model = article.model();
        if (model != null && !model.equals(article.product())) {
            collect(products, model, first + MODEL, places);
        }
        List<CategoryId> path = article.categories();
        for (int i = 0; i < path.size(); i++) {
            collect(categories, path.get(i), first + NEAREST_CATEGORY + i, places);
        }
        if (anything != null) {
            places.add(new Shortlist.Place(anything, first + ANYTHING));
        }
    }

    private static <K> void collect(Map<K, Bucket> buckets, K key, int level, List<Shortlist.Place> places) {
        Bucket bucket = buckets.isEmpty() ? null : buckets.get(key);
        if (bucket != null) {
            places.add(new Shortlist.Place(bucket, level));
        }
    }
}
