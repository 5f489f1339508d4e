package io.github.crmkit.pipeline;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What pipelines may be filtered and sorted by. Their stages are read with them, in one piece. */
public final class PipelineFields {

    /** The one text that {@link #DEFAULT_MARK} ever holds. */
    static final String DEFAULT = "default";

    public static final TextField<Pipeline> NAME =
            Field.text("name", Pipeline.MAX_NAME, Pipeline::name).folded();
    public static final TextField<Pipeline> REFERENCE = Field.<Pipeline>text(
                    "reference", Pipeline.MAX_REFERENCE, Pipeline::reference)
            .optional();
    public static final Field<Pipeline, Boolean> ACTIVE = Field.bool("active", Pipeline::active);

    /** {@code default} for the default pipeline and absent for all others: a unique key, so that there is one at most. */
    public static final TextField<Pipeline> DEFAULT_MARK = Field.<Pipeline>text(
                    "defaultMark", DEFAULT.length(), p -> p.isDefault() ? DEFAULT : null)
            .optional();

    public static final OrderedField<Pipeline, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Pipeline, ?>> ALL = List.of(NAME, REFERENCE, ACTIVE, DEFAULT_MARK, CREATED_AT);

    /** What history tells besides: the stages in order, one a line with all that is said of each. */
    static final List<Field<Pipeline, ?>> TOLD =
            List.of(Field.<Pipeline>text("stages", Integer.MAX_VALUE, PipelineFields::stages));

    private PipelineFields() {}

    private static String stages(Pipeline pipeline) {
        return pipeline.stages().stream().map(PipelineFields::told).collect(Collectors.joining("\n"));
    }

    private static String told(Stage stage) {
        StringBuilder text = new StringBuilder(stage.name())
                .append(" (")
                .append(stage.id().text())
                .append("): ")
                .append(stage.probability().value().toPlainString())
                .append(" %, ")
                .append(stage.category())
                .append(", ")
                .append(stage.outcome())
                .append(stage.active() ? "" : ", inactive");
        stage.rottingAfter().ifPresent(days -> text.append(", rots after ").append(days));
        stage.labels()
                .forEach((tag, label) ->
                        text.append(", ").append(tag).append(": ").append(label));
        stage.required().forEach(fact -> text.append(", requires ").append(fact));
        for (ExitQuestion question : stage.questions()) {
            text.append(question.required() ? ", asks " : ", may ask ")
                    .append(question.key())
                    .append(": ")
                    .append(question.text());
            question.labels()
                    .forEach((tag, label) ->
                            text.append(" / ").append(tag).append(": ").append(label));
        }
        return text.toString();
    }
}
