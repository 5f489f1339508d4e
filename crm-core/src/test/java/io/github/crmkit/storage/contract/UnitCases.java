package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.List;
import java.util.stream.IntStream;

/** A unit of work is stored wholly or not at all, sees its own writes, and hides them until it ends. */
final class UnitCases {

    private UnitCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("what_a_unit_wrote_is_there_when_it_returns", UnitCases::stored),
                new ContractCase("a_unit_returns_what_its_work_returned", UnitCases::result),
                new ContractCase("work_that_throws_stores_nothing", UnitCases::throwing),
                new ContractCase("what_the_work_throws_is_passed_on_unchanged", UnitCases::unchanged),
                new ContractCase("a_unit_marked_rollback_only_stores_nothing_and_says_so", UnitCases::rollbackOnly),
                new ContractCase("a_unit_reads_its_own_writes", UnitCases::ownWrites),
                new ContractCase("a_unit_lists_its_own_writes_in_order", UnitCases::ownListing),
                new ContractCase("others_do_not_see_a_unit_before_it_ends", UnitCases::hidden),
                new ContractCase("a_unit_inside_another_is_independent_of_it", UnitCases::independent),
                new ContractCase("many_rows_are_stored_at_once", UnitCases::many),
                new ContractCase("no_rows_are_stored_at_once", UnitCases::none),
                new ContractCase("the_storage_owns_its_transactions", UnitCases::owns));
    }

    /** Thrown by work on purpose. */
    private static final class Deliberate extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Repository<Sample, SampleId> samples(UnitOfWork unit) {
        return Bench.samples(unit);
    }

    private static void stored(Bench bench) {
        Sample kept = Samples.full();
        Sample changed = Sample.named("before");
        Sample gone = Sample.named("gone");
        bench.insert(changed, gone);
        Sheet sheet = Sheet.of("sheet", List.of(SheetLine.of("line", "1")));
        bench.run(unit -> {
            samples(unit).insert(kept);
            samples(unit).update(changed.renamed("after"));
            samples(unit).delete(gone);
            unit.repository(Sheets.TYPE).insert(sheet);
        });
        assertThat(bench.all()).containsExactlyInAnyOrder(kept, changed.renamed("after"));
        assertThat(bench.find(Sheets.TYPE, sheet.id())).contains(sheet);
    }

    private static void result(Bench bench) {
        Object token = new Object();
        Object returned = bench.get(unit -> token);
        assertThat(returned).isSameAs(token);
    }

    private static void throwing(Bench bench) {
        Sample first = Sample.named("first");
        Sample gone = Sample.named("gone");
        bench.insert(first, gone);
        Sheet sheet = Sheet.of("sheet", List.of(SheetLine.of("line", "1")));
        assertThatThrownBy(() -> bench.run(unit -> {
                    samples(unit).insert(Sample.named("half"));
                    samples(unit).insertAll(List.of(Sample.named("more"), Sample.named("and more")));
                    samples(unit).update(first.renamed("second"));
                    samples(unit).delete(gone);
                    unit.repository(Sheets.TYPE).insert(sheet);
                    throw new Deliberate();
                }))
                .isInstanceOf(Deliberate.class);
        assertThat(bench.all()).containsExactlyInAnyOrder(first, gone);
        assertThat(bench.find(Sheets.TYPE, sheet.id())).isEmpty();
        bench.update(Samples.TYPE, first.renamed("second"));
        assertThat(bench.find(first)).contains(first.renamed("second"));
    }

    private static void unchanged(Bench bench) {
        RuntimeException known = new StaleVersionException(Samples.TYPE.refOf(Samples.full()), 1);
        for (RuntimeException thrown : List.of(new Deliberate(), new IllegalStateException("x"), known)) {
            assertThatThrownBy(() -> bench.run(unit -> {
                        samples(unit).insert(Sample.named("half"));
                        throw thrown;
                    }))
                    .isSameAs(thrown)
                    .hasNoSuppressedExceptions();
        }
        Error error = new AssertionError("deliberate");
        assertThatThrownBy(() -> bench.run(unit -> {
                    samples(unit).insert(Sample.named("half"));
                    throw error;
                }))
                .isSameAs(error);
        assertThat(bench.all()).isEmpty();
    }

    private static void rollbackOnly(Bench bench) {
        assertThatThrownBy(() -> bench.run(unit -> {
                    samples(unit).insert(Sample.named("half"));
                    unit.setRollbackOnly();
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThatThrownBy(() -> bench.run(unit -> {
                    unit.setRollbackOnly();
                    samples(unit).insert(Sample.named("half"));
                    throw new Deliberate();
                }))
                .isInstanceOf(Deliberate.class);
        assertThat(bench.all()).isEmpty();
    }

    private static void ownWrites(Bench bench) {
        Sample first = Sample.named("first");
        Sample gone = Sample.named("gone");
        Sample fresh = Samples.full();
        bench.insert(first, gone);
        bench.run(unit -> {
            samples(unit).insert(fresh);
            assertThat(samples(unit).find(fresh.id())).contains(fresh);
            samples(unit).update(first.renamed("second"));
            assertThat(samples(unit).find(first.id())).contains(first.renamed("second"));
            samples(unit).delete(gone);
            assertThat(samples(unit).find(gone.id())).isEmpty();
            assertThat(samples(unit).findAll(List.of(gone.id(), fresh.id(), first.id())))
                    .containsExactly(fresh, first.renamed("second"));
            assertThat(samples(unit).count(Criteria.all())).isEqualTo(2);
            assertThat(samples(unit).count(SampleFields.NAME.equalTo("first"))).isZero();
            assertThat(samples(unit).count(SampleFields.NAME.equalTo("second"))).isEqualTo(1);
        });
    }

    private static void ownListing(Bench bench) {
        Sample b = Sample.named("b");
        Sample d = Sample.named("d");
        bench.insert(b, d, Sample.named("f"));
        bench.run(unit -> {
            samples(unit).insertAll(List.of(Sample.named("a"), Sample.named("c")));
            samples(unit).update(b.renamed("e"));
            samples(unit).delete(d);
            var page = samples(unit).page(Criteria.all(), SampleFields.NAME.asc(), PageRequest.first(2));
            assertThat(page.items().stream().map(Sample::name)).containsExactly("a", "c");
            var rest = samples(unit)
                    .page(
                            Criteria.all(),
                            SampleFields.NAME.asc(),
                            PageRequest.after(page.next().orElseThrow(), 2));
            assertThat(rest.items().stream().map(Sample::name)).containsExactly("e", "f");
            assertThat(rest.next()).isEmpty();
        });
    }

    private static void hidden(Bench bench) {
        Sample first = Sample.named("first");
        bench.insert(first);
        bench.run(unit -> {
            samples(unit).insert(Sample.named("not yet"));
            samples(unit).update(first.renamed("not yet either"));
            assertThat(bench.all()).containsExactly(first);
        });
        assertThat(bench.names(Criteria.all())).containsExactly("not yet", "not yet either");
    }

    private static void independent(Bench bench) {
        Sample inner = Sample.named("inner");
        assertThatThrownBy(() -> bench.run(unit -> {
                    samples(unit).insert(Sample.named("outer"));
                    bench.insert(inner);
                    throw new Deliberate();
                }))
                .isInstanceOf(Deliberate.class);
        assertThat(bench.all()).containsExactly(inner);
    }

    private static void many(Bench bench) {
        List<Sample> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> Samples.full().withReference("R" + i).withQuantity((long) i))
                .toList();
        bench.insertAll(rows);
        assertThat(bench.list(Samples.TYPE, Criteria.all(), SampleFields.QUANTITY.asc()))
                .isEqualTo(rows);
    }

    private static void none(Bench bench) {
        bench.insertAll(List.of());
        bench.run(unit -> unit.repository(Sheets.TYPE).insertAll(List.of()));
        bench.run(unit -> samples(unit).insertAll(List.of(Sample.named("one"))));
        assertThat(bench.names(Criteria.all())).containsExactly("one");
    }

    private static void owns(Bench bench) {
        assertThat(bench.storage().ownsTransactions()).isTrue();
    }
}
