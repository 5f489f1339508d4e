package io.github.crmkit.catalog;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The categories of a tenant as they hang together at one time. Immutable and safe under threads. A category whose parent is
 * not among them, since the reader may not see it, stands at the top.
 */
public final class CategoryTree {

    /** The most levels, inclusive: a category at the top is on level 1. */
    public static final int MAX_DEPTH = 10;

    /** Stands between the names of a path. */
    public static final char SEPARATOR = '/';

    /** The code of the refusal of a category below itself. */
    static final String CIRCLE = "category-circle";

    private final Map<CategoryId, Category> all;
    private final Map<CategoryId, List<CategoryId>> paths = new HashMap<>();
    private final Map<CategoryId, List<Category>> below = new HashMap<>();
    private final List<Category> top = new ArrayList<>();
    private final Map<String, Category> byPath = new LinkedHashMap<>();

    private CategoryTree(Collection<Category> categories) {
        this.all = categories.stream()
                .sorted(Comparator.comparing(Category::name).thenComparing(Category::id, CategoryTree::compare))
                .collect(Collectors.toMap(Category::id, c -> c, (first, second) -> first, LinkedHashMap::new));
        for (Category category : all.values()) {
            paths.put(category.id(), climb(category));
            Category parent = parentOf(category);
            (parent == null ? top : below.computeIfAbsent(parent.id(), id -> new ArrayList<>())).add(category);
        }
        all.values().forEach(category -> byPath.putIfAbsent(path(category.id()), category));
    }

    /**
     * The tree of these categories.
     *
     * @throws RuleViolationsException {@code category-circle} where one is below itself
     */
    public static CategoryTree of(Collection<Category> categories) {
        return new CategoryTree(categories);
    }

    private static int compare(CategoryId one, CategoryId other) {
        return one.value().compareTo(other.value());
    }

    private List<CategoryId> climb(Category from) {
        List<CategoryId> path = new ArrayList<>();
        for (Category here = from; here != null; here = parentOf(here)) {
            if (path.size() == all.size()) {
                throw new RuleViolationsException(
                        "categories",
                        new Violations()
                                .add("", CIRCLE, "must not be below itself")
                                .list());
            }
            path.add(here.id());
        }
        return List.copyOf(path);
    }

    private @Nullable Category parentOf(Category category) {
        CategoryId parent = category.parent();
        return parent == null ? null : all.get(parent);
    }

    /** The category of this id, where there is one. */
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** It and everything it is below, nearest first; empty for one that is not in the tree. */
    public List<CategoryId> pathOf(CategoryId id) {
        return paths.getOrDefault(id, List.of());
    }

    /** The names from the top down to it, for example {@code Tiles/Floor}; empty for one that is not in the tree. */
    public String path(CategoryId id) {
        List<CategoryId> up = new ArrayList<>(pathOf(id));
        Collections.reverse(up);
        return up.stream()
                .map(one -> all.get(one))
                .map(Category::name)
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /** The category at this path of names, as {@link #path} tells it. */
    public Optional<Category> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether a category is this one or somewhere below it. */
    public boolean isWithin(CategoryId id, CategoryId branch) {
        return pathOf(id).contains(branch);
    }

    /** On which level it is, from 1 at the top; 0 for one that is not in the tree. */
    public int levelOf(CategoryId id) {
        return pathOf(id).size();
    }

    /** Those right below it, by name. */
    public List<Category> below(CategoryId id) {
        return List.copyOf(below.getOrDefault(id, List.of()));
    }

    /** Those at the top, by name. */
    public List<Category> top() {
        return List.copyOf(top);
    }

    /** It and everything below it, each before those below it; empty for one that is not in the tree. */
    public List<CategoryId> branch(CategoryId id) {
        List<CategoryId> found = new ArrayList<>();
        if (all.containsKey(id)) {
            found.add(id);
            below(id).forEach(child -> found.addAll(branch(child.id())));
        }
        return found;
    }

    /** How many levels it takes with everything below it: 1 for one with nothing below. */
    public int heightOf(CategoryId id) {
        int level = levelOf(id);
        return branch(id).stream().mapToInt(this::levelOf).max().orElse(0) - level + (level == 0 ? 0 : 1);
    }

    /** All of them, each before those below it, by name. */
    public List<Category> categories() {
        return top.stream()
                .flatMap(one -> branch(one.id()).stream())
                .map(all::get)
                .toList();
    }

    /** The paths of all of them, a line each. */
    @Override
    public String toString() {
        return categories().stream().map(c -> path(c.id())).collect(Collectors.joining("\n"));
    }
}
