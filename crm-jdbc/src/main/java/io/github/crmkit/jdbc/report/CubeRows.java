package io.github.crmkit.jdbc.report;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.GroupedSums;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.track.PipelineCube;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a cube: pipeline, stage, owner, year and month, currency, how many deals, the sum of their amounts, and of the open
 * ones the sum of amount times percent points. A cell has a row for each currency, and one without any for its deals without
 * amount.
 *
 * <p>There may be as many rows as deals, each read in a microsecond or less. So what a row is added to are arrays, by the
 * number of its cell, and objects are made only for what the cube will have.
 */
final class CubeRows {

    private static final int POINTS_TO_FRACTION = 2;

    private static final int MONTHS = 12;

    /** Stands for no month; others count the months from the year 0 on. */
    private static final int UNDATED = -1;

    private static final int FIRST_SIZE = 64;

    private final Numbered<PipelineId> pipelines = new Numbered<>(PipelineId::new);
    private final Numbered<StageId> stages = new Numbered<>(StageId::new);
    private final Numbered<UserId> owners = new Numbered<>(UserId::new);
    private final Map<Integer, YearMonth> months = new HashMap<>();
    private final Map<String, CurrencyUnit> currencies = new HashMap<>();

    private final Places places = new Places();
    private final GroupedSums sums = new GroupedSums();
    private long[] deals = new long[FIRST_SIZE];
    private long[] withoutAmount = new long[FIRST_SIZE];

    private CubeRows() {}

    /** The cube that the statement finds. */
    static PipelineCube cube(Asking<?> asking, ReportSql sql) {
        CubeRows rows = new CubeRows();
        asking.each(sql, rows::add);
        return new PipelineCube(rows.cells());
    }

    private void add(Found row) {
        int cell =
                places.number(pipelines.number(row.id()), stages.number(row.id()), owners.number(row.id()), due(row));
        if (cell == deals.length) {
            deals = Arrays.copyOf(deals, 2 * cell);
            withoutAmount = Arrays.copyOf(withoutAmount, 2 * cell);
        }
        String code = row.textOrNull();
        long some = row.number();
        deals[cell] += some;
        if (code == null) {
            withoutAmount[cell] += some;
        } else {
            CurrencyUnit currency = currencies.computeIfAbsent(code, CurrencyUnit::of);
            sums.add(cell, Sums.money(currency, row.decimalOrNull()), weighted(currency, row.decimalOrNull()));
        }
    }

    private static int due(Found row) {
        long year = row.numberOr(UNDATED);
        long month = row.numberOr(UNDATED);
        return year == UNDATED ? UNDATED : (int) (year * MONTHS + month - 1);
    }

    private static @Nullable BigMoney weighted(CurrencyUnit currency, @Nullable BigDecimal points) {
        return points == null ? null : BigMoney.of(currency, points.movePointLeft(POINTS_TO_FRACTION));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other array of entries
    private Map<PipelineCube.Key, PipelineCube.Cell> cells() {
        Map.Entry<PipelineCube.Key, PipelineCube.Cell>[] cells = new Map.Entry[places.count()];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = Map.entry(
                    key(cell),
                    new PipelineCube.Cell(deals[cell], withoutAmount[cell], sums.amount(cell), sums.exact(cell)));
        }
        return Map.ofEntries(cells);
    }

    private PipelineCube.Key key(int cell) {
        return new PipelineCube.Key(
                pipelines.id(places.pipeline(cell)),
                stages.id(places.stage(cell)),
                owners.id(places.owner(cell)),
                month(places.due(cell)));
    }

    private @Nullable YearMonth month(int due) {
        return due == UNDATED ? null : months.computeIfAbsent(due, d -> YearMonth.of(d / MONTHS, d % MONTHS + 1));
    }
}
