/**
 * What a terminal program needs to be readable: tables with aligned columns and a sign of life on long work.
 *
 * <p>{@link TextTable} lays out rows as plain text and measures them as a terminal does ({@link DisplayWidth}), so that
 * Thai and Chinese names do not push the numbers aside. {@link Progress} says how far long work has come, at most once
 * in a while, and nothing at all about short work.
 *
 * <p>Leans on nothing else in this project. Where the text goes and what the time is are handed in.
 */
@NullMarked
package io.github.crmkit.examples.console;

import org.jspecify.annotations.NullMarked;
