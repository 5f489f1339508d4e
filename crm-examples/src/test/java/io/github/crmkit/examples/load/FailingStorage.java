package io.github.crmkit.examples.load;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A storage that breaks down in the middle of a batch: it stores half of the rows of some batch, and then fails. */
final class FailingStorage implements Storage {

    private final Storage sound;
    private final EntityType<?, ?> type;
    private final AtomicInteger batchesLeft;

    /** @param soundBatches how many batches of this type are stored before one is not */
    FailingStorage(Storage sound, EntityType<?, ?> type, int soundBatches) {
        this.sound = sound;
        this.type = type;
        this.batchesLeft = new AtomicInteger(soundBatches);
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        return sound.inUnit(tenant, unit -> work.apply(new FailingUnit(unit)));
    }

    @Override
    public boolean ownsTransactions() {
        return sound.ownsTransactions();
    }

    private final class FailingUnit implements UnitOfWork {

        private final UnitOfWork unit;

        private FailingUnit(UnitOfWork unit) {
            this.unit = unit;
        }

        @Override
        public TenantId tenant() {
            return unit.tenant();
        }

        @Override
        public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> asked) {
            Repository<T, I> repository = unit.repository(asked);
            return asked.equals(type) ? new FailingRepository<>(repository, batchesLeft) : repository;
        }

        @Override
        public void setRollbackOnly() {
            unit.setRollbackOnly();
        }
    }

    private record FailingRepository<T, I extends Id>(Repository<T, I> base, AtomicInteger batchesLeft)
            implements ForwardingRepository<T, I> {

        @Override
        public void insertAll(List<T> states) {
            if (batchesLeft.getAndDecrement() > 0) {
                base.insertAll(states);
                return;
            }
            base.insertAll(states.subList(0, states.size() / 2));
            throw new StorageFailureException("the disk is full", null);
        }
    }
}
