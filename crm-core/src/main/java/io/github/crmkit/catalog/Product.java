package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold. It is created active, may be edited, archived and restored; it is never removed, since quotes
 * go on naming it. All texts are plain text of 1 character at least, kept without the spaces around them; lengths in UTF-16 units.
 *
 * @param sku the stock keeping unit: at most {@value #MAX_SKU} characters, unique within the tenant, compared exactly,
 *     the same for life
 * @param name at most {@value #MAX_NAME} characters
 * @param unit what a quantity of it counts, for example {@code piece}; at most {@value #MAX_WORD} characters
 * @param family the larger group, for example a product line; at most {@value #MAX_NAME} characters
 * @param category the smaller group; at most {@value #MAX_NAME} characters
 * @param taxCategory how it is taxed, for example {@code standard}: a name, never a rate; absent where nobody said
 * @param description more about it, line breaks allowed; at most {@value #MAX_DESCRIPTION} characters
 * @param status whether it is for sale
 */
public record Product(
        ProductId id,
        Stamp stamp,
        String sku,
        String name,
        String unit,
        @Nullable String family,
        @Nullable String category,
        @Nullable String taxCategory,
        @Nullable String description,
        ProductStatus status) {

    /** The longest sku, inclusive. */
    public static final int MAX_SKU = 60;

    /** The longest name, family and category, inclusive. */
    public static final int MAX_NAME = 200;

    /** The longest unit and tax category, inclusive. */
    public static final int MAX_WORD = 40;

    /** The longest description, inclusive. */
    public static final int MAX_DESCRIPTION = 2_000;

    /** The unit of a product for which nobody named another. */
    public static final String PIECE = "piece";

    /** @throws io.github.crmkit.kernel.RuleViolationsException with every text that is too long, blank or not plain */
    public Product {
        Violations problems = new Violations();
        sku = problems.plainText(sku, MAX_SKU, "sku");
        name = problems.plainText(name, MAX_NAME, "name");
        unit = problems.plainText(unit, MAX_WORD, "unit");
        family = problems.plainTextOrAbsent(family, MAX_NAME, "family");
        category = problems.plainTextOrAbsent(category, MAX_NAME, "category");
        taxCategory = problems.plainTextOrAbsent(taxCategory, MAX_WORD, "taxCategory");
        problems.require(
                description == null || PlainTextValidator.isPlain(description, MAX_DESCRIPTION, true),
                "description",
                "plain-text",
                "must be plain text of 1 to " + MAX_DESCRIPTION + " characters");
        problems.throwIfAny("product");
    }

    /** A new product as asked for, active. */
    static Change<Product> create(ProductId id, Stamp stamp, ProductService.NewProduct asked) {
        Product product = new Product(
                id,
                stamp,
                asked.sku(),
                asked.name(),
                asked.unit(),
                asked.family(),
                asked.category(),
                asked.taxCategory(),
                asked.description(),
                ProductStatus.ACTIVE);
        return Change.created(product, new ProductEvent.Created());
    }

    /** Describes it as asked; nothing changes where it is described so already. */
    Change<Product> edit(ProductService.EditProduct asked) {
        Product edited = new Product(
                id,
                stamp,
                sku,
                asked.name(),
                asked.unit(),
                asked.family(),
                asked.category(),
                asked.taxCategory(),
                asked.description(),
                status);
        return edited.equals(this) ? Change.none(this) : Change.of(this, edited, new ProductEvent.Edited());
    }

    /** Takes it out of sale; an archived one stays as it is. */
    public Change<Product> archive() {
        return become(ProductStatus.ARCHIVED, new ProductEvent.Archived());
    }

    /** Puts it back on sale; an active one stays as it is. */
    public Change<Product> restore() {
        return become(ProductStatus.ACTIVE, new ProductEvent.Restored());
    }

    private Change<Product> become(ProductStatus next, ProductEvent event) {
        if (ProductStatus.LIFECYCLE.isSame(status, next)) {
            return Change.none(this);
        }
        ProductStatus.LIFECYCLE.require(status, next);
        Product moved = new Product(id, stamp, sku, name, unit, family, category, taxCategory, description, next);
        return Change.of(this, moved, event);
    }

    /** Whether it is for sale. */
    public boolean isActive() {
        return status == ProductStatus.ACTIVE;
    }

    /** The same product with another stamp. */
    public Product withStamp(Stamp next) {
        return new Product(id, next, sku, name, unit, family, category, taxCategory, description, status);
    }
}
