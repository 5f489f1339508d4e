/**
 * The laws of the house as rules that run with every build, and the seeded breaches that show that each can fail.
 */
@NullMarked
package io.github.crmkit.laws;

import org.jspecify.annotations.NullMarked;
