package io.github.crmkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.TextField;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryStorageTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));

    private final MemoryStorage storage = new MemoryStorage();

    private void run(Consumer<UnitOfWork> work) {
        storage.inUnit(TENANT, unit -> {
            work.accept(unit);
            return true;
        });
    }

    private static Repository<Sample, SampleId> samples(UnitOfWork unit) {
        return unit.repository(Samples.TYPE);
    }

    @Test
    void a_unit_that_has_ended_serves_nobody() {
        Repository<Sample, SampleId> kept = storage.inUnit(TENANT, MemoryStorageTest::samples);

        assertThatIllegalStateException().isThrownBy(() -> kept.insert(Samples.full()));
        assertThatIllegalStateException().isThrownBy(() -> kept.count(Criteria.all()));
        UnitOfWork ended = storage.inUnit(TENANT, unit -> unit);
        assertThatIllegalStateException().isThrownBy(() -> ended.repository(Samples.TYPE));
    }

    @Test
    void two_types_of_one_name_are_an_error_of_the_host() {
        EntityType<Sample, SampleId> twin = EntityType.named("sample", SampleId::new, Sample::id)
                .fields(SampleFields.ALL)
                .stamp(Sample::stamp, (s, stamp) -> s);
        run(unit -> samples(unit).insert(Samples.full()));

        assertThatIllegalArgumentException().isThrownBy(() -> run(unit -> unit.repository(twin)));
    }

    @Test
    void the_first_committer_wins() {
        Sample first = Sample.named("first");
        run(unit -> samples(unit).insert(first));

        assertThatThrownBy(() -> run(slow -> {
                    samples(slow).update(first.renamed("slow"));
                    run(fast -> samples(fast).update(first.renamed("fast")));
                    assertThat(samples(slow).find(first.id())).contains(first.renamed("slow"));
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> run(slow -> {
                    samples(slow).delete(first.renamed("fast"));
                    run(fast -> samples(fast).update(first.renamed("fast").renamed("faster")));
                }))
                .isInstanceOf(StaleVersionException.class);
        run(unit -> assertThat(samples(unit).find(first.id()))
                .contains(first.renamed("fast").renamed("faster")));
    }

    @Test
    void the_first_committer_of_a_key_or_an_id_wins() {
        Sample mine = Sample.named("mine").withReference("R");

        assertThatThrownBy(() -> run(slow -> {
                    samples(slow).insert(mine);
                    run(fast -> samples(fast).insert(Sample.named("fast").withReference("R")));
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("reference"));
        assertThatThrownBy(() -> run(slow -> {
                    samples(slow).insert(mine.withReference(null));
                    run(fast -> samples(fast).insert(mine.withReference("R2")));
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("id"));
    }

    @Test
    void a_key_that_was_given_up_elsewhere_meanwhile_is_free() {
        Sample holder = Sample.named("holder").withReference("R");
        run(unit -> samples(unit).insert(holder));
        run(unit -> {
            samples(unit).delete(holder);
            samples(unit).insert(Sample.named("next").withReference("R"));
        });

        run(unit -> assertThat(samples(unit).first(SampleFields.REFERENCE.equalTo("R"), Sort.byId()))
                .map(Sample::name)
                .contains("next"));
    }

    @Test
    void what_passes_within_a_unit_leaves_no_trace() {
        Sample passing = Sample.named("passing").withReference("R");
        run(unit -> {
            samples(unit).insert(passing);
            samples(unit).delete(passing);
            run(other -> samples(other).insert(passing));
        });

        run(unit -> assertThat(samples(unit).find(passing.id())).contains(passing));
    }

    @Test
    void a_value_without_plain_form_does_not_get_in() {
        assertThatThrownBy(
                        () -> run(unit -> samples(unit).insert(Sample.named("x").withAmount("0.001"))))
                .isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(unit -> samples(unit).insert(Sample.named("a\0b"))));
        run(unit ->
                assertThat(samples(unit).count(SampleFields.AMOUNT.isNull())).isZero());
    }

    private record ItemId(UUID value) implements Id {}

    private record Item(ItemId id, String sku, UserId owner, BigDecimal weight, Stamp stamp) {}

    @Test
    void looking_up_by_id_key_or_reference_does_not_read_everything() {
        AtomicInteger looks = new AtomicInteger();
        TextField<Item> sku = Field.text("sku", 20, i -> {
            looks.incrementAndGet();
            return i.sku();
        });
        Field<Item, UserId> owner = Field.id("owner", UserId::new, i -> {
            looks.incrementAndGet();
            return i.owner();
        });
        Field<Item, BigDecimal> weight = Field.decimal("weight", 3, Item::weight);
        EntityType<Item, ItemId> type = EntityType.named("item", ItemId::new, Item::id)
                .fields(List.of(sku, owner, weight))
                .unique("sku", sku)
                .unique("owner-weight", owner, weight)
                .stamp(Item::stamp, (i, stamp) -> new Item(i.id(), i.sku(), i.owner(), i.weight(), stamp));
        List<Item> items = IntStream.range(0, 5_000)
                .mapToObj(i -> new Item(
                        new ItemId(new UUID(7, i)),
                        "S" + i,
                        new UserId(new UUID(8, i / 4)),
                        BigDecimal.valueOf(i, 3),
                        Samples.FIRST))
                .toList();
        run(unit -> unit.repository(type).insertAll(items));
        looks.set(0);

        run(unit -> {
            Repository<Item, ItemId> all = unit.repository(type);
            for (int i = 0; i < 300; i++) {
                assertThat(all.first(sku.equalTo("S" + i), sku.asc())).contains(items.get(i));
                assertThat(all.count(owner.equalTo(items.get(i).owner()).and(sku.notEqualTo("S1"))))
                        .isBetween(3L, 4L);
                assertThat(all.count(type.id().equalTo(items.get(i).id()))).isEqualTo(1);
                assertThat(all.count(sku.in("S" + i, "none").and(owner.notNull())))
                        .isEqualTo(1);
            }
        });

        assertThat(looks)
                .as("values looked at in 1,200 look-ups among 5,000 rows")
                .hasValueLessThan(10_000);
    }

    @Test
    void an_index_follows_every_write() {
        Sample sample = Sample.named("x").withOwner(Samples.SOMEBODY).withReference("R");
        UserId other = new UserId(new UUID(3, 3));
        run(unit -> samples(unit).insert(sample));
        Sample moved = sample.withOwner(other).withReference(null).renamed("x");
        run(unit -> {
            samples(unit).update(moved);
            assertThat(samples(unit).count(SampleFields.OWNER_ID.equalTo(Samples.SOMEBODY)))
                    .isZero();
            assertThat(samples(unit).count(SampleFields.OWNER_ID.equalTo(other)))
                    .isEqualTo(1);
        });
        run(unit -> {
            assertThat(samples(unit).count(SampleFields.OWNER_ID.equalTo(Samples.SOMEBODY)))
                    .isZero();
            assertThat(samples(unit).count(SampleFields.REFERENCE.equalTo("R"))).isZero();
            samples(unit).delete(moved);
        });
        run(unit -> assertThat(samples(unit).count(SampleFields.OWNER_ID.equalTo(other)))
                .isZero());
    }
}
