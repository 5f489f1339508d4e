package io.github.crmkit.jdbc.report;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.track.PipelineCube;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a cube: pipeline, stage, owner, year and month, currency, how many deals, the sum of their amounts, and of the open
 * ones the sum of amount times percent points. A cell has a row for each currency, and one without any for its deals without
 * amount.
 */
final class CubeRows {

    private static final int POINTS_TO_FRACTION = 2;

    /** Decimals that the products of most amounts and percent points get by with. */
    private static final int FEW_DECIMALS = 4;

    /** A row: one currency of a cell. */
    record Row(PipelineCube.Key key, PipelineCube.Cell cell) {}

    private CubeRows() {}

    static Row read(Found row) {
        PipelineCube.Key key =
                new PipelineCube.Key(new PipelineId(row.id()), new StageId(row.id()), new UserId(row.id()), month(row));
        return new Row(key, cell(row));
    }

    static PipelineCube cube(List<Row> rows) {
        Map<PipelineCube.Key, PipelineCube.Cell> cells = new HashMap<>();
        rows.forEach(row -> cells.merge(row.key(), row.cell(), PipelineCube.Cell::plus));
        return new PipelineCube(cells);
    }

    private static @Nullable YearMonth month(Found row) {
        Long year = row.numberOrNull();
        Long month = row.numberOrNull();
        return year == null || month == null ? null : YearMonth.of(year.intValue(), month.intValue());
    }

    private static PipelineCube.Cell cell(Found row) {
        String code = row.textOrNull();
        long deals = row.number();
        BigDecimal amount = row.decimalOrNull();
        BigDecimal points = row.decimalOrNull();
        if (code == null) {
            return new PipelineCube.Cell(deals, deals, MoneyBag.empty(), ExactSum.empty());
        }
        CurrencyUnit currency = CurrencyUnit.of(code);
        ExactSum weighted = points == null
                ? ExactSum.empty()
                : ExactSum.empty()
                        .plus(Money.ofMajor(currency, 1), shortened(points).movePointLeft(POINTS_TO_FRACTION));
        return new PipelineCube.Cell(deals, 0, MoneyBag.of(Sums.money(currency, amount)), weighted);
    }

    /** The same number, where it can be without the zeros that make it slow to handle. */
    private static BigDecimal shortened(BigDecimal sum) {
        BigDecimal few = sum.setScale(FEW_DECIMALS, RoundingMode.DOWN);
        return few.compareTo(sum) == 0 ? few : sum;
    }
}
