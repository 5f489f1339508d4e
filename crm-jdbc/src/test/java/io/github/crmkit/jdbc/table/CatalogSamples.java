package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Bundle.Choice;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Grouping;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductStatus;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Categories, and products of every form. */
final class CatalogSamples {

    private static final Category TILES = category(1, "Tiles", null, true);
    static final Category FLOOR = category(2, "Floor", TILES, true);
    private static final Category SECOND_FLOOR = category(3, "floor", TILES, false);
    private static final Category DEEP = category(4, thai(Category.MAX_NAME), FLOOR, true);
    private static final Category EMOJI = category(5, emoji(Category.MAX_NAME), null, true);

    /** In units, sold by the half box, with costs; nothing absent that a simple product can have. */
    static final Product TILE = product(
            501,
            "TILE-60",
            "Floor tile 60 x 60",
            "Rectified.\n\tSlip-resistant: R10 🧱",
            new Grouping("Tiles", FLOOR.id(), "standard"),
            new Measures(
                    "box",
                    List.of(
                            UnitFactor.of("pallet", 48),
                            new UnitFactor("piece", Quantity.of(12), Quantity.ONE),
                            new UnitFactor("m²", Quantity.parse("1.44"), Quantity.ONE)),
                    Quantity.parse("0.5")),
            new Form.Simple(),
            Costs.of(
                    cost(CostBasis.STANDARD, "THB 80"),
                    cost(CostBasis.STANDARD, "USD 2.333333"),
                    cost(CostBasis.AVERAGE, "THB 0")),
            new Product.Sale(ProductStatus.ACTIVE, new DateRange(FIRST_DAY, LAST_DAY)));

    static final Product GROUT = product(
            502,
            "tile-60",
            "floor TILE 60 x 60",
            null,
            Grouping.none(),
            Measures.in(Product.PIECE),
            new Form.Simple(),
            Costs.none(),
            new Product.Sale(ProductStatus.ARCHIVED, DateRange.always()));

    private static final Product LONGEST = product(
            503,
            special(Product.MAX_SKU),
            thai(Product.MAX_NAME),
            emoji(Product.MAX_DESCRIPTION),
            new Grouping(special(Product.MAX_NAME), DEEP.id(), thai(Product.MAX_WORD)),
            new Measures(
                    emoji(Product.MAX_WORD),
                    IntStream.range(0, Measures.MAX_OTHERS)
                            .mapToObj(i -> new UnitFactor(
                                    i + thai(Product.MAX_WORD - 2),
                                    Quantity.parse("0.000001"),
                                    Quantity.parse("999999999999999999.999999")))
                            .toList(),
                    Quantity.parse("999999999999999999.999999")),
            new Form.Simple(),
            Costs.of(cost(CostBasis.CURRENT, "KWD 999999999999999999.999999")),
            Product.Sale.on(DateRange.startingOn(LAST_DAY)));

    private static final Product SHIRT = formed(504, "SHIRT", new Form.Model(List.of("size", "colour", "cut")));

    static final Product RED = formed(
            505,
            "SHIRT-RED-M",
            new Form.Variant(SHIRT.id(), Map.of("colour", "red = rot", "size", "M", "cut", "wide")));

    private static final Product WIDEST = formed(
            506,
            "WIDEST",
            new Form.Variant(
                    SHIRT.id(),
                    IntStream.range(0, Form.MAX_AXES)
                            .boxed()
                            .collect(
                                    Collectors.toMap(i -> i + thai(Form.MAX_AXIS - 1), i -> special(Form.MAX_VALUE)))));

    private static final Product STARTER = formed(
            507,
            "STARTER",
            Bundle.fixed(PricedOn.PARENT, new Part(TILE.id(), Quantity.parse("0.5")), Part.of(GROUT.id(), 2)));

    private static final Product KITCHEN = formed(
            508,
            "KITCHEN",
            Bundle.fixed(PricedOn.BOTH, Part.of(TILE.id(), 40))
                    .choice(Choice.oneOf("Grout", Part.of(GROUT.id(), 1), Part.of(RED.id(), 1)))
                    .choice(new Choice(
                            emoji(Product.MAX_NAME),
                            0,
                            2,
                            List.of(
                                    new Part(GROUT.id(), Quantity.parse("999999999999999999.999999")),
                                    Part.of(LONGEST.id(), 1)))));

    private CatalogSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(Categories.TYPE, List.of(TILES, FLOOR, SECOND_FLOOR, DEEP, EMOJI)),
                new Kind<>(Products.TYPE, List.of(TILE, GROUT, LONGEST, SHIRT, RED, WIDEST, STARTER, KITCHEN)));
    }

    private static Category category(int number, String name, @Nullable Category parent, boolean active) {
        return new Category(
                new CategoryId(id(490 + number)), first(number), name, parent == null ? null : parent.id(), active);
    }

    private static Cost cost(CostBasis basis, String amount) {
        return new Cost(basis, UnitPrice.parse(amount));
    }

    private static Product formed(int number, String sku, Form form) {
        return product(
                number,
                sku,
                sku,
                null,
                Grouping.none().category(FLOOR.id()),
                Measures.in(Product.PIECE),
                form,
                Costs.none(),
                Product.Sale.on(DateRange.validThrough(PriceSamples.DAY)));
    }

    private static Product product(
            int number,
            String sku,
            String name,
            @Nullable String description,
            Grouping grouping,
            Measures measures,
            Form form,
            Costs costs,
            Product.Sale sale) {
        return new Product(
                new ProductId(id(number)),
                first(number),
                sku,
                name,
                description,
                number % 2 == 0 ? Product.Kind.SERVICE : Product.Kind.GOODS,
                grouping,
                measures,
                form,
                costs,
                sale);
    }
}
