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

    /** Asked for every bucket that a line's article belongs to, the most specific first. */
    interface Visitor {

        /**
         * Shows a bucket.
         *
         * @param level how specific the item is: 0 is the most specific
         */
        void visit(Bucket bucket, int level);
    }

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

    void visit(PricingContext.Article article, Visitor visitor) {
        visit(variants, article.product(), VARIANT, visitor);
        if (!products.isEmpty()) {
            visit(products, article.product(), PRODUCT, visitor);
            ProductId model = article.model();
            if (model != null && !model.equals(article.product())) {
                visit(products, model, MODEL, visitor);
            }
        }
        if (!categories.isEmpty()) {
            List<CategoryId> path = article.categories();
            for (int i = 0; i < path.size(); i++) {
                visit(categories, path.get(i), NEAREST_CATEGORY + i, visitor);
            }
        }
        if (anything != null) {
            visitor.visit(anything, ANYTHING);
        }
    }

    private static <K> void visit(Map<K, Bucket> buckets, K key, int level, Visitor visitor) {
        Bucket bucket = buckets.isEmpty() ? null : buckets.get(key);
        if (bucket != null) {
            visitor.visit(bucket, level);
        }
    }
}
