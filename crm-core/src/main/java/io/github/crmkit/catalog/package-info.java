/**
 * What is sold: products, each with a stock keeping unit that names it once within a tenant.
 *
 * <p>A {@link Product} has no price; price books give it one. It is created active, may be edited, is archived rather than
 * removed, and can be restored. Its sku never changes, because other systems know it by that. What it is counted in (the
 * unit, "piece" where nobody says otherwise) and how it is taxed (a category, not a rate) are plain texts of the tenant's.
 *
 * <p>An archived product stays on the quotes that have it and gets no price for new ones. {@link ProductService} is the
 * door; {@link Products} answers by sku, one or many in one query. Leans on kernel, query, lifecycle, storage and access.
 */
@NullMarked
package io.github.crmkit.catalog;

import org.jspecify.annotations.NullMarked;
