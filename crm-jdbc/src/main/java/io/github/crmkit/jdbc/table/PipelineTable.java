package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineFields;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pipelines, each with all its stages in one column: it is read whole or not at all, in one statement. */
final class PipelineTable {

    private PipelineTable() {}

    static Table<Pipeline, PipelineId> declared() {
        return Table.of(Pipelines.TYPE, "pipeline", t -> {
            var name = t.field(PipelineFields.NAME);
            var reference = t.field(PipelineFields.REFERENCE);
            var stages = t.json("stages", new StageShape(), Pipeline::stages);
            var active = t.field(PipelineFields.ACTIVE);
            var defaultMark = t.field(PipelineFields.DEFAULT_MARK);
            t.stamp(PipelineFields.CREATED_AT, "created_at");
            t.remembered();
            return row -> new Pipeline(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    row.optional(reference),
                    row.get(stages),
                    row.optional(defaultMark) != null,
                    row.get(active));
        });
    }

    private static final class StageShape implements JsonShape<Stage> {

        private static final QuestionShape QUESTION = new QuestionShape();

        @Override
        public void write(JsonOut to, Stage stage) {
            to.text("id", stage.id().text())
                    .text("name", stage.name())
                    .text("probability", stage.probability().value().toPlainString())
                    .text("category", stage.category())
                    .text("outcome", stage.outcome())
                    .text("active", stage.active())
                    .list("labels", List.copyOf(stage.labels().entrySet()), LabelShape.SHAPE)
                    .text("rottingDays", stage.rottingDays())
                    .list("questions", stage.questions(), QUESTION)
                    .list("required", List.copyOf(stage.required()), FactShape.SHAPE);
        }

        @Override
        public Stage read(JsonObject from, int version) {
            return new Stage(
                    StageId.parse(from.text("id")),
                    from.text("name"),
                    Percent.of(from.text("probability")),
                    ForecastCategory.valueOf(from.text("category")),
                    Outcome.valueOf(from.text("outcome")),
                    Boolean.parseBoolean(from.text("active")),
                    LabelShape.labels(from, version),
                    days(from.optional("rottingDays")),
                    from.list("questions", QUESTION, version),
                    Set.copyOf(from.list("required", FactShape.SHAPE, version)));
        }

        private static @Nullable Integer days(@Nullable String text) {
            return text == null ? null : Integer.valueOf(text);
        }
    }

    private static final class QuestionShape implements JsonShape<ExitQuestion> {

        @Override
        public void write(JsonOut to, ExitQuestion question) {
            to.text("key", question.key())
                    .text("text", question.text())
                    .list("labels", List.copyOf(question.labels().entrySet()), LabelShape.SHAPE)
                    .text("required", question.required());
        }

        @Override
        public ExitQuestion read(JsonObject from, int version) {
            return new ExitQuestion(
                    from.text("key"),
                    from.text("text"),
                    LabelShape.labels(from, version),
                    Boolean.parseBoolean(from.text("required")));
        }
    }

    private static final class FactShape implements JsonShape<Stage.Fact> {

        static final FactShape SHAPE = new FactShape();

        @Override
        public void write(JsonOut to, Stage.Fact fact) {
            to.text("fact", fact);
        }

        @Override
        public Stage.Fact read(JsonObject from, int version) {
            return Stage.Fact.valueOf(from.text("fact"));
        }
    }

    private static final class LabelShape implements JsonShape<Map.Entry<String, String>> {

        static final LabelShape SHAPE = new LabelShape();

        static Map<String, String> labels(JsonObject from, int version) {
            return from.list("labels", SHAPE, version).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void write(JsonOut to, Map.Entry<String, String> label) {
            to.text("tag", label.getKey()).text("text", label.getValue());
        }

        @Override
        public Map.Entry<String, String> read(JsonObject from, int version) {
            return Map.entry(from.text("tag"), from.text("text"));
        }
    }
}
