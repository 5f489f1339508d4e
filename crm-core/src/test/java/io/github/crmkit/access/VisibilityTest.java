package io.github.crmkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private final TestOffice office = TestOffice.guardedBy(AccessPolicy.ownRecords());
    private final Desk somchai = office.deskOf(TestOffice.SOMCHAI);
    private final Desk malee = office.deskOf(TestOffice.MALEE);
    private final Sample his = Sample.named("his").withOwner(TestOffice.SOMCHAI);
    private final Sample hers = Sample.named("hers").withOwner(TestOffice.MALEE);
    private final Sample nobodys = Sample.named("nobody's");

    VisibilityTest() {
        office.storage().inUnit(TestOffice.TENANT, unit -> {
            unit.repository(Samples.TYPE).insertAll(List.of(his, hers, nobodys));
            return true;
        });
    }

    private static <R> R read(Desk desk, Function<Repository<Sample, SampleId>, R> read) {
        return desk.run(work -> read.apply(work.repository(Samples.TYPE)));
    }

    private static Optional<Sample> find(Desk desk, SampleId id) {
        return read(desk, r -> r.find(id));
    }

    private static List<Sample> findAll(Desk desk, List<SampleId> ids) {
        return read(desk, r -> r.findAll(ids));
    }

    private static long count(Desk desk, Criteria<Sample> where) {
        return read(desk, r -> r.count(where));
    }

    private static void write(Desk desk, Consumer<Repository<Sample, SampleId>> write) {
        desk.run(work -> {
            write.accept(work.repository(Samples.TYPE));
            return true;
        });
    }

    @Test
    void every_way_of_reading_shows_only_what_is_visible() {
        List<Criteria<Sample>> wide = List.of(
                Criteria.all(),
                SampleFields.NAME.notNull(),
                SampleFields.OWNER_ID.equalTo(TestOffice.MALEE).or(Criteria.all()),
                Criteria.<Sample>none().not());

        assertThat(find(somchai, his.id())).contains(his);
        assertThat(find(somchai, hers.id())).isEmpty();
        assertThat(findAll(somchai, List.of(hers.id(), his.id(), nobodys.id()))).containsExactly(his);
        for (Criteria<Sample> where : wide) {
            Page<Sample> page = read(somchai, r -> r.page(where, Sort.byId(), PageRequest.first(9)));
            assertThat(page.items()).containsExactly(his);
            Page<Sample> same = somchai.run(work -> work.page(Samples.TYPE, where, Sort.byId(), PageRequest.first(9)));
            assertThat(same.items()).containsExactly(his);
            assertThat(count(somchai, where)).isEqualTo(1);
            Optional<Sample> first = read(somchai, r -> r.first(where, SampleFields.NAME.desc()));
            assertThat(first).contains(his);
            List<Sample> each = new ArrayList<>();
            write(somchai, r -> r.each(where, Sort.byId(), each::add));
            assertThat(each).containsExactly(his);
        }
        assertThat(count(somchai, SampleFields.NAME.equalTo("hers"))).isZero();
    }

    @Test
    void a_row_out_of_sight_is_not_found_like_one_that_is_not_there() {
        SampleId unknown = Sample.named("unknown").id();

        assertThatThrownBy(() -> somchai.run(work -> work.get(Samples.TYPE, unknown)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no sample with id " + unknown.value());
        assertThatThrownBy(() -> somchai.run(work -> work.get(Samples.TYPE, hers.id())))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no sample with id " + hers.id().value());
        Desk stranger = office.deskOf(TestOffice.OTHER_TENANT, TestOffice.SOMCHAI);
        assertThatThrownBy(() -> stranger.run(work -> work.get(Samples.TYPE, his.id())))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no sample with id " + his.id().value());
    }

    @Test
    void a_row_out_of_sight_cannot_be_written_even_by_who_knows_all_of_it() {
        Sample claimed = hers.withOwner(TestOffice.SOMCHAI);
        List<Object> before = office.dump(List.of(Samples.TYPE));

        assertThatThrownBy(() -> write(somchai, r -> r.update(claimed.renamed("stolen"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> write(somchai, r -> r.delete(claimed))).isInstanceOf(NotFoundException.class);
        assertThat(office.dump(List.of(Samples.TYPE))).isEqualTo(before);
    }

    @Test
    void types_without_owners_are_open_to_all() {
        Sheet sheet = Sheet.of("sheet", List.of());
        somchai.run(work -> work.save(Sheets.TYPE, Action.CREATE, Change.created(sheet)));

        Sheet seen = malee.run(work -> work.get(Sheets.TYPE, sheet.id()));
        assertThat(seen).isEqualTo(sheet);
    }

    @Test
    void what_is_given_away_is_gone_from_the_givers_sight() {
        somchai.run(work -> work.save(Samples.TYPE, Action.ASSIGN, Change.of(his, his.withOwner(TestOffice.MALEE))));

        assertThat(find(somchai, his.id())).isEmpty();
        assertThat(count(malee, Criteria.all())).isEqualTo(2);
    }

    @Test
    void nobody_creates_what_they_could_not_have_or_hands_it_over_by_an_update() {
        List<Object> before = office.dump(List.of(Samples.TYPE));

        assertThatThrownBy(() -> write(somchai, r -> r.insert(Sample.named("x").withOwner(TestOffice.MALEE))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> write(
                        somchai,
                        r -> r.insertAll(
                                List.of(Sample.named("y").withOwner(TestOffice.SOMCHAI), Sample.named("ownerless")))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> write(
                        somchai, r -> r.update(his.withOwner(TestOffice.MALEE).renamed("x"))))
                .isInstanceOfSatisfying(AccessDeniedException.class, denied -> {
                    assertThat(denied.action()).isEqualTo("update");
                    assertThat(denied.type()).isEqualTo("sample");
                });
        assertThat(office.dump(List.of(Samples.TYPE))).isEqualTo(before);
    }

    @Test
    void history_is_read_only_behind_the_aggregate_it_tells_of() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        somchai.run(work -> work.repository(HistoryEntry.TYPE).count(Criteria.all())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> somchai.run(
                        work -> work.page(HistoryEntry.TYPE, Criteria.all(), Sort.byId(), PageRequest.first(1))));
    }

    /** Answers with what it is given, or throws it. */
    private record Answering(
            @Nullable RuntimeException visible, @Nullable RuntimeException may, boolean nothing)
            implements AccessPolicy {

        @Override
        @SuppressWarnings("NullAway") // a host's policy may well be wrong
        public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
            if (visible != null) {
                throw visible;
            }
            return nothing ? null : Criteria.all();
        }

        @Override
        public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
            if (may != null) {
                throw may;
            }
            return true;
        }
    }

    @Test
    void a_policy_that_throws_or_answers_nothing_denies() {
        RuntimeException broken = new IllegalStateException("broken");
        for (AccessPolicy policy : List.of(new Answering(broken, null, false), new Answering(null, null, true))) {
            Desk desk = office.under(policy).deskOf(TestOffice.SOMCHAI);
            assertThatThrownBy(() -> count(desk, Criteria.all())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> find(desk, his.id())).isInstanceOf(AccessDeniedException.class);
        }
        LimitExceededException refusal = new LimitExceededException("reads a day", 5);
        Desk limited = office.under(new Answering(refusal, null, false)).deskOf(TestOffice.SOMCHAI);
        assertThatThrownBy(() -> count(limited, Criteria.all())).isSameAs(refusal);
    }

    @Test
    void a_policy_that_throws_denies_writes() {
        RuntimeException broken = new IllegalStateException("broken");
        Desk desk = office.under(new Answering(null, broken, false)).deskOf(TestOffice.SOMCHAI);
        List<Object> before = office.dump(List.of(Samples.TYPE));

        assertThatThrownBy(() -> write(desk, r -> r.insert(Sample.named("x"))))
                .isInstanceOf(AccessDeniedException.class)
                .hasCause(broken);
        assertThatThrownBy(() -> write(desk, r -> r.update(his.renamed("x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> write(desk, r -> r.delete(his))).isInstanceOf(AccessDeniedException.class);
        assertThat(office.dump(List.of(Samples.TYPE))).isEqualTo(before);
    }
}
