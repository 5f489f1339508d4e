package io.github.crmkit.forecast;

import io.github.crmkit.kernel.UserId;

/**
 * What one owner's decided deals came to.
 *
 * @param owner who owns the deals now
 * @param rate what was won and lost
 */
public record SellerResult(UserId owner, WinRate rate) {}
