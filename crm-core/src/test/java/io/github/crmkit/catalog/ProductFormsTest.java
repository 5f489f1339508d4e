package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.Bundle.Choice;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.Form.Model;
import io.github.crmkit.catalog.Form.Variant;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Products that refer to others: variants to their model, bundles to their parts, all of them to categories. */
class ProductFormsTest {

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Meanwhile meanwhile = new Meanwhile(storage);
    private final ProductService products = new ProductService(CatalogDesk.of(meanwhile, CatalogDesk.OURS));
    private final CategoryService categories = new CategoryService(CatalogDesk.of(storage, CatalogDesk.OURS));

    private final Product shirt =
            products.create(NewProduct.of("SHIRT", "Shirt").form(new Model(List.of("colour", "size"))));
    private final Product nail =
            products.create(NewProduct.of("NAIL", "Nails").unit("kg").increment(Quantity.parse("0.5")));

    @Test
    void a_product_keeps_everything_that_was_asked_for() {
        Category metal = categories.create(NewCategory.of("Metal"));
        DateRange days = DateRange.startingOn(LocalDate.of(2026, 6, 1));

        Product bolt = products.create(NewProduct.of("BOLT", "Bolts")
                .kind(Product.Kind.SERVICE)
                .unit("box")
                .otherUnit(UnitFactor.of("pallet", 48))
                .increment(Quantity.of(2))
                .family("Iron")
                .category(metal.id())
                .taxCategory("standard")
                .description("Zinc")
                .cost(new Cost(CostBasis.STANDARD, UnitPrice.parse("THB 80")))
                .soldOn(days));

        assertThat(products.get(bolt.id())).isEqualTo(bolt);
        assertThat(bolt.kind()).isEqualTo(Product.Kind.SERVICE);
        assertThat(bolt.measures().convert(Quantity.ONE, "pallet", "box")).isEqualTo(Quantity.of(48));
        assertThat(bolt.measures().step()).contains(Quantity.of(2));
        assertThat(bolt.grouping()).isEqualTo(new Grouping("Iron", metal.id(), "standard"));
        assertThat(bolt.costs().list()).hasSize(1);
        assertThat(bolt.sale().days()).isEqualTo(days);
        assertThat(bolt.form()).isEqualTo(new Form.Simple());
        assertThat(products.edit(EditProduct.of(bolt))).isEqualTo(bolt);
    }

    @Test
    void everything_that_is_wrong_with_a_product_is_said_at_once() {
        NewProduct bad = NewProduct.of("", "n".repeat(201))
                .unit("box")
                .otherUnit(UnitFactor.of("box", 2))
                .increment(Quantity.ZERO)
                .family(" ")
                .taxCategory("t".repeat(41))
                .category(new CategoryId(new UUID(9, 9)))
                .cost(new Cost(CostBasis.AVERAGE, UnitPrice.parse("THB 1")))
                .cost(new Cost(CostBasis.AVERAGE, UnitPrice.parse("THB 2")))
                .form(new Variant(nail.id(), Map.of("size", "S")));

        assertThat(refusal(() -> products.create(bad)))
                .containsExactly(
                        tuple("name", "plain-text"),
                        tuple("sku", "plain-text"),
                        tuple("family", "plain-text"),
                        tuple("taxCategory", "plain-text"),
                        tuple("otherUnits[0].unit", "unit-twice"),
                        tuple("increment", "increment-positive"),
                        tuple("costs[1]", "cost-twice"),
                        tuple("category", "not-found"),
                        tuple("form.parent", "not-a-model"));
        assertThat(products.bySku("")).isEmpty();
    }

    @Test
    void variants_of_a_model_are_found_in_the_order_of_their_values() {
        products.createAll(List.of(shirt("red", "M"), shirt("blue", "S"), shirt("blue", "M")));

        assertThat(products.variantsOf(shirt.id()))
                .extracting(Product::sku)
                .containsExactly("SHIRT-blue-M", "SHIRT-blue-S", "SHIRT-red-M");
        assertThat(products.variantsOf(shirt.id())).allMatch(v -> v.model().equals(Optional.of(shirt.id())));
        assertThat(products.history(shirt.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("product.created", "product.variants-changed");
    }

    @Test
    void many_variants_are_checked_in_two_queries() {
        storage.reads();

        products.createAll(
                IntStream.range(0, 600).mapToObj(i -> shirt("colour " + i, "M")).toList());

        assertThat(storage.reads()).containsExactly("findAll product", "page product");
        assertThat(products.variantsOf(shirt.id())).hasSize(600);
    }

    @Test
    void no_two_variants_of_a_model_have_the_same_values() {
        products.create(shirt("red", "M"));
        NewProduct again =
                NewProduct.of("OTHER", "Other").form(shirt(" red ", "M").form());

        assertThat(refusal(() -> products.create(again))).containsExactly(tuple("form.values", "variant-twice"));
        assertThat(refusal(() -> products.createAll(List.of(
                        shirt("blue", "S"),
                        shirt("blue", "L"),
                        NewProduct.of("B", "B").form(shirt("blue", "S").form())))))
                .containsExactly(tuple("[2].form.values", "variant-twice"));
    }

    @Test
    void of_two_who_add_the_same_variant_at_the_same_time_one_is_refused() {
        meanwhile.happens(() -> products.create(shirt("red", "M")));

        assertThat(refusal(() -> products.create(
                        NewProduct.of("OTHER", "Other").form(shirt("red", "M").form()))))
                .containsExactly(tuple("form.values", "variant-twice"));
        assertThat(products.variantsOf(shirt.id())).hasSize(1);
    }

    @Test
    void of_two_who_add_different_variants_at_the_same_time_both_do() {
        meanwhile.happens(() -> products.create(shirt("red", "M")));

        products.create(shirt("red", "L"));

        assertThat(products.variantsOf(shirt.id())).hasSize(2);
    }

    @Test
    void a_model_cannot_get_other_axes_while_somebody_adds_a_variant() {
        EditProduct wish = EditProduct.of(shirt).form(new Model(List.of("size")));
        meanwhile.happens(() -> products.create(shirt("red", "M")));

        assertThatThrownBy(() -> products.edit(wish)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void axes_are_free_until_there_is_a_variant_and_only_their_order_after() {
        Product wider = products.edit(EditProduct.of(shirt).form(new Model(List.of("size", "cut", "colour"))));
        Product back = products.edit(EditProduct.of(wider).form(shirt.form()));
        products.create(shirt("red", "M"));
        Product touched = products.get(back.id());

        assertThat(refusal(() -> products.edit(EditProduct.of(touched).form(new Model(List.of("size"))))))
                .containsExactly(tuple("form.axes", "model-axes"));
        assertThat(products.edit(EditProduct.of(touched).form(new Model(List.of("size", "colour"))))
                        .form())
                .isEqualTo(new Model(List.of("size", "colour")));
    }

    @Test
    void a_variant_names_a_model_that_is_for_sale_and_has_a_value_on_each_of_its_axes() {
        ProductId nobody = new ProductId(new UUID(9, 9));
        Variant small = new Variant(shirt.id(), Map.of("size", "S"));

        assertThat(refusal(() -> products.createAll(List.of(
                        NewProduct.of("A", " ").form(small),
                        NewProduct.of("B", "B").form(new Variant(nobody, Map.of("size", "S"))),
                        NewProduct.of("C", "C").form(new Variant(nail.id(), Map.of("size", "S")))))))
                .containsExactly(
                        tuple("[0].name", "plain-text"),
                        tuple("[0].form.values", "variant-axes"),
                        tuple("[1].form.parent", "not-found"),
                        tuple("[2].form.parent", "not-a-model"));
        products.archive(shirt.id());
        assertThat(refusal(() -> products.create(shirt("red", "M"))))
                .containsExactly(tuple("form.parent", "product-archived"));
    }

    @Test
    void a_variant_may_change_its_values_but_not_its_model() {
        Product red = products.create(shirt("red", "M"));
        Product blue = products.create(shirt("blue", "M"));
        Product coat = products.create(NewProduct.of("COAT", "Coat").form(new Model(List.of("colour", "size"))));

        assertThat(products.edit(EditProduct.of(red).form(shirt("green", "M").form()))
                        .form())
                .isEqualTo(shirt("green", "M").form());
        assertThat(refusal(() -> products.edit(
                        EditProduct.of(blue).form(shirt("green", "M").form()))))
                .containsExactly(tuple("form.values", "variant-twice"));
        assertThat(refusal(() -> products.edit(
                        EditProduct.of(blue).form(new Variant(coat.id(), Map.of("colour", "blue", "size", "M"))))))
                .containsExactly(tuple("form.parent", "variant-model"));
    }

    @Test
    void what_a_product_is_made_like_holds_for_life() {
        assertThat(refusal(() -> products.edit(EditProduct.of(nail)
                        .name("")
                        .unit("")
                        .form(Bundle.fixed(PricedOn.BOTH, Part.of(nail.id(), 1))))))
                .contains(tuple("name", "plain-text"), tuple("unit", "plain-text"), tuple("form", "form-kind"));
        assertThat(refusal(() -> products.edit(EditProduct.of(shirt).form(new Form.Simple()))))
                .containsExactly(tuple("form", "form-kind"));
    }

    @Test
    void a_bundle_is_made_of_things_that_are_sold_in_quantities_that_they_are_sold_in() {
        Product red = products.create(shirt("red", "M"));
        Product gone =
                products.archive(products.create(NewProduct.of("GONE", "Gone")).id());
        Bundle kit = Bundle.fixed(PricedOn.PARTS, Part.of(red.id(), 2), new Part(nail.id(), Quantity.parse("1.5")));
        Product set = products.create(NewProduct.of("SET", "Set").form(kit));
        Bundle bad = Bundle.fixed(
                        PricedOn.PARTS,
                        Part.of(set.id(), 1),
                        Part.of(shirt.id(), 1),
                        Part.of(new ProductId(new UUID(9, 9)), 1))
                .choice(Choice.oneOf("Extra", Part.of(gone.id(), 1), new Part(nail.id(), Quantity.parse("0.75"))));

        assertThat(products.get(set.id()).form()).isEqualTo(kit);
        assertThat(refusal(() -> products.create(NewProduct.of("BAD", "Bad").form(bad))))
                .containsExactly(
                        tuple("form.parts[0].product", "part-form"),
                        tuple("form.parts[1].product", "part-form"),
                        tuple("form.parts[2].product", "not-found"),
                        tuple("form.choices[0].options[0].product", "product-archived"),
                        tuple("form.choices[0].options[1].quantity", "quantity-increment"));
    }

    @Test
    void a_bundle_keeps_a_part_that_was_archived_since() {
        Product set =
                products.create(NewProduct.of("SET", "Set").form(Bundle.fixed(PricedOn.PARENT, Part.of(nail.id(), 1))));
        products.archive(nail.id());

        Product edited = products.edit(EditProduct.of(set).form(Bundle.fixed(PricedOn.BOTH, Part.of(nail.id(), 2))));

        assertThat(((Bundle) edited.form()).pricedOn()).isEqualTo(PricedOn.BOTH);
    }

    @Test
    void a_product_goes_only_where_a_category_is_in_use_and_stays_where_it_is() {
        Category metal = categories.create(NewCategory.of("Metal"));
        Product bolt = products.create(NewProduct.of("BOLT", "Bolts").category(metal.id()));
        categories.retire(metal.id());

        assertThat(products.edit(EditProduct.of(bolt).name("Bolt")).category()).isEqualTo(metal.id());
        assertThat(refusal(() -> products.edit(EditProduct.of(nail).category(metal.id()))))
                .containsExactly(tuple("category", "category-retired"));
        assertThat(refusal(() -> products.createAll(List.of(
                        NewProduct.of("A", "A"), NewProduct.of("B", "B").category(new CategoryId(new UUID(9, 9)))))))
                .containsExactly(tuple("[1].category", "not-found"));
    }

    @Test
    void history_tells_what_no_filter_asks_for() {
        Product edited = products.edit(EditProduct.of(nail)
                .otherUnits(List.of(UnitFactor.of("sack", 25)))
                .costs(List.of(new Cost(CostBasis.CURRENT, UnitPrice.parse("THB 12.5")))));

        HistoryEntry entry = products.history(edited.id()).get(1);
        assertThat(entry.changes().toString()).contains("1 sack = 25", "CURRENT: THB 12.50");
    }

    private NewProduct shirt(String colour, String size) {
        return NewProduct.of("SHIRT-" + colour + "-" + size, "Shirt, " + colour + ", " + size)
                .form(new Variant(shirt.id(), Map.of("colour", colour, "size", size)));
    }

    private static List<Tuple> refusal(ThrowingCallable call) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call);
        return refused.violations().stream().map(v -> tuple(v.path(), v.code())).toList();
    }
}
