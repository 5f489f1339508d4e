package io.github.crmkit.catalog;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What products may be filtered and sorted by. */
public final class ProductFields {

    public static final TextField<Product> SKU = Field.text("sku", Product.MAX_SKU, Product::sku);
    public static final TextField<Product> NAME =
            Field.text("name", Product.MAX_NAME, Product::name).folded();
    public static final TextField<Product> UNIT = Field.text("unit", Product.MAX_WORD, Product::unit);
    public static final TextField<Product> FAMILY =
            Field.<Product>text("family", Product.MAX_NAME, Product::family).optional();
    public static final TextField<Product> CATEGORY =
            Field.<Product>text("category", Product.MAX_NAME, Product::category).optional();
    public static final TextField<Product> TAX_CATEGORY = Field.<Product>text(
                    "taxCategory", Product.MAX_WORD, Product::taxCategory)
            .optional();
    public static final TextField<Product> DESCRIPTION = Field.<Product>text(
                    "description", Product.MAX_DESCRIPTION, Product::description)
            .optional();
    public static final Field<Product, ProductStatus> STATUS =
            Field.constant("status", ProductStatus.class, Product::status);
    public static final OrderedField<Product, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    static final List<Field<Product, ?>> ALL =
            List.of(SKU, NAME, UNIT, FAMILY, CATEGORY, TAX_CATEGORY, DESCRIPTION, STATUS, CREATED_AT);

    private ProductFields() {}
}
