package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.JsonObject;
import io.github.crmkit.jdbc.mapping.JsonOut;
import io.github.crmkit.jdbc.mapping.JsonShape;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineFields;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;

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

        @Override
        public void write(JsonOut to, Stage stage) {
            to.text("id", stage.id().text())
                    .text("name", stage.name())
                    .text("probability", stage.probability().value().toPlainString())
                    .text("category", stage.category())
                    .text("outcome", stage.outcome())
                    .text("active", stage.active());
        }

        @Override
        public Stage read(JsonObject from, int version) {
            return new Stage(
                    StageId.parse(from.text("id")),
                    from.text("name"),
                    Percent.of(from.text("probability")),
                    ForecastCategory.valueOf(from.text("category")),
                    Outcome.valueOf(from.text("outcome")),
                    Boolean.parseBoolean(from.text("active")));
        }
    }
}
