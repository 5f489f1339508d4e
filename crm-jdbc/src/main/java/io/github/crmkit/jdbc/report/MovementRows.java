package io.github.crmkit.jdbc.report;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.track.Flow;
import io.github.crmkit.track.Movement;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.MovementLine;
import io.github.crmkit.track.MovementTerm;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes a movement from steps that are alike. */
final class MovementRows {

    /**
     * Steps that are alike: from and to the same owner and pipeline, in the same currencies, in the same direction.
     *
     * @param starts whether they are how deals stood at the first instant, which is no step
     * @param ends whether deals stood so at the last instant
     * @param left where the deals were looked at before; null where they were not
     * @param entered where they are looked at after; null where they are not
     * @param term what the step is called; null where they were looked at before and after
     * @param before the sum of the amounts before; null where they were not looked at, or had none
     * @param after the sum of the amounts after; null where they had none
     * @param direction −1, 0, 1: whether each amount became less or more as a number, which means something within one currency
     */
    record Row(
            boolean starts,
            boolean ends,
            Movement.@Nullable Key left,
            Movement.@Nullable Key entered,
            @Nullable MovementTerm term,
            long deals,
            @Nullable Money before,
            @Nullable Money after,
            int direction) {

        static Row read(Found row) {
            boolean starts = row.number() == 1;
            boolean ends = row.number() == 1;
            Movement.Key left = key(row.idOrNull(), row.idOrNull());
            Movement.Key entered = key(row.idOrNull(), row.idOrNull());
            String term = row.textOrNull();
            String currencyBefore = row.textOrNull();
            String currency = row.textOrNull();
            int direction = (int) row.number();
            long deals = row.number();
            return new Row(
                    starts,
                    ends,
                    left,
                    entered,
                    term == null ? null : MovementTerm.valueOf(term),
                    deals,
                    money(currencyBefore, row.decimalOrNull()),
                    money(currency, row.decimalOrNull()),
                    direction);
        }

        private static Movement.@Nullable Key key(@Nullable UUID owner, @Nullable UUID pipeline) {
            return owner == null || pipeline == null
                    ? null
                    : new Movement.Key(new UserId(owner), new PipelineId(pipeline));
        }

        private static @Nullable Money money(@Nullable String code, @Nullable BigDecimal sum) {
            return code == null ? null : Sums.money(CurrencyUnit.of(code), sum);
        }
    }

    private final Map<Movement.Key, Map<MovementTerm, Flow>> cells = new HashMap<>();
    private final Map<Movement.Transfer, Flow> transfers = new HashMap<>();

    private MovementRows() {}

    static Movement movement(MovementBetween question, List<Row> rows) {
        MovementRows sums = new MovementRows();
        rows.forEach(sums::add);
        Map<Movement.Key, MovementLine> lines = new HashMap<>();
        sums.cells.forEach((key, flows) -> lines.put(key, new MovementLine(flows)));
        return new Movement(question.from(), question.to(), lines, sums.transfers);
    }

    private void add(Row row) {
        if (row.starts()) {
            note(row.entered(), MovementTerm.START, row.deals(), row.after());
        } else {
            step(row);
        }
        if (row.ends() && row.entered() != null) {
            note(row.entered(), MovementTerm.END, row.deals(), row.after());
        }
    }

    private void step(Row row) {
        Movement.Key left = row.left();
        Movement.Key entered = row.entered();
        if (left != null) {
            change(left, row);
        }
        if (left == null || entered == null) {
            note(left == null ? entered : left, row.term(), row.deals(), row.after());
        } else if (!entered.equals(left)) {
            Flow passed = flow(row.deals(), row.after());
            transfers.merge(new Movement.Transfer(left, entered), passed, Flow::plus);
        }
    }

    private void change(Movement.Key left, Row row) {
        Money before = row.before();
        Money after = row.after();
        if (before != null && after != null && before.isSameCurrency(after)) {
            if (row.direction() != 0) {
                MovementTerm term = row.direction() > 0 ? MovementTerm.INCREASED : MovementTerm.DECREASED;
                note(left, term, row.deals(), after.minus(before).abs());
            }
            return;
        }
        if (before != null) {
            note(left, MovementTerm.DECREASED, row.deals(), before);
        }
        if (after != null) {
            note(left, MovementTerm.INCREASED, row.deals(), after);
        }
    }

    private void note(Movement.@Nullable Key key, @Nullable MovementTerm term, long deals, @Nullable Money amount) {
        if (key == null || term == null) {
            throw new IllegalStateException("the statement gave a row that belongs to no line of the movement");
        }
        cells.computeIfAbsent(key, k -> new EnumMap<>(MovementTerm.class)).merge(term, flow(deals, amount), Flow::plus);
    }

    private static Flow flow(long deals, @Nullable Money amount) {
        return new Flow(deals, amount == null ? MoneyBag.empty() : MoneyBag.of(amount));
    }
}
