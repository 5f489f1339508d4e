package io.github.crmkit.catalog;

import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What products may be filtered and sorted by. */
public final class ProductFields {

    private static final int MAX_VARIANT = Form.MAX_AXES * (Form.MAX_AXIS + Form.MAX_VALUE + 2);

    public static final TextField<Product> SKU = Field.text("sku", Product.MAX_SKU, Product::sku);
    public static final TextField<Product> NAME =
            Field.text("name", Product.MAX_NAME, Product::name).folded();
    public static final TextField<Product> DESCRIPTION = Field.<Product>text(
                    "description", Product.MAX_DESCRIPTION, Product::description)
            .optional();
    public static final Field<Product, Product.Kind> KIND = Field.constant("kind", Product.Kind.class, Product::kind);
    public static final TextField<Product> FAMILY =
            Field.<Product>text("family", Product.MAX_NAME, Product::family).optional();
    public static final Field<Product, CategoryId> CATEGORY = Field.<Product, CategoryId>id(
                    "category", CategoryId::new, Product::category)
            .optional();
    public static final TextField<Product> TAX_CATEGORY = Field.<Product>text(
                    "taxCategory", Product.MAX_WORD, Product::taxCategory)
            .optional();
    public static final TextField<Product> UNIT = Field.text("unit", Product.MAX_WORD, Product::unit);

    /** The step of its quantities, in its own unit. */
    public static final OrderedField<Product, BigDecimal> INCREMENT = Field.<Product>decimal(
                    "increment", Quantity.MAX_SCALE, p -> value(p.measures().increment()))
            .optional();

    public static final Field<Product, Form.Kind> FORM =
            Field.constant("form", Form.Kind.class, p -> p.form().kind());

    /** The model of a variant. */
    public static final Field<Product, ProductId> MODEL = Field.<Product, ProductId>id(
                    "model", ProductId::new, p -> p.model().orElse(null))
            .optional();

    /** The values of a variant, as {@link Form.Variant#text} tells them. */
    public static final TextField<Product> VARIANT = Field.<Product>text(
                    "variant", MAX_VARIANT, p -> p.form() instanceof Form.Variant variant ? variant.text() : null)
            .optional();

    /** The first day on which it is sold, inclusive; absent where there is none. */
    public static final OrderedField<Product, LocalDate> SOLD_FROM =
            Field.<Product>date("soldFrom", p -> p.sale().days().from()).optional();

    /** The first day on which it is no longer sold; absent where there is none. */
    public static final OrderedField<Product, LocalDate> SOLD_UNTIL =
            Field.<Product>date("soldUntil", p -> p.sale().days().until()).optional();

    public static final Field<Product, ProductStatus> STATUS =
            Field.constant("status", ProductStatus.class, Product::status);
    public static final OrderedField<Product, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    static final List<Field<Product, ?>> ALL = List.of(
            SKU,
            NAME,
            DESCRIPTION,
            KIND,
            FAMILY,
            CATEGORY,
            TAX_CATEGORY,
            UNIT,
            INCREMENT,
            FORM,
            MODEL,
            VARIANT,
            SOLD_FROM,
            SOLD_UNTIL,
            STATUS,
            CREATED_AT);

    /** What history tells besides, one a line. */
    static final List<Field<Product, ?>> TOLD = List.of(
            told("otherUnits", p -> lines(p.measures().others(), UnitFactor::toString)),
            told("axes", p -> p.form() instanceof Form.Model model ? lines(model.axes(), axis -> axis) : null),
            told("bundle", p -> p.form() instanceof Bundle bundle ? bundle(bundle) : null),
            told("costs", p -> lines(p.costs().list(), Cost::toString)));

    private ProductFields() {}

    private static @Nullable BigDecimal value(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }

    private static Field<Product, String> told(String name, Function<Product, @Nullable String> text) {
        return Field.<Product>text(name, Integer.MAX_VALUE, text).optional();
    }

    private static <T> @Nullable String lines(List<T> items, Function<T, String> line) {
        return items.isEmpty() ? null : items.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String bundle(Bundle bundle) {
        StringBuilder text = new StringBuilder("priced on ").append(bundle.pricedOn());
        bundle.parts().forEach(part -> part(text, part));
        for (Bundle.Choice choice : bundle.choices()) {
            text.append('\n')
                    .append(choice.name())
                    .append(", ")
                    .append(choice.atLeast())
                    .append(" to ")
                    .append(choice.atMost())
                    .append(" of:");
            choice.options().forEach(part -> part(text, part));
        }
        return text.toString();
    }

    private static void part(StringBuilder text, Bundle.Part part) {
        text.append('\n')
                .append(part.quantity())
                .append(" x ")
                .append(part.product().text());
    }
}
