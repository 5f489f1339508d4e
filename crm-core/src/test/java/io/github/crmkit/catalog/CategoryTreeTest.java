package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    private static final Category TILES = category(1, "Tiles", null);
    private static final Category FLOOR = category(2, "Floor", TILES.id());
    private static final Category OUTDOOR = category(3, "Outdoor", FLOOR.id());

    @Test
    void a_path_goes_from_the_nearest_to_the_top_whatever_order_they_come_in() {
        CategoryTree tree = CategoryTree.of(List.of(OUTDOOR, FLOOR, TILES));

        assertThat(tree.pathOf(OUTDOOR.id())).containsExactly(OUTDOOR.id(), FLOOR.id(), TILES.id());
        assertThat(tree.path(OUTDOOR.id())).isEqualTo("Tiles/Floor/Outdoor");
        assertThat(tree.isWithin(OUTDOOR.id(), TILES.id())).isTrue();
        assertThat(tree.isWithin(TILES.id(), TILES.id())).isTrue();
        assertThat(tree.isWithin(TILES.id(), OUTDOOR.id())).isFalse();
        assertThat(tree.heightOf(TILES.id())).isEqualTo(3);
        assertThat(tree.heightOf(OUTDOOR.id())).isEqualTo(1);
        assertThat(tree.categories()).containsExactly(TILES, FLOOR, OUTDOOR);
    }

    @Test
    void a_category_that_is_not_in_the_tree_has_no_place() {
        CategoryTree tree = CategoryTree.of(List.of());

        assertThat(tree.pathOf(TILES.id())).isEmpty();
        assertThat(tree.path(TILES.id())).isEmpty();
        assertThat(tree.branch(TILES.id())).isEmpty();
        assertThat(tree.levelOf(TILES.id())).isZero();
        assertThat(tree.heightOf(TILES.id())).isZero();
        assertThat(tree.find(TILES.id())).isEmpty();
        assertThat(tree.at("Tiles")).isEmpty();
    }

    @Test
    void below_a_hidden_parent_a_category_stands_at_the_top() {
        CategoryTree tree = CategoryTree.of(List.of(OUTDOOR, TILES));

        assertThat(tree.pathOf(OUTDOOR.id())).containsExactly(OUTDOOR.id());
        assertThat(tree.top()).containsExactly(OUTDOOR, TILES);
    }

    @Test
    void categories_in_a_circle_are_no_tree() {
        Category one = category(7, "One", new CategoryId(new UUID(5, 8)));
        Category other = category(8, "Other", one.id());

        assertThatThrownBy(() -> CategoryTree.of(List.of(one, other, TILES)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("category-circle");
        assertThatThrownBy(() -> category(9, "Itself", new CategoryId(new UUID(5, 9))))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("category-circle");
    }

    private static Category category(int number, String name, @Nullable CategoryId parent) {
        return new Category(new CategoryId(new UUID(5, number)), STAMP, name, parent, true);
    }
}
