package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store in which somebody else is faster the first time: one unique key of this type is taken, once. */
record OutrunStorage(Storage base, boolean ownsTransactions, String type, AtomicInteger asked) implements Storage {

    OutrunStorage(Storage base, boolean ownsTransactions, String type) {
        this(base, ownsTransactions, type, new AtomicInteger());
    }

    /** How many units were begun. */
    int units() {
        return asked.get();
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        if (asked.incrementAndGet() == 1) {
            throw new DuplicateKeyException(type, "default", null);
        }
        return base.inUnit(tenant, work);
    }
}
