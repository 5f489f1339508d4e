package io.github.crmkit.pipeline;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PipelineServiceTest {

    private static final DefinePipeline TENDERS = DefinePipeline.named("Tenders")
            .reference("T")
            .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
            .stage(NewStage.won("Awarded"))
            .stage(NewStage.lost("Not awarded"));

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));

    @Test
    void the_default_is_installed_once() {
        Pipeline first = pipelines.installDefault();

        assertThat(first.isDefault()).isTrue();
        assertThat(pipelines.installDefault()).isEqualTo(first);
        assertThat(new PipelineService(office.deskOf(MALEE)).installDefault()).isEqualTo(first);
        assertThat(pipelines.theDefault()).contains(first);
        assertThat(pipelines.history(first.id())).extracting(HistoryEntry::code).containsExactly("pipeline.defined");
    }

    @Test
    void sixteen_who_install_it_at_once_install_one() throws Exception {
        CyclicBarrier start = new CyclicBarrier(16);
        Callable<Pipeline> install = () -> {
            start.await();
            return pipelines.installDefault();
        };
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Pipeline> installed = new ArrayList<>();
        for (Future<Pipeline> done : pool.invokeAll(Collections.nCopies(16, install))) {
            installed.add(done.get());
        }
        pool.shutdown();

        assertThat(installed).containsOnly(installed.get(0));
        assertThat(all()).hasSize(1);
    }

    @Test
    void each_tenant_has_its_own() {
        Pipeline ours = pipelines.installDefault();
        PipelineService theirs = new PipelineService(office.deskOf(OTHER_TENANT, SOMCHAI));

        assertThat(theirs.theDefault()).isEmpty();
        assertThat(theirs.installDefault().id()).isNotEqualTo(ours.id());
        assertThatThrownBy(() -> theirs.get(ours.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no pipeline with id " + ours.id().text());
    }

    @Test
    void one_is_defined_and_found_by_its_name_and_its_reference() {
        Pipeline tenders = pipelines.define(TENDERS);

        assertThat(tenders.stages()).extracting(Stage::name).containsExactly("Bid", "Awarded", "Not awarded");
        assertThat(tenders.isDefault()).isFalse();
        assertThat(pipelines.get(tenders.id())).isEqualTo(tenders);
        assertThat(pipelines.named("Tenders")).contains(tenders);
        assertThat(pipelines.byReference("T")).contains(tenders);
        assertThat(pipelines.named("Nothing")).isEmpty();
        assertThat(pipelines.theDefault()).isEmpty();
    }

    @Test
    void names_and_references_are_unique() {
        pipelines.define(TENDERS);

        assertThatThrownBy(() -> pipelines.define(TENDERS.reference("U")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("name"));
        assertThatThrownBy(() -> pipelines.define(new DefinePipeline("Other", "T", TENDERS.stages(), false)))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("reference"));
    }

    @Test
    void everything_wrong_with_a_definition_is_said_at_once_and_nothing_is_stored() {
        DefinePipeline wrong = DefinePipeline.named(" ")
                .reference("x".repeat(101))
                .stage(NewStage.won("Won"))
                .stage(NewStage.won("won"));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pipelines.define(wrong));

        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(
                        "name plain-text",
                        "reference plain-text",
                        "stages[1].name stage-name-taken",
                        "stages no-open-stage",
                        "stages no-lost-stage");
        assertThat(all()).isEmpty();
    }

    @Test
    void a_new_default_takes_over_from_the_old_one() {
        Pipeline shipped = pipelines.installDefault();

        Pipeline tenders = pipelines.define(TENDERS.asDefault());

        assertThat(pipelines.theDefault()).contains(tenders);
        assertThat(pipelines.get(shipped.id()).isDefault()).isFalse();
        assertThat(pipelines.history(shipped.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("pipeline.defined", "pipeline.left-default");

        Pipeline back = pipelines.makeDefault(shipped.id());

        assertThat(pipelines.theDefault()).contains(back);
        assertThat(pipelines.get(tenders.id()).isDefault()).isFalse();
        assertThat(pipelines.makeDefault(shipped.id())).isEqualTo(back);
    }

    @Test
    void one_is_retired_and_restored_unless_it_is_the_default() {
        Pipeline tenders = pipelines.define(TENDERS);
        Pipeline shipped = pipelines.installDefault();

        assertThat(pipelines.retire(tenders.id()).active()).isFalse();
        assertThat(pipelines.retire(tenders.id()).stamp().version()).isEqualTo(2);
        assertThat(pipelines.restore(tenders.id()).active()).isTrue();
        assertThat(pipelines.history(tenders.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("pipeline.defined", "pipeline.retired", "pipeline.restored");
        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pipelines.retire(shipped.id()));
        assertThat(refused.violations()).extracting(v -> v.code()).containsExactly("default-inactive");
    }

    @Test
    void a_retired_one_does_not_become_the_default() {
        Pipeline tenders = pipelines.define(TENDERS);
        Pipeline shipped = pipelines.installDefault();
        pipelines.retire(tenders.id());

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pipelines.makeDefault(tenders.id()));
        assertThat(refused.violations()).extracting(v -> v.code()).containsExactly("default-inactive");
        assertThat(pipelines.theDefault()).contains(shipped);
    }

    @Test
    void the_store_keeps_one_default_at_most() {
        Pipeline shipped = pipelines.installDefault();
        Pipeline second = new Pipeline(
                new PipelineId(new UUID(6, 2)), shipped.stamp(), "Second", null, shipped.stages(), true, true);

        assertThatThrownBy(() -> office.storage().inUnit(TestOffice.TENANT, unit -> {
                    unit.repository(Pipelines.TYPE).insert(second);
                    return second;
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("default"));
        assertThat(all()).containsExactly(shipped);
    }

    @Test
    void to_another_tenant_it_is_not_there_whatever_is_asked() {
        Pipeline tenders = pipelines.define(TENDERS);
        PipelineService theirs = new PipelineService(office.deskOf(OTHER_TENANT, SOMCHAI));
        List<Function<PipelineId, Object>> questions =
                List.of(theirs::get, theirs::history, theirs::makeDefault, theirs::retire, theirs::restore);

        for (Function<PipelineId, Object> question : questions) {
            assertThatThrownBy(() -> question.apply(tenders.id())).isInstanceOf(NotFoundException.class);
        }
        assertThat(theirs.named("Tenders")).isEmpty();
        assertThat(theirs.byReference("T")).isEmpty();
        assertThat(pipelines.get(tenders.id())).isEqualTo(tenders);
    }

    @Test
    void who_may_not_define_or_change_pipelines_is_denied() {
        Pipeline tenders = pipelines.define(TENDERS);
        PipelineService definesNone = under(Action.CREATE);
        PipelineService changesNone = under(Action.UPDATE);

        assertDenied("create", definesNone::installDefault);
        assertDenied(
                "create",
                () -> definesNone.define(DefinePipeline.named("Other")
                        .stage(TENDERS.stages().get(0))
                        .stage(NewStage.won("Won"))
                        .stage(NewStage.lost("Lost"))));
        assertDenied("update", () -> changesNone.retire(tenders.id()));
        assertDenied("update", () -> changesNone.makeDefault(tenders.id()));
        assertThat(all()).containsExactly(tenders);
        assertThat(definesNone.retire(tenders.id()).active()).isFalse();
        assertDenied("update", () -> changesNone.restore(tenders.id()));
        assertThat(changesNone.installDefault().isDefault()).isTrue();
    }

    private PipelineService under(Action denied) {
        return new PipelineService(office.under(Denying.of(denied)).deskOf(SOMCHAI));
    }

    private static void assertDenied(String action, Callable<?> change) {
        AccessDeniedException refused = catchThrowableOfType(AccessDeniedException.class, change::call);
        assertThat(refused.action()).isEqualTo(action);
        assertThat(refused.type()).isEqualTo("pipeline");
    }

    private List<Pipeline> all() {
        return pipelines
                .find(Criteria.all(), Sort.byId(), PageRequest.first(100))
                .items();
    }
}
