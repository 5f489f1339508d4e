package io.github.crmkit.quote;

import io.github.crmkit.deal.DealRules;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.totals.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer for a deal. Drafted with prices of one book and one day, perhaps priced again, then sent: from there on nothing
 * on it changes but its status. Accepting, rejecting and cancelling end it; so does the end of its last day.
 *
 * @param opportunity the deal it is for
 * @param accountId the customer, as the deal named it when the quote was drafted; absent where the deal had none
 * @param owner the seller
 * @param terms book, currency and dates
 * @param status the status that was last set; see {@link #statusOn} for expiry
 * @param lines 1 to {@value #MAX_LINES}, in the order they are shown
 * @param discount off the whole quote, in its currency; zero for none
 * @param closingReason why it was rejected or cancelled; absent otherwise
 */
public record Quote(
        QuoteId id,
        Stamp stamp,
        OpportunityId opportunity,
        @Nullable AccountId accountId,
        UserId owner,
        QuoteTerms terms,
        QuoteStatus status,
        List<QuoteLine> lines,
        Money discount,
        @Nullable String closingReason) {

    /** The most lines of one quote. */
    public static final int MAX_LINES = 500;

    /** The longest reason, in UTF-16 units. */
    public static final int MAX_REASON = 500;

    /** The most digits before the point that the amounts of all lines add up to. */
    public static final int MAX_INTEGER_DIGITS = DealRules.MAX_INTEGER_DIGITS;

    public Quote {
        lines = List.copyOf(lines);
        Violations problems = new Violations();
        problems.require(
                !lines.isEmpty() && lines.size() <= MAX_LINES,
                "lines",
                "size",
                "must have 1 to " + MAX_LINES + " lines");
        problems.require(
                discount.getCurrencyUnit().equals(terms.currency()),
                "discount",
                "currency",
                "must be in the currency of the price book");
        problems.require(
                digitsBeforePoint(lines) <= MAX_INTEGER_DIGITS,
                "lines",
                "amount-range",
                "must add up to at most " + MAX_INTEGER_DIGITS + " digits before the point");
        boolean ended = status == QuoteStatus.REJECTED || status == QuoteStatus.CANCELLED;
        problems.require(
                ended == (closingReason != null), "closingReason", "reason", "goes with a rejected or cancelled quote");
        if (!discount.isZero() && problems.isEmpty()) {
            Totals.of(terms.profile(), lines.stream().map(QuoteLine::taxed).toList(), discount);
        }
        problems.throwIfAny("quote");
    }

    /** Of the sum of the amounts, each without its sign: no total has more, whatever the signs are. */
    private static int digitsBeforePoint(List<QuoteLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (QuoteLine line : lines) {
            sum = sum.add(line.amount().getAmount().abs());
        }
        return sum.precision() - sum.scale();
    }

    /** A new draft. */
    static Change<Quote> draft(Quote quote) {
        return Change.created(quote, new QuoteEvent.Drafted(quote.opportunity));
    }

    /** The customer, where the deal named one. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(accountId);
    }

    /** The quote added up by its profile. */
    public Totals totals() {
        return Totals.of(terms.profile(), lines.stream().map(QuoteLine::taxed).toList(), discount);
    }

    /** What the quote is worth a month, a year and in all, without tax. */
    public QuoteWorth worth() {
        return QuoteWorth.of(this);
    }

    /** What was asked for, to be asked once more. */
    List<DraftQuote.Line> asked() {
        return lines.stream().filter(QuoteLine::isAsked).map(QuoteLine::again).toList();
    }

    /** Where the quote stands on a day of the seller's zone: a sent quote has expired the day after its last one. */
    public QuoteStatus statusOn(LocalDate day) {
        boolean over = status == QuoteStatus.SENT && day.isAfter(terms.validThrough());
        return over ? QuoteStatus.EXPIRED : status;
    }

    /**
     * Takes prices of another day for a draft; prices set by hand stay beside them.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with {@code frozen} when it is not a draft
     */
    Change<Quote> reprice(List<QuoteLine> priced, QuoteTerms at) {
        new Violations()
                .require(status == QuoteStatus.DRAFT, "status", "frozen", "only a draft is priced again")
                .throwIfAny("pricing the quote");
        Quote next = new Quote(id, stamp, opportunity, accountId, owner, at, status, priced, discount, null);
        return Change.of(this, next, new QuoteEvent.Repriced());
    }

    /**
     * Hands it to the customer and freezes it.
     *
     * @param today in the seller's zone; after the last day of validity it is refused with {@code expired}
     */
    public Change<Quote> send(LocalDate today) {
        if (status == QuoteStatus.SENT) {
            return Change.none(this);
        }
        QuoteStatus.LIFECYCLE.require(status, QuoteStatus.SENT);
        new Violations()
                .require(!today.isAfter(terms.validThrough()), "validThrough", "expired", "must not be in the past")
                .throwIfAny("sending the quote");
        return Change.of(this, with(QuoteStatus.SENT, null), new QuoteEvent.Sent());
    }

    /**
     * The customer takes it.
     *
     * @param today in the seller's zone; an expired quote cannot be accepted
     */
    public Change<Quote> accept(LocalDate today) {
        if (status == QuoteStatus.ACCEPTED) {
            return Change.none(this);
        }
        QuoteStatus.LIFECYCLE.require(statusOn(today), QuoteStatus.ACCEPTED);
        return Change.of(this, with(QuoteStatus.ACCEPTED, null), new QuoteEvent.Accepted(opportunity));
    }

    /** The customer says no, and why; the deal stays open. */
    public Change<Quote> reject(String reason, LocalDate today) {
        QuoteStatus.LIFECYCLE.require(statusOn(today), QuoteStatus.REJECTED);
        return Change.of(this, with(QuoteStatus.REJECTED, reason), new QuoteEvent.Rejected(reason));
    }

    /** The seller withdraws it, and why. */
    public Change<Quote> cancel(String reason, LocalDate today) {
        QuoteStatus.LIFECYCLE.require(statusOn(today), QuoteStatus.CANCELLED);
        return Change.of(this, with(QuoteStatus.CANCELLED, reason), new QuoteEvent.Cancelled(reason));
    }

    Quote stamped(Stamp next) {
        return new Quote(id, next, opportunity, accountId, owner, terms, status, lines, discount, closingReason);
    }

    private Quote with(QuoteStatus next, @Nullable String reason) {
        return new Quote(id, stamp, opportunity, accountId, owner, terms, next, lines, discount, reason);
    }
}
