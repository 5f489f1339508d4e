package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.CategoryService.EditCategory;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryServiceTest {

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Meanwhile meanwhile = new Meanwhile(storage);
    private final CategoryService categories = new CategoryService(CatalogDesk.of(meanwhile, CatalogDesk.OURS));
    private final CategoryService others = new CategoryService(CatalogDesk.of(storage, CatalogDesk.THEIRS));

    private final Category tiles = create("Tiles", null);
    private final Category floor = create("Floor", tiles);
    private final Category wall = create("Wall", tiles);
    private final Category tools = create("Tools", null);

    @Test
    void categories_hang_together_as_a_tree() {
        CategoryTree tree = categories.tree();

        assertThat(tree.pathOf(floor.id())).containsExactly(floor.id(), tiles.id());
        assertThat(tree.path(floor.id())).isEqualTo("Tiles/Floor");
        assertThat(tree.toString()).isEqualTo("Tiles\nTiles/Floor\nTiles/Wall\nTools");
        assertThat(tree.at("Tiles/Wall")).map(Category::id).contains(wall.id());
        assertThat(tree.branch(tiles.id())).containsExactly(tiles.id(), floor.id(), wall.id());
        assertThat(tree.top()).extracting(Category::name).containsExactly("Tiles", "Tools");
    }

    @Test
    void the_tree_is_read_in_one_query() {
        storage.reads();

        categories.tree();

        assertThat(storage.reads()).containsExactly("page category");
    }

    @Test
    void names_are_unique_below_one_parent_and_at_the_top() {
        assertThat(create("Floor", tools).name()).isEqualTo("Floor");
        assertThat(create("tiles", null).name()).isEqualTo("tiles");
        assertThatThrownBy(() -> create(" Floor ", tiles)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> create("Tools", null))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("name"));
        assertThat(others.create(NewCategory.of("Tools")).name()).isEqualTo("Tools");
    }

    @Test
    void everything_that_is_wrong_with_a_new_category_is_said_at_once() {
        NewCategory bad = NewCategory.of("a/b\u0000").under(new CategoryId(new UUID(9, 9)));

        assertThat(refusal(() -> categories.create(bad)))
                .containsExactly(
                        tuple("name", "plain-text"), tuple("name", "category-slash"), tuple("parent", "not-found"));
        assertThat(refusal(() -> categories.create(NewCategory.of("n".repeat(201)))))
                .containsExactly(tuple("name", "plain-text"));
    }

    @Test
    void a_retired_category_takes_in_nothing_until_it_is_restored() {
        Category retired = categories.retire(tools.id());

        assertThat(retired.active()).isFalse();
        assertThat(categories.retire(tools.id())).isEqualTo(retired);
        assertThat(refusal(() -> create("Saws", tools))).containsExactly(tuple("parent", "category-retired"));
        assertThat(refusal(() -> move(floor, tools))).containsExactly(tuple("parent", "category-retired"));
        categories.restore(tools.id());
        assertThat(create("Saws", tools).above()).contains(tools.id());
    }

    @Test
    void a_category_moves_with_everything_below_it() {
        Category moved = move(tiles, tools);

        assertThat(moved.parent()).isEqualTo(tools.id());
        assertThat(categories.tree().path(wall.id())).isEqualTo("Tools/Tiles/Wall");
        assertThat(move(categories.get(wall.id()), null).above()).isEmpty();
        assertThat(categories.tree().path(wall.id())).isEqualTo("Wall");
    }

    @Test
    void a_category_cannot_move_below_itself() {
        assertThat(refusal(() -> move(tiles, tiles))).containsExactly(tuple("parent", "category-circle"));
        assertThat(refusal(() -> move(tiles, wall))).containsExactly(tuple("parent", "category-circle"));
        assertThat(refusal(() -> categories.edit(
                        EditCategory.of(categories.get(tiles.id())).name("x/y").under(floor.id()))))
                .containsExactly(tuple("name", "category-slash"), tuple("parent", "category-circle"));
    }

    @Test
    void a_tree_has_ten_levels_at_most() {
        Category deepest = floor;
        for (int level = 3; level <= CategoryTree.MAX_DEPTH; level++) {
            deepest = create("Level " + level, deepest);
        }
        Category last = deepest;

        assertThat(categories.tree().levelOf(last.id())).isEqualTo(10);
        assertThat(refusal(() -> create("Too deep", last))).containsExactly(tuple("parent", "category-depth"));
        assertThat(refusal(() -> move(tiles, tools))).containsExactly(tuple("parent", "category-depth"));
        assertThat(categories.tree().heightOf(tiles.id())).isEqualTo(10);
    }

    @Test
    void an_edit_that_changes_nothing_writes_nothing() {
        storage.writes();
        assertThat(categories.edit(EditCategory.of(floor).name(" Floor "))).isEqualTo(floor);
        assertThat(storage.writes()).isEmpty();
    }

    @Test
    void an_edit_of_an_older_version_is_stale() {
        categories.edit(EditCategory.of(floor).name("Floors"));

        assertThatThrownBy(() -> categories.edit(EditCategory.of(floor).name("Ground")))
                .isInstanceOf(StaleVersionException.class);
        assertThat(categories.edit(EditCategory.of(floor).name("Floors")).name())
                .isEqualTo("Floors");
    }

    @Test
    void of_two_moves_that_would_close_a_circle_the_later_one_is_stale() {
        Category saws = create("Saws", tools);
        EditCategory wish = EditCategory.of(categories.get(tiles.id())).under(saws.id());
        meanwhile.happens(() -> move(tools, floor));

        assertThatThrownBy(() -> categories.edit(wish)).isInstanceOf(StaleVersionException.class);

        assertThat(categories.tree().path(saws.id())).isEqualTo("Tiles/Floor/Tools/Saws");
    }

    @Test
    void of_two_who_deepen_a_branch_at_both_ends_the_later_one_is_stale() {
        Category deepest = floor;
        for (int level = 3; level < CategoryTree.MAX_DEPTH; level++) {
            deepest = create("Level " + level, deepest);
        }
        Category last = deepest;
        EditCategory wish = EditCategory.of(categories.get(tiles.id())).under(tools.id());
        meanwhile.happens(() -> create("Level 10", last));

        assertThatThrownBy(() -> categories.edit(wish)).isInstanceOf(StaleVersionException.class);
        assertThat(categories.tree().heightOf(tiles.id())).isEqualTo(10);
    }

    @Test
    void two_who_add_to_one_branch_both_do() {
        meanwhile.happens(() -> create("Roof", tiles));

        assertThat(create("Pool", tiles).above()).contains(tiles.id());
        assertThat(categories.tree().below(tiles.id()))
                .extracting(Category::name)
                .containsExactly("Floor", "Pool", "Roof", "Wall");
    }

    @Test
    void history_tells_what_became_of_a_category_and_of_its_branch() {
        categories.edit(EditCategory.of(wall).name("Walls").under(tools.id()));
        categories.retire(wall.id());
        categories.restore(wall.id());

        assertThat(categories.history(wall.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "category.created",
                        "category.renamed",
                        "category.moved",
                        "category.retired",
                        "category.restored");
        assertThat(categories.history(tools.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("category.created", "category.branch-changed");
    }

    @Test
    void categories_are_found_by_their_fields() {
        assertThat(categories.find(
                        CategoryFields.PARENT.equalTo(tiles.id()), CategoryFields.NAME.desc(), PageRequest.first(5)))
                .extracting(Category::name)
                .containsExactly("Wall", "Floor");
    }

    @Test
    void another_tenants_category_is_unknown() {
        Category theirs = others.create(NewCategory.of("Theirs"));

        assertThatThrownBy(() -> categories.get(theirs.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> categories.edit(EditCategory.of(theirs).name("Ours")))
                .isInstanceOf(NotFoundException.class);
        assertThat(refusal(() -> create("Below theirs", theirs))).containsExactly(tuple("parent", "not-found"));
    }

    private Category create(String name, @Nullable Category parent) {
        return categories.create(NewCategory.of(name).under(parent == null ? null : parent.id()));
    }

    private Category move(Category seen, @Nullable Category parent) {
        return categories.edit(EditCategory.of(categories.get(seen.id())).under(parent == null ? null : parent.id()));
    }

    private static List<Tuple> refusal(ThrowingCallable call) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call);
        return refused.violations().stream().map(v -> tuple(v.path(), v.code())).toList();
    }
}
