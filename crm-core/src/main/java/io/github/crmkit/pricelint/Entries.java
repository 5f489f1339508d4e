package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricelint.Place.Grid;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What stands in the books, by book and product; what was withdrawn or is for a unit that the product lacks is left out. */
final class Entries {

    private final PriceState state;
    private final Catalogue catalogue;
    private final Map<PriceBookId, PriceBook> books = new HashMap<>();
    private final Map<PriceBookId, Map<ProductId, List<PriceEntry>>> standing = new HashMap<>();
    private final Map<ProductId, List<ContractPrice>> agreed = new HashMap<>();
    private final Map<List<CurrencyUnit>, List<LocalDate>> rates = new HashMap<>();
    private @Nullable Till till;
    private List<PriceBook> tillOf = List.of();
    private @Nullable Product tillFor;

    Entries(PriceState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
        state.books().forEach(b -> books.put(b.id(), b));
        state.contracts().stream()
                .filter(c -> c.active() && c.validity().overlaps(state.days()))
                .forEach(c -> agreed.computeIfAbsent(c.product(), p -> new ArrayList<>())
                        .add(c));
        state.entries().stream()
                .filter(e -> e.active() && e.validity().overlaps(state.days()))
                .filter(e -> catalogue
                        .find(e.product())
                        .filter(p -> p.measures().knows(e.unit()))
                        .isPresent())
                .sorted(Comparator.comparing(PriceEntry::from).thenComparing(e -> e.id().value()))
                .forEach(e -> standing.computeIfAbsent(e.book(), b -> new HashMap<>())
                        .computeIfAbsent(e.product(), p -> new ArrayList<>())
                        .add(e));
    }

    List<PriceEntry> of(PriceBookId book, ProductId product) {
        return standing.getOrDefault(book, Map.of()).getOrDefault(product, List.of());
    }

    /** What was agreed on with accounts for a product, in a currency. */
    List<ContractPrice> agreed(ProductId product, CurrencyUnit currency) {
        return agreed.getOrDefault(product, List.of()).stream()
                .filter(c -> c.price().currency().equals(currency))
                .toList();
    }

    /** The book and those that it is derived from, as far as they are on and there. */
    List<PriceBook> chain(PriceBook first) {
        List<PriceBook> chain = new ArrayList<>();
        PriceBook next = first;
        while (next != null && next.active() && !chain.contains(next) && chain.size() < Derivation.MAX_BOOKS) {
            chain.add(next);
            Derivation derivation = next.derivation();
            next = derivation == null ? null : books.get(derivation.base());
        }
        return chain;
    }

    /** The products of which a book or those that it is derived from have prices. */
    List<Catalogue.Sold> products(List<PriceBook> chain) {
        Set<ProductId> some = new LinkedHashSet<>();
        chain.forEach(b -> some.addAll(standing.getOrDefault(b.id(), Map.of()).keySet()));
        return catalogue.all().stream()
                .filter(s -> some.contains(s.product().id()))
                .toList();
    }

    /** The units in which the books tell prices of a product, and its own. */
    Set<String> units(List<PriceBook> chain, Product product) {
        Set<String> units = new LinkedHashSet<>(Set.of(product.unit()));
        chain.forEach(b -> of(b.id(), product.id()).forEach(e -> units.add(e.unit())));
        return units;
    }

    /**
     * The days on which something begins or ends, among the days of the product and the first book; the last one ends them. A
     * rate stands for those of the days after it, as long as there are any.
     */
    List<LocalDate> turns(List<PriceBook> chain, Catalogue.Sold sold) {
        DateRange days = chain.get(0).validity().intersection(sold.days()).orElse(null);
        if (days == null) {
            return List.of();
        }
        TreeSet<LocalDate> turns =
                new TreeSet<>(List.of(Objects.requireNonNull(days.from()), Objects.requireNonNull(days.until())));
        for (int level = 0; level < chain.size(); level++) {
            PriceBook book = chain.get(level);
            if (level > 0) {
                ratesBetween(book.currency(), chain.get(level - 1).currency()).stream()
                        .filter(days::contains)
                        .forEach(turns::add);
            }
            add(turns, book.validity(), days);
            of(book.id(), sold.product().id()).forEach(e -> add(turns, e.validity(), days));
        }
        return List.copyOf(turns);
    }

    /** The days from which on there are rates, and those from which on there are none. */
    private List<LocalDate> ratesBetween(CurrencyUnit from, CurrencyUnit to) {
        return rates.computeIfAbsent(List.of(from, to), pair -> {
            List<LocalDate> turns = new ArrayList<>();
            boolean before = true;
            LocalDate end = Objects.requireNonNull(state.days().until());
            for (LocalDate day = Objects.requireNonNull(state.days().from());
                    !from.equals(to) && day.isBefore(end);
                    day = day.plusDays(1)) {
                boolean there = state.rates().rate(from, to, day).isPresent();
                if (there != before) {
                    turns.add(day);
                }
                before = there;
            }
            return turns;
        });
    }

    private static void add(Set<LocalDate> turns, DateRange some, DateRange days) {
        LocalDate from = some.from();
        LocalDate until = some.until();
        if (from != null && days.contains(from)) {
            turns.add(from);
        }
        if (until != null && days.contains(until)) {
            turns.add(until);
        }
    }

    Chain at(List<PriceBook> chain, Product product, String unit, LocalDate day) {
        List<Chain.Step> steps = new ArrayList<>();
        for (int level = 0; level < chain.size() && chain.get(level).validity().contains(day); level++) {
            Map<String, List<PriceEntry>> byUnit = new HashMap<>();
            for (PriceEntry entry : of(chain.get(level).id(), product.id())) {
                if (entry.validity().contains(day)) {
                    byUnit.computeIfAbsent(entry.unit(), u -> new ArrayList<>()).add(entry);
                }
            }
            for (String told : inOrder(product.measures(), unit)) {
                List<PriceEntry> entries = byUnit.get(told);
                if (entries != null) {
                    steps.add(new Chain.Step(level, told, product.measures().ratio(unit, told), entries));
                }
            }
        }
        return new Chain(chain, unit, day, steps, till(chain, product));
    }

    /** Prices the product by the books; made once for all days and units that are looked at one after the other. */
    Till till(List<PriceBook> chain, Product product) {
        Till there = till;
        if (there == null || !chain.equals(tillOf) || !product.equals(tillFor)) {
            List<PriceEntry> told = new ArrayList<>();
            chain.forEach(b -> told.addAll(of(b.id(), product.id())));
            there = Till.of(state, chain, product, told);
            till = there;
            tillOf = chain;
            tillFor = product;
        }
        return there;
    }

    /** The units that a price may be told in, in the order in which they are looked for. */
    private static Set<String> inOrder(Measures measures, String unit) {
        Set<String> units = new LinkedHashSet<>();
        units.add(unit);
        units.add(measures.unit());
        measures.others().forEach(other -> units.add(other.unit()));
        return units;
    }

    /** A line of the book that has no price on that day; one that its base has a price for, if there is such. */
    Optional<Witness> shownBy(PriceBook book, LocalDate day) {
        List<PriceBook> chain = chain(book);
        Set<Catalogue.Sold> sold = new LinkedHashSet<>(products(chain));
        sold.addAll(catalogue.all());
        for (Catalogue.Sold one : sold) {
            String unit = one.product().unit();
            Chain there = at(chain, one.product(), unit, day);
            BigDecimal lowest = there.lowest(one.grid());
            for (BigDecimal quantity : Arrays.asList(lowest, one.grid().ceil(BigDecimal.ZERO))) {
                if (quantity != null
                        && one.days().contains(day)
                        && there.total(quantity).isEmpty()) {
                    return Optional.of(of(book, one, unit, quantity, null, day));
                }
            }
        }
        return Optional.empty();
    }

    static Witness of(
            PriceBook book,
            Catalogue.Sold sold,
            String unit,
            BigDecimal quantity,
            @Nullable BigDecimal more,
            LocalDate day) {
        DateRange days = DateRange.ofDay(day);
        return new Place(book, sold.product(), sold.article(), unit, Customer.UNKNOWN, days, sold.grid())
                .witness(quantity, more, day);
    }

    /** What a book and those that it is derived from have for one product, counted in one unit, on one day. */
    static final class Chain {

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
                return entries.stream()
                        .anyMatch(e -> e.tiering() != entries.get(0).tiering());
            }

            /** Whether they are graduated and do not begin at 0. */
            boolean isGraduatedGap() {
                return entries.get(0).tiering() == Tiering.GRADUATED
                        && !isMixed()
                        && !entries.get(0).isList();
            }

            boolean isTiedAt(PriceEntry entry) {
                return entries.stream()
                        .anyMatch(e -> !e.equals(entry) && e.from().equals(entry.from()));
            }
        }

        /** So many quantities from a bound on are looked at one by one where that is needed. */
        private static final int MAX_NEAR = 100;

        final List<PriceBook> books;
        final String unit;
        final LocalDate day;
        private final Till till;
        final List<Step> steps;

        Chain(List<PriceBook> books, String unit, LocalDate day, List<Step> steps, Till till) {
            this.books = books;
            this.unit = unit;
            this.day = day;
            this.steps = steps;
            this.till = till;
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
            return till.total(unit, quantity, day);
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
}
