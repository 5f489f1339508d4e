package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the small values of a {@link Product} lie in its columns. */
final class ProductShapes {

    static final JsonShape<UnitFactor> UNIT = shape(
            (to, one) -> to.text("unit", one.unit()).text("of", one.of()).text("base", one.base()),
            from -> new UnitFactor(
                    from.text("unit"), Quantity.parse(from.text("of")), Quantity.parse(from.text("base"))));

    static final JsonShape<String> AXIS = shape((to, axis) -> to.text("axis", axis), from -> from.text("axis"));

    static final JsonShape<Cost> COST = shape(
            (to, one) -> to.text("basis", one.basis()).text("amount", one.amount()),
            from -> new Cost(CostBasis.valueOf(from.text("basis")), UnitPrice.parse(from.text("amount"))));

    private static final JsonShape<Bundle.Part> PART = shape(
            (to, one) -> to.text("product", one.product().text()).text("quantity", one.quantity()),
            from -> new Bundle.Part(
                    new ProductId(UUID.fromString(from.text("product"))), Quantity.parse(from.text("quantity"))));

    private static final JsonShape<Bundle.Choice> CHOICE = shape(
            (to, one) -> to.text("name", one.name())
                    .number("atLeast", one.atLeast())
                    .number("atMost", one.atMost())
                    .list("options", one.options(), PART),
            from -> new Bundle.Choice(
                    from.text("name"),
                    Math.toIntExact(from.number("atLeast")),
                    Math.toIntExact(from.number("atMost")),
                    from.list("options", PART, 1)));

    static final JsonShape<Bundle> BUNDLE = shape(
            (to, one) -> to.text("pricedOn", one.pricedOn())
                    .list("parts", one.parts(), PART)
                    .list("choices", one.choices(), CHOICE),
            from -> new Bundle(
                    Bundle.PricedOn.valueOf(from.text("pricedOn")),
                    from.list("parts", PART, 1),
                    from.list("choices", CHOICE, 1)));

    private ProductShapes() {}

    /** The axes of a model, and none of everything else. */
    static List<String> axes(Product product) {
        return product.form() instanceof Form.Model model ? model.axes() : List.of();
    }

    /** What a bundle is made of, as a list of one, and none of everything else. */
    static List<Bundle> bundle(Product product) {
        return product.form() instanceof Bundle bundle ? List.of(bundle) : List.of();
    }

    /** The form that lies in these columns. */
    static Form form(
            Form.Kind kind,
            @Nullable ProductId model,
            @Nullable String variant,
            List<String> axes,
            List<Bundle> bundle) {
        return switch (kind) {
            case SIMPLE -> new Form.Simple();
            case MODEL -> new Form.Model(axes);
            case VARIANT ->
                Form.Variant.parse(Objects.requireNonNull(model, "model"), Objects.requireNonNull(variant, "variant"));
            case BUNDLE -> bundle.get(0);
        };
    }

    private static <V> JsonShape<V> shape(BiConsumer<JsonOut, V> write, Function<JsonObject, V> read) {
        return new JsonShape<>() {
            @Override
            public void write(JsonOut to, V value) {
                write.accept(to, value);
            }

            @Override
            public V read(JsonObject from, int version) {
                return read.apply(from);
            }
        };
    }
}
