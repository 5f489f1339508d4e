package io.github.crmkit.pipeline;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Defines pipelines, changes and finds them, for one caller. */
public final class PipelineService {

    /**
     * Asks for another definition of a pipeline, all of it at once: start from the pipeline as it was shown and change what
     * is to be changed.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     * @param name unique within the tenant
     * @param reference the host's own key, unique within the tenant; null to clear
     * @param stages all of them in order; one that the pipeline has may not be left out, but be switched off
     */
    public record RedefinePipeline(
            @NotNull PipelineId id,
            long version,
            @NotNull @PlainText(max = Pipeline.MAX_NAME) String name,

            @Nullable @PlainText(max = Pipeline.MAX_REFERENCE)
            String reference,

            List<StageEdit> stages)
            implements Command {

        /**
         * One stage as it is to be.
         *
         * @param id which stage of the pipeline; absent for a new one
         * @param as everything else about it; the outcome of a stage that the pipeline has stays what it is
         */
        public record StageEdit(@Nullable StageId id, NewStage as) {

            public StageEdit {
                Objects.requireNonNull(as, "as");
            }
        }

        public RedefinePipeline {
            stages = List.copyOf(stages);
        }

        /** Everything as it is. */
        public static RedefinePipeline of(Pipeline pipeline) {
            List<StageEdit> stages = pipeline.stages().stream()
                    .map(stage -> new StageEdit(stage.id(), stage.definition()))
                    .toList();
            return new RedefinePipeline(
                    pipeline.id(), pipeline.stamp().version(), pipeline.name(), pipeline.reference(), stages);
        }

        /** Of this name. */
        public RedefinePipeline name(String text) {
            return new RedefinePipeline(id, version, text, reference, stages);
        }

        /** With the host's own key. */
        public RedefinePipeline reference(@Nullable String key) {
            return new RedefinePipeline(id, version, name, key, stages);
        }

        /** With these stages in this order, and no others. */
        public RedefinePipeline stages(List<StageEdit> inOrder) {
            return new RedefinePipeline(id, version, name, reference, inOrder);
        }

        /** With this stage in its place, but as given here; refused later where the pipeline has no such stage. */
        public RedefinePipeline stage(StageId which, NewStage as) {
            List<StageEdit> edits = new ArrayList<>(stages);
            StageEdit edit = new StageEdit(which, as);
            edits.replaceAll(one -> which.equals(one.id()) ? edit : one);
            return stages(edits.contains(edit) ? edits : with(edits, edits.size(), edit));
        }

        /**
         * With a new stage.
         *
         * @param position its place in the order, from 0 to the number of stages; others move back
         * @throws IndexOutOfBoundsException for any other place
         */
        public RedefinePipeline insert(int position, NewStage next) {
            return stages(with(new ArrayList<>(stages), position, new StageEdit(null, next)));
        }

        private static List<StageEdit> with(List<StageEdit> edits, int position, StageEdit one) {
            edits.add(position, one);
            return edits;
        }

        @Override
        public void check(Violations problems) {
            PipelineRules.check(stages.stream().map(StageEdit::as).toList(), problems);
            PipelineRules.checkIds(PipelineRules.ids(stages), problems);
        }
    }

    private static final String REDEFINE = "redefine pipeline";

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
     * Replaces the name, the reference and the stages of a pipeline, retired or not. A definition that changes nothing
     * writes nothing. Deals inside stay where they are, with the probability and the category that they entered with.
     *
     * @throws StaleVersionException when the pipeline is no longer as it was shown; carries the pipeline as it is
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the definition, and
     *     what {@link Pipeline#redefine} refuses besides
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name or the reference is taken
     * @throws io.github.crmkit.kernel.NotFoundException when there is none with this id
     */
    public Pipeline redefine(RedefinePipeline command) {
        Violations given = desk.commandCheck().inspect(command);
        if (command.id() == null) {
            given.throwIfAny(REDEFINE);
        }
        return desk.run(work -> {
            Pipeline pipeline = work.get(Pipelines.TYPE, command.id());
            if (pipeline.stamp().version() != command.version()) {
                throw new StaleVersionException(Pipelines.TYPE.refOf(pipeline), command.version(), pipeline);
            }
            // Only the pipeline knows what has to be kept, and the caller hears of everything at once.
            Violations problems = new Violations().addAll(given.list());
            PipelineRules.checkKept(pipeline.stages(), command.stages(), problems);
            problems.throwIfAny(REDEFINE);
            Change<Pipeline> change = pipeline.redefine(command, () -> new StageId(work.newId()));
            return work.save(Pipelines.TYPE, Action.UPDATE, change);
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
