package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductFields;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.jdbc.mapping.Table;

/** Products. */
public final class ProductTable {

    private ProductTable() {}

    public static Table<Product, ProductId> declared() {
        return Table.of(Products.TYPE, "product", t -> {
            var sku = t.field(ProductFields.SKU);
            var name = t.field(ProductFields.NAME);
            var unit = t.field(ProductFields.UNIT);
            var family = t.field(ProductFields.FAMILY);
            var category = t.field(ProductFields.CATEGORY);
            var taxCategory = t.field(ProductFields.TAX_CATEGORY);
            var description = t.field(ProductFields.DESCRIPTION);
            var status = t.field(ProductFields.STATUS);
            t.stamp(ProductFields.CREATED_AT, "created_at");
            t.index("ix_product_status", ProductFields.STATUS.asc().then(ProductFields.NAME.asc()));
            return row -> new Product(
                    row.id(),
                    row.stamp(),
                    row.get(sku),
                    row.get(name),
                    row.get(unit),
                    row.optional(family),
                    row.optional(category),
                    row.optional(taxCategory),
                    row.optional(description),
                    row.get(status));
        });
    }
}
