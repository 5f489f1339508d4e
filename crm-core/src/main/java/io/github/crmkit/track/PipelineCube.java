package io.github.crmkit.track;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Deals at one moment, counted and added up by pipeline, stage, owner and the month they were expected to be decided in;
 * open, won and lost ones, each in its stage. Cells without deals are not in it.
 *
 * @param cells the smallest groups; every roll-up is a sum of them
 */
public record PipelineCube(Map<Key, Cell> cells) {

    /**
     * What the deals of one cell have in common.
     *
     * @param due the month of the expected close date; absent where that was not known
     */
    public record Key(
            PipelineId pipeline,
            StageId stage,
            UserId owner,
            @Nullable YearMonth due) {

        private static final int SPREAD = 31;
        private static final int MONTHS = 12;

        /** Where a deal counts that stood so. */
        public static Key of(Standing.State state) {
            LocalDate date = state.closeDate();
            return new Key(state.pipeline(), state.stage(), state.owner(), date == null ? null : YearMonth.from(date));
        }

        /** Of the month's own hash maps see the year only: its other bits lie too high. */
        @Override
        public int hashCode() {
            int month = due == null ? 0 : due.getYear() * MONTHS + due.getMonthValue();
            return ((pipeline.hashCode() * SPREAD + stage.hashCode()) * SPREAD + owner.hashCode()) * SPREAD + month;
        }
    }

    /**
     * Some deals.
     *
     * @param count how many
     * @param withoutAmount how many of these have no amount; they are in no sum
     * @param amount the total of the amounts, by currency
     * @param weighted the exact sum of amount × probability in effect of the open deals, by currency; closed deals are never
     *     weighted
     */
    public record Cell(long count, long withoutAmount, MoneyBag amount, ExactSum weighted) {

        private static final Cell NONE = new Cell(0, 0, MoneyBag.empty(), ExactSum.empty());

        /** No deals. */
        public static Cell none() {
            return NONE;
        }

        /** The weighted sum, rounded once to the decimals of each currency, halves away from zero. */
        public MoneyBag weightedAmount() {
            return weighted.rounded(Rounding.COMMERCIAL);
        }

        /** These and the others. */
        public Cell plus(Cell other) {
            return new Cell(
                    count + other.count,
                    withoutAmount + other.withoutAmount,
                    amount.plus(other.amount),
                    weighted.plus(other.weighted));
        }

        private Cell plus(Standing.State deal) {
            Money money = deal.amount();
            if (money == null) {
                return new Cell(count + 1, withoutAmount + 1, amount, weighted);
            }
            return new Cell(
                    count + 1,
                    withoutAmount,
                    amount.plus(money),
                    deal.isOpen() ? weighted.plus(money, deal.probability()) : weighted);
        }
    }

    public PipelineCube {
        cells = Map.copyOf(filled(cells));
    }

    private static Map<Key, Cell> filled(Map<Key, Cell> cells) {
        for (Cell cell : cells.values()) {
            if (cell.count() == 0) {
                Map<Key, Cell> filled = new HashMap<>(cells);
                filled.values().removeIf(some -> some.count() == 0);
                return filled;
            }
        }
        return cells;
    }

    /** Without a single deal. */
    public static PipelineCube empty() {
        return new PipelineCube(Map.of());
    }

    /** The cells whose keys satisfy this. */
    public PipelineCube matching(Predicate<? super Key> wanted) {
        Map<Key, Cell> kept = new HashMap<>(cells);
        kept.keySet().removeIf(wanted.negate());
        return new PipelineCube(kept);
    }

    /** The cells of one pipeline. */
    public PipelineCube of(PipelineId pipeline) {
        return matching(key -> key.pipeline().equals(pipeline));
    }

    /** The cells of one owner. */
    public PipelineCube of(UserId owner) {
        return matching(key -> key.owner().equals(owner));
    }

    /** All deals together. */
    public Cell total() {
        return cells.values().stream().reduce(Cell.none(), Cell::plus);
    }

    /** By stage; stages without deals are not in it. */
    public Map<StageId, Cell> byStage() {
        return by(Key::stage);
    }

    /** By pipeline; pipelines without deals are not in it. */
    public Map<PipelineId, Cell> byPipeline() {
        return by(Key::pipeline);
    }

    /** By owner; owners without deals are not in it. */
    public Map<UserId, Cell> byOwner() {
        return by(Key::owner);
    }

    /** By the month they were expected to be decided in, earliest first; without those of {@link #undated}. */
    public SortedMap<YearMonth, Cell> byMonth() {
        SortedMap<YearMonth, Cell> months = new TreeMap<>();
        cells.forEach((key, cell) -> {
            if (key.due() != null) {
                months.merge(key.due(), cell, Cell::plus);
            }
        });
        return months;
    }

    /** The deals that nobody had dated. */
    public Cell undated() {
        return matching(key -> key.due() == null).total();
    }

    private <K> Map<K, Cell> by(Function<Key, K> part) {
        Map<K, Cell> sums = new HashMap<>();
        cells.forEach((key, cell) -> sums.merge(part.apply(key), cell, Cell::plus));
        return Map.copyOf(sums);
    }

    /** Adds deals up, one after another. */
    static final class Tally {

        private final Map<Key, Cell> cells = new HashMap<>();

        void add(Standing.State deal) {
            Key key = Key.of(deal);
            cells.put(key, cells.getOrDefault(key, Cell.none()).plus(deal));
        }

        PipelineCube cube() {
            return new PipelineCube(cells);
        }
    }
}
