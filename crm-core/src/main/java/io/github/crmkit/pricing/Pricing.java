package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricing.PriceResult.Rejected;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of one line: a pure function, the same for the same arguments whatever the order of the entries.
 *
 * <p>Of the active entries for the unit that are valid on the day, the one with the highest lower bound that the quantity
 * reaches makes the price. Two of them with the same bound make none: nothing is decided by the order of rows.
 */
public final class Pricing {

    private static final Comparator<PriceEntry> ORDER = Comparator.comparing(PriceEntry::unit)
            .thenComparing(PriceEntry::from)
            .thenComparing(e -> e.validity().firstDay().orElse(PriceEntry.SINCE_EVER))
            .thenComparing(e -> e.id().text());

    private final PriceRequest request;
    private final String unit;
    private final Quantity quantity;
    private final LocalDate date;
    private final List<PriceEntry> candidates;

    private Pricing(Product product, List<PriceEntry> candidates, PriceRequest request, LocalDate date) {
        this.request = request;
        String asked = request.unit();
        this.unit = asked == null ? product.unit() : asked.strip();
        this.quantity = Quantity.of(request.quantity());
        this.date = date;
        this.candidates = candidates;
    }

    /**
     * The price of one line.
     *
     * @param entries entries of the book for the product; those of other books and products are left aside
     * @param date the pricing date, in the organisation's zone
     * @param rounding how the amount is rounded to the decimals of the currency
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     * @throws CurrencyMismatchException where the manual price or an entry is in another currency than the book
     */
    public static PriceResult price(
            PriceBook book,
            Product product,
            Collection<PriceEntry> entries,
            PriceRequest request,
            LocalDate date,
            RoundingMode rounding) {
        Violations problems = new Violations();
        request.check(problems);
        problems.throwIfAny("price request");
        if (!product.id().equals(request.product())) {
            throw new IllegalArgumentException("the request is for another product");
        }
        List<PriceEntry> candidates = entries.stream()
                .filter(e -> e.book().equals(book.id()) && e.product().equals(product.id()))
                .sorted(ORDER)
                .toList();
        requireCurrency(book, candidates, request);
        Pricing pricing = new Pricing(product, candidates, request, date);
        NoPrice.Reason ruledOut = ruledOut(book, product, date);
        return ruledOut == null
                ? pricing.choose(rounding)
                : pricing.none(ruledOut, ruledOut.words(), e -> Rejected.Reason.NOT_CONSIDERED);
    }

    private static NoPrice.@Nullable Reason ruledOut(PriceBook book, Product product, LocalDate date) {
        if (!book.active()) {
            return NoPrice.Reason.BOOK_INACTIVE;
        }
        if (!book.validity().contains(date)) {
            return NoPrice.Reason.BOOK_NOT_VALID;
        }
        return product.isActive() ? null : NoPrice.Reason.PRODUCT_ARCHIVED;
    }

    private static void requireCurrency(PriceBook book, List<PriceEntry> candidates, PriceRequest request) {
        List<UnitPrice> prices = new ArrayList<>();
        candidates.forEach(e -> prices.add(e.price()));
        request.manualPrice().ifPresent(prices::add);
        for (UnitPrice price : prices) {
            if (!price.currency().equals(book.currency())) {
                throw new CurrencyMismatchException(book.currency(), price.currency());
            }
        }
    }

    private PriceResult choose(RoundingMode rounding) {
        List<PriceEntry> usable =
                candidates.stream().filter(e -> obstacle(e) == null).toList();
        if (usable.isEmpty()) {
            NoPrice.Reason reason = candidates.isEmpty() ? NoPrice.Reason.NO_ENTRY : NoPrice.Reason.NO_ENTRY_APPLIES;
            return none(reason, reason.words(), e -> Rejected.Reason.NOT_CONSIDERED);
        }
        Quantity reached = usable.stream()
                .map(PriceEntry::from)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<PriceEntry> winners = at(reached, usable);
        if (winners.size() > 1) {
            String names = winners.stream().map(e -> e.id().text()).collect(Collectors.joining(" and "));
            return none(
                    NoPrice.Reason.TIED_ENTRIES,
                    "price entries " + names + " claim the same tier on that day",
                    e -> e.from().equals(reached) ? Rejected.Reason.TIED : Rejected.Reason.BETTER_TIER);
        }
        List<PriceEntry> lists = at(Quantity.ZERO, usable);
        // a list price that is claimed twice cannot be where the proof starts; the tier stands without it
        boolean startsWithList = !reached.isZero() && lists.size() == 1;
        return prove(startsWithList ? List.of(lists.get(0), winners.get(0)) : winners, rounding);
    }

    private static List<PriceEntry> at(Quantity from, List<PriceEntry> entries) {
        return entries.stream().filter(e -> e.from().equals(from)).toList();
    }

    private Price prove(List<PriceEntry> path, RoundingMode rounding) {
        List<PriceStep> proof = new ArrayList<>();
        UnitPrice running = null;
        for (PriceEntry entry : path) {
            proof.add(PriceStep.of(entry, running));
            running = entry.price();
        }
        UnitPrice calculated = path.get(path.size() - 1).price();
        Optional<Percent> discount = request.percentOff();
        if (discount.isPresent()) {
            PriceStep step = PriceStep.discount(discount.get(), calculated);
            proof.add(step);
            calculated = step.after();
        }
        UnitPrice manual = request.manualPrice().orElse(null);
        if (manual != null) {
            proof.add(PriceStep.manual(manual, calculated));
        }
        return new Price(
                request.product(),
                unit,
                quantity,
                path.get(0).price(),
                calculated,
                Quantity.ONE,
                manual,
                (manual == null ? calculated : manual).times(quantity, rounding),
                proof,
                rejected(path, e -> Rejected.Reason.BETTER_TIER));
    }

    private NoPrice none(NoPrice.Reason reason, String message, Function<PriceEntry, Rejected.Reason> otherwise) {
        return new NoPrice(request.product(), unit, quantity, reason, message, rejected(List.of(), otherwise));
    }

    private List<Rejected> rejected(List<PriceEntry> path, Function<PriceEntry, Rejected.Reason> otherwise) {
        List<Rejected> rejected = new ArrayList<>();
        for (PriceEntry entry : candidates) {
            if (!path.contains(entry)) {
                Rejected.Reason reason = obstacle(entry);
                rejected.add(new Rejected(
                        PriceEntries.TYPE.refTo(entry.id()), reason == null ? otherwise.apply(entry) : reason));
            }
        }
        return rejected;
    }

    private Rejected.@Nullable Reason obstacle(PriceEntry entry) {
        if (!entry.unit().equals(unit)) {
            return Rejected.Reason.OTHER_UNIT;
        }
        if (!entry.active()) {
            return Rejected.Reason.INACTIVE;
        }
        if (entry.validity().startsAfter(date)) {
            return Rejected.Reason.NOT_YET_VALID;
        }
        if (entry.validity().endsBefore(date)) {
            return Rejected.Reason.EXPIRED;
        }
        return entry.from().compareTo(quantity) > 0 ? Rejected.Reason.BELOW_TIER : null;
    }
}
