package io.github.crmkit.catalog;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.util.function.Function;

/** Lets somebody else do something between the work of one unit and its end: the narrowest race, every time. */
public final class Meanwhile implements Storage {

    private final Storage base;
    private Runnable next = () -> {};

    public Meanwhile(Storage base) {
        this.base = base;
    }

    /** What is done before the next unit ends, once. */
    public void happens(Runnable deed) {
        next = deed;
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        return base.inUnit(tenant, unit -> {
            R result = work.apply(unit);
            Runnable deed = next;
            next = () -> {};
            deed.run();
            return result;
        });
    }

    @Override
    public boolean ownsTransactions() {
        return base.ownsTransactions();
    }
}
