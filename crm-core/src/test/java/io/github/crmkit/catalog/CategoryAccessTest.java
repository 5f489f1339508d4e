package io.github.crmkit.catalog;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CategoryService.EditCategory;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who sees the tree, and who may change it. */
class CategoryAccessTest {

    private final TestOffice office = TestOffice.open();
    private final CategoryService categories = new CategoryService(office.deskOf(SOMCHAI));
    private final Category tiles = categories.create(NewCategory.of("Tiles"));
    private final Category tools = categories.create(NewCategory.of("Tools"));

    @Test
    void a_denied_write_leaves_nothing() {
        CategoryService reader =
                new CategoryService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(List.of(Categories.TYPE));
        List<ThrowingCallable> writes = List.of(
                () -> reader.create(NewCategory.of("Roof")),
                () -> reader.create(NewCategory.of("Floor").under(tiles.id())),
                () -> reader.edit(EditCategory.of(tiles).under(tools.id())),
                () -> reader.retire(tiles.id()));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(reader.get(tiles.id())).isEqualTo(tiles);
        assertThat(office.dump(List.of(Categories.TYPE))).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action_and_for_what_is_above() {
        AskedActions policy = new AskedActions();
        CategoryService asking = new CategoryService(office.under(policy).deskOf(SOMCHAI));

        asking.create(NewCategory.of("Roof"));
        assertThat(policy.taken()).containsExactly("create category");
        asking.create(NewCategory.of("Floor").under(tiles.id()));
        assertThat(policy.taken()).containsExactly("update category", "create category");
        asking.edit(EditCategory.of(tools).name("Tool"));
        assertThat(policy.taken()).containsExactly("update category");
        asking.retire(tools.id());
        assertThat(policy.taken()).containsExactly("update category");
    }

    @Test
    void a_hidden_category_is_not_found_by_any_door() {
        TestOffice blindOffice = office.under(new Hiding(Categories.TYPE));
        CategoryService blind = new CategoryService(blindOffice.deskOf(SOMCHAI));
        List<ThrowingCallable> doors = List.of(
                () -> blind.get(tiles.id()),
                () -> blind.history(tiles.id()),
                () -> blind.edit(EditCategory.of(tiles).name("Tile")),
                () -> blind.retire(tiles.id()),
                () -> blind.restore(tiles.id()));

        for (ThrowingCallable door : doors) {
            assertThatThrownBy(door).isInstanceOf(NotFoundException.class);
        }
        assertThat(blind.tree().categories()).isEmpty();
        assertThat(blind.find(Criteria.all(), Sort.byId(), PageRequest.first(5)))
                .isEmpty();
        assertThatThrownBy(() -> blind.create(NewCategory.of("Floor").under(tiles.id())))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> new ProductService(blindOffice.deskOf(SOMCHAI))
                        .create(NewProduct.of("A", "Anchor").category(tiles.id())))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("not-found");
    }
}
