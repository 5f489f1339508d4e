package io.github.crmkit.catalog;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What products refer to: categories, models and parts, looked up once for all products that are saved together. Refuses what
 * only the store can tell, and keeps two writers from giving a model the same variant twice.
 */
final class ProductReferences {

    private static final String NOT_FOUND = "not-found";

    /**
     * A product as it is to be.
     *
     * @param path where it stands in what was asked, with a dot at the end unless empty
     * @param before the product as it is; absent for a new one
     */
    record Wanted(
            String path,
            @Nullable Grouping grouping,
            @Nullable Form form,
            @Nullable Product before) {

        @Nullable
        CategoryId newCategory() {
            CategoryId place = grouping == null ? null : grouping.category();
            return place == null || (before != null && place.equals(before.category())) ? null : place;
        }

        Form.@Nullable Variant newVariant() {
            return form instanceof Form.Variant variant && (before == null || !variant.equals(before.form()))
                    ? variant
                    : null;
        }

        Set<ProductId> products() {
            if (form instanceof Bundle bundle) {
                return bundle.products();
            }
            return form instanceof Form.Variant variant ? Set.of(variant.parent()) : Set.of();
        }

        /** Products that it names already may have been archived since. */
        boolean isNew(ProductId part) {
            return before == null
                    || !(before.form() instanceof Bundle was)
                    || !was.products().contains(part);
        }
    }

    private record Place(ProductId model, String values) {}

    private final Work work;
    private final List<Wanted> all;
    private final Map<CategoryId, Category> categories;
    private final Map<ProductId, Product> products;
    private final Map<Place, ProductId> variants = new HashMap<>();

    ProductReferences(Work work, List<Wanted> all) {
        this.work = work;
        this.all = all;
        Set<CategoryId> places = new LinkedHashSet<>();
        Set<ProductId> ids = new LinkedHashSet<>();
        all.forEach(one -> {
            CategoryId place = one.newCategory();
            if (place != null) {
                places.add(place);
            }
            ids.addAll(one.products());
        });
        this.categories = places.isEmpty()
                ? Map.of()
                : work.repository(Categories.TYPE).findAll(places).stream()
                        .collect(Collectors.toMap(Category::id, Function.identity()));
        this.products = ids.isEmpty()
                ? Map.of()
                : work.repository(Products.TYPE).findAll(ids).stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
        readVariants();
    }

    /** Whether there is anything to look up. */
    static boolean none(List<Wanted> all) {
        return all.stream()
                .allMatch(one -> one.newCategory() == null
                        && one.products().isEmpty()
                        && !(one.form() instanceof Form.Model && one.before() != null));
    }

    private void readVariants() {
        Set<ProductId> models = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        for (Wanted one : all) {
            Form.Variant variant = one.newVariant();
            if (variant != null && products.containsKey(variant.parent())) {
                models.add(variant.parent());
                values.add(variant.text());
            }
        }
        if (models.isEmpty()) {
            return;
        }
        // Of one model all variants are read where many are wanted: fewer rows than the longest list of texts.
        Criteria<Product> alike = values.size() <= Products.BATCH ? ProductFields.VARIANT.in(values) : Criteria.all();
        for (List<ProductId> some : chunks(List.copyOf(models))) {
            work.repository(Products.TYPE)
                    .each(
                            ProductFields.MODEL.in(some).and(alike),
                            Sort.byId(),
                            found -> variants.put(placeOf((Form.Variant) found.form()), found.id()));
        }
    }

    private static <T> List<List<T>> chunks(List<T> items) {
        return IntStream.rangeClosed(0, (items.size() - 1) / Products.BATCH)
                .mapToObj(i -> items.subList(i * Products.BATCH, Math.min(items.size(), (i + 1) * Products.BATCH)))
                .toList();
    }

    private static Place placeOf(Form.Variant variant) {
        return new Place(variant.parent(), variant.text());
    }

    /** Notes everything that is wrong with what they refer to. */
    void check(Violations problems) {
        Set<Place> taken = new HashSet<>();
        for (Wanted one : all) {
            checkCategory(one, problems);
            Form form = one.form();
            if (form instanceof Form.Variant variant) {
                checkVariant(one, variant, taken, problems);
            } else if (form instanceof Bundle bundle) {
                checkBundle(one, bundle, problems);
            } else if (form instanceof Form.Model model) {
                checkAxes(one, model, problems);
            }
        }
    }

    /**
     * Gives every model a new version whose variants change, so that of two people who change them one is stale. It is the
     * model as it was read before its variants were: read anew, it might be a version that knows of more of them.
     */
    void touchModels() {
        all.stream()
                .map(Wanted::newVariant)
                .filter(Objects::nonNull)
                .map(Form.Variant::parent)
                .distinct()
                // always in the same order, so that of two who change the same models none waits for the other's end
                .sorted(Comparator.comparing(ProductId::value))
                .map(products::get)
                .filter(Objects::nonNull)
                .forEach(model -> work.save(Products.TYPE, Action.UPDATE, model.variantsChanged()));
    }

    private void checkCategory(Wanted one, Violations problems) {
        CategoryId place = one.newCategory();
        if (place == null) {
            return;
        }
        Category category = categories.get(place);
        problems.require(category != null, one.path() + "category", NOT_FOUND, "must name a category");
        problems.require(
                category == null || category.active(),
                one.path() + "category",
                "category-retired",
                "must name a category that is in use");
    }

    private void checkVariant(Wanted one, Form.Variant variant, Set<Place> taken, Violations problems) {
        Product model = products.get(variant.parent());
        String path = one.path() + "form.parent";
        problems.require(model != null, path, NOT_FOUND, "must name a product of the catalog");
        if (model == null) {
            return;
        }
        if (!(model.form() instanceof Form.Model axes)) {
            problems.add(path, "not-a-model", "must name a model");
            return;
        }
        problems.require(model.isActive() || one.before() != null, path, "product-archived", "must still be for sale");
        problems.require(
                variant.values().keySet().equals(Set.copyOf(axes.axes())),
                one.path() + "form.values",
                "variant-axes",
                "must be one value for each axis of the model");
        if (one.newVariant() != null) {
            Place place = placeOf(variant);
            ProductId other = variants.get(place);
            boolean free = other == null
                    || (one.before() != null && other.equals(one.before().id()));
            problems.require(
                    taken.add(place) && free,
                    one.path() + "form.values",
                    "variant-twice",
                    "must differ from the other variants of the model");
        }
    }

    private void checkBundle(Wanted one, Bundle bundle, Violations problems) {
        String path = one.path() + "form.";
        checkParts(one, bundle.parts(), path + "parts", problems);
        for (int i = 0; i < bundle.choices().size(); i++) {
            checkParts(one, bundle.choices().get(i).options(), path + "choices[" + i + "].options", problems);
        }
    }

    private void checkParts(Wanted one, List<Bundle.Part> parts, String path, Violations problems) {
        for (int i = 0; i < parts.size(); i++) {
            Bundle.Part part = parts.get(i);
            String here = path + "[" + i + "]";
            Product product = products.get(part.product());
            problems.require(product != null, here + ".product", NOT_FOUND, "must name a product of the catalog");
            if (product == null) {
                continue;
            }
            Form.Kind kind = product.form().kind();
            problems.require(
                    kind == Form.Kind.SIMPLE || kind == Form.Kind.VARIANT,
                    here + ".product",
                    "part-form",
                    "must be neither a bundle nor a model");
            problems.require(
                    product.isActive() || !one.isNew(part.product()),
                    here + ".product",
                    "product-archived",
                    "must still be for sale");
            problems.require(
                    product.measures().allows(part.quantity()),
                    here + ".quantity",
                    "quantity-increment",
                    "must be a whole multiple of what the product is sold by");
        }
    }

    private void checkAxes(Wanted one, Form.Model model, Violations problems) {
        Product before = one.before();
        if (before == null || !(before.form() instanceof Form.Model was)) {
            return;
        }
        boolean same = Set.copyOf(was.axes()).equals(Set.copyOf(model.axes()));
        problems.require(
                same || Products.in(work).variantsOf(before.id()).isEmpty(),
                one.path() + "form.axes",
                "model-axes",
                "must stay what they are, since there are variants");
    }
}
