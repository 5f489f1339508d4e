/** Programs that show the library at work; none of them is published. */
@NullMarked
package io.github.crmkit.examples;

import org.jspecify.annotations.NullMarked;
