/**
 * Shows that the storage contract can fail: a toy storage that keeps it, and flaws to switch on, one at a time. Every flaw
 * names the cases that must catch it, and every case is named by a flaw.
 */
@NullMarked
package io.github.crmkit.storage.contract.broken;

import org.jspecify.annotations.NullMarked;
