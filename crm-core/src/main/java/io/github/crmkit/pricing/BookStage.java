package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.MissingRateException;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price that a book gives a line: what stands in it, else what it derives from another book. */
final class BookStage {

    private final PriceSheet sheet;
    private final Line line;
    private final Running running;
    private @Nullable Tiers tiers;
    private int depth;

    BookStage(PriceSheet sheet, Line line, Running running) {
        this.sheet = sheet;
        this.line = line;
        this.running = running;
    }

    /** Makes the price; afterwards {@link #tiers} tells which entries it was made from. */
    @Nullable
    Failure price() {
        return price(sheet.book(), 0);
    }

    /** The tiers that made the price; absent where there is none. */
    @Nullable
    Tiers tiers() {
        return tiers;
    }

    /** How many derivations lie between the book and the one in which the price stands. */
    int depth() {
        return depth;
    }

    /** The entry whose bounds hold for the price: bounds hold in the book in which they stand. */
    @Nullable
    PriceEntry bounding() {
        return tiers == null || depth > 0 ? null : tiers.reached();
    }

    /** The list price of one of the line's unit: the entry from 0, or else what the book gives for the quantity. */
    BigDecimal list() {
        if (tiers != null && depth == 0 && tiers.reached().tiering() == Tiering.VOLUME) {
            PriceEntry only = tiers.onlyList();
            if (only != null) {
                return line.converted(only.price().amount(), tiers.unit());
            }
        }
        if (running.per().compareTo(BigDecimal.ONE) == 0) {
            return running.value();
        }
        Running one = running.silent();
        one.each();
        return one.value();
    }

    private @Nullable Failure price(PriceBook book, int level) {
        Failure ruledOut = ruledOut(book, level);
        if (ruledOut != null) {
            return ruledOut;
        }
        List<PriceEntry> entries = line.card.entries(level);
        Tiers own = Tiers.of(entries, line);
        if (own != null) {
            tiers = own;
            depth = level;
            return own.price(running);
        }
        Derivation derivation = book.derivation();
        if (derivation == null) {
            return Failure.of(line.card.hasEntries() ? NoPrice.Reason.NO_ENTRY_APPLIES : NoPrice.Reason.NO_ENTRY);
        }
        if (level + 1 >= Derivation.MAX_BOOKS) {
            return Failure.of(NoPrice.Reason.DERIVATION_TOO_LONG);
        }
        PriceBook base = sheet.base(derivation.base());
        if (base == null) {
            return Failure.of(NoPrice.Reason.BASE_MISSING);
        }
        running.restart(base.currency());
        Failure missing = price(base, level + 1);
        return missing == null ? derive(book, derivation) : missing;
    }

    private @Nullable Failure ruledOut(PriceBook book, int level) {
        String which = level == 0 ? "" : " (price book " + book.id().text() + ", which this one is derived from)";
        NoPrice.Reason reason = !book.active()
                ? NoPrice.Reason.BOOK_INACTIVE
                : book.validity().contains(line.date) ? null : NoPrice.Reason.BOOK_NOT_VALID;
        return reason == null ? null : Failure.of(reason, reason.words() + which);
    }

    private @Nullable Failure derive(PriceBook book, Derivation derivation) {
        running.each();
        EntityRef source = running.proves() ? PriceBooks.TYPE.refTo(book.id()) : null;
        if (!running.currency().equals(book.currency())) {
            ExchangeRate rate;
            try {
                rate = sheet.rates().required(running.currency(), book.currency(), line.date);
            } catch (MissingRateException missing) {
                return Failure.of(NoPrice.Reason.RATE_MISSING, String.valueOf(missing.getMessage()));
            }
            running.become(running.value().multiply(rate.rate()), book.currency());
            if (running.proves()) {
                running.tell(
                        PriceStep.Kind.CONVERT, source, book.name(), rate.rate().toPlainString() + " " + rate.source());
            }
        }
        Stages.formula(running, derivation.formula(), source, book.name());
        return null;
    }
}
