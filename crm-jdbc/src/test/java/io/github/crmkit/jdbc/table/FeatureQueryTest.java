package io.github.crmkit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.TextField;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every declared field of every type filters and sorts on every database as it does in memory. */
class FeatureQueryTest {

    /** Small enough for several pages. */
    private static final int PAGE = 2;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_field_filters_as_it_does_in_memory(Engine engine) {
        TenantId tenant = MigratedDatabase.newTenant();
        Storage storage = MigratedDatabase.of(engine).storage();
        for (Kind<?, ?> kind : Kind.all()) {
            FeatureRoundTripTest.store(storage, tenant, kind);
            filters(storage, tenant, kind);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_field_sorts_as_it_does_in_memory(Engine engine) {
        TenantId tenant = MigratedDatabase.newTenant();
        Storage storage = MigratedDatabase.of(engine).storage();
        Storage oracle = new MemoryStorage();
        for (Kind<?, ?> kind : Kind.all()) {
            FeatureRoundTripTest.store(storage, tenant, kind);
            FeatureRoundTripTest.store(oracle, tenant, kind);
            sorts(storage, oracle, tenant, kind);
        }
    }

    private static <T, I extends Id> void filters(Storage storage, TenantId tenant, Kind<T, I> kind) {
        List<Criteria<T>> all = new ArrayList<>(about(kind, kind.type().id()));
        kind.type().fields().forEach(field -> all.addAll(about(kind, field)));
        storage.inUnit(tenant, unit -> {
            Repository<T, I> repository = unit.repository(kind.type());
            for (Criteria<T> criteria : all) {
                agrees(kind, repository, criteria);
                agrees(kind, repository, criteria.not());
            }
            return all;
        });
    }

    private static <T, I extends Id> void agrees(Kind<T, I> kind, Repository<T, I> repository, Criteria<T> criteria) {
        List<T> wanted = kind.aggregates().stream().filter(criteria::matches).toList();
        String what = kind.type().name() + " where " + criteria.describe();
        assertThat(repository
                        .page(criteria, Sort.byId(), PageRequest.first(100))
                        .items())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(repository.count(criteria)).as(what).isEqualTo(wanted.size());
    }

    private static <T, V> List<Criteria<T>> about(Kind<T, ?> kind, Field<T, V> field) {
        List<V> values = kind.aggregates().stream()
                .map(field::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Criteria<T>> all = new ArrayList<>(List.of(field.isNull(), field.notNull(), field.in(values)));
        for (V value : values) {
            all.add(field.equalTo(value));
            all.add(field.notEqualTo(value));
            if (field instanceof OrderedField<T, V> ordered) {
                all.add(ordered.lessThan(value));
                all.add(ordered.lessThanEqual(value));
                all.add(ordered.greaterThan(value));
                all.add(ordered.greaterThanEqual(value));
            }
            if (field instanceof TextField<?>) {
                all.addAll(aboutText(field, (String) value));
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a text field of the same aggregate
    private static <T> List<Criteria<T>> aboutText(Field<T, ?> declared, String value) {
        TextField<T> field = (TextField<T>) declared;
        String start = value.substring(0, value.offsetByCodePoints(0, 1));
        String rest = value.substring(start.length());
        List<Criteria<T>> all =
                new ArrayList<>(List.of(field.startsWith(start), field.endsWith(rest), field.contains(rest)));
        if (field.isFolded()) {
            all.add(field.sameText(value));
            all.add(field.startsWithText(start));
        }
        return all;
    }

    private static <T, I extends Id> void sorts(Storage storage, Storage oracle, TenantId tenant, Kind<T, I> kind) {
        List<Sort<T>> all = new ArrayList<>();
        List<Field<T, ?>> fields = new ArrayList<>(kind.type().fields());
        fields.add(kind.type().id());
        for (Field<T, ?> field : fields) {
            all.add(field.asc());
            all.add(field.desc());
            all.add(fields.get(0).asc().then(field.desc()));
        }
        for (Sort<T> sort : all) {
            assertThat(inPages(storage, tenant, kind, sort))
                    .as(kind.type().name() + " by " + sort.describe())
                    .isEqualTo(inPages(oracle, tenant, kind, sort));
        }
    }

    private static <T, I extends Id> List<T> inPages(Storage storage, TenantId tenant, Kind<T, I> kind, Sort<T> sort) {
        return storage.inUnit(tenant, unit -> {
            Repository<T, I> repository = unit.repository(kind.type());
            Page<T> page = repository.page(Criteria.all(), sort, PageRequest.first(PAGE));
            List<T> items = new ArrayList<>(page.items());
            while (page.next().isPresent()) {
                page = repository.page(
                        Criteria.all(), sort, PageRequest.after(page.next().get(), PAGE));
                items.addAll(page.items());
            }
            return items;
        });
    }
}
