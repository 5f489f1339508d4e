/**
 * Lists of small values as the text of one column: {@code {"v":1,"of":[{...},{...}]}}.
 *
 * <p>For what is read with its row and never asked for by itself: the steps of a price, the stages of a pipeline, what a
 * change changed. A {@link JsonShape} writes one value and reads it back, part by part in the order in which it wrote them;
 * the text carries the version of the shape, and every version that was ever released is read. What was not asked for is
 * refused, so that nothing is lost in silence.
 */
@NullMarked
package io.github.crmkit.jdbc.json;

import org.jspecify.annotations.NullMarked;
