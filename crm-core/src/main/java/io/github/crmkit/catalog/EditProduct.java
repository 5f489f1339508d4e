package io.github.crmkit.catalog;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks to describe a product anew: starts from the product as the caller saw it, and everything is set.
 *
 * @param version the version the caller saw
 * @param form of the kind that it is, and of the same model
 */
public record EditProduct(
        @NotNull ProductId id,
        @Positive long version,
        @NotNull @PlainText(max = Product.MAX_NAME) String name,

        @Nullable @PlainText(max = Product.MAX_DESCRIPTION, multiline = true)
        String description,

        @NotNull Product.Kind kind,
        @NotNull String unit,
        List<UnitFactor> otherUnits,
        @Nullable Quantity increment,
        @NotNull Grouping grouping,
        @NotNull Form form,
        List<Cost> costs,
        @NotNull DateRange days)
        implements Command {

    public EditProduct {
        otherUnits = List.copyOf(otherUnits);
        costs = List.copyOf(costs);
    }

    /** Everything as it is. */
    public static EditProduct of(Product seen) {
        return new EditProduct(
                seen.id(),
                seen.stamp().version(),
                seen.name(),
                seen.description(),
                seen.kind(),
                seen.unit(),
                seen.measures().others(),
                seen.measures().increment(),
                seen.grouping(),
                seen.form(),
                seen.costs().list(),
                seen.sale().days());
    }

    /** With this name. */
    public EditProduct name(String text) {
        return new EditProduct(
                id, version, text, description, kind, unit, otherUnits, increment, grouping, form, costs, days);
    }

    /** With this about it, or nothing. */
    public EditProduct description(@Nullable String text) {
        return new EditProduct(id, version, name, text, kind, unit, otherUnits, increment, grouping, form, costs, days);
    }

    /** Goods or a service. */
    public EditProduct kind(Product.Kind which) {
        return new EditProduct(
                id, version, name, description, which, unit, otherUnits, increment, grouping, form, costs, days);
    }

    /** Counted in this unit; prices for another one apply as far as that is one of its units. */
    public EditProduct unit(String word) {
        return new EditProduct(
                id, version, name, description, kind, word, otherUnits, increment, grouping, form, costs, days);
    }

    /** Ordered in these other units and no more. */
    public EditProduct otherUnits(List<UnitFactor> factors) {
        return new EditProduct(
                id, version, name, description, kind, unit, factors, increment, grouping, form, costs, days);
    }

    /** In whole multiples of this step of its own unit; null for any quantity. */
    public EditProduct increment(@Nullable Quantity step) {
        return new EditProduct(
                id, version, name, description, kind, unit, otherUnits, step, grouping, form, costs, days);
    }

    /** Of this product line, or of none. */
    public EditProduct family(@Nullable String word) {
        return grouping(grouping.family(word));
    }

    /** In this category, or in none. */
    public EditProduct category(@Nullable CategoryId place) {
        return grouping(grouping.category(place));
    }

    /** Taxed as this category says, or nobody said. */
    public EditProduct taxCategory(@Nullable String word) {
        return grouping(grouping.taxCategory(word));
    }

    private EditProduct grouping(Grouping next) {
        return new EditProduct(
                id, version, name, description, kind, unit, otherUnits, increment, next, form, costs, days);
    }

    /** Made like this. */
    public EditProduct form(Form which) {
        return new EditProduct(
                id, version, name, description, kind, unit, otherUnits, increment, grouping, which, costs, days);
    }

    /** With these known costs and no more. */
    public EditProduct costs(List<Cost> known) {
        return new EditProduct(
                id, version, name, description, kind, unit, otherUnits, increment, grouping, form, known, days);
    }

    /** Sold on these days only. */
    public EditProduct soldOn(DateRange range) {
        return new EditProduct(
                id, version, name, description, kind, unit, otherUnits, increment, grouping, form, costs, range);
    }

    @Override
    public void check(Violations problems) {
        ProductService.check(unit, otherUnits, increment, grouping, costs, problems);
    }
}
