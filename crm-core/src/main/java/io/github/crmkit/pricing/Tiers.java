package io.github.crmkit.pricing;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entries of one book that can make the price of a line, all in one unit, and the price that they make. */
final class Tiers {

    private final Line line;
    private final String unit;
    /** How many of the entries' unit one of the line's is; absent where both are the same. */
    private final Measures.@Nullable Ratio ratio;

    private final List<PriceEntry> applying;
    private final PriceEntry reached;

    private Tiers(
            Line line, String unit, Measures.@Nullable Ratio ratio, List<PriceEntry> applying, PriceEntry reached) {
        this.line = line;
        this.unit = unit;
        this.ratio = ratio;
        this.applying = applying;
        this.reached = reached;
    }

    /** The tiers in the first unit in which any is reached; absent where none is. */
    static @Nullable Tiers of(List<PriceEntry> entries, Line line) {
        for (String unit : line.units()) {
            Measures.Ratio ratio = unit.equals(line.unit) ? null : line.ratioTo(unit);
            PriceEntry reached = null;
            List<PriceEntry> applying = null;
            for (PriceEntry entry : entries) {
                if (entry.active()
                        && entry.unit().equals(unit)
                        && entry.validity().contains(line.date)) {
                    applying = applying == null ? new ArrayList<>(entries.size()) : applying;
                    applying.add(entry);
                    if (line.reaches(entry.from(), ratio)
                            && (reached == null || entry.from().compareTo(reached.from()) > 0)) {
                        reached = entry;
                    }
                }
            }
            if (reached != null && applying != null) {
                return new Tiers(line, unit, ratio, applying, reached);
            }
        }
        return null;
    }

    String unit() {
        return unit;
    }

    /** The highest tier that the quantity reaches. */
    PriceEntry reached() {
        return reached;
    }

    /** All that apply on the day, reached or not. */
    List<PriceEntry> applying() {
        return applying;
    }

    /** The only entry from 0; absent where there is none, or where two claim that place. */
    @Nullable
    PriceEntry onlyList() {
        PriceEntry only = null;
        for (PriceEntry entry : applying) {
            if (entry.isList()) {
                if (only != null) {
                    return null;
                }
                only = entry;
            }
        }
        return only;
    }

    /** Makes the price, for the unit of the line. */
    @Nullable
    Failure price(Running running) {
        for (PriceEntry entry : applying) {
            if (entry.tiering() != reached.tiering()) {
                return mixed();
            }
        }
        if (reached.tiering() == Tiering.GRADUATED) {
            return graduated(running);
        }
        Failure tie = tieAt(reached);
        if (tie != null) {
            return tie;
        }
        if (reached.tiering() == Tiering.BLOCK) {
            running.become(reached.price().amount(), line.pooled.value());
            tell(running, PriceStep.Kind.BLOCK, reached, reached.from().toString());
            return null;
        }
        if (running.proves()) {
            startWithList(running);
        }
        running.become(reached.price().amount(), BigDecimal.ONE);
        PriceStep.Kind kind = reached.isList() ? PriceStep.Kind.LIST : PriceStep.Kind.TIER;
        tell(running, kind, reached, reached.from().toString());
        convert(running);
        return null;
    }

    /** A list price that is claimed twice cannot be where the proof starts; the tier stands without it. */
    private void startWithList(Running running) {
        PriceEntry list = reached.isList() ? null : onlyList();
        if (list != null) {
            running.become(list.price().amount(), BigDecimal.ONE);
            tell(running, PriceStep.Kind.LIST, list, "0");
        }
    }

    private @Nullable Failure tieAt(PriceEntry entry) {
        for (PriceEntry other : applying) {
            if (!other.id().equals(entry.id()) && other.from().equals(entry.from())) {
                List<PriceEntry> tied = applying.stream()
                        .filter(e -> e.from().equals(entry.from()))
                        .toList();
                return new Failure(
                        NoPrice.Reason.TIED_ENTRIES,
                        "price entries " + names(tied) + " claim the same tier on that day",
                        Set.copyOf(tied.stream()
                                .map(e -> PriceEntries.TYPE.refTo(e.id()))
                                .toList()));
            }
        }
        return null;
    }

    private Failure mixed() {
        List<PriceEntry> sorted = applying.stream()
                .sorted(Comparator.comparing(e -> e.id().text()))
                .toList();
        PriceEntry one = sorted.get(0);
        PriceEntry other = sorted.stream()
                .filter(e -> e.tiering() != one.tiering())
                .findFirst()
                .orElseThrow();
        return Failure.of(
                NoPrice.Reason.MIXED_TIERING,
                "price entries " + names(List.of(one, other)) + " do not agree on how tiers make a price");
    }

    private static String names(List<PriceEntry> entries) {
        return entries.stream().map(e -> e.id().text()).sorted().collect(Collectors.joining(" and "));
    }

    private @Nullable Failure graduated(Running running) {
        Quantity all;
        try {
            all = ratio == null ? line.pooled : line.product.measures().convert(line.pooled, line.unit, unit);
        } catch (RuleViolationsException inexact) {
            return Failure.of(NoPrice.Reason.UNIT_INEXACT);
        }
        List<PriceEntry> bands = new ArrayList<>(applying);
        bands.sort(Comparator.comparing(PriceEntry::from));
        if (!bands.get(0).isList()) {
            return Failure.of(NoPrice.Reason.TIER_GAP);
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            PriceEntry band = bands.get(i);
            if (i > 0 && band.from().compareTo(all) >= 0) {
                break;
            }
            Failure tie = tieAt(band);
            if (tie != null) {
                return tie;
            }
            BigDecimal end =
                    i + 1 < bands.size() ? bands.get(i + 1).from().value().min(all.value()) : all.value();
            BigDecimal units = end.subtract(band.from().value());
            total = total.add(units.multiply(band.price().amount()));
            running.become(total, end);
            if (running.proves()) {
                tell(
                        running,
                        PriceStep.Kind.GRADUATED,
                        band,
                        plain(units) + " " + band.price().amount().toPlainString());
            }
        }
        if (ratio != null) {
            running.become(total, line.pooled.value());
            running.tell(PriceStep.Kind.UNIT, null, null, "1 " + line.unit);
        }
        Stages.sixDecimals(running);
        return null;
    }

    private void convert(Running running) {
        if (ratio != null) {
            convert(running, ratio, line.unit);
        }
    }

    /** Takes the price of one of the line's unit from that of another unit. */
    static void convert(Running running, Measures.Ratio ratio, String to) {
        running.become(running.value()
                .multiply(ratio.numerator())
                .divide(ratio.denominator(), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL));
        if (running.proves()) {
            running.tell(PriceStep.Kind.UNIT, null, null, Stages.fraction(ratio) + " " + to);
        }
    }

    private static void tell(Running running, PriceStep.Kind kind, PriceEntry entry, String operand) {
        if (running.proves()) {
            running.tell(kind, PriceEntries.TYPE.refTo(entry.id()), null, operand);
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
