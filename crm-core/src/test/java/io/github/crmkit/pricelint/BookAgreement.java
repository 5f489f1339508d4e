package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a linter says of books and their entries with what the engine makes of every line of a small shop. */
final class BookAgreement {

    /** Nothing is there for the line. */
    private static final Set<NoPrice.Reason> ABSENT = Set.of(
            NoPrice.Reason.NO_ENTRY,
            NoPrice.Reason.NO_ENTRY_APPLIES,
            NoPrice.Reason.BASE_MISSING,
            NoPrice.Reason.BOOK_NOT_VALID,
            NoPrice.Reason.BOOK_INACTIVE,
            NoPrice.Reason.DERIVATION_TOO_LONG);

    private static final Map<NoPrice.Reason, Finding.Kind> OF_BOOKS = Map.of(
            NoPrice.Reason.BASE_MISSING, Finding.Kind.BASE_MISSING,
            NoPrice.Reason.BOOK_NOT_VALID, Finding.Kind.BASE_MISSING,
            NoPrice.Reason.BOOK_INACTIVE, Finding.Kind.BASE_MISSING,
            NoPrice.Reason.DERIVATION_TOO_LONG, Finding.Kind.DERIVATION_CIRCLE,
            NoPrice.Reason.RATE_MISSING, Finding.Kind.RATE_MISSING);

    private final PriceState state;
    private final Engine engine;
    private final Map<Finding.Kind, Set<Object>> seen = new EnumMap<>(Finding.Kind.class);

    private BookAgreement(PriceState state) {
        this.state = state;
        this.engine = new Engine(state);
    }

    /** What the linter did not find, and what it found that is not there; none where both agree. */
    static List<String> differences(PriceState state, LintReport report) {
        BookAgreement agreement = new BookAgreement(state);
        agreement.tryAll();
        List<String> differences = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            Set<Object> missed = new HashSet<>(agreement.seen.getOrDefault(kind, Set.of()));
            report.of(kind).forEach(finding -> missed.removeAll(keys(finding)));
            missed.forEach(key -> differences.add("overlooked: " + kind + " " + key));
        }
        report.findings().stream()
                .filter(finding -> !agreement.isShown(finding))
                .forEach(finding -> differences.add("not shown by " + finding.witness() + ": " + finding));
        return differences;
    }

    private static Set<Object> keys(Finding finding) {
        Set<Object> keys = new HashSet<>(finding.about());
        if (finding.witness().book() != null && finding.witness().product() != null) {
            keys.add(List.of(finding.witness().book(), finding.witness().product()));
            keys.add(finding.witness().product());
        }
        return keys;
    }

    private void see(Finding.Kind kind, Object key) {
        seen.computeIfAbsent(kind, k -> new HashSet<>()).add(key);
    }

    private void tryAll() {
        for (PriceBook book : state.books()) {
            for (Product product : state.products()) {
                boolean before = false;
                boolean gap = false;
                for (LocalDate day : BruteForce.days(state)) {
                    if (BruteForce.sells(book, product, day)) {
                        boolean there = tryDay(book, product, day);
                        if (gap && there) {
                            see(Finding.Kind.DATE_GAP, List.of(book.id(), product.id()));
                        }
                        before = before || there;
                        gap = before && !there;
                    }
                }
            }
        }
    }

    /** Whether anything is there on that day. */
    private boolean tryDay(PriceBook book, Product product, LocalDate day) {
        List<Object> key = List.of(book.id(), product.id());
        BigDecimal most = null;
        boolean missing = false;
        boolean there = false;
        for (Quantity quantity : BruteForce.quantities(product)) {
            PriceResult result = engine.bare(book, product, quantity, day);
            boolean absent = Engine.hasReason(result, ABSENT);
            if (Engine.hasReason(result, Set.of(NoPrice.Reason.TIER_GAP)) || (missing && !absent)) {
                see(Finding.Kind.TIER_GAP, key);
            }
            missing = missing || absent;
            there = there || !absent;
            if (result instanceof NoPrice none) {
                tryNone(book, none);
            }
            BigDecimal total = Engine.total(result).orElse(null);
            if (total != null && most != null && total.compareTo(most) < 0) {
                see(Finding.Kind.TOTALS_FALL, key);
            }
            if (total != null && total.signum() > 0 && costsNothing(product, book)) {
                see(Finding.Kind.MARGIN_WHOLE, key);
            }
            most = total == null ? most : total;
        }
        return there;
    }

    private void tryNone(PriceBook book, NoPrice none) {
        Finding.Kind ofBook = OF_BOOKS.get(none.reason());
        if (ofBook != null) {
            see(ofBook, PriceBooks.TYPE.refTo(book.id()));
        } else if (none.reason() == NoPrice.Reason.TIED_ENTRIES) {
            none.rejected().stream()
                    .filter(r -> r.reason() == Rejected.Reason.TIED)
                    .forEach(r -> see(Finding.Kind.TIER_OVERLAP, r.candidate()));
        } else if (none.reason() == NoPrice.Reason.MIXED_TIERING) {
            see(Finding.Kind.TIERING_MIXED, none.product());
        }
    }

    private static boolean costsNothing(Product product, PriceBook book) {
        return product.costs().list().stream()
                .anyMatch(c -> c.amount().isZero() && c.amount().currency().equals(book.currency()));
    }

    private boolean isShown(Finding finding) {
        Witness witness = finding.witness();
        if (witness.book() == null || witness.product() == null) {
            return OF_BOOKS.containsValue(finding.kind());
        }
        PriceResult result = engine.bare(witness, witness.quantity());
        return switch (finding.kind()) {
            case TIER_GAP -> Engine.hasReason(result, ABSENT) || has(result, NoPrice.Reason.TIER_GAP);
            case DATE_GAP -> Engine.hasReason(result, ABSENT);
            case TIER_OVERLAP -> has(result, NoPrice.Reason.TIED_ENTRIES) || has(result, NoPrice.Reason.MIXED_TIERING);
            case TIERING_MIXED -> has(result, NoPrice.Reason.MIXED_TIERING);
            case TOTALS_FALL -> falls(result, engine.bare(witness, Objects.requireNonNull(witness.more())));
            case MARGIN_WHOLE -> isPositive(Engine.total(result).orElse(null));
            case BASE_MISSING, DERIVATION_CIRCLE, RATE_MISSING -> result instanceof NoPrice;
            default -> false;
        };
    }

    private static boolean has(PriceResult result, NoPrice.Reason reason) {
        return Engine.hasReason(result, Set.of(reason));
    }

    private static boolean isPositive(@Nullable BigDecimal total) {
        return total != null && total.signum() > 0;
    }

    static boolean falls(PriceResult less, PriceResult more) {
        BigDecimal total = Engine.total(less).orElse(null);
        BigDecimal lower = Engine.total(more).orElse(null);
        return total != null && lower != null && lower.compareTo(total) < 0;
    }
}
