package io.github.crmkit.catalog;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product is counted among, where anybody said. Part of {@link Product} and of the commands that make one, which
 * check it.
 *
 * @param family a product line across categories; plain text of 1 to {@value Product#MAX_NAME} characters
 * @param category its place in the tree of categories
 * @param taxCategory how it is taxed, for example {@code standard}: a name, never a rate; plain text of 1 to
 *     {@value Product#MAX_WORD} characters
 */
public record Grouping(
        @Nullable String family,
        @Nullable CategoryId category,
        @Nullable String taxCategory) {

    private static final Grouping NONE = new Grouping(null, null, null);

    public Grouping {
        family = family == null ? null : family.strip();
        taxCategory = taxCategory == null ? null : taxCategory.strip();
    }

    /** Nobody said anything. */
    public static Grouping none() {
        return NONE;
    }

    /** Of this product line, or of none. */
    public Grouping family(@Nullable String word) {
        return new Grouping(word, category, taxCategory);
    }

    /** In this category, or in none. */
    public Grouping category(@Nullable CategoryId place) {
        return new Grouping(family, place, taxCategory);
    }

    /** Taxed as this category says, or nobody said. */
    public Grouping taxCategory(@Nullable String word) {
        return new Grouping(family, category, word);
    }

    /** Its place in the tree of categories, where it has one. */
    public Optional<CategoryId> place() {
        return Optional.ofNullable(category);
    }

    /** Notes {@code plain-text} for texts that are too long, blank or not plain. */
    void check(Violations problems) {
        requirePlain(family, Product.MAX_NAME, "family", problems);
        requirePlain(taxCategory, Product.MAX_WORD, "taxCategory", problems);
    }

    private static void requirePlain(@Nullable String text, int max, String path, Violations problems) {
        problems.require(
                text == null || PlainTextValidator.isPlain(text, max, false),
                path,
                "plain-text",
                "must be plain text of 1 to " + max + " characters");
    }
}
