/**
 * One price among many rules, found by this library and by another rule engine side by side. Compiled with the profile
 * {@code rivals} alone, so that nobody who builds or uses the library has to fetch what it is compared with.
 */
@NullMarked
package io.github.crmkit.examples.rivals;

import org.jspecify.annotations.NullMarked;
