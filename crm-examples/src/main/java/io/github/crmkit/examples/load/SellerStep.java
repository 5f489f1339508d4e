package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.SellerRow;
import java.util.List;
import java.util.stream.Stream;

/** Sellers are users of the host, so there is nothing to store. */
final class SellerStep implements Step<SellerRow> {

    @Override
    public Source source() {
        return Source.SELLERS;
    }

    @Override
    public SellerRow read(CsvRow row) {
        return SellerRow.from(row);
    }

    @Override
    public Object key(SellerRow row) {
        return row.ref();
    }

    @Override
    public List<Outcome> store(CrmSession tx, List<SellerRow> rows) {
        return rows.stream().map(row -> Outcome.used()).toList();
    }

    @Override
    public Stream<String> unkept(SellerRow row) {
        return Step.present("email", row.email(), "manager", row.manager());
    }
}
