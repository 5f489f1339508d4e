package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.List;

/** Two tenants of one store do not touch each other, whatever they know of each other. */
final class TenantCases {

    private TenantCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("a_unit_belongs_to_its_tenant", TenantCases::unitTenant),
                new ContractCase("another_tenants_rows_are_not_found_by_id", TenantCases::find),
                new ContractCase("another_tenants_rows_are_not_listed", TenantCases::page),
                new ContractCase("another_tenants_rows_are_not_counted", TenantCases::count),
                new ContractCase("another_tenants_rows_cannot_be_updated", TenantCases::update),
                new ContractCase("another_tenants_rows_cannot_be_deleted", TenantCases::delete),
                new ContractCase("unique_keys_are_unique_per_tenant", TenantCases::uniqueKey),
                new ContractCase("the_same_id_may_live_in_two_tenants", TenantCases::sameId),
                new ContractCase("no_filter_reaches_another_tenant", TenantCases::filters));
    }

    private static void unitTenant(Bench bench) {
        bench.run(unit -> assertThat(unit.tenant()).isEqualTo(bench.tenant()));
        bench.asStranger().run(unit -> assertThat(unit.tenant()).isEqualTo(bench.stranger()));
    }

    private static void find(Bench bench) {
        Sample theirs = Samples.full();
        bench.asStranger().insert(theirs);
        assertThat(bench.find(theirs)).isEmpty();
        List<Sample> found = bench.get(unit -> Bench.samples(unit).findAll(List.of(theirs.id())));
        assertThat(found).isEmpty();
        assertThat(bench.asStranger().find(theirs)).contains(theirs);
    }

    private static void page(Bench bench) {
        Sample ours = Sample.named("ours");
        bench.insert(ours);
        bench.asStranger().insert(Samples.full());
        assertThat(bench.page(Criteria.all(), Sort.byId(), PageRequest.first(10))
                        .items())
                .containsExactly(ours);
        assertThat(bench.page(SampleFields.NAME.isNull().not(), SampleFields.NAME.asc(), PageRequest.first(10))
                        .items())
                .containsExactly(ours);
    }

    private static void count(Bench bench) {
        bench.insert(Sample.named("ours"));
        bench.asStranger().insert(Samples.full(), Sample.named("theirs"));
        long ours = bench.get(unit -> Bench.samples(unit).count(Criteria.all()));
        long theirs = bench.asStranger().get(unit -> Bench.samples(unit).count(Criteria.all()));
        assertThat(ours).isEqualTo(1);
        assertThat(theirs).isEqualTo(2);
    }

    private static void update(Bench bench) {
        Sample theirs = Samples.full();
        bench.asStranger().insert(theirs);
        assertThatThrownBy(() -> bench.update(Samples.TYPE, theirs.renamed("stolen")))
                .isInstanceOf(StaleVersionException.class);
        assertThat(bench.asStranger().all()).containsExactly(theirs);
        assertThat(bench.all()).isEmpty();
    }

    private static void delete(Bench bench) {
        Sample theirs = Samples.full();
        bench.asStranger().insert(theirs);
        assertThatThrownBy(() -> bench.run(unit -> Bench.samples(unit).delete(theirs)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(bench.asStranger().all()).containsExactly(theirs);
    }

    private static void uniqueKey(Bench bench) {
        Sample ours = Samples.full();
        Sample theirs = Samples.full();
        bench.insert(ours);
        bench.asStranger().insert(theirs);
        assertThat(bench.all()).containsExactly(ours);
        assertThat(bench.asStranger().all()).containsExactly(theirs);
    }

    private static void sameId(Bench bench) {
        Sheet ours = Sheet.of("ours", List.of(SheetLine.of("a", "1")));
        Sheet theirs =
                new Sheet(ours.id(), "theirs", List.of(SheetLine.of("b", "2"), SheetLine.of("c", "3")), ours.stamp());
        Bench stranger = bench.asStranger();
        bench.insert(Sheets.TYPE, ours);
        stranger.insert(Sheets.TYPE, theirs);
        Sheet changed = ours.with("ours, changed", List.of(SheetLine.of("d", "4")));
        bench.update(Sheets.TYPE, changed);
        assertThat(bench.find(Sheets.TYPE, ours.id())).contains(changed);
        assertThat(stranger.find(Sheets.TYPE, ours.id())).contains(theirs);
        stranger.run(unit -> unit.repository(Sheets.TYPE).delete(theirs));
        assertThat(bench.find(Sheets.TYPE, ours.id())).contains(changed);
        assertThat(stranger.find(Sheets.TYPE, ours.id())).isEmpty();
    }

    private static void filters(Bench bench) {
        Sample theirs = Samples.full();
        bench.asStranger().insert(theirs);
        bench.insert(Sample.named("ours"));
        Criteria<Sample> everything = Criteria.<Sample>none().not();
        List<Criteria<Sample>> wide = List.of(
                Criteria.all(),
                everything,
                Criteria.<Sample>all().or(SampleFields.NAME.isNull()),
                SampleFields.NAME.equalTo(theirs.name()).or(everything),
                Samples.TYPE.id().equalTo(theirs.id()).or(SampleFields.NAME.equalTo("ours")),
                SampleFields.NAME.equalTo("x' or 1=1 or 'a'='").not());
        for (Criteria<Sample> where : wide) {
            assertThat(bench.names(where)).as(where.describe()).containsExactly("ours");
        }
        assertThat(bench.names(Samples.TYPE.id().equalTo(theirs.id()))).isEmpty();
        assertThat(bench.names(SampleFields.REFERENCE.equalTo("REF-1"))).isEmpty();
    }
}
