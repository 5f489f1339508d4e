package io.github.crmkit.pricebook;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books above one that is to be derived from another: read, checked, and saved together with it.
 *
 * <p>Whoever adds a step to a chain gives every book above it a new version. Two callers who together would close a circle,
 * or make a chain too long, thus change a same book, and one of them is refused as stale.
 */
final class BookChain {

    private static final String BASE = "derivation.base";

    private final PriceBooks books;
    private final PriceBookId book;
    private final Map<PriceBookId, PriceBook> above = new LinkedHashMap<>();

    private BookChain(PriceBooks books, PriceBookId book) {
        this.books = books;
        this.book = book;
    }

    /**
     * Reads the books above one that gets this derivation, and notes what is wrong with it.
     *
     * @param book the one that gets it; a new one leads to nothing yet
     */
    static BookChain checked(
            Work work, PriceBookId book, boolean taxIncluded, @Nullable Derivation derivation, Violations problems) {
        BookChain chain = new BookChain(PriceBooks.in(work), book);
        if (derivation != null && chain.climb(derivation.base(), problems)) {
            problems.require(
                    chain.above.values().iterator().next().taxIncluded() == taxIncluded,
                    BASE,
                    "derivation-tax",
                    "must include tax where the book does, and not where it does not");
            problems.require(
                    chain.above.size() + 1 + chain.below() <= Derivation.MAX_BOOKS,
                    BASE,
                    "derivation-length",
                    "must not make a chain of more than " + Derivation.MAX_BOOKS + " books");
        }
        return chain;
    }

    /** Reads upwards from a base, no further than is refused anyhow; whether every book was found and none is the book. */
    private boolean climb(PriceBookId from, Violations problems) {
        Optional<PriceBookId> next = Optional.of(from);
        while (next.isPresent() && above.size() <= Derivation.MAX_BOOKS) {
            if (next.get().equals(book)) {
                problems.add(BASE, "derivation-circle", "must not lead back to the book");
                return false;
            }
            Optional<PriceBook> found = books.find(next.get());
            if (found.isEmpty()) {
                problems.add(BASE, "not-found", "must name a price book");
                return false;
            }
            above.put(next.get(), found.get());
            next = found.get().derivedFrom().map(Derivation::base);
        }
        return true;
    }

    /** How many books the longest chain below has, no further than is refused anyhow. */
    private int below() {
        int levels = 0;
        List<PriceBookId> level = derivedFrom(List.of(book));
        while (!level.isEmpty() && levels < Derivation.MAX_BOOKS) {
            levels++;
            level = derivedFrom(level);
        }
        return levels;
    }

    private List<PriceBookId> derivedFrom(List<PriceBookId> bases) {
        List<PriceBookId> derived = new ArrayList<>();
        for (int i = 0; i < bases.size(); i += Criteria.MAX_VALUES) {
            List<PriceBookId> some = bases.subList(i, Math.min(bases.size(), i + Criteria.MAX_VALUES));
            books.each(PriceBookFields.BASE.in(some), Sort.byId(), b -> derived.add(b.id()));
        }
        return derived;
    }

    /** Saves the book and those above it; always in the order of their ids, so that no two callers wait for each other. */
    PriceBook save(Work work, Action action, Change<PriceBook> change) {
        List<Change<PriceBook>> all = new ArrayList<>(List.of(change));
        above.values().forEach(base -> all.add(base.leantOn()));
        all.sort(Comparator.comparing(c -> c.state().id().text()));
        PriceBook saved = change.state();
        for (Change<PriceBook> one : all) {
            if (one.state().id().equals(book)) {
                saved = work.save(PriceBooks.TYPE, action, one);
            } else {
                work.save(PriceBooks.TYPE, Action.UPDATE, one);
            }
        }
        return saved;
    }
}
