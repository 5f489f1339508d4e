/**
 * What callers ask for, and the check that refuses it with everything that is wrong.
 *
 * <p>A {@link Command} is an immutable record whose components carry Jakarta Validation constraints, and which can add rules
 * of its own. {@link CommandCheck} reads both, without an expression language and without quoting what was given. The
 * service of a feature declares its commands; it never looks at one that was not checked. Leans on the kernel.
 */
@NullMarked
package io.github.crmkit.command;

import org.jspecify.annotations.NullMarked;
