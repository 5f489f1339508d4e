/**
 * The porch: {@link io.github.crmkit.Crm} is put together once, {@link io.github.crmkit.CrmSession} is what one caller works
 * with.
 *
 * <p>Everything behind it is plain Java: no framework, no server, no thread of its own, no static state. Each call of a
 * service runs as one unit of work; {@link io.github.crmkit.CrmSession#transact} makes several calls one unit.
 */
@NullMarked
package io.github.crmkit;

import org.jspecify.annotations.NullMarked;
