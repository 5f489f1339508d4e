package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.Costs;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Products for tests. */
public record ProductBuilder(
        UUID id,
        String sku,
        String name,
        Grouping grouping,
        Measures measures,
        Form form,
        Costs costs,
        Product.Sale sale) {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    /** An active product that is counted in pieces. */
    public static ProductBuilder aProduct() {
        return new ProductBuilder(
                new UUID(1, 1),
                "TILE-60",
                "Floor tile 60 x 60",
                Grouping.none(),
                Measures.in("piece"),
                new Form.Simple(),
                Costs.none(),
                Product.Sale.always());
    }

    public ProductBuilder id(UUID value) {
        return new ProductBuilder(value, sku, name, grouping, measures, form, costs, sale);
    }

    public ProductBuilder sku(String text) {
        return new ProductBuilder(id, text, name, grouping, measures, form, costs, sale);
    }

    public ProductBuilder name(String text) {
        return new ProductBuilder(id, sku, text, grouping, measures, form, costs, sale);
    }

    public ProductBuilder unit(String word) {
        return measures(Measures.in(word));
    }

    public ProductBuilder measures(Measures units) {
        return new ProductBuilder(id, sku, name, grouping, units, form, costs, sale);
    }

    public ProductBuilder taxCategory(String word) {
        return grouping(grouping.taxCategory(word));
    }

    public ProductBuilder category(CategoryId place) {
        return grouping(grouping.category(place));
    }

    private ProductBuilder grouping(Grouping all) {
        return new ProductBuilder(id, sku, name, all, measures, form, costs, sale);
    }

    public ProductBuilder form(Form which) {
        return new ProductBuilder(id, sku, name, grouping, measures, which, costs, sale);
    }

    public ProductBuilder otherUnit(UnitFactor factor) {
        return measures(measures.and(factor));
    }

    public ProductBuilder cost(Cost cost) {
        return costs(costs.with(cost));
    }

    public ProductBuilder costs(Costs known) {
        return new ProductBuilder(id, sku, name, grouping, measures, form, known, sale);
    }

    public ProductBuilder archived() {
        return sale(sale.status(ProductStatus.ARCHIVED));
    }

    /** Sold until this day, exclusive. */
    public ProductBuilder soldUntil(LocalDate day) {
        return sale(sale.days(new DateRange(null, day)));
    }

    public ProductBuilder sale(Product.Sale other) {
        return new ProductBuilder(id, sku, name, grouping, measures, form, costs, other);
    }

    public Product build() {
        return new Product(
                new ProductId(id), STAMP, sku, name, null, Product.Kind.GOODS, grouping, measures, form, costs, sale);
    }
}
