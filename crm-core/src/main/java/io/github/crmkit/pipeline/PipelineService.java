package io.github.crmkit.pipeline;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Defines pipelines and finds them, for one caller. */
public final class PipelineService {

    private final Desk desk;

    public PipelineService(Desk desk) {
        this.desk = desk;
    }

    /** The default pipeline; the {@link Pipeline#shipped shipped} one is installed where there is none. */
    public Pipeline installDefault() {
        return desk.runIdempotent(PipelineService::defaultOf);
    }

    /**
     * The default pipeline as part of an open unit; installs the shipped one where there is none. One read where there is.
     *
     * @throws io.github.crmkit.storage.DuplicateKeyException of the type {@code pipeline} where somebody else installs it
     *     at this moment: run the unit again
     */
    public static Pipeline defaultOf(Work work) {
        return Pipelines.in(work).theDefault().orElseGet(() -> install(work));
    }

    private static Pipeline install(Work work) {
        Pipeline shipped =
                Pipeline.shipped(new PipelineId(work.newId()), work.firstStamp(), () -> new StageId(work.newId()));
        return work.save(Pipelines.TYPE, Action.CREATE, Change.created(shipped, new PipelineEvent.Defined()));
    }

    /**
     * Defines a pipeline.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the definition
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name or the reference is taken
     */
    public Pipeline define(DefinePipeline command) {
        return desk.run(command, work -> {
            if (command.isDefault()) {
                replaceDefault(work);
            }
            List<Stage> stages = command.stages().stream()
                    .map(asked -> Stage.of(new StageId(work.newId()), asked))
                    .toList();
            Pipeline pipeline = new Pipeline(
                    new PipelineId(work.newId()),
                    work.firstStamp(),
                    command.name(),
                    command.reference(),
                    stages,
                    command.isDefault(),
                    true);
            return work.save(Pipelines.TYPE, Action.CREATE, Change.created(pipeline, new PipelineEvent.Defined()));
        });
    }

    /**
     * Makes this pipeline the default instead of the one that was.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code default-inactive} for a retired pipeline
     * @throws io.github.crmkit.kernel.NotFoundException when there is none with this id
     */
    public Pipeline makeDefault(PipelineId id) {
        return desk.run(work -> {
            Pipeline pipeline = work.get(Pipelines.TYPE, id);
            if (!pipeline.isDefault()) {
                replaceDefault(work);
            }
            return work.save(Pipelines.TYPE, Action.UPDATE, pipeline.asDefault(true));
        });
    }

    /**
     * Lets no new deal start in this pipeline; those inside go on. A pipeline that is retired already stays as it is.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code default-inactive} for the default pipeline: make
     *     another one the default first
     * @throws io.github.crmkit.kernel.NotFoundException when there is none with this id
     */
    public Pipeline retire(PipelineId id) {
        return change(id, pipeline -> pipeline.asActive(false));
    }

    /**
     * Lets new deals start in this pipeline again. One that is not retired stays as it is.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none with this id
     */
    public Pipeline restore(PipelineId id) {
        return change(id, pipeline -> pipeline.asActive(true));
    }

    private Pipeline change(PipelineId id, Function<Pipeline, Change<Pipeline>> decision) {
        return desk.run(work -> work.save(Pipelines.TYPE, Action.UPDATE, decision.apply(work.get(Pipelines.TYPE, id))));
    }

    private static void replaceDefault(Work work) {
        Pipelines.in(work)
                .theDefault()
                .ifPresent(old -> work.save(Pipelines.TYPE, Action.UPDATE, old.asDefault(false)));
    }

    /**
     * The pipeline with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Pipeline get(PipelineId id) {
        return desk.run(work -> work.get(Pipelines.TYPE, id));
    }

    /** The default pipeline, where there is one. */
    public Optional<Pipeline> theDefault() {
        return desk.run(work -> Pipelines.in(work).theDefault());
    }

    /** The pipeline of exactly this name. */
    public Optional<Pipeline> named(String name) {
        return desk.run(work -> Pipelines.in(work).named(name));
    }

    /** The pipeline with this reference. */
    public Optional<Pipeline> byReference(String reference) {
        return desk.run(work -> Pipelines.in(work).byReference(reference));
    }

    /** One page of pipelines. */
    public Page<Pipeline> find(Criteria<Pipeline> where, Sort<Pipeline> sort, PageRequest request) {
        return desk.run(work -> work.page(Pipelines.TYPE, where, sort, request));
    }

    /** What was done to a pipeline, oldest first. */
    public List<HistoryEntry> history(PipelineId id) {
        return desk.run(work -> work.historyOf(Pipelines.TYPE.refOf(work.get(Pipelines.TYPE, id))));
    }
}
