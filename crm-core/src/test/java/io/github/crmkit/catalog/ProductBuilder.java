package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Costs;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products for tests. */
public record ProductBuilder(
        UUID id,
        String sku,
        String name,
        String unit,
        @Nullable String taxCategory,
        ProductStatus status) {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    /** An active product that is counted in pieces. */
    public static ProductBuilder aProduct() {
        return new ProductBuilder(new UUID(1, 1), "TILE-60", "Floor tile 60 x 60", "piece", null, ProductStatus.ACTIVE);
    }

    public ProductBuilder id(UUID value) {
        return new ProductBuilder(value, sku, name, unit, taxCategory, status);
    }

    public ProductBuilder sku(String text) {
        return new ProductBuilder(id, text, name, unit, taxCategory, status);
    }

    public ProductBuilder name(String text) {
        return new ProductBuilder(id, sku, text, unit, taxCategory, status);
    }

    public ProductBuilder unit(String word) {
        return new ProductBuilder(id, sku, name, word, taxCategory, status);
    }

    public ProductBuilder taxCategory(String word) {
        return new ProductBuilder(id, sku, name, unit, word, status);
    }

    public ProductBuilder archived() {
        return new ProductBuilder(id, sku, name, unit, taxCategory, ProductStatus.ARCHIVED);
    }

    public Product build() {
        return new Product(
                new ProductId(id),
                STAMP,
                sku,
                name,
                null,
                Product.Kind.GOODS,
                Grouping.none().taxCategory(taxCategory),
                Measures.in(unit),
                new Form.Simple(),
                Costs.none(),
                Product.Sale.always().status(status));
    }
}
