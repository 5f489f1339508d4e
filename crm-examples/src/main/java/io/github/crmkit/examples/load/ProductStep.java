package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.ProductRow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Products, known by their sku. */
final class ProductStep implements KeyedStep<ProductRow, Product> {

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
    public Map<String, Product> stored(CrmSession tx, Set<String> keys) {
        return tx.products().bySkus(keys);
    }

    @Override
    public boolean agrees(ProductRow row, Product stored) {
        return row.name().equals(stored.name())
                && Step.agree(row.category(), stored.category())
                && Step.agree(row.unit(), stored.unit());
    }

    @Override
    public void create(CrmSession tx, List<ProductRow> rows) {
        tx.products().createAll(rows.stream().map(ProductStep::command).toList());
    }

    private static NewProduct command(ProductRow row) {
        String unit = row.unit();
        return NewProduct.of(row.sku(), row.name()).category(row.category()).unit(unit == null ? Product.PIECE : unit);
    }
}
