package io.github.crmkit.promotion;

import io.github.crmkit.kernel.CrmException;

/** A promotion is not granted: it is over, used up, asks for a coupon … Nothing was written. */
public final class PromotionNotGrantedException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient PromotionId promotion;
    private final PromotionStanding standing;

    PromotionNotGrantedException(PromotionId promotion, PromotionStanding standing) {
        super("promotion " + promotion.text() + ": " + standing.words());
        this.promotion = promotion;
        this.standing = standing;
    }

    /** The promotion. */
    public PromotionId promotion() {
        return promotion;
    }

    /** Why it is not granted. */
    public PromotionStanding standing() {
        return standing;
    }

    @Override
    public String code() {
        return "promotion-not-granted";
    }
}
