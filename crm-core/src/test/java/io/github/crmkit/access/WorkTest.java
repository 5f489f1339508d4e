package io.github.crmkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkTest {

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(TestOffice.SOMCHAI);

    private record Noted(String code, Optional<String> reason, List<EntityRef> related) implements Event {

        static Noted of(String code) {
            return new Noted(code, Optional.empty(), List.of());
        }
    }

    private Sample create(String name, Event... events) {
        return desk.run(work -> work.save(
                Samples.TYPE,
                Action.CREATE,
                Change.created(Samples.TYPE.withStamp(Sample.named(name), work.firstStamp()), events)));
    }

    private List<HistoryEntry> history(Sample sample) {
        return desk.run(work -> work.historyOf(Samples.TYPE.refOf(sample)));
    }

    @Test
    void saving_advances_the_stamp_and_keeps_the_creation() {
        Sample first = create("first");
        office.pass(Duration.ofHours(1));
        Desk malee = office.deskOf(TestOffice.MALEE);
        Sample second =
                malee.run(work -> work.save(Samples.TYPE, Action.UPDATE, Change.of(first, first.withAmount("5.00"))));

        assertThat(first.stamp().version()).isEqualTo(1);
        assertThat(second.stamp().version()).isEqualTo(2);
        assertThat(second.stamp().createdAt()).isEqualTo(TestOffice.OPENING);
        assertThat(second.stamp().createdBy()).isEqualTo(TestOffice.SOMCHAI);
        assertThat(second.stamp().changedAt()).isEqualTo(office.now());
        assertThat(second.stamp().changedBy()).isEqualTo(TestOffice.MALEE);
        Sample found = desk.run(work -> work.get(Samples.TYPE, first.id()));
        assertThat(found).isEqualTo(second);
    }

    @Test
    void history_tells_who_when_why_and_every_old_and_new_value() {
        Sample first = create("first", Noted.of("sample.made"));
        office.pass(Duration.ofMinutes(5));
        EntityRef other = new EntityRef("account", UUID.randomUUID());
        Event moved = new Noted("sample.moved", Optional.of("no budget"), List.of(other));
        desk.run(work -> work.save(
                Samples.TYPE,
                Action.UPDATE,
                Change.of(first, first.withAmount("1.50").withQuantity(7L), moved, Noted.of("sample.priced"))));

        List<HistoryEntry> entries = history(first);
        assertThat(entries)
                .extracting(HistoryEntry::version, HistoryEntry::code, HistoryEntry::at, HistoryEntry::by)
                .containsExactly(
                        tuple(1L, "sample.made", TestOffice.OPENING, TestOffice.SOMCHAI),
                        tuple(2L, "sample.moved", office.now(), TestOffice.SOMCHAI),
                        tuple(2L, "sample.priced", office.now(), TestOffice.SOMCHAI));
        assertThat(entries.get(0).changes()).containsExactly(new FieldChange("name", null, "first"));
        assertThat(entries.get(1).changes())
                .containsExactly(new FieldChange("quantity", null, "7"), new FieldChange("amount", null, "1.50"));
        assertThat(entries.get(1).reason()).contains("no budget");
        assertThat(entries.get(1).related()).containsExactly(other);
        assertThat(entries.get(1).change(SampleFields.AMOUNT)).contains(new FieldChange("amount", null, "1.50"));
        assertThat(entries.get(2).changes()).isEmpty();
    }

    @Test
    void a_change_without_events_is_recorded_by_its_type_and_a_deletion_with_the_last_values() {
        Sample first = create("first");
        Sample second =
                desk.run(work -> work.save(Samples.TYPE, Action.UPDATE, Change.of(first, first.withActive(true))));
        desk.run(work -> {
            work.delete(Samples.TYPE, second);
            return true;
        });

        assertThat(history(first))
                .extracting(HistoryEntry::version, HistoryEntry::code)
                .containsExactly(tuple(1L, "sample.created"), tuple(2L, "sample.changed"), tuple(3L, "sample.deleted"));
        assertThat(history(first).get(2).changes())
                .containsExactly(new FieldChange("name", "first", null), new FieldChange("active", "true", null));
    }

    @Test
    void saving_what_already_is_stores_nothing() {
        Sample first = create("first");
        List<Object> before = office.dump(List.of(Samples.TYPE));

        Sample saved = desk.run(work -> work.save(Samples.TYPE, Action.UPDATE, Change.none(first)));
        assertThat(saved).isEqualTo(first);
        assertThat(office.dump(List.of(Samples.TYPE))).isEqualTo(before);
    }

    @Test
    void the_history_of_this_unit_is_read_with_the_rest() {
        List<HistoryEntry> entries = desk.run(work -> {
            Sample made =
                    work.save(Samples.TYPE, Action.CREATE, Change.created(Sample.named("made"), Noted.of("made")));
            List<HistoryEntry> once = work.historyOf(Samples.TYPE.refOf(made));
            work.save(Samples.TYPE, Action.UPDATE, Change.of(made, made, Noted.of("seen")));
            assertThat(once).hasSize(1);
            return work.historyOf(Samples.TYPE.refOf(made));
        });

        assertThat(entries).extracting(HistoryEntry::code).containsExactly("made", "seen");
    }

    @Test
    void many_new_ones_are_stored_and_recorded_at_once() {
        List<Sample> made = desk.run(work -> work.saveAllNew(
                Samples.TYPE,
                List.of(Change.created(Sample.named("a"), Noted.of("x")), Change.created(Sample.named("b")))));

        assertThat(made).hasSize(2);
        assertThat(history(made.get(0))).extracting(HistoryEntry::code).containsExactly("x");
        assertThat(history(made.get(1))).extracting(HistoryEntry::code).containsExactly("sample.created");
    }

    @Test
    void a_denied_write_leaves_nothing_not_even_history() {
        Sample first = create("first");
        List<Object> before = office.dump(List.of(Samples.TYPE));
        Desk reader = office.under(new ReadOnly()).deskOf(TestOffice.SOMCHAI);

        assertThatThrownBy(() -> reader.run(
                        work -> work.save(Samples.TYPE, Action.CLOSE, Change.of(first, first.withActive(true)))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("not allowed to close this sample");
        assertThatThrownBy(() ->
                        reader.run(work -> work.saveAllNew(Samples.TYPE, List.of(Change.created(Sample.named("x"))))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reader.run(work -> {
                    work.delete(Samples.TYPE, first);
                    return true;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(office.dump(List.of(Samples.TYPE))).isEqualTo(before);
    }

    @Test
    void a_conflict_carries_the_present_state() {
        Sample first = create("first");
        Sample second =
                desk.run(work -> work.save(Samples.TYPE, Action.UPDATE, Change.of(first, first.withQuantity(2L))));

        assertThatThrownBy(() -> desk.run(
                        work -> work.save(Samples.TYPE, Action.UPDATE, Change.of(first, first.withQuantity(3L)))))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.subject()).contains(Samples.TYPE.refOf(first));
                    assertThat(stale.current()).contains(second);
                });
        assertThatThrownBy(() -> desk.run(work -> {
                    work.repository(Samples.TYPE).update(first.renamed("late"));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.current()).contains(second));
        assertThatThrownBy(() -> desk.run(work -> {
                    work.repository(Samples.TYPE).delete(first);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.current()).contains(second));
        assertThat(history(first)).hasSize(2);
    }

    @Test
    void a_conflict_does_not_show_what_the_caller_may_not_see() {
        Sample his = desk.run(work -> work.save(
                Samples.TYPE, Action.CREATE, Change.created(Sample.named("his").withOwner(TestOffice.SOMCHAI))));
        desk.run(work -> work.save(Samples.TYPE, Action.ASSIGN, Change.of(his, his.withOwner(TestOffice.MALEE))));
        Desk own = office.under(AccessPolicy.ownRecords()).deskOf(TestOffice.SOMCHAI);

        assertThatThrownBy(() ->
                        own.run(work -> work.save(Samples.TYPE, Action.UPDATE, Change.of(his, his.withQuantity(1L)))))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.current()).isEmpty());
    }

    @Test
    void commands_that_share_a_unit_are_stored_together_or_not_at_all() {
        RuntimeException deliberate = new IllegalStateException("deliberate");
        Change<Sample> one = Change.created(Sample.named("one"));
        Change<Sample> two = Change.created(Sample.named("two"));

        assertThatThrownBy(() -> desk.run(outer -> {
                    Desk inner = desk.over(outer.unit().asStorage());
                    inner.run(work -> work.save(Samples.TYPE, Action.CREATE, one));
                    inner.run(work -> work.save(Samples.TYPE, Action.CREATE, two));
                    throw deliberate;
                }))
                .isSameAs(deliberate);
        assertThat(office.dump(List.of(Samples.TYPE))).isEmpty();
        desk.run(outer -> {
            Desk inner = desk.over(outer.unit().asStorage());
            inner.run(work -> work.save(Samples.TYPE, Action.CREATE, one));
            return inner.run(work -> work.save(Samples.TYPE, Action.CREATE, two));
        });
        assertThat(office.dump(List.of(Samples.TYPE))).hasSize(4);
    }

    @Test
    void a_command_that_was_left_half_done_undoes_all_even_when_its_failure_is_swallowed() {
        assertThatThrownBy(() -> desk.run(outer -> {
                    Desk inner = desk.over(outer.unit().asStorage());
                    assertThatThrownBy(() -> inner.run(work -> {
                                work.save(Samples.TYPE, Action.CREATE, Change.created(Sample.named("half")));
                                throw new IllegalStateException("deliberate");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return inner.run(
                            work -> work.save(Samples.TYPE, Action.CREATE, Change.created(Sample.named("whole"))));
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThat(office.dump(List.of(Samples.TYPE))).isEmpty();
    }

    @Test
    void a_command_that_was_refused_before_it_wrote_may_be_followed_by_others() {
        Desk reader = office.under(new ReadOnly()).deskOf(TestOffice.SOMCHAI);
        desk.run(outer -> {
            Desk refused = reader.over(outer.unit().asStorage());
            assertThatThrownBy(() -> refused.run(
                            work -> work.save(Samples.TYPE, Action.CREATE, Change.created(Sample.named("no")))))
                    .isInstanceOf(AccessDeniedException.class);
            return outer.save(Samples.TYPE, Action.CREATE, Change.created(Sample.named("yes")));
        });

        long count = desk.run(work -> work.repository(Samples.TYPE).count(Criteria.all()));
        assertThat(count).isEqualTo(1);
    }

    @Test
    void one_instant_holds_for_all_of_a_unit() {
        desk.run(work -> {
            office.pass(Duration.ofSeconds(3));
            assertThat(work.now()).isEqualTo(TestOffice.OPENING);
            assertThat(work.firstStamp().createdAt()).isEqualTo(TestOffice.OPENING);
            return true;
        });
    }
}
