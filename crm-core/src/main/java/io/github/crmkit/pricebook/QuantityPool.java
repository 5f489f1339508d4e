package io.github.crmkit.pricebook;

/** Which quantities of a document are added up before a tier is looked for. */
public enum QuantityPool {
    /** None: each line stands for itself. */
    LINE,
    /** Those of all lines of the same product. */
    PRODUCT,
    /** Those of all variants of the same model; a product without a model stands for itself. */
    MODEL,
    /** Those of all products of the same category; a product without one stands for itself. */
    CATEGORY
}
