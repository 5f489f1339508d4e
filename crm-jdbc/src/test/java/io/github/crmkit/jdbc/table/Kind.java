package io.github.crmkit.jdbc.table;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * Aggregates of one type: one in which nothing is absent, one in which everything is that may be, and extremes. Made anew
 * at each call, and equal each time.
 */
record Kind<T, I extends Id>(EntityType<T, I> type, List<T> aggregates) {

    /** Every kind of aggregate, in an order in which each finds what it refers to. */
    static List<Kind<?, ?>> all() {
        List<Kind<?, ?>> all = new ArrayList<>();
        all.addAll(PartySamples.all());
        all.addAll(CatalogSamples.all());
        all.addAll(PriceSamples.all());
        all.addAll(AgreementSamples.all());
        all.addAll(RuleSamples.all());
        all.addAll(DealSamples.all());
        all.addAll(QuoteSamples.all());
        return List.copyOf(all);
    }
}
