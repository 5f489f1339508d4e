/**
 * What is sold: products and services, each with a stock keeping unit that names it once within a tenant, in a tree of
 * categories.
 *
 * <p>A {@link Product} has no price; price books give it one. It is created active, may be edited, is archived rather than
 * removed, and can be restored. Its sku never changes, because other systems know it by that, and neither does what it is
 * made like, its {@link Form}: a thing by itself, a model, a variant of a model, or a {@link Bundle} of other things. A
 * model is not sold itself; a bundle is expanded in one step, since no part is a bundle. What a product is counted in, what it
 * costs us and on which days it is sold stand with it.
 *
 * <p>A {@link Category} is below another one or at the top; {@link CategoryTree} shows how all hang together. The tree has no
 * circle, a model no two variants alike, also when several people write at once: whoever changes what hangs below something
 * gives that a new version too.
 *
 * <p>An archived product stays on the quotes that have it and gets no price for new ones. {@link ProductService} and
 * {@link CategoryService} are the doors; {@link Products} answers by sku, one or many in one query. Leans on kernel, money,
 * measure, time, query, lifecycle, storage and access.
 */
@NullMarked
package io.github.crmkit.catalog;

import org.jspecify.annotations.NullMarked;
