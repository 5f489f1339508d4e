package io.github.crmkit.catalog;

import io.github.crmkit.lifecycle.Lifecycle;

/** Whether a product is for sale. */
public enum ProductStatus {
    /** For sale: it can go on new quotes. */
    ACTIVE,
    /** No longer for sale: it stays where it is, and gets no price for anything new. */
    ARCHIVED;

    /** Which status may follow which: back and forth. */
    public static final Lifecycle<ProductStatus> LIFECYCLE = Lifecycle.of(ProductStatus.class)
            .start(ACTIVE)
            .allow(ACTIVE, ARCHIVED)
            .allow(ARCHIVED, ACTIVE)
            .build();
}
