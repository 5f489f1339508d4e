/** The storage in memory: the whole contract, and what is its own. */
@NullMarked
package io.github.crmkit.memory;

import org.jspecify.annotations.NullMarked;
