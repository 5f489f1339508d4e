package io.github.crmkit.pricebook;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBook.Kind;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Keeps the price books, for one caller. {@link PriceEntryService} fills them. */
public final class PriceBookService {

    private final Desk desk;

    public PriceBookService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks for a new price book.
     *
     * @param name unique within the tenant
     * @param currency of every price in it, for life
     * @param kind for life; a currency has at most one active standard book
     * @param validity the days on which it gives prices
     * @param taxIncluded whether its prices include tax, for life
     * @param pool which quantities of a document are added up before a tier is looked for
     * @param derivation how it comes to prices that do not stand in it; absent where only those do
     */
    public record NewPriceBook(
            @NotNull @PlainText(max = PriceBook.MAX_NAME) String name,
            @NotNull CurrencyUnit currency,
            @NotNull Kind kind,
            @NotNull DateRange validity,
            boolean taxIncluded,
            @NotNull QuantityPool pool,
            @Nullable Derivation derivation)
            implements Command {

        /** A custom book of this name and currency, valid on all days, without tax, each line priced for itself. */
        public static NewPriceBook of(String name, CurrencyUnit currency) {
            return new NewPriceBook(name, currency, Kind.CUSTOM, DateRange.always(), false, QuantityPool.LINE, null);
        }

        /** The one for whoever no other book is assigned to. */
        public NewPriceBook standard() {
            return new NewPriceBook(name, currency, Kind.STANDARD, validity, taxIncluded, pool, derivation);
        }

        /** Valid on these days. */
        public NewPriceBook validity(DateRange days) {
            return new NewPriceBook(name, currency, kind, days, taxIncluded, pool, derivation);
        }

        /** With prices that include tax. */
        public NewPriceBook includingTax() {
            return new NewPriceBook(name, currency, kind, validity, true, pool, derivation);
        }

        /** Adding up these quantities before a tier is looked for. */
        public NewPriceBook pool(QuantityPool which) {
            return new NewPriceBook(name, currency, kind, validity, taxIncluded, which, derivation);
        }

        /** Making what does not stand in it from the prices of another book. */
        public NewPriceBook derivedFrom(PriceBookId base, PriceFormula formula) {
            return new NewPriceBook(name, currency, kind, validity, taxIncluded, pool, new Derivation(base, formula));
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }

        private PriceBook book(PriceBookId id, Stamp stamp) {
            return new PriceBook(id, stamp, name, currency, kind, validity, true, taxIncluded, pool, derivation);
        }
    }

    /**
     * Asks for another name, other days, another pool or derivation: starts from the book as the caller saw it.
     *
     * @param version the version the caller saw
     */
    public record EditPriceBook(
            @NotNull PriceBookId id,
            @Positive long version,
            @NotNull @PlainText(max = PriceBook.MAX_NAME) String name,
            @NotNull DateRange validity,
            @NotNull QuantityPool pool,
            @Nullable Derivation derivation)
            implements Command {

        /** Everything as it is. */
        public static EditPriceBook of(PriceBook seen) {
            return new EditPriceBook(
                    seen.id(), seen.stamp().version(), seen.name(), seen.validity(), seen.pool(), seen.derivation());
        }

        /** With this name. */
        public EditPriceBook name(String text) {
            return new EditPriceBook(id, version, text, validity, pool, derivation);
        }

        /** Valid on these days. */
        public EditPriceBook validity(DateRange days) {
            return new EditPriceBook(id, version, name, days, pool, derivation);
        }

        /** Adding up these quantities before a tier is looked for. */
        public EditPriceBook pool(QuantityPool which) {
            return new EditPriceBook(id, version, name, validity, which, derivation);
        }

        /** Making what does not stand in it from the prices of another book. */
        public EditPriceBook derivedFrom(PriceBookId base, PriceFormula formula) {
            return new EditPriceBook(id, version, name, validity, pool, new Derivation(base, formula));
        }

        /** With no prices but those that stand in it. */
        public EditPriceBook standingAlone() {
            return new EditPriceBook(id, version, name, validity, pool, null);
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Opens a price book. Deriving it from another one changes all books that stand above it: they get a new version, and
     * the caller must be allowed to change them.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it; of the derivation
     *     {@code not-found}, {@code derivation-length} for a chain of more than {@value Derivation#MAX_BOOKS} books, and
     *     {@code derivation-tax} where one includes tax and the other does not
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken ({@code name}), or the currency has an
     *     active standard book ({@code standard})
     */
    public PriceBook open(NewPriceBook command) {
        return desk.runIdempotent(work -> {
            Violations problems = desk.commandCheck().inspect(command);
            PriceBookId id = new PriceBookId(work.newId());
            BookChain chain = BookChain.checked(work, id, command.taxIncluded(), command.derivation(), problems);
            problems.throwIfAny("new price book");
            PriceBook book = command.book(id, work.firstStamp());
            return chain.save(work, Action.CREATE, Change.created(book, new PriceBookEvent.Opened()));
        });
    }

    /**
     * Gives a book another name, other days, another pool or another derivation. Where it has them, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with them; as {@link #open}, and
     *     {@code derivation-circle} where the base is, over whatever other books, derived from this one
     * @throws StaleVersionException where somebody else changed it since the caller saw it, or derives from the same books
     *     at the same time
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken
     */
    public PriceBook edit(EditPriceBook command) {
        return desk.run(work -> {
            Violations problems = desk.commandCheck().inspect(command);
            if (command.id() == null) { // noted already, and there is nothing to look at
                problems.throwIfAny("edit price book");
            }
            PriceBook book = work.get(PriceBooks.TYPE, command.id());
            Derivation added = book.leansOn(command.derivation()) ? null : command.derivation();
            BookChain chain = BookChain.checked(work, book.id(), book.taxIncluded(), added, problems);
            problems.throwIfAny("edit price book");
            Change<PriceBook> change =
                    book.edit(command.name(), command.validity(), command.pool(), command.derivation());
            if (!change.isNone() && book.stamp().version() != command.version()) {
                throw new StaleVersionException(PriceBooks.TYPE.refOf(book), command.version(), book);
            }
            return chain.save(work, Action.UPDATE, change);
        });
    }

    /**
     * Lets a book give prices again.
     *
     * @throws io.github.crmkit.storage.DuplicateKeyException where its currency has another active standard book by now
     */
    public PriceBook activate(PriceBookId id) {
        return decide(id, PriceBook::activate);
    }

    /** Stops a book from giving prices; those that were given stay as they are. */
    public PriceBook deactivate(PriceBookId id) {
        return decide(id, PriceBook::deactivate);
    }

    private PriceBook decide(PriceBookId id, Function<PriceBook, Change<PriceBook>> decision) {
        return desk.run(
                work -> work.save(PriceBooks.TYPE, Action.UPDATE, decision.apply(work.get(PriceBooks.TYPE, id))));
    }

    /**
     * The book with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public PriceBook get(PriceBookId id) {
        return desk.run(work -> work.get(PriceBooks.TYPE, id));
    }

    /** The book of exactly this name. */
    public Optional<PriceBook> named(String name) {
        return desk.run(work -> PriceBooks.in(work).named(name));
    }

    /** One page of books. */
    public Page<PriceBook> find(Criteria<PriceBook> where, Sort<PriceBook> sort, PageRequest request) {
        return desk.run(work -> work.page(PriceBooks.TYPE, where, sort, request));
    }

    /** What was done to a book, oldest first; its entries have histories of their own. */
    public List<HistoryEntry> history(PriceBookId id) {
        return desk.run(work -> work.historyOf(PriceBooks.TYPE.refOf(work.get(PriceBooks.TYPE, id))));
    }
}
