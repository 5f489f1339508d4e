package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricelint.Entries.Chain;
import io.github.crmkit.pricelint.Place.Grid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one book has for one product, counted in one unit: between two days on which something turns nothing changes. */
final class EntryLint {

    private final Entries entries;
    private final PriceBook book;
    private final List<PriceBook> books;
    private final Catalogue.Sold sold;
    private final Product product;
    private final String unit;
    private final Grid grid;
    private final List<Finding> findings;
    /** What was said already: one day is enough for each. */
    private final Set<List<EntityRef>> said = new HashSet<>();

    EntryLint(Entries entries, List<PriceBook> books, Catalogue.Sold sold, String unit, List<Finding> findings) {
        this.entries = entries;
        this.books = books;
        this.book = books.get(0);
        this.sold = sold;
        this.product = sold.product();
        this.unit = unit;
        this.grid = Grid.of(product, unit);
        this.findings = findings;
    }

    static void run(PriceState state, Entries entries, List<Finding> findings) {
        for (PriceBook book : state.books()) {
            List<PriceBook> chain = entries.chain(book);
            for (Catalogue.Sold sold : chain.isEmpty() ? List.<Catalogue.Sold>of() : entries.products(chain)) {
                for (String unit : entries.units(chain, sold.product())) {
                    new EntryLint(entries, chain, sold, unit, findings).run();
                }
            }
        }
    }

    private void run() {
        List<LocalDate> turns = entries.turns(books, sold);
        boolean before = false;
        LocalDate gap = null;
        for (int i = 0; i + 1 < turns.size(); i++) {
            Chain chain = entries.at(books, product, unit, turns.get(i));
            if (chain.steps.isEmpty()) {
                gap = before && gap == null ? turns.get(i) : gap;
                continue;
            }
            if (gap != null) {
                dateGap(gap, turns.get(i));
            }
            gap = null;
            before = true;
            tierGap(chain);
            chain.steps.stream()
                    .filter(s -> s.level() == 0 && s.unit().equals(unit))
                    .forEach(s -> overlaps(chain, s));
            totals(chain);
            margin(chain);
        }
    }

    private void dateGap(LocalDate from, LocalDate until) {
        add(
                Finding.Kind.DATE_GAP,
                List.of(PriceBooks.TYPE.refTo(book.id()), Products.TYPE.refTo(product.id())),
                named() + " has no price from " + from + " to " + until.minusDays(1) + ", but before and after that.",
                grid.ceil(BigDecimal.ZERO),
                null,
                from);
    }

    private void tierGap(Chain chain) {
        BigDecimal least = grid.ceil(BigDecimal.ZERO);
        BigDecimal lowest = chain.lowest(grid);
        for (Chain.Step step : chain.steps) {
            PriceEntry first = step.entries().get(0);
            BigDecimal start = step.startOf(first, grid);
            boolean broken = step.isGraduatedGap() && step.equals(chain.stepAt(start));
            if (broken || ((lowest != null && start.compareTo(lowest) == 0) && start.compareTo(least) > 0)) {
                String what = broken
                        ? " has graduated prices that begin at " + first.from() + " and not at 0, so that none applies."
                        : " has no price below " + BookLint.plain(start) + " " + unit + ".";
                say(
                        Finding.Kind.TIER_GAP,
                        List.of(ref(first)),
                        named() + what,
                        broken ? start : least,
                        null,
                        chain.day);
            }
        }
    }

    private void overlaps(Chain chain, Chain.Step step) {
        List<PriceEntry> all = step.entries();
        for (int i = 1; i < all.size(); i++) {
            PriceEntry one = all.get(i - 1);
            PriceEntry other = all.get(i);
            BigDecimal tied = one.from().equals(other.from()) ? tiedAt(chain, step, other) : null;
            if (tied != null) {
                say(
                        Finding.Kind.TIER_OVERLAP,
                        List.of(ref(one), ref(other)),
                        named() + " has two prices from " + one.from() + " " + unit + " on " + chain.day + ": "
                                + one.price() + " and " + other.price() + ".",
                        tied,
                        null,
                        chain.day);
            }
            if (one.tiering() != other.tiering()) {
                say(
                        Finding.Kind.TIERING_MIXED,
                        List.of(ref(one), ref(other)),
                        named() + " has " + word(one) + " and " + word(other) + " prices on " + chain.day
                                + ", which cannot work together.",
                        step.startOf(other, grid),
                        null,
                        chain.day);
            }
        }
    }

    /** A quantity whose price needs the entry; absent where none does. A graduated one is needed from the first unit in it. */
    private @Nullable BigDecimal tiedAt(Chain chain, Chain.Step step, PriceEntry entry) {
        if (entry.tiering() == Tiering.GRADUATED) {
            BigDecimal first = grid.after(entry.from().value());
            return step.isGraduatedGap() || !step.equals(chain.stepAt(first)) ? null : first;
        }
        BigDecimal start = step.startOf(entry, grid);
        PriceEntry reached = step.reached(start);
        boolean needed = reached != null && reached.from().equals(entry.from()) && step.equals(chain.stepAt(start));
        return needed ? start : null;
    }

    /** Between two bounds totals only grow, so the largest one before a bound is the last one before it, or an earlier one. */
    private void totals(Chain chain) {
        BigDecimal most = null;
        BigDecimal mostAt = null;
        for (BigDecimal start : chain.critical(grid)) {
            BigDecimal before = grid.before(start);
            Optional<BigDecimal> last = before.signum() > 0 ? chain.total(before) : Optional.empty();
            if (last.isPresent() && (most == null || last.get().compareTo(most) >= 0)) {
                most = last.get();
                mostAt = before;
            }
            Optional<BigDecimal> here = chain.total(start);
            if (here.isPresent() && most != null && mostAt != null && here.get().compareTo(most) < 0) {
                fall(chain, mostAt, most, start, here.get());
            }
        }
    }

    private void fall(Chain chain, BigDecimal less, BigDecimal total, BigDecimal more, BigDecimal lower) {
        Chain.Step step = chain.stepAt(more);
        PriceEntry entry = step == null ? null : step.reached(more);
        if (entry != null) {
            say(
                    Finding.Kind.TOTALS_FALL,
                    List.of(ref(entry)),
                    named() + ": buying more costs less: " + BookLint.plain(less) + " " + unit + " cost "
                            + total.toPlainString() + ", but " + BookLint.plain(more) + " cost "
                            + lower.toPlainString() + ".",
                    less,
                    more,
                    chain.day);
        }
    }

    private void margin(Chain chain) {
        boolean free = product.costs().list().stream()
                .anyMatch(c -> c.amount().isZero() && c.amount().currency().equals(book.currency()));
        for (BigDecimal quantity : free ? chain.critical(grid) : List.<BigDecimal>of()) {
            if (chain.total(quantity).orElse(BigDecimal.ZERO).signum() > 0) {
                say(
                        Finding.Kind.MARGIN_WHOLE,
                        List.of(Products.TYPE.refTo(product.id()), PriceBooks.TYPE.refTo(book.id())),
                        named() + " is sold, but its cost is nothing, so that its margin is 100 %.",
                        quantity,
                        null,
                        chain.day);
                return;
            }
        }
    }

    private static String word(PriceEntry entry) {
        return entry.tiering().name().toLowerCase(Locale.ROOT);
    }

    private String named() {
        return "\"" + product.name() + "\" in price book " + BookLint.quoted(book);
    }

    private static EntityRef ref(PriceEntry entry) {
        return PriceEntries.TYPE.refTo(entry.id());
    }

    private void say(
            Finding.Kind kind,
            List<EntityRef> about,
            String sentence,
            BigDecimal quantity,
            @Nullable BigDecimal more,
            LocalDate day) {
        List<EntityRef> key = new ArrayList<>(about);
        key.add(new EntityRef(kind.code(), book.id().value()));
        if (said.add(key)) {
            add(kind, about, sentence, quantity, more, day);
        }
    }

    private void add(
            Finding.Kind kind,
            List<EntityRef> about,
            String sentence,
            BigDecimal quantity,
            @Nullable BigDecimal more,
            LocalDate day) {
        findings.add(new Finding(kind, about, sentence, Entries.of(book, sold, unit, quantity, more, day)));
    }
}
