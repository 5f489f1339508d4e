/**
 * The storage contract: what every adapter must do, as cases that any adapter runs whole.
 *
 * <p>A test of an adapter extends {@link StorageContractSuite} and says where its {@link io.github.crmkit.storage.Storage}
 * is; every {@link ContractCase} then runs on it as a test of its own, in tenants of its own, so that nothing need be
 * emptied in between. Nothing is skipped on any store. The types to be declared are in the package {@code sample}.
 *
 * <p>That each case can fail is shown in the package {@code broken}: a small storage with flaws to switch on, each of which
 * must be caught. The last theme tells random stories to the adapter and to the storage in memory, which must agree.
 */
@NullMarked
package io.github.crmkit.storage.contract;

import org.jspecify.annotations.NullMarked;
