package io.github.crmkit.storage.contract;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where one case works: two handles on the same store, and two tenants that nobody else has.
 *
 * @param storage the handle that writes
 * @param other the handle that looks at what was written, as another process would
 * @param tenant whose data the case works on
 * @param stranger another tenant of the same store
 */
public record Bench(Storage storage, Storage other, TenantId tenant, TenantId stranger) {

    /** A bench with new tenants. */
    public static Bench over(Storage storage, Storage other) {
        return new Bench(storage, other, new TenantId(UUID.randomUUID()), new TenantId(UUID.randomUUID()));
    }

    /** The same bench as the other tenant sees it. */
    public Bench asStranger() {
        return new Bench(storage, other, /* tenant= */ stranger, /* stranger= */ tenant);
    }

    /** The samples within a unit. */
    public static Repository<Sample, SampleId> samples(UnitOfWork unit) {
        return unit.repository(Samples.TYPE);
    }

    /** Runs a unit for its result. */
    public <R> R get(Function<UnitOfWork, R> work) {
        return storage.inUnit(tenant, work);
    }

    /** Runs a unit. */
    public void run(Consumer<UnitOfWork> work) {
        storage.inUnit(tenant, unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Stores new samples in one unit. */
    public void insert(Sample... samples) {
        insertAll(List.of(samples));
    }

    /** Stores new samples in one unit. */
    public void insertAll(List<Sample> samples) {
        run(unit -> samples(unit).insertAll(samples));
    }

    /** Stores something new in a unit of its own. */
    public <T, I extends Id> void insert(EntityType<T, I> type, T state) {
        run(unit -> unit.repository(type).insert(state));
    }

    /** Stores the following version in a unit of its own. */
    public <T, I extends Id> void update(EntityType<T, I> type, T state) {
        run(unit -> unit.repository(type).update(state));
    }

    /** What another process finds under this id. */
    public <T, I extends Id> Optional<T> find(EntityType<T, I> type, I id) {
        return other.inUnit(tenant, unit -> unit.repository(type).find(id));
    }

    /** The sample as another process finds it. */
    public Optional<Sample> find(Sample sample) {
        return find(Samples.TYPE, sample.id());
    }

    /** All rows of a listing as another process reads them. */
    public <T, I extends Id> List<T> list(EntityType<T, I> type, Criteria<T> where, Sort<T> sort) {
        return other.inUnit(tenant, unit -> {
            List<T> rows = new ArrayList<>();
            unit.repository(type).each(where, sort, rows::add);
            return rows;
        });
    }

    /** The names of the samples that satisfy the filter, by name; the count must agree. */
    public List<String> names(Criteria<Sample> where) {
        List<String> names = names(where, SampleFields.NAME.asc());
        long count = other.inUnit(tenant, unit -> samples(unit).count(where));
        if (count != names.size()) {
            throw new AssertionError("count is " + count + ", but there are " + names + " for " + where.describe());
        }
        return names;
    }

    /** The names of the samples that satisfy the filter, in this order. */
    public List<String> names(Criteria<Sample> where, Sort<Sample> sort) {
        return list(Samples.TYPE, where, sort).stream().map(Sample::name).toList();
    }

    /** All samples. */
    public List<Sample> all() {
        return list(Samples.TYPE, Criteria.all(), Sort.byId());
    }

    /** One page of samples. */
    public Page<Sample> page(Criteria<Sample> where, Sort<Sample> sort, PageRequest request) {
        return other.inUnit(tenant, unit -> samples(unit).page(where, sort, request));
    }
}
