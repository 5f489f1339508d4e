package io.github.crmkit.catalog;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What categories may be filtered and sorted by. */
public final class CategoryFields {

    /** What {@link #PLACE} holds for categories at the top. */
    static final String TOP = "top";

    private static final int UUID_TEXT = 36;

    public static final TextField<Category> NAME =
            Field.text("name", Category.MAX_NAME, Category::name).folded();
    public static final Field<Category, CategoryId> PARENT = Field.<Category, CategoryId>id(
                    "parent", CategoryId::new, Category::parent)
            .optional();

    /** The id of the parent, or {@code top}: with the name a unique key, so that names are unique at the top as well. */
    public static final TextField<Category> PLACE =
            Field.text("place", UUID_TEXT, c -> c.above().map(CategoryId::text).orElse(TOP));

    public static final Field<Category, Boolean> ACTIVE = Field.bool("active", Category::active);
    public static final OrderedField<Category, Instant> CREATED_AT =
            Field.instant("createdAt", c -> c.stamp().createdAt());

    static final List<Field<Category, ?>> ALL = List.of(NAME, PARENT, PLACE, ACTIVE, CREATED_AT);

    private CategoryFields() {}
}
