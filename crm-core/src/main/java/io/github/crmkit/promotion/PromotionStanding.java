package io.github.crmkit.promotion;

import java.util.Locale;

/** Whether a promotion is granted to somebody on some day, and why not: the first reason in this order. */
public enum PromotionStanding {
    /** It is granted. */
    GRANTED("the promotion is granted"),
    /** It does not exist, or the caller does not see it. */
    UNKNOWN("the promotion is not known"),
    INACTIVE("the promotion is switched off"),
    NOT_YET_VALID("the promotion has not begun"),
    EXPIRED("the promotion is over"),
    NEEDS_COUPON("the promotion asks for a coupon"),
    /** No coupon of this promotion has that code. */
    COUPON_UNKNOWN("the coupon is not known"),
    COUPON_INACTIVE("the coupon is switched off"),
    COUPON_NOT_YET_VALID("the coupon is not yet valid"),
    COUPON_EXPIRED("the coupon is no longer valid"),
    COUPON_USED_UP("the coupon is used up"),
    USED_UP("the promotion is used up"),
    /** The account has used it as often as each account may. */
    USED_UP_BY_ACCOUNT("the account has used the promotion as often as it may"),
    /** Each account may use it so often, and no account was named. */
    NEEDS_ACCOUNT("the promotion is limited for each account, and no account is given");

    private final String words;

    PromotionStanding(String words) {
        this.words = words;
    }

    /** Whether it is granted. */
    public boolean isGranted() {
        return this == GRANTED;
    }

    /** The stable code, for example {@code used-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason in words. */
    public String words() {
        return words;
    }
}
