package io.github.crmkit.catalog;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the tree of categories, for one caller. Whoever puts a category somewhere must be allowed to change what is above. */
public final class CategoryService {

    /**
     * Asks for a new category; {@link Category} says what a name may be.
     *
     * @param parent what it is to be below; absent for the top
     */
    public record NewCategory(
            @NotNull String name, @Nullable CategoryId parent) implements Command {

        /** At the top. */
        public static NewCategory of(String name) {
            return new NewCategory(name, null);
        }

        /** Below this one, or at the top. */
        public NewCategory under(@Nullable CategoryId above) {
            return new NewCategory(name, above);
        }

        @Override
        public void check(Violations problems) {
            checkName(name, problems);
        }
    }

    /**
     * Asks for another name or another place: starts from the category as the caller saw it, and both are set.
     *
     * @param version the version the caller saw
     * @param parent what it is to be below; absent for the top
     */
    public record EditCategory(
            @NotNull CategoryId id,
            @Positive long version,
            @NotNull String name,
            @Nullable CategoryId parent) implements Command {

        /** Everything as it is. */
        public static EditCategory of(Category seen) {
            return new EditCategory(seen.id(), seen.stamp().version(), seen.name(), seen.parent());
        }

        /** With this name. */
        public EditCategory name(String text) {
            return new EditCategory(id, version, text, parent);
        }

        /** Below this one with everything below it, or at the top. */
        public EditCategory under(@Nullable CategoryId above) {
            return new EditCategory(id, version, name, above);
        }

        @Override
        public void check(Violations problems) {
            checkName(name, problems);
        }
    }

    private final Desk desk;

    public CategoryService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Puts a new category into the tree.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong: the name, and at
     *     {@code parent} {@code not-found}, {@code category-retired} or {@code category-depth}
     * @throws io.github.crmkit.storage.DuplicateKeyException where another one in that place has the name
     */
    public Category create(NewCategory command) {
        Violations given = desk.commandCheck().inspect(command);
        CategoryId parent = command.parent();
        if (parent == null) {
            given.throwIfAny("new category");
        }
        // Two people who add to one branch get in each other's way, though both may be right.
        return desk.runIdempotent(work -> {
            Violations problems = new Violations().addAll(given.list());
            CategoryTree tree = parent == null ? CategoryTree.of(List.of()) : Categories.tree(work);
            checkPlace(tree, parent, 1, problems);
            problems.throwIfAny("new category");
            save(work, touched(tree, parent));
            Category category =
                    new Category(new CategoryId(work.newId()), work.firstStamp(), command.name(), parent, true);
            return work.save(Categories.TYPE, Action.CREATE, Change.created(category, new CategoryEvent.Created()));
        });
    }

    /**
     * Gives a category another name or another place, with everything below it. Where it is so already, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong: the name, and at
     *     {@code parent} {@code not-found}, {@code category-retired}, {@code category-circle} or {@code category-depth}
     * @throws StaleVersionException where somebody else changed it, what it is put below, or anything above that
     * @throws io.github.crmkit.storage.DuplicateKeyException where another one in that place has the name
     */
    public Category edit(EditCategory command) {
        Violations given = desk.commandCheck().inspect(command);
        if (command.id() == null || command.name() == null) {
            given.throwIfAny("edit category");
        }
        return desk.run(work -> {
            Category category = work.get(Categories.TYPE, command.id());
            Violations problems = new Violations().addAll(given.list());
            boolean moving = category.isMoving(command.parent());
            CategoryTree tree = moving ? Categories.tree(work) : CategoryTree.of(List.of());
            if (moving) {
                checkMove(tree, category, command.parent(), problems);
            }
            problems.throwIfAny("edit category");
            Change<Category> change = category.edit(command.name(), command.parent());
            if (!change.isNone() && category.stamp().version() != command.version()) {
                throw new StaleVersionException(Categories.TYPE.refOf(category), command.version(), category);
            }
            List<Change<Category>> changes = touched(tree, moving ? command.parent() : null);
            changes.add(change);
            return save(work, changes).getOrDefault(category.id(), category);
        });
    }

    private static void checkMove(
            CategoryTree tree, Category category, @Nullable CategoryId parent, Violations problems) {
        boolean circle = parent != null && tree.isWithin(parent, category.id());
        problems.require(!circle, "parent", CategoryTree.CIRCLE, "must not be the category itself or one below it");
        if (!circle) {
            checkPlace(tree, parent, tree.heightOf(category.id()), problems);
        }
    }

    /** Notes why nothing of this height can be put below the parent. */
    private static void checkPlace(CategoryTree tree, @Nullable CategoryId parent, int height, Violations problems) {
        if (parent == null) {
            return;
        }
        Category above = tree.find(parent).orElse(null);
        problems.require(above != null, "parent", "not-found", "must name a category");
        problems.require(
                above == null || above.active(), "parent", "category-retired", "must name a category that is in use");
        problems.require(
                tree.levelOf(parent) + height <= CategoryTree.MAX_DEPTH,
                "parent",
                "category-depth",
                "must leave the tree at most " + CategoryTree.MAX_DEPTH + " levels deep");
    }

    /** New versions for all that is above a place: two changes that would make a circle have one of them in common. */
    private static List<Change<Category>> touched(CategoryTree tree, @Nullable CategoryId parent) {
        List<Change<Category>> changes = new ArrayList<>();
        if (parent != null) {
            tree.pathOf(parent)
                    .forEach(above -> changes.add(tree.find(above).orElseThrow().touched()));
        }
        return changes;
    }

    /** In the order of their ids, so that of two who change the same ones none waits for the other's end. */
    private static Map<CategoryId, Category> save(Work work, List<Change<Category>> changes) {
        Map<CategoryId, Category> saved = new HashMap<>();
        changes.stream()
                .sorted(Comparator.comparing(change -> change.state().id().value()))
                .forEach(change -> saved.put(change.state().id(), work.save(Categories.TYPE, Action.UPDATE, change)));
        return saved;
    }

    private static void checkName(@Nullable String name, Violations problems) {
        if (name != null) {
            Category.checkName(name, problems);
        }
    }

    /** Lets a category take in nothing new; the products in it and the categories below stay. */
    public Category retire(CategoryId id) {
        return decide(id, Category::retire);
    }

    /** Lets a category take in products again. */
    public Category restore(CategoryId id) {
        return decide(id, Category::restore);
    }

    private Category decide(CategoryId id, Function<Category, Change<Category>> decision) {
        return desk.run(
                work -> work.save(Categories.TYPE, Action.UPDATE, decision.apply(work.get(Categories.TYPE, id))));
    }

    /**
     * The category with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Category get(CategoryId id) {
        return desk.run(work -> work.get(Categories.TYPE, id));
    }

    /** The whole tree, as the caller sees it. */
    public CategoryTree tree() {
        return desk.run(Categories::tree);
    }

    /** One page of categories. */
    public Page<Category> find(Criteria<Category> where, Sort<Category> sort, PageRequest request) {
        return desk.run(work -> work.page(Categories.TYPE, where, sort, request));
    }

    /** What was done to a category, oldest first. */
    public List<HistoryEntry> history(CategoryId id) {
        return desk.run(work -> work.historyOf(Categories.TYPE.refOf(work.get(Categories.TYPE, id))));
    }
}
