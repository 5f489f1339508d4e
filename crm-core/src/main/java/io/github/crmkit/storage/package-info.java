/**
 * The port through which everything is kept: one unit of work per tenant, one generic repository per entity type.
 *
 * <p>{@link Storage#inUnit} runs work that is stored wholly or not at all; there is no read without a tenant. A
 * {@link Repository} stores exactly the state it is given and checks that the version before is still there: that, unique
 * keys and nothing else keep concurrent writers apart. History is an entity type like any other
 * ({@link HistoryEntry#TYPE}), written by whoever saves a change.
 *
 * <p>An adapter implements {@link Storage}, {@link UnitOfWork} and one generic {@link Repository}; a new entity needs no
 * new adapter class. The contract is a suite of tests that every adapter runs whole. A host may replace the store of
 * single types with {@link Storage#replacing}. Leans on kernel and query.
 */
@NullMarked
package io.github.crmkit.storage;

import org.jspecify.annotations.NullMarked;
