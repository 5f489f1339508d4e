package io.github.crmkit.pipeline;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new pipeline.
 *
 * @param name unique within the tenant
 * @param reference the host's own key, unique within the tenant; absent where there is none
 * @param stages in order; checked as {@link Pipeline} says
 * @param isDefault whether it takes over as the default
 */
public record DefinePipeline(
        @NotNull @PlainText(max = Pipeline.MAX_NAME) String name,
        @Nullable @PlainText(max = Pipeline.MAX_REFERENCE) String reference,
        List<NewStage> stages,
        boolean isDefault)
        implements Command {

    public DefinePipeline {
        stages = List.copyOf(stages);
    }

    /** A pipeline of this name, with no stages yet. */
    public static DefinePipeline named(String name) {
        return new DefinePipeline(name, null, List.of(), false);
    }

    /** With the host's own key. */
    public DefinePipeline reference(String key) {
        return new DefinePipeline(name, key, stages, isDefault);
    }

    /** With one more stage, behind the others. */
    public DefinePipeline stage(NewStage next) {
        List<NewStage> more = new ArrayList<>(stages);
        more.add(next);
        return new DefinePipeline(name, reference, more, isDefault);
    }

    /** To take over as the default. */
    public DefinePipeline asDefault() {
        return new DefinePipeline(name, reference, stages, true);
    }

    @Override
    public void check(Violations problems) {
        PipelineRules.check(stages, problems);
    }
}
