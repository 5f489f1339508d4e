package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands in the books, by book and product; what was withdrawn or is for a unit that the product lacks is left out. */
final class Entries {

    private final PriceState state;
    private final Catalogue catalogue;
    private final Map<PriceBookId, PriceBook> books = new HashMap<>();
    private final Map<PriceBookId, Map<ProductId, List<PriceEntry>>> standing = new HashMap<>();

    Entries(PriceState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
        state.books().forEach(b -> books.put(b.id(), b));
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

    /** The days on which something begins or ends, among the days of the product and the first book; the last one ends them. */
    List<LocalDate> turns(List<PriceBook> chain, Catalogue.Sold sold) {
        DateRange days = chain.get(0).validity().intersection(sold.days()).orElse(null);
        if (days == null) {
            return List.of();
        }
        TreeSet<LocalDate> turns =
                new TreeSet<>(List.of(Objects.requireNonNull(days.from()), Objects.requireNonNull(days.until())));
        for (PriceBook book : chain) {
            add(turns, book.validity(), days);
            of(book.id(), sold.product().id()).forEach(e -> add(turns, e.validity(), days));
        }
        return List.copyOf(turns);
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
        return new Chain(chain, unit, day, steps, state);
    }

    /** The units that a price may be told in, in the order in which they are looked for. */
    private static Set<String> inOrder(Measures measures, String unit) {
        Set<String> units = new LinkedHashSet<>();
        units.add(unit);
        units.add(measures.unit());
        measures.others().forEach(other -> units.add(other.unit()));
        return units;
    }

    /** A line of the book for which no price stands in it on that day; one that its base has a price for, if there is such. */
    Optional<Witness> shownBy(PriceBook book, LocalDate day) {
        List<PriceBook> chain = chain(book);
        List<Catalogue.Sold> sold = new ArrayList<>(products(chain));
        sold.addAll(catalogue.all());
        return sold.stream()
                .filter(s -> s.days().contains(day))
                .filter(s -> at(List.of(book), s.product(), s.product().unit(), day)
                        .steps
                        .isEmpty())
                .findFirst()
                .map(s ->
                        witness(book, s, day, at(chain, s.product(), s.product().unit(), day)));
    }

    private static Witness witness(PriceBook book, Catalogue.Sold sold, LocalDate day, Chain chain) {
        BigDecimal lowest = chain.lowest(sold.grid());
        return of(
                book,
                sold,
                sold.product().unit(),
                lowest == null ? sold.grid().ceil(BigDecimal.ONE) : lowest,
                null,
                day);
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
}
