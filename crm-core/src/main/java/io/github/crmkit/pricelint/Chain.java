package io.github.crmkit.pricelint;

import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBounds;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricelint.Place.Grid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a book and those that it is derived from have for one product, counted in one unit, on one day. */
final class Chain {

    /**
     * The entries of one book that apply, in one of the units.
     *
     * @param ratio how many of the unit one of the line's unit is
     * @param entries by their bounds
     */
    record Step(int level, String unit, Measures.Ratio ratio, List<PriceEntry> entries) {

        BigDecimal startOf(PriceEntry entry, Grid grid) {
            return grid.over(entry.from().value().multiply(ratio.denominator()), ratio.numerator());
        }

        @Nullable
        PriceEntry reached(BigDecimal quantity) {
            PriceEntry reached = null;
            for (PriceEntry entry : entries) {
                if (quantity.multiply(ratio.numerator())
                                .compareTo(entry.from().value().multiply(ratio.denominator()))
                        < 0) {
                    break;
                }
                reached = reached != null && reached.from().equals(entry.from()) ? reached : entry;
            }
            return reached;
        }

        /** Whether its entries do not agree on how tiers make a price. */
        boolean isMixed() {
            return entries.stream().anyMatch(e -> e.tiering() != entries.get(0).tiering());
        }

        /** Whether they are graduated and do not begin at 0. */
        boolean isGraduatedGap() {
            return entries.get(0).tiering() == Tiering.GRADUATED
                    && !isMixed()
                    && !entries.get(0).isList();
        }

        boolean isTiedAt(PriceEntry entry) {
            return entries.stream().anyMatch(e -> !e.equals(entry) && e.from().equals(entry.from()));
        }
    }

    /** So many quantities from a bound on are looked at one by one where that is needed. */
    private static final int MAX_NEAR = 100;

    /** A price for so many units, exactly as it is calculated with. */
    private record Net(BigDecimal value, BigDecimal per) {}

    final List<PriceBook> books;
    final String unit;
    final LocalDate day;
    private final PriceState state;
    final List<Step> steps;

    Chain(List<PriceBook> books, String unit, LocalDate day, List<Step> steps, PriceState state) {
        this.books = books;
        this.unit = unit;
        this.day = day;
        this.steps = steps;
        this.state = state;
    }

    /** The step in which a price for a quantity stands; absent where none does. */
    @Nullable
    Step stepAt(BigDecimal quantity) {
        for (Step step : steps) {
            if (step.reached(quantity) != null) {
                return step;
            }
        }
        return null;
    }

    /** The least quantity that has an entry; absent where none has. */
    @Nullable
    BigDecimal lowest(Grid grid) {
        BigDecimal lowest = null;
        for (Step step : steps) {
            BigDecimal start = step.startOf(step.entries().get(0), grid);
            lowest = lowest == null ? start : lowest.min(start);
        }
        return lowest;
    }

    /** What so many cost, rounded to the decimals of the currency; absent where they have no price. */
    Optional<BigDecimal> total(BigDecimal quantity) {
        Step step = stepAt(quantity);
        Net net = step == null ? null : standing(step, quantity);
        for (int level = step == null ? 0 : step.level(); net != null && level > 0; level--) {
            net = derived(net, level);
        }
        if (net == null || net.value().signum() < 0 || step == null) {
            return Optional.empty();
        }
        Net kept = step.level() == 0 ? bounded(net, step, quantity) : net;
        return Optional.of(kept.value()
                .multiply(quantity)
                .divide(kept.per(), books.get(0).currency().getDecimalPlaces(), Rounding.COMMERCIAL));
    }

    private @Nullable Net standing(Step step, BigDecimal quantity) {
        PriceEntry reached = step.reached(quantity);
        if (reached == null
                || step.isMixed()
                || step.isGraduatedGap()
                || (reached.tiering() != Tiering.GRADUATED && step.isTiedAt(reached))) {
            return null;
        }
        BigDecimal price = reached.price().amount();
        return switch (reached.tiering()) {
            case BLOCK -> new Net(price, quantity);
            case VOLUME ->
                new Net(
                        step.unit().equals(unit)
                                ? price
                                : price.multiply(step.ratio().numerator())
                                        .divide(step.ratio().denominator(), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL),
                        BigDecimal.ONE);
            case GRADUATED -> graduated(step, quantity);
        };
    }

    private @Nullable Net graduated(Step step, BigDecimal quantity) {
        BigDecimal all;
        try {
            all = quantity.multiply(step.ratio().numerator())
                    .divide(step.ratio().denominator(), Quantity.MAX_SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException inexact) {
            return null;
        }
        BigDecimal total = BigDecimal.ZERO;
        List<PriceEntry> bands = step.entries();
        for (int i = 0; i < bands.size(); i++) {
            BigDecimal from = bands.get(i).from().value();
            if (from.compareTo(all) >= 0) {
                break;
            }
            if (step.isTiedAt(bands.get(i))) {
                return null;
            }
            BigDecimal end =
                    i + 1 < bands.size() ? bands.get(i + 1).from().value().min(all) : all;
            total = total.add(end.subtract(from).multiply(bands.get(i).price().amount()));
        }
        return new Net(total.scale() > UnitPrice.MAX_SCALE ? six(total, BigDecimal.ONE) : total, quantity);
    }

    private @Nullable Net derived(Net net, int level) {
        PriceBook base = books.get(level);
        PriceBook book = books.get(level - 1);
        BigDecimal one = net.per().compareTo(BigDecimal.ONE) == 0 ? net.value() : six(net.value(), net.per());
        if (!base.currency().equals(book.currency())) {
            Optional<ExchangeRate> rate = state.rates().rate(base.currency(), book.currency(), day);
            if (rate.isEmpty()) {
                return null;
            }
            one = one.multiply(rate.get().rate());
        }
        Derivation derivation = book.derivation();
        return derivation == null
                ? null
                : new Net(derivation.formula().price(book.currency(), one).amount(), BigDecimal.ONE);
    }

    private Net bounded(Net net, Step step, BigDecimal quantity) {
        PriceEntry reached = step.reached(quantity);
        PriceBounds bounds = reached == null ? null : reached.bounds();
        if (bounds == null) {
            return net;
        }
        BigDecimal value = net.value();
        if (bounds.ceiling() != null) {
            value = value.min(six(scaled(bounds.ceiling(), step).multiply(net.per()), BigDecimal.ONE));
        }
        if (bounds.floor() != null) {
            value = value.max(six(scaled(bounds.floor(), step).multiply(net.per()), BigDecimal.ONE));
        }
        return new Net(value, net.per());
    }

    private static BigDecimal scaled(UnitPrice bound, Step step) {
        return six(
                bound.amount().multiply(step.ratio().numerator()), step.ratio().denominator());
    }

    private static BigDecimal six(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    /** Where the price can fall: where a tier begins, and, where prices are derived from totals, at all of a few. */
    List<BigDecimal> critical(Grid grid) {
        TreeSet<BigDecimal> all = new TreeSet<>(List.of(grid.ceil(BigDecimal.ZERO)));
        boolean totals = false;
        for (Step step : steps) {
            for (PriceEntry entry : step.entries()) {
                all.add(step.startOf(entry, grid));
                totals = totals || (step.level() > 0 && entry.tiering() != Tiering.VOLUME);
            }
        }
        List<BigDecimal> starts = new ArrayList<>(all);
        for (BigDecimal start : totals ? starts : List.<BigDecimal>of()) {
            for (int i = 0; i < MAX_NEAR; i++) {
                all.add(start.add(grid.step().multiply(BigDecimal.valueOf(i))));
            }
        }
        return List.copyOf(all);
    }
}
