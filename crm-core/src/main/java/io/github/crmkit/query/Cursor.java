package io.github.crmkit.query;

/**
 * An opaque mark after the last row of a page. It belongs to the filter and the order it came from and is refused by any
 * other; it can travel through a URL.
 *
 * @param token letters, digits, {@code -} and {@code _}
 */
public record Cursor(String token) {}
