package io.github.crmkit.merge;

/**
 * A value that was offered and not taken, because another one stands there already. Nothing that is dropped is dropped
 * silently.
 *
 * @param field the name of the field that was to be filled
 * @param kept the value that stands, as text
 * @param dropped the value that was offered, as text
 */
public record DroppedValue(String field, String kept, String dropped) {}
