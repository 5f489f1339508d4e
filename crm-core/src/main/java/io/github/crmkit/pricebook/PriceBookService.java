package io.github.crmkit.pricebook;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
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
     * @param validity the days on which it gives prices
     */
    public record NewPriceBook(
            @NotNull @PlainText(max = PriceBook.MAX_NAME) String name,
            @NotNull CurrencyUnit currency,
            @NotNull DateRange validity)
            implements Command {

        /** A book of this name and currency, valid on all days. */
        public static NewPriceBook of(String name, CurrencyUnit currency) {
            return new NewPriceBook(name, currency, DateRange.always());
        }

        /** Valid on these days. */
        public NewPriceBook validity(DateRange days) {
            return new NewPriceBook(name, currency, days);
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                PriceBook.checkDays(validity, problems);
            }
        }
    }

    /**
     * Asks for another name and other days: starts from the book as the caller saw it.
     *
     * @param version the version the caller saw
     */
    public record EditPriceBook(
            @NotNull PriceBookId id,
            @Positive long version,
            @NotNull @PlainText(max = PriceBook.MAX_NAME) String name,
            @NotNull DateRange validity)
            implements Command {

        /** Everything as it is. */
        public static EditPriceBook of(PriceBook seen) {
            return new EditPriceBook(seen.id(), seen.stamp().version(), seen.name(), seen.validity());
        }

        /** With this name. */
        public EditPriceBook name(String text) {
            return new EditPriceBook(id, version, text, validity);
        }

        /** Valid on these days. */
        public EditPriceBook validity(DateRange days) {
            return new EditPriceBook(id, version, name, days);
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                PriceBook.checkDays(validity, problems);
            }
        }
    }

    /**
     * Opens a price book.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken
     */
    public PriceBook open(NewPriceBook command) {
        return desk.run(command, work -> {
            PriceBook book = new PriceBook(
                    new PriceBookId(work.newId()),
                    work.firstStamp(),
                    command.name(),
                    command.currency(),
                    command.validity(),
                    true);
            return work.save(PriceBooks.TYPE, Action.CREATE, Change.created(book, new PriceBookEvent.Opened()));
        });
    }

    /**
     * Gives a book another name and other days. Where it has them, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with them
     * @throws StaleVersionException where somebody else changed it since the caller saw it
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken
     */
    public PriceBook edit(EditPriceBook command) {
        return desk.run(command, work -> {
            PriceBook book = work.get(PriceBooks.TYPE, command.id());
            Change<PriceBook> change = book.edit(command.name(), command.validity());
            if (!change.isNone() && book.stamp().version() != command.version()) {
                throw new StaleVersionException(PriceBooks.TYPE.refOf(book), command.version(), book);
            }
            return work.save(PriceBooks.TYPE, Action.UPDATE, change);
        });
    }

    /** Lets a book give prices again. */
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
