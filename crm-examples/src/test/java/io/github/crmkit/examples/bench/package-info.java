/**
 * Measures the JDBC adapter against JDBC written by hand that does the same work: same statements, same transactions, same
 * records. Rounds are interleaved in one process and compared as ratios of medians, with a control in which the code written
 * by hand runs against itself; where the control is far from 1, the machine was too noisy to say anything.
 *
 * <p>Not part of the build's checks; CONTRIBUTING names the command.
 */
@NullMarked
package io.github.crmkit.examples.bench;

import org.jspecify.annotations.NullMarked;
