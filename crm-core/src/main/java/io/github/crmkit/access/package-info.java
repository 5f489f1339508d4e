/**
 * Who may see and do what, and the desk at which one caller works.
 *
 * <p>An {@link AccessPolicy} answers with a filter: it is and-ed into every read, page and count. What a caller may not see
 * does not exist for that caller. Writes are checked before anything is written, on the state before and the state after.
 *
 * <p>A {@link Desk} is bound to one caller and runs work; {@link Work} is one open unit of work as that caller sees it. It
 * loads, it saves a {@link io.github.crmkit.kernel.Change} with its stamp advanced, and it writes the history, all within
 * the same unit. Services use nothing else to reach the store. Leans on kernel, query and storage.
 */
@NullMarked
package io.github.crmkit.access;

import org.jspecify.annotations.NullMarked;
