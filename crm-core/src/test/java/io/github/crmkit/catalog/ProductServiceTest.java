package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductServiceTest {

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final ProductService products = new ProductService(CatalogDesk.of(storage, CatalogDesk.OURS));
    private final ProductService others = new ProductService(CatalogDesk.of(storage, CatalogDesk.THEIRS));

    @Test
    void a_new_product_is_active_and_counted_in_pieces() {
        Product tile = products.create(NewProduct.of("TILE-60", "Floor tile 60 x 60")
                .family("Tiles")
                .taxCategory("standard")
                .description("Glazed.\nFrost-proof."));

        assertThat(products.get(tile.id())).isEqualTo(tile);
        assertThat(tile.unit()).isEqualTo("piece");
        assertThat(tile.status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(tile.stamp().version()).isEqualTo(1);
        assertThat(products.bySku(" TILE-60 ")).contains(tile);
        assertThat(products.bySku("tile-60")).isEmpty();
    }

    @Test
    void a_bad_product_is_refused_with_everything_that_is_wrong_and_nothing_is_stored() {
        NewProduct bad = NewProduct.of(" ", "n".repeat(201)).unit("").description("bad\u0000text");

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> products.create(bad));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("description", "plain-text"),
                        tuple("name", "plain-text"),
                        tuple("sku", "plain-text"),
                        tuple("unit", "plain-text"));
        assertThat(refused.getMessage()).doesNotContain("bad");
        assertThat(all()).isEmpty();
    }

    @Test
    void a_sku_is_unique_within_a_tenant_only() {
        products.create(NewProduct.of("TILE-60", "Floor tile"));

        assertThatThrownBy(() -> products.create(NewProduct.of(" TILE-60 ", "Another")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("sku"));
        assertThat(others.create(NewProduct.of("TILE-60", "Theirs")).sku()).isEqualTo("TILE-60");
        assertThat(all()).hasSize(1);
    }

    @Test
    void many_products_are_created_at_once_in_their_order() {
        List<Product> made = products.createAll(List.of(NewProduct.of("A", "Anchor"), NewProduct.of("B", "Bolt")));

        assertThat(made).extracting(Product::sku).containsExactly("A", "B");
        assertThat(all()).containsExactlyInAnyOrderElementsOf(made);
        assertThat(products.history(made.get(1).id()))
                .extracting(HistoryEntry::code)
                .containsExactly("product.created");
    }

    @Test
    void a_batch_says_where_each_mistake_is_and_stores_nothing() {
        List<NewProduct> batch = List.of(
                NewProduct.of("A", "Anchor"),
                NewProduct.of("B", ""),
                NewProduct.of(" A", "Again").unit(" "));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> products.createAll(batch));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("[1].name", "plain-text"),
                        tuple("[2].unit", "plain-text"),
                        tuple("[2].sku", "duplicate"));
        assertThat(all()).isEmpty();
    }

    @Test
    void a_batch_with_one_taken_sku_is_not_stored_at_all() {
        products.create(NewProduct.of("B", "Bolt"));

        assertThatThrownBy(() -> products.createAll(List.of(NewProduct.of("A", "Anchor"), NewProduct.of("B", "Bolt"))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(products.bySku("A")).isEmpty();
    }

    @Test
    void many_skus_are_looked_up_in_one_query() {
        products.createAll(IntStream.range(0, 300)
                .mapToObj(i -> NewProduct.of("SKU-" + i, "Product " + i))
                .toList());
        storage.reads();

        assertThat(products.bySkus(List.of("SKU-7", "nothing", " SKU-299 ", "SKU-7"))
                        .keySet())
                .containsExactly("SKU-7", "SKU-299");
        assertThat(storage.reads()).containsExactly("page product");
        assertThat(products.bySkus(List.of())).isEmpty();
        assertThat(storage.reads()).isEmpty();
        assertThatThrownBy(() -> products.bySkus(
                        IntStream.range(0, 1_001).mapToObj(i -> "S" + i).toList()))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void an_edit_of_an_older_version_is_stale_and_hands_over_the_current_one() {
        Product seen = products.create(NewProduct.of("TILE-60", "Floor tile"));
        Product current = products.edit(EditProduct.of(seen).name("Wall tile"));

        assertThatThrownBy(() -> products.edit(EditProduct.of(seen).name("Roof tile")))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        e -> assertThat(e.current()).contains(current));
        assertThat(products.edit(EditProduct.of(seen).name("Wall tile")))
                .as("what is asked for is there already")
                .isEqualTo(current);
    }

    @Test
    void an_edit_does_not_put_an_archived_product_back_on_sale() {
        Product archived =
                products.archive(products.create(NewProduct.of("A", "Anchor")).id());

        Product edited = products.edit(EditProduct.of(archived).name("Anchor bolt"));

        assertThat(edited.name()).isEqualTo("Anchor bolt");
        assertThat(edited.isActive()).isFalse();
    }

    @Test
    void history_tells_what_became_of_a_product() {
        Product tile = products.create(NewProduct.of("TILE-60", "Floor tile"));
        products.edit(EditProduct.of(tile).name("Wall tile"));
        products.archive(tile.id());
        products.archive(tile.id());
        Product restored = products.restore(tile.id());

        List<HistoryEntry> history = products.history(tile.id());
        assertThat(restored.stamp().version()).isEqualTo(4);
        assertThat(history)
                .extracting(HistoryEntry::code)
                .containsExactly("product.created", "product.edited", "product.archived", "product.restored");
        assertThat(history.get(1).change(ProductFields.NAME))
                .hasValueSatisfying(change -> assertThat(change.after()).isEqualTo("Wall tile"));
    }

    @Test
    void products_are_found_by_their_fields() {
        products.createAll(List.of(
                NewProduct.of("A", "Anchor").family("Metal"),
                NewProduct.of("B", "bolt").family("Metal"),
                NewProduct.of("C", "Cement")));

        assertThat(products.find(
                        ProductFields.FAMILY.equalTo("Metal"), ProductFields.NAME.desc(), PageRequest.first(10)))
                .extracting(Product::sku)
                .containsExactly("B", "A");
        assertThat(products.find(ProductFields.NAME.sameText("BOLT"), Sort.byId(), PageRequest.first(10)))
                .extracting(Product::sku)
                .containsExactly("B");
    }

    @Test
    void another_tenants_product_is_as_unknown_as_one_that_never_was() {
        Product theirs = others.create(NewProduct.of("X", "Theirs"));
        ProductId never = new ProductId(new UUID(3, 3));

        NotFoundException foreign = catchThrowableOfType(NotFoundException.class, () -> products.get(theirs.id()));
        NotFoundException unknown = catchThrowableOfType(NotFoundException.class, () -> products.get(never));

        assertThat(foreign.getMessage().replace(theirs.id().text(), "?"))
                .isEqualTo(unknown.getMessage().replace(never.text(), "?"));
        assertThatThrownBy(() -> products.archive(theirs.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> products.edit(EditProduct.of(theirs).name("Ours")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> products.history(theirs.id())).isInstanceOf(NotFoundException.class);
        assertThat(products.bySkus(List.of("X"))).isEmpty();
        assertThat(others.get(theirs.id()).isActive()).isTrue();
    }

    private List<Product> all() {
        return products.find(Criteria.all(), Sort.byId(), PageRequest.first(100))
                .items();
    }
}
