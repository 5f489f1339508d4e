package io.github.crmkit.opportunity;

import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * A pipeline at a glance: how many deals each stage holds and what they are worth.
 *
 * @param pipeline the pipeline
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
    public record Column(Stage stage, long deals, long withoutAmount, MoneyBag amount, MoneyBag weighted) {}

    public Board {
        columns = List.copyOf(columns);
    }

    /** Adds deals up, one after another. */
    static final class Tally {

        private final Pipeline pipeline;
        private final Map<StageId, Sums> sums = new LinkedHashMap<>();

        Tally(Pipeline pipeline) {
            this.pipeline = pipeline;
            pipeline.stages().forEach(stage -> sums.put(stage.id(), new Sums(stage)));
        }

        void add(Opportunity deal) {
            Sums stage = sums.get(deal.stage());
            if (stage != null) {
                stage.add(deal);
            }
        }

        Board board() {
            return new Board(pipeline, sums.values().stream().map(Sums::column).toList());
        }
    }

    private static final class Sums {

        private final Stage stage;
        private long deals;
        private long withoutAmount;
        private MoneyBag amount = MoneyBag.empty();
        private ExactSum weighted = ExactSum.empty();

        private Sums(Stage stage) {
            this.stage = stage;
        }

        private void add(Opportunity deal) {
            deals++;
            Money money = deal.expectation().amount();
            if (money == null) {
                withoutAmount++;
                return;
            }
            amount = amount.plus(money);
            if (deal.isOpen()) {
                weighted = weighted.plus(money, deal.probability());
            }
        }

        private Column column() {
            return new Column(stage, deals, withoutAmount, amount, weighted.rounded(Rounding.COMMERCIAL));
        }
    }
}
