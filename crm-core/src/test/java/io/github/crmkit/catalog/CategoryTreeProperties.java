package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.CategoryService.EditCategory;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** However categories are moved about, they stay a tree. */
class CategoryTreeProperties {

    private static final int MANY = 14;

    /**
     * One wish.
     *
     * @param which the category to move
     * @param where the category to put it below; as many as there are for the top
     */
    record Move(int which, int where) {}

    @Property(tries = 1_000)
    void random_moves_leave_a_tree_and_do_what_a_plain_map_of_parents_does(
            @ForAll("moves") @Size(max = 25) List<Move> moves) {
        CategoryService service = new CategoryService(CatalogDesk.of(new MemoryStorage(), CatalogDesk.OURS));
        List<CategoryId> ids = chain(service);
        Map<CategoryId, CategoryId> parents = parents(service.tree());

        for (Move move : moves) {
            CategoryId which = ids.get(move.which());
            CategoryId where = move.where() == MANY ? null : ids.get(move.where());
            boolean fits = fits(parents, which, where);
            assertThat(moved(service, which, where)).isEqualTo(fits);
            if (fits && where == null) {
                parents.remove(which);
            } else if (fits) {
                parents.put(which, where);
            }
        }

        assertThat(parents(service.tree())).isEqualTo(parents);
    }

    @Property(tries = 2_000)
    void of_two_moves_at_the_same_time_what_is_left_is_a_tree(
            @ForAll("moves") @Size(max = 8) List<Move> before, @ForAll("moves") @Size(2) List<Move> racing) {
        MemoryStorage storage = new MemoryStorage();
        Meanwhile meanwhile = new Meanwhile(storage);
        CategoryService one = new CategoryService(CatalogDesk.of(meanwhile, CatalogDesk.OURS));
        CategoryService other = new CategoryService(CatalogDesk.of(storage, CatalogDesk.OURS));
        List<CategoryId> ids = chain(other);
        before.forEach(move -> move(other, ids, move));

        Map<CategoryId, CategoryId> unmoved = parents(other.tree());
        EditCategory wish = wish(other, ids, racing.get(0));
        meanwhile.happens(() -> move(other, ids, racing.get(1)));
        try {
            one.edit(wish);
        } catch (RuleViolationsException impossible) {
            assertThat(parents(other.tree())).isEqualTo(unmoved);
        } catch (StaleVersionException conflict) {
            assertThat(parents(other.tree())).as("the other one moved").isNotEqualTo(unmoved);
        }

        CategoryTree left = other.tree();
        assertThat(ids).allSatisfy(id -> assertThat(left.levelOf(id)).isBetween(1, CategoryTree.MAX_DEPTH));
    }

    private static boolean moved(CategoryService service, CategoryId which, @Nullable CategoryId where) {
        try {
            service.edit(EditCategory.of(service.get(which)).under(where));
            return true;
        } catch (RuleViolationsException impossible) {
            return false;
        }
    }

    private static void move(CategoryService service, List<CategoryId> ids, Move move) {
        moved(service, ids.get(move.which()), move.where() == MANY ? null : ids.get(move.where()));
    }

    private static EditCategory wish(CategoryService service, List<CategoryId> ids, Move move) {
        return EditCategory.of(service.get(ids.get(move.which())))
                .under(move.where() == MANY ? null : ids.get(move.where()));
    }

    private static boolean fits(Map<CategoryId, CategoryId> parents, CategoryId which, @Nullable CategoryId where) {
        List<CategoryId> up = path(parents, where);
        int height = 1;
        for (CategoryId id : parents.keySet()) {
            List<CategoryId> path = path(parents, id);
            height = Math.max(height, path.indexOf(which) + 1);
        }
        boolean stays = where == null ? !parents.containsKey(which) : where.equals(parents.get(which));
        return stays || (!up.contains(which) && up.size() + height <= CategoryTree.MAX_DEPTH);
    }

    private static List<CategoryId> path(Map<CategoryId, CategoryId> parents, @Nullable CategoryId from) {
        List<CategoryId> path = new ArrayList<>();
        for (CategoryId here = from; here != null; here = parents.get(here)) {
            path.add(here);
        }
        return path;
    }

    private static Map<CategoryId, CategoryId> parents(CategoryTree tree) {
        Map<CategoryId, CategoryId> parents = new HashMap<>();
        tree.categories().forEach(one -> one.above().ifPresent(parent -> parents.put(one.id(), parent)));
        return parents;
    }

    /** Two chains of seven, so that both circles and the greatest depth are near. */
    private static List<CategoryId> chain(CategoryService service) {
        List<CategoryId> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CategoryId above = i % (MANY / 2) == 0 ? null : ids.get(i - 1);
            ids.add(service.create(NewCategory.of("Category " + i).under(above)).id());
        }
        return ids;
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MANY - 1),
                        Arbitraries.integers().between(0, MANY))
                .as(Move::new)
                .list();
    }
}
