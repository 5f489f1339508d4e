/**
 * The one engine that adds a document up: lines, a document discount, tax. Deals, quotes and orders use it alike, so they
 * can never disagree by a cent.
 *
 * <p>The rounded line amount is the base of everything. A document discount is shared out to the lines before tax. Tax is
 * taken by a named {@link TotalsProfile}: per line, per group of equal category and rate, or per document; on net prices or
 * contained in gross ones, where the gross is kept to the cent. Whatever is rounded as a whole is handed down to the lines
 * by the one allocator, so the lines always sum to the total. Negative lines are legal and rounded symmetrically.
 *
 * <p>Leans on money and the kernel; knows no product, no customer and no country.
 */
@NullMarked
package io.github.crmkit.totals;

import org.jspecify.annotations.NullMarked;
