/**
 * In which units a thing is counted, and how many of one unit make how many of another.
 *
 * <p>{@link Measures} holds the unit a product is counted in, the other units it may be ordered in, each with its
 * {@link UnitFactor}, and the smallest step of a quantity. A factor is a pair of quantities and not a decimal: 12 pieces are 1
 * dozen, and a third of a dozen is 4 pieces exactly. Nothing is rounded on the way: a conversion is exact or refused. A
 * price for one unit becomes a price for another by the same {@link Measures.Ratio}, which the caller rounds.
 *
 * <p>Units are plain words that a product gives a meaning to: a box of tiles and a box of screws have nothing in common.
 * Leans on the kernel and on money's quantities.
 */
@NullMarked
package io.github.crmkit.measure;

import org.jspecify.annotations.NullMarked;
