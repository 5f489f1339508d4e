package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.Grouping;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductFields;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Products. What nothing asks for by itself lies in columns of JSON, which {@link ProductShapes} reads and writes. */
public final class ProductTable {

    private ProductTable() {}

    public static Table<Product, ProductId> declared() {
        return Table.of(Products.TYPE, "product", t -> {
            var sku = t.field(ProductFields.SKU);
            var name = t.field(ProductFields.NAME);
            var description = t.field(ProductFields.DESCRIPTION);
            var kind = t.field(ProductFields.KIND);
            var family = t.field(ProductFields.FAMILY);
            var category = t.field(ProductFields.CATEGORY, "category_id");
            var taxCategory = t.field(ProductFields.TAX_CATEGORY);
            var unit = t.field(ProductFields.UNIT);
            var others = t.json(
                    "other_units",
                    ProductShapes.UNIT,
                    product -> product.measures().others());
            var increment = t.field(ProductFields.INCREMENT, "increment_step");
            var form = t.field(ProductFields.FORM);
            var model = t.field(ProductFields.MODEL, "model_id");
            var variant = t.field(ProductFields.VARIANT);
            var axes = t.json("axes", ProductShapes.AXIS, ProductShapes::axes);
            var bundle = t.json("bundle", ProductShapes.BUNDLE, ProductShapes::bundle);
            var costs = t.json(
                    "costs", ProductShapes.COST, product -> product.costs().list());
            var from = t.field(ProductFields.SOLD_FROM);
            var until = t.field(ProductFields.SOLD_UNTIL);
            var status = t.field(ProductFields.STATUS);
            t.stamp(ProductFields.CREATED_AT, "created_at");
            t.index("ix_product_status", ProductFields.STATUS.asc().then(ProductFields.NAME.asc()));
            t.index("ix_product_category", ProductFields.CATEGORY.asc());
            t.index("ix_product_model", ProductFields.MODEL.asc());
            return row -> new Product(
                    row.id(),
                    row.stamp(),
                    row.get(sku),
                    row.get(name),
                    row.optional(description),
                    row.get(kind),
                    new Grouping(row.optional(family), row.optional(category), row.optional(taxCategory)),
                    new Measures(row.get(unit), row.get(others), quantity(row.optional(increment))),
                    ProductShapes.form(
                            row.get(form), row.optional(model), row.optional(variant), row.get(axes), row.get(bundle)),
                    new Costs(row.get(costs)),
                    new Product.Sale(row.get(status), new DateRange(row.optional(from), row.optional(until))));
        });
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal stored) {
        return stored == null ? null : Quantity.of(stored);
    }
}
