package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.ProductRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products, known by their sku. A category is a path of names with slashes between them; what is missing of it is made.
 */
final class ProductStep implements KeyedStep<ProductRow, ProductStep.Placed> {

    /** A product, and the path of its category. */
    record Placed(Product product, @Nullable String path) {}

    @Override
    public Source source() {
        return Source.PRODUCTS;
    }

    @Override
    public ProductRow read(CsvRow row) {
        return ProductRow.from(row);
    }

    @Override
    public String key(ProductRow row) {
        return row.sku();
    }

    @Override
    public Map<String, Placed> stored(CrmSession tx, Set<String> keys) {
        CategoryTree tree = tx.categories().tree();
        Map<String, Placed> stored = new HashMap<>();
        tx.products().bySkus(keys).forEach((sku, product) -> {
            CategoryId place = product.category();
            stored.put(sku, new Placed(product, place == null ? null : tree.path(place)));
        });
        return stored;
    }

    @Override
    public boolean agrees(ProductRow row, Placed stored) {
        return row.name().equals(stored.product().name())
                && Step.agree(path(row), stored.path())
                && Step.agree(row.unit(), stored.product().unit());
    }

    @Override
    public void create(CrmSession tx, List<ProductRow> rows) {
        Map<String, CategoryId> places = places(
                tx,
                rows.stream().map(ProductStep::path).filter(Objects::nonNull).toList());
        tx.products().createAll(rows.stream().map(row -> command(row, places)).toList());
    }

    private static Map<String, CategoryId> places(CrmSession tx, List<String> paths) {
        Map<String, CategoryId> places = new TreeMap<>();
        if (!paths.isEmpty()) {
            CategoryTree tree = tx.categories().tree();
            tree.categories().forEach(one -> places.put(tree.path(one.id()), one.id()));
        }
        paths.forEach(path -> place(tx, path, places));
        return places;
    }

    private static CategoryId place(CrmSession tx, String path, Map<String, CategoryId> places) {
        CategoryId there = places.get(path);
        if (there != null) {
            return there;
        }
        int slash = path.lastIndexOf(CategoryTree.SEPARATOR);
        CategoryId above = slash < 0 ? null : place(tx, path.substring(0, slash), places);
        Category made =
                tx.categories().create(NewCategory.of(path.substring(slash + 1)).under(above));
        places.put(path, made.id());
        return made.id();
    }

    /** The names of the path without the spaces around them and without empty ones; absent where none is left. */
    private static @Nullable String path(ProductRow row) {
        String category = row.category();
        if (category == null) {
            return null;
        }
        List<String> names = Stream.of(category.split(String.valueOf(CategoryTree.SEPARATOR)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? null : String.join(String.valueOf(CategoryTree.SEPARATOR), names);
    }

    private static NewProduct command(ProductRow row, Map<String, CategoryId> places) {
        String unit = row.unit();
        String path = path(row);
        return NewProduct.of(row.sku(), row.name())
                .category(path == null ? null : places.get(path))
                .unit(unit == null ? Product.PIECE : unit);
    }
}
