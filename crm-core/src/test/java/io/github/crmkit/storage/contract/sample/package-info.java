/**
 * The aggregates that the storage contract works on. An adapter that declares its types declares these four:
 * {@link Samples#TYPE}, {@link Links#TYPE}, {@link Sheets#TYPE} and
 * {@link io.github.crmkit.storage.HistoryEntry#TYPE}.
 *
 * <p>A {@link Sample} has every kind of value, nearly all of which may be absent; a {@link Link} has a unique key over two
 * fields; a {@link Sheet} owns lines whose order matters.
 */
@NullMarked
package io.github.crmkit.storage.contract.sample;

import org.jspecify.annotations.NullMarked;
