package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.LineRow;
import io.github.crmkit.opportunity.Opportunity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be quoted for deals: there is nothing to store until a quote is drafted. */
final class LineStep implements Step<LineRow> {

    private final Lookup<Opportunity> deals = new Lookup<>(DealStep::find);
    private final Lookup<Product> products;

    LineStep(Lookup<Product> products) {
        this.products = products;
    }

    @Override
    public Source source() {
        return Source.LINES;
    }

    @Override
    public LineRow read(CsvRow row) {
        return LineRow.from(row);
    }

    @Override
    public Object key(LineRow row) {
        return row;
    }

    @Override
    public List<Outcome> store(CrmSession tx, List<LineRow> rows) {
        deals.fetch(tx, rows, LineRow::dealRef);
        products.fetch(tx, rows, LineRow::sku);
        return rows.stream().map(this::check).toList();
    }

    private Outcome check(LineRow row) {
        String problems = Stream.concat(
                        Step.unknown("deal_ref", row.dealRef(), deals.get(row.dealRef()), Source.DEALS),
                        Step.unknown("sku", row.sku(), products.get(row.sku()), Source.PRODUCTS))
                .collect(Collectors.joining("; "));
        return problems.isEmpty() ? Outcome.used() : Outcome.refused(problems);
    }
}
