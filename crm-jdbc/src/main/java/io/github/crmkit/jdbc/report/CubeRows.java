package io.github.crmkit.jdbc.report;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.track.PipelineCube;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a cube: pipeline, stage, owner, year and month, currency, how many deals, the sum of their amounts, and of the open
 * ones the sum of amount times percent points. A cell has a row for each currency, and one without any for its deals without
 * amount.
 *
 * <p>There may be as many rows as deals, each read in a microsecond or so: a cell is put together once, from all its rows.
 */
final class CubeRows {

    private static final int POINTS_TO_FRACTION = 2;

    private static final int MONTHS = 12;

    /**
     * The key of a cell as it was read, of which there are more than of cells.
     *
     * @param due counts the months from the year 0 on; {@link #UNDATED} for none
     */
    private record Place(UUID pipeline, UUID stage, UUID owner, int due) {

        private static final int UNDATED = -1;

        PipelineCube.Key key() {
            YearMonth month = due == UNDATED ? null : YearMonth.of(due / MONTHS, due % MONTHS + 1);
            return new PipelineCube.Key(new PipelineId(pipeline), new StageId(stage), new UserId(owner), month);
        }
    }

    private final Map<Place, Sum> sums = new HashMap<>();
    private final Map<String, CurrencyUnit> currencies = new HashMap<>();

    private CubeRows() {}

    /** The cube that the statement finds. */
    static PipelineCube cube(Asking<?> asking, ReportSql sql) {
        CubeRows rows = new CubeRows();
        asking.each(sql, rows::add);
        return new PipelineCube(rows.cells());
    }

    private void add(Found row) {
        Place place = new Place(row.id(), row.id(), row.id(), due(row));
        String code = row.textOrNull();
        sums.computeIfAbsent(place, p -> new Sum())
                .add(code == null ? null : currency(code), row.number(), row.decimalOrNull(), row.decimalOrNull());
    }

    private static int due(Found row) {
        Long year = row.numberOrNull();
        Long month = row.numberOrNull();
        return year == null || month == null ? Place.UNDATED : (int) (year * MONTHS + month - 1);
    }

    private CurrencyUnit currency(String code) {
        return currencies.computeIfAbsent(code, CurrencyUnit::of);
    }

    private Map<PipelineCube.Key, PipelineCube.Cell> cells() {
        Map<PipelineCube.Key, PipelineCube.Cell> cells = new HashMap<>(2 * sums.size());
        sums.forEach((place, sum) -> cells.put(place.key(), sum.cell()));
        return cells;
    }

    /** What a cell has come to so far. */
    private static final class Sum {

        /** There are few currencies. */
        private static final int FEW = 4;

        private final List<Money> amounts = new ArrayList<>(FEW);
        private final List<BigMoney> weighted = new ArrayList<>(FEW);
        private long deals;
        private long withoutAmount;

        void add(@Nullable CurrencyUnit currency, long some, @Nullable BigDecimal amount, @Nullable BigDecimal points) {
            deals += some;
            if (currency == null) {
                withoutAmount += some;
                return;
            }
            amounts.add(Sums.money(currency, amount));
            if (points != null) {
                weighted.add(BigMoney.of(currency, points.movePointLeft(POINTS_TO_FRACTION)));
            }
        }

        PipelineCube.Cell cell() {
            return new PipelineCube.Cell(deals, withoutAmount, MoneyBag.sum(amounts), ExactSum.sum(weighted));
        }
    }
}
