package io.github.crmkit.pricebook;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/** Fills price books, for one caller. {@link PriceBookService} keeps the books themselves. */
public final class PriceEntryService {

    /** The most prices that are set at once. */
    public static final int MAX_PRICES = Criteria.MAX_VALUES;

    private final Desk desk;

    public PriceEntryService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Says what a product is to cost in a book.
     *
     * @param unit what the price is for one of; absent for the unit of the product
     * @param from the tier's lower bound, inclusive, 0 or more, at most 6 decimals; 0 is the list price
     * @param price of one unit, or of the whole quantity with {@link Tiering#BLOCK}; 0 or more, at most 6 decimals, in the
     *     currency of the book
     * @param validity the days on which it applies
     * @param tiering how it works together with the other tiers of the product
     * @param floor what one unit costs at least, in the currency of the book; absent for no such bound
     * @param ceiling what one unit costs at most, in the currency of the book; absent for no such bound
     */
    public record NewPrice(
            @NotNull ProductId product,
            @Nullable @PlainText(max = Product.MAX_WORD) String unit,
            @NotNull BigDecimal from,
            @NotNull BigMoney price,
            @NotNull DateRange validity,
            @NotNull Tiering tiering,
            @Nullable BigMoney floor,
            @Nullable BigMoney ceiling)
            implements Command {

        /** The list price of one unit of a product, in its own unit, on all days. */
        public static NewPrice of(ProductId product, BigMoneyProvider price) {
            return new NewPrice(
                    product, null, BigDecimal.ZERO, price.toBigMoney(), DateRange.always(), Tiering.VOLUME, null, null);
        }

        /** For one of this unit. */
        public NewPrice unit(@Nullable String word) {
            return new NewPrice(product, word, from, price, validity, tiering, floor, ceiling);
        }

        /** From this quantity on. */
        public NewPrice from(BigDecimal quantity) {
            return new NewPrice(product, unit, quantity, price, validity, tiering, floor, ceiling);
        }

        /** From so many whole units on. */
        public NewPrice from(long quantity) {
            return from(BigDecimal.valueOf(quantity));
        }

        /** On these days. */
        public NewPrice validity(DateRange days) {
            return new NewPrice(product, unit, from, price, days, tiering, floor, ceiling);
        }

        /** Working together with the other tiers in this way. */
        public NewPrice tiering(Tiering how) {
            return new NewPrice(product, unit, from, price, validity, how, floor, ceiling);
        }

        /** Never less than this for one unit. */
        public NewPrice floor(@Nullable BigMoneyProvider least) {
            BigMoney bound = least == null ? null : least.toBigMoney();
            return new NewPrice(product, unit, from, price, validity, tiering, bound, ceiling);
        }

        /** Never more than this for one unit. */
        public NewPrice ceiling(@Nullable BigMoneyProvider most) {
            BigMoney bound = most == null ? null : most.toBigMoney();
            return new NewPrice(product, unit, from, price, validity, tiering, floor, bound);
        }

        @Nullable
        PriceBounds bounds() {
            return PriceBounds.of(unitPrice(floor), unitPrice(ceiling)).orElse(null);
        }

        private static @Nullable UnitPrice unitPrice(@Nullable BigMoney amount) {
            return amount == null ? null : new UnitPrice(amount);
        }

        @Override
        public void check(Violations problems) { // absent values are reported by their own constraints
            if (from != null) {
                problems.require(from.signum() >= 0, "from", "negative", "must not be negative");
                problems.collect("from", () -> Quantity.of(from));
            }
            if (price != null) {
                problems.require(!price.isNegative(), "price", "negative", "must not be negative");
                problems.collect("price", () -> new UnitPrice(price));
            }
            if (validity != null) {
                validity.checkKept(problems, "validity");
            }
            checkBounds(problems);
        }

        private void checkBounds(Violations problems) {
            int before = problems.list().size();
            problems.collect("floor", () -> unitPrice(floor));
            problems.collect("ceiling", () -> unitPrice(ceiling));
            if (problems.list().size() == before) {
                PriceBounds.check(unitPrice(floor), unitPrice(ceiling), problems);
            }
        }
    }

    /**
     * What setting prices did.
     *
     * @param entries the entries as they stand now, in the order of what was asked
     * @param added how many are new
     * @param changed how many got another price, end, tiering or bounds, or apply again
     * @param unchanged how many were so already
     */
    public record PricesSet(List<PriceEntry> entries, int added, int changed, int unchanged) {
        public PricesSet {
            entries = List.copyOf(entries);
        }
    }

    /** Sets one price; as {@link #setPrices} with a single one. */
    public PriceEntry setPrice(PriceBookId book, NewPrice price) {
        return setPrices(book, List.of(price)).entries().get(0);
    }

    /**
     * Makes a book say these prices: all of them, or none. An entry of the same product, unit, lower bound and first day gets
     * the price, the end, the tiering and the bounds, and applies again where it was withdrawn; the rest is added. Doing it twice does nothing the
     * second time. Three queries, however many prices (one more for each thousand entries beyond the first).
     *
     * @param prices at most {@value #MAX_PRICES}
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, under
     *     {@code prices[i]}; among them {@code not-found} for the product, {@code currency-mismatch}, {@code price-twice}
     *     for an entry that is set twice, {@code overlap} for days that another active entry of the tier claims, and
     *     {@code tiering-mixed} where another active entry of the product and unit makes prices in another way on some same
     *     day
     */
    public PricesSet setPrices(PriceBookId book, List<NewPrice> prices) {
        if (prices.size() > MAX_PRICES) {
            throw new LimitExceededException("number of prices to set at once", MAX_PRICES);
        }
        return desk.runIdempotent(
                work -> new PriceSetting(work, book, prices, desk.commandCheck().inspectAll("prices", prices)).apply());
    }

    /** Stops an entry from applying; prices that were given stay as they are. */
    public PriceEntry withdraw(PriceEntryId id) {
        return decide(id, (work, entry) -> entry.withdraw());
    }

    /**
     * Lets a withdrawn entry apply again.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code overlap} where another entry claims its days by now,
     *     {@code tiering-mixed} where one makes prices in another way
     */
    public PriceEntry reinstate(PriceEntryId id) {
        return decide(id, (work, entry) -> {
            Change<PriceEntry> change = entry.reinstate();
            Violations problems = new Violations();
            PriceEntries.in(work).of(entry.book(), List.of(entry.product())).stream()
                    .filter(other -> !other.id().equals(id))
                    .forEach(other -> checkBeside(change.state(), other, problems));
            problems.throwIfAny("price entry");
            return change;
        });
    }

    private static void checkBeside(PriceEntry entry, PriceEntry other, Violations problems) {
        String both = "price entry " + entry.id().text() + " %s price entry "
                + other.id().text();
        problems.require(!entry.overlaps(other), "validity", "overlap", both.formatted("overlaps"));
        problems.require(
                !entry.mixesWith(other), "tiering", "tiering-mixed", both.formatted("is tiered otherwise than"));
    }

    private PriceEntry decide(PriceEntryId id, BiFunction<Work, PriceEntry, Change<PriceEntry>> how) {
        return desk.run(work -> {
            PriceEntry entry = work.get(PriceEntries.TYPE, id);
            return work.save(PriceEntries.TYPE, Action.UPDATE, how.apply(work, entry));
        });
    }

    /**
     * The entry with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public PriceEntry get(PriceEntryId id) {
        return desk.run(work -> work.get(PriceEntries.TYPE, id));
    }

    /** All entries that a book has for a product, applying or not. */
    public List<PriceEntry> pricesOf(PriceBookId book, ProductId product) {
        return desk.run(work -> PriceEntries.in(work).of(book, List.of(product)));
    }

    /** One page of entries. */
    public Page<PriceEntry> find(Criteria<PriceEntry> where, Sort<PriceEntry> sort, PageRequest request) {
        return desk.run(work -> work.page(PriceEntries.TYPE, where, sort, request));
    }

    /** What was done to an entry, oldest first. */
    public List<HistoryEntry> history(PriceEntryId id) {
        return desk.run(work -> work.historyOf(PriceEntries.TYPE.refOf(work.get(PriceEntries.TYPE, id))));
    }
}
