package io.github.crmkit.memory;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.EntityType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** What one tenant has committed. All reading and writing of its tables happens under its lock. */
final class MemoryTenant {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, MemoryTable<?>> tables = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // the type is the same object, so its parameter is the same
    <T, I extends Id> MemoryTable<T> table(EntityType<T, I> type) {
        MemoryTable<?> table = tables.computeIfAbsent(type.name(), n -> new MemoryTable<>(type));
        if (table.type() != type) {
            throw new IllegalArgumentException("another type is named " + type.name() + " as well");
        }
        return (MemoryTable<T>) table;
    }

    <R> R reading(Supplier<R> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    void writing(Runnable write) {
        lock.writeLock().lock();
        try {
            write.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
