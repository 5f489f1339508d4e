package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of promotions, their coupons and their redemptions. */
public sealed interface PromotionEvent extends Event {

    /** A promotion was opened. */
    record Opened() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.opened";
        }
    }

    /** A promotion got another name, other days or other limits. */
    record Edited() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.edited";
        }
    }

    /** A promotion is granted again. */
    record Activated() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.activated";
        }
    }

    /** A promotion is granted no more. */
    record Deactivated() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.deactivated";
        }
    }

    /** A promotion was used once more; the redemption says by what. */
    record Used() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.used";
        }
    }

    /** A use of a promotion was given back. */
    record GivenBack() implements PromotionEvent {
        @Override
        public String code() {
            return "promotion.given-back";
        }
    }

    /** A coupon was issued. */
    record CouponIssued() implements PromotionEvent {
        @Override
        public String code() {
            return "coupon.issued";
        }
    }

    /** A coupon can be shown again. */
    record CouponActivated() implements PromotionEvent {
        @Override
        public String code() {
            return "coupon.activated";
        }
    }

    /** A coupon can be shown no more. */
    record CouponDeactivated() implements PromotionEvent {
        @Override
        public String code() {
            return "coupon.deactivated";
        }
    }

    /** A coupon was used once more. */
    record CouponUsed() implements PromotionEvent {
        @Override
        public String code() {
            return "coupon.used";
        }
    }

    /** A use of a coupon was given back. */
    record CouponGivenBack() implements PromotionEvent {
        @Override
        public String code() {
            return "coupon.given-back";
        }
    }

    /** A promotion was used by what the redemption names. */
    record Redeemed() implements PromotionEvent {
        @Override
        public String code() {
            return "redemption.redeemed";
        }
    }

    /** A use was given back. */
    record Released() implements PromotionEvent {
        @Override
        public String code() {
            return "redemption.released";
        }
    }
}
