package io.github.crmkit.storage;

import org.jspecify.annotations.Nullable;

/**
 * One field that a change touched, in the text form of its value type.
 *
 * @param field the name of the field
 * @param before its value before; null where it was absent
 * @param after its value after; null where it is absent
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
