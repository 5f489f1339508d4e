/**
 * Keeps everything in memory: the first adapter, and the oracle that every other one is compared with.
 *
 * <p>A tenant's committed states stand in one {@link MemoryTable} per type. A unit of work collects its writes beside
 * them: a {@link MemoryRepository} sees the committed states with its own writes laid over. At the end the versions and
 * unique keys that the writes rely on are checked once more under the tenant's lock, and all writes appear at once; the
 * first committer wins. A read sees one committed state of the tenant, never half a commit.
 *
 * <p>Ids, fields that hold ids, and fields of unique keys are indexed, so that filtering by them does not read everything;
 * other filters do. Nothing outlives the process. Leans on kernel, query and storage.
 */
@NullMarked
package io.github.crmkit.memory;

import org.jspecify.annotations.NullMarked;
