package io.github.crmkit.pricelint;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books among each other: circles, bases that are not there, rates that are missing. */
final class BookLint {

    private final PriceState state;
    private final Entries entries;
    private final Map<PriceBookId, PriceBook> books = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    BookLint(PriceState state, Entries entries) {
        this.state = state;
        this.entries = entries;
        state.books().forEach(b -> books.put(b.id(), b));
    }

    List<Finding> findings() {
        return findings;
    }

    void run() {
        Set<PriceBookId> inCircles = new HashSet<>();
        for (PriceBook book : state.books()) {
            if (!inCircles.contains(book.id())) {
                circle(book, inCircles);
            }
        }
        for (PriceBook book : state.books()) {
            Derivation derivation = book.derivation();
            DateRange days = book.validity().intersection(state.days()).orElse(null);
            if (book.active() && derivation != null && days != null) {
                derived(book, books.get(derivation.base()), days);
            }
        }
    }

    private void circle(PriceBook start, Set<PriceBookId> inCircles) {
        List<PriceBook> path = new ArrayList<>();
        PriceBook next = start;
        while (next != null && !path.contains(next)) {
            path.add(next);
            Derivation derivation = next.derivation();
            next = derivation == null ? null : books.get(derivation.base());
        }
        if (next == null || inCircles.contains(next.id())) {
            return;
        }
        List<PriceBook> round = path.subList(path.indexOf(next), path.size());
        round.forEach(b -> inCircles.add(b.id()));
        PriceBook shown = round.stream().filter(PriceBook::active).findFirst().orElse(null);
        if (shown == null) {
            return;
        }
        List<EntityRef> about =
                round.stream().map(b -> PriceBooks.TYPE.refTo(b.id())).toList();
        String names = String.join(", ", round.stream().map(BookLint::quoted).toList());
        add(
                Finding.Kind.DERIVATION_CIRCLE,
                about,
                "Price books " + names + " are derived from each other in a circle.",
                witness(shown, Objects.requireNonNull(state.days().from())));
    }

    private void derived(PriceBook book, @Nullable PriceBook base, DateRange days) {
        LocalDate first = Objects.requireNonNull(days.from());
        if (base == null || !base.active()) {
            baseMissing(book, first, base == null ? "is not there" : "is switched off");
            return;
        }
        DateRange both = base.validity().intersection(days).orElse(null);
        if (both == null || !both.equals(days)) {
            boolean early = both == null || !first.equals(both.from());
            LocalDate day = both == null || early ? first : Objects.requireNonNull(both.until());
            baseMissing(book, day, "is not valid on all of its days");
        }
        if (both != null && !base.currency().equals(book.currency())) {
            Objects.requireNonNull(both.from())
                    .datesUntil(Objects.requireNonNull(both.until()))
                    .filter(day -> state.rates()
                            .rate(base.currency(), book.currency(), day)
                            .isEmpty())
                    .findFirst()
                    .ifPresent(day -> rateMissing(book, base, day));
        }
    }

    private void baseMissing(PriceBook book, LocalDate day, String what) {
        add(
                Finding.Kind.BASE_MISSING,
                List.of(PriceBooks.TYPE.refTo(book.id())),
                "Price book " + quoted(book) + " is derived from a price book that " + what + ".",
                witness(book, day));
    }

    private void rateMissing(PriceBook book, PriceBook base, LocalDate day) {
        add(
                Finding.Kind.RATE_MISSING,
                List.of(PriceBooks.TYPE.refTo(book.id()), PriceBooks.TYPE.refTo(base.id())),
                "Price book " + quoted(book) + " in " + book.currency().getCode() + " is derived from " + quoted(base)
                        + " in " + base.currency().getCode() + ", and there is no rate on " + day + ".",
                witness(book, day));
    }

    private Witness witness(PriceBook book, LocalDate day) {
        return entries.shownBy(book, day)
                .orElseGet(() -> new Witness(book.id(), null, null, Quantity.ONE, null, day, Customer.UNKNOWN));
    }

    private void add(Finding.Kind kind, List<EntityRef> about, String sentence, Witness witness) {
        findings.add(new Finding(kind, about, sentence, witness));
    }

    static String quoted(PriceBook book) {
        return "\"" + book.name() + "\"";
    }

    /** A quantity without trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
