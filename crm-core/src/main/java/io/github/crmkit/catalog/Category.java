package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for products in a tree, below another category or at the top. It is created active, may be renamed and moved,
 * retired and restored; it is never removed, since products go on naming it. A retired one takes in nothing new.
 *
 * <p>The tree has no circle and at most {@value CategoryTree#MAX_DEPTH} levels, also when several people move at once:
 * whoever puts a category somewhere also touches everything above that place, so one of two such changes is stale.
 *
 * @param name plain text of 1 to {@value #MAX_NAME} characters (UTF-16 units) without a slash, kept without the spaces
 *     around it; unique among those below the same category, compared exactly
 * @param parent the category it is below; absent at the top
 * @param active whether products may be put there
 */
public record Category(
        CategoryId id, Stamp stamp, String name, @Nullable CategoryId parent, boolean active) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 200;

    /** @throws io.github.crmkit.kernel.RuleViolationsException for a name or a parent that cannot be */
    public Category {
        Violations problems = new Violations();
        checkName(name, problems);
        problems.require(
                !id.equals(parent), "parent", CategoryTree.CIRCLE, "must not be the category itself or one below it");
        problems.throwIfAny("category");
        name = name.strip();
    }

    /** Notes what is wrong with a name, at {@code name}. */
    static void checkName(String name, Violations problems) {
        problems.plainText(name, MAX_NAME, "name");
        problems.require(
                name.indexOf(CategoryTree.SEPARATOR) < 0, "name", "category-slash", "must not contain a slash");
    }

    /** Called this and below that category, or at the top; nothing changes where it is so already. */
    Change<Category> edit(String newName, @Nullable CategoryId newParent) {
        Category edited = new Category(id, stamp, newName, newParent, active);
        List<CategoryEvent> events = new ArrayList<>();
        if (!edited.name.equals(name)) {
            events.add(new CategoryEvent.Renamed());
        }
        if (isMoving(newParent)) {
            events.add(new CategoryEvent.Moved());
        }
        return events.isEmpty() ? Change.none(this) : Change.of(this, edited, events.toArray(CategoryEvent[]::new));
    }

    /** Whether this is another place than the one it has. */
    boolean isMoving(@Nullable CategoryId newParent) {
        return newParent == null ? parent != null : !newParent.equals(parent);
    }

    /** The same category, after something below it came or went. */
    Change<Category> touched() {
        return Change.of(this, this, new CategoryEvent.BranchChanged());
    }

    /** Takes in nothing new from now on; a retired one stays as it is. */
    public Change<Category> retire() {
        return become(false, new CategoryEvent.Retired());
    }

    /** Takes in products again; an active one stays as it is. */
    public Change<Category> restore() {
        return become(true, new CategoryEvent.Restored());
    }

    private Change<Category> become(boolean next, CategoryEvent event) {
        return active == next ? Change.none(this) : Change.of(this, new Category(id, stamp, name, parent, next), event);
    }

    /** The category it is below, where it is not at the top. */
    public Optional<CategoryId> above() {
        return Optional.ofNullable(parent);
    }

    /** The same category with another stamp. */
    public Category withStamp(Stamp next) {
        return new Category(id, next, name, parent, active);
    }
}
