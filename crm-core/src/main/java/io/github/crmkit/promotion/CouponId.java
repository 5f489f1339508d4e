package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a coupon. */
public record CouponId(UUID value) implements Id {}
