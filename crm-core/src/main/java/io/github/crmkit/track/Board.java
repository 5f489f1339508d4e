package io.github.crmkit.track;

import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.List;
import java.util.Map;

/**
 * A pipeline at a glance: how many deals each stage holds and what they are worth.
 *
 * @param pipeline the pipeline, with its stages of today
 * @param columns one for each of its stages, in their order, empty ones included
 */
public record Board(Pipeline pipeline, List<Column> columns) {

    /**
     * One stage.
     *
     * @param deals how many deals are in it
     * @param withoutAmount how many of these have no amount; they are in no total
     * @param amount the total of the amounts, by currency
     * @param weighted the total of amount × effective probability, by currency; the exact sum is rounded once, halves
     *     away from zero. Empty for a closed stage, which is never weighted
     */
    public record Column(Stage stage, long deals, long withoutAmount, MoneyBag amount, MoneyBag weighted) {

        private static Column of(Stage stage, PipelineCube.Cell cell) {
            return new Column(stage, cell.count(), cell.withoutAmount(), cell.amount(), cell.weightedAmount());
        }
    }

    public Board {
        columns = List.copyOf(columns);
    }

    /** What a cube says of a pipeline. */
    public static Board of(Pipeline pipeline, PipelineCube cube) {
        Map<StageId, PipelineCube.Cell> stages = cube.of(pipeline.id()).byStage();
        return new Board(
                pipeline,
                pipeline.stages().stream()
                        .map(stage -> Column.of(stage, stages.getOrDefault(stage.id(), PipelineCube.Cell.none())))
                        .toList());
    }
}
