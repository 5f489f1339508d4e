package io.github.crmkit.catalog;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who sees the catalog, and who may change it. */
class ProductAccessTest {

    private final TestOffice office = TestOffice.open();
    private final ProductService products = new ProductService(office.deskOf(SOMCHAI));
    private final Product tile = products.create(NewProduct.of("TILE-60", "Floor tile"));

    @Test
    void a_denied_write_leaves_nothing() {
        ProductService reader = new ProductService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(List.of(Products.TYPE));
        List<ThrowingCallable> writes = List.of(
                () -> reader.create(NewProduct.of("A", "Anchor")),
                () -> reader.createAll(List.of(NewProduct.of("A", "Anchor"), NewProduct.of("B", "Bolt"))),
                () -> reader.edit(EditProduct.of(tile).name("Wall tile")),
                () -> reader.archive(tile.id()));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(reader.get(tile.id())).isEqualTo(tile);
        assertThat(office.dump(List.of(Products.TYPE))).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        ProductService asking = new ProductService(office.under(policy).deskOf(SOMCHAI));

        asking.create(NewProduct.of("A", "Anchor"));
        assertThat(policy.taken()).containsExactly("create product");
        asking.edit(EditProduct.of(tile).name("Wall tile"));
        assertThat(policy.taken()).containsExactly("update product");
        asking.archive(tile.id());
        assertThat(policy.taken()).containsExactly("update product");
    }

    @Test
    void a_hidden_product_is_not_found_by_any_door() {
        ProductService blind =
                new ProductService(office.under(new Hiding(Products.TYPE)).deskOf(SOMCHAI));
        List<ThrowingCallable> doors = List.of(
                () -> blind.get(tile.id()),
                () -> blind.history(tile.id()),
                () -> blind.edit(EditProduct.of(tile).name("Wall tile")),
                () -> blind.archive(tile.id()),
                () -> blind.restore(tile.id()));

        for (ThrowingCallable door : doors) {
            assertThatThrownBy(door).isInstanceOf(NotFoundException.class);
        }
        assertThat(blind.bySku("TILE-60")).isEmpty();
        assertThat(blind.bySkus(List.of("TILE-60"))).isEmpty();
        assertThat(blind.find(Criteria.all(), Sort.byId(), PageRequest.first(5)))
                .isEmpty();
        assertThat(products.get(tile.id())).isEqualTo(tile);
    }
}
