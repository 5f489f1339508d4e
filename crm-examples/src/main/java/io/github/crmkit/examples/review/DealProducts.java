package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.opportunity.Opportunity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which product a deal is about: what the folder says, by the name that the product has in the CRM. */
final class DealProducts {

    private final Map<String, String> byReference = new HashMap<>();

    DealProducts(CrmSession session, LoadedFolder folder) {
        Set<String> skus = folder.deals().stream()
                .map(DealRow::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Product> products = session.products().bySkus(skus);
        for (DealRow row : folder.deals()) {
            Product product = row.sku() == null ? null : products.get(row.sku());
            if (product != null) {
                byReference.put(row.ref(), product.name());
            }
        }
    }

    /** The name of the product, or that there is none. */
    String nameOf(Opportunity deal) {
        return deal.externalReference().map(byReference::get).orElse(SalesCube.NO_PRODUCT);
    }
}
