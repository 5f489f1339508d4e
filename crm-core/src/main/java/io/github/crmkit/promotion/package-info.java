/**
 * Promotions: what is granted for a time, so many times, and to whoever shows a coupon.
 *
 * <p>A {@link Promotion} says on which days and how often it is granted, in all and to each account; a {@link Coupon} is a
 * code that opens one. What exactly is granted stands elsewhere, in the rules that name the promotion.
 *
 * <p>Each use is a {@link Redemption} that names what used it, a quote for example. The same thing redeems once, however
 * often it asks; a use can be given back. Uses are counted on the promotion and on the coupon themselves, whose versions
 * two writers cannot both advance, so that a limit is never exceeded; a use is no new edition, so that it is in nobody's way
 * who edits a promotion.
 *
 * <p>{@link PromotionStanding} tells whether a promotion is granted now, and why not. {@link PromotionService} is the door;
 * other features use promotions within their own unit of work through {@link PromotionUses}. Leans on party, query,
 * storage and access.
 */
@NullMarked
package io.github.crmkit.promotion;

import org.jspecify.annotations.NullMarked;
