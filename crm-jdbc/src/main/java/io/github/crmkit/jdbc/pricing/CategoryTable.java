package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryFields;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.jdbc.mapping.Table;

/** Categories of products. */
public final class CategoryTable {

    private CategoryTable() {}

    /** The table, as declared. */
    public static Table<Category, CategoryId> declared() {
        return Table.of(Categories.TYPE, "category", t -> {
            var name = t.field(CategoryFields.NAME);
            var parent = t.field(CategoryFields.PARENT, "parent_id");
            t.derived(CategoryFields.PLACE);
            var active = t.field(CategoryFields.ACTIVE);
            t.stamp(CategoryFields.CREATED_AT, "created_at");
            t.index("ix_category_parent", CategoryFields.PARENT.asc());
            return row -> new Category(row.id(), row.stamp(), row.get(name), row.optional(parent), row.get(active));
        });
    }
}
