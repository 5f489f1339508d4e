package io.github.crmkit.command;

import io.github.crmkit.kernel.Violations;

/**
 * What a caller asks for: an immutable record whose components carry Jakarta Validation constraints. What is required
 * stands in its static factory, the rest in fluent withers.
 */
public interface Command {

    /** Notes what no single component can tell: rules between components. Runs after the annotated constraints. */
    default void check(Violations problems) {}
}
