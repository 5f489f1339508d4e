package io.github.crmkit.price;

import io.github.crmkit.catalog.ProductId;

/** What asking for a price gives where nobody asks why: a {@link NetPrice}, or {@link NoPrice} with its reason alone. */
public sealed interface NetResult permits NetPrice, NoPrice {

    /** What was to be priced. */
    ProductId product();
}
