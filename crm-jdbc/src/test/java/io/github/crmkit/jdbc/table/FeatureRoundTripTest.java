package io.github.crmkit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteLine;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of aggregate is read back exactly as it was stored, on every database. */
class FeatureRoundTripTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_aggregate_is_read_back_as_it_was_stored(Engine engine) {
        Storage storage = MigratedDatabase.of(engine).storage();
        TenantId tenant = MigratedDatabase.newTenant();
        for (Kind<?, ?> kind : Kind.all()) {
            store(storage, tenant, kind);
            readsBack(storage, tenant, kind);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void another_tenant_may_have_the_same_ids_and_the_same_keys(Engine engine) {
        Storage storage = MigratedDatabase.of(engine).storage();
        TenantId tenant = MigratedDatabase.newTenant();
        TenantId other = MigratedDatabase.newTenant();
        for (Kind<?, ?> kind : Kind.all()) {
            store(storage, tenant, kind);
            isEmpty(storage, other, kind);
            store(storage, other, kind);
            readsBack(storage, other, kind);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_next_version_replaces_everything(Engine engine) {
        Storage storage = MigratedDatabase.of(engine).storage();
        TenantId tenant = MigratedDatabase.newTenant();
        for (Kind<?, ?> kind : Kind.all()) {
            store(storage, tenant, kind);
            if (!kind.type().isTrace()) {
                updates(storage, tenant, kind);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_lines_of_a_quote_are_replaced_by_more_and_by_fewer(Engine engine) {
        Storage storage = MigratedDatabase.of(engine).storage();
        TenantId tenant = MigratedDatabase.newTenant();
        Kind.all().forEach(kind -> store(storage, tenant, kind));
        Quote first = QuoteSamples.quotes().get(0);
        List<QuoteLine> many = QuoteSamples.lines(Quote.MAX_LINES);

        Quote more = next(with(first, many));
        storage.inUnit(tenant, unit -> update(unit.repository(Quotes.TYPE), more));
        assertThat(find(storage, tenant, more)).contains(more);

        Quote fewer = next(with(more, many.subList(57, 58)));
        storage.inUnit(tenant, unit -> update(unit.repository(Quotes.TYPE), fewer));
        assertThat(find(storage, tenant, fewer)).contains(fewer);
    }

    /** Stores the first alone and the others at once. */
    static <T, I extends Id> void store(Storage storage, TenantId tenant, Kind<T, I> kind) {
        storage.inUnit(tenant, unit -> {
            Repository<T, I> repository = unit.repository(kind.type());
            List<T> all = kind.aggregates();
            repository.insert(all.get(0));
            repository.insertAll(all.subList(1, all.size()));
            return all;
        });
    }

    private static <T, I extends Id> void readsBack(Storage storage, TenantId tenant, Kind<T, I> kind) {
        List<T> stored = kind.aggregates();
        List<I> ids = stored.stream().map(kind.type()::idOf).toList();
        List<T> together = ask(storage, tenant, kind, repository -> repository.findAll(ids));
        List<T> alone = ask(
                storage,
                tenant,
                kind,
                repository -> ids.stream()
                        .map(id -> repository.find(id).orElseThrow())
                        .toList());
        assertThat(together).as(kind.type().name()).isEqualTo(stored);
        assertThat(alone).as(kind.type().name()).isEqualTo(stored);
    }

    private static <T, I extends Id> void isEmpty(Storage storage, TenantId tenant, Kind<T, I> kind) {
        List<I> ids = kind.aggregates().stream().map(kind.type()::idOf).toList();
        List<T> found = ask(storage, tenant, kind, repository -> repository.findAll(ids));
        assertThat(found).as(kind.type().name()).isEmpty();
    }

    private static <T, I extends Id> void updates(Storage storage, TenantId tenant, Kind<T, I> kind) {
        List<T> changed = new ArrayList<>();
        for (T aggregate : kind.aggregates()) {
            Stamp stamp = kind.type().stampOf(aggregate).next(Extremes.FAR, Extremes.BOON);
            changed.add(kind.type().withStamp(aggregate, stamp));
        }
        storage.inUnit(tenant, unit -> {
            changed.forEach(unit.repository(kind.type())::update);
            return changed;
        });
        readsBack(storage, tenant, new Kind<>(kind.type(), changed));
    }

    private static <T, I extends Id, R> R ask(
            Storage storage, TenantId tenant, Kind<T, I> kind, Function<Repository<T, I>, R> question) {
        return storage.inUnit(tenant, unit -> question.apply(unit.repository(kind.type())));
    }

    private static Optional<Quote> find(Storage storage, TenantId tenant, Quote quote) {
        return storage.inUnit(tenant, unit -> unit.repository(Quotes.TYPE).find(quote.id()));
    }

    private static <T> T update(Repository<T, ?> repository, T state) {
        repository.update(state);
        return state;
    }

    private static Quote next(Quote quote) {
        return Quotes.TYPE.withStamp(quote, quote.stamp().next(Extremes.AUTUMN, Extremes.BOON));
    }

    private static Quote with(Quote quote, List<QuoteLine> lines) {
        return new Quote(
                quote.id(),
                quote.stamp(),
                quote.opportunity(),
                quote.accountId(),
                quote.owner(),
                quote.terms(),
                quote.status(),
                lines,
                quote.discount(),
                quote.closingReason());
    }
}
