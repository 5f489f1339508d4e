package io.github.crmkit.quote;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Books;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.DealTerms;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.joda.money.Money;

/** Drafts quotes and takes them to their end, for one caller. */
public final class QuoteService {

    private final Desk desk;
    private final DealTerms terms;
    private final Books books;

    /** @param terms the seller's: they decide which day it is, and on what a deal is won */
    public QuoteService(Desk desk, DealTerms terms) {
        this.desk = desk;
        this.terms = terms;
        this.books = terms.books();
    }

    /**
     * Drafts a quote for a deal at the prices of one book, in one unit of work.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is no such deal or book
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command, unknown
     *     products and lines without a price ({@code no-price}) included
     */
    public Quote draft(DraftQuote command) {
        Violations problems = inspected(command);
        PriceBookId book = Objects.requireNonNull(command.book());
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, command.opportunity());
            LocalDate day = command.pricedOn() == null ? books.dateOf(work.now()) : command.pricedOn();
            QuoteDraft draft =
                    QuoteDraft.read(work, book, day, deal.customer().account(), this.terms.pricing(), command.lines());
            Quote quote = priced(work, command, deal, day, draft, problems);
            boolean byHand = quote.lines().stream().anyMatch(l -> l.price().manual() != null);
            return work.save(Quotes.TYPE, byHand ? Action.OVERRIDE : Action.CREATE, Quote.draft(quote));
        });
    }

    /**
     * Takes the prices of another day for a draft; prices set by hand stay, and the validity keeps its length.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException when it is not a draft ({@code frozen}), or a line has no price
     *     on that day ({@code no-price})
     */
    public Quote reprice(QuoteId id, LocalDate day) {
        return desk.run(work -> {
            Quote quote = work.get(Quotes.TYPE, id);
            Violations problems = new Violations();
            QuoteTerms.checkDay(day, "pricedOn", problems);
            problems.throwIfAny("pricing the quote");
            List<DraftQuote.Line> asked = quote.lines().stream()
                    .filter(QuoteLine::isAsked)
                    .map(QuoteLine::again)
                    .toList();
            QuoteTerms terms = quote.terms().repricedOn(day);
            List<QuoteLine> lines = QuoteDraft.read(
                            work, terms.book(), day, quote.accountId(), this.terms.pricing(), asked)
                    .lines(day, terms.profile(), problems);
            problems.throwIfAny("pricing the quote");
            return work.save(Quotes.TYPE, Action.UPDATE, quote.reprice(lines, terms));
        });
    }

    /** Hands a quote to the customer; from here on nothing on it changes. Sending it again is success. */
    public Quote send(QuoteId id) {
        return decide(id, Action.SEND, Quote::send);
    }

    /**
     * The customer takes the quote: the quote is accepted and its deal is won at the quote's net total, which is its amount
     * then, whatever its lines say; together or not at all. Accepting it again is success.
     *
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException when the quote is not with the customer or has expired
     * @throws io.github.crmkit.kernel.RuleViolationsException when the deal is closed already, or has lines or a recurring
     *     amount in another currency ({@code currency-mismatch})
     * @throws io.github.crmkit.money.MissingRateException when there is no rate to freeze for a foreign currency
     */
    public Quote accept(QuoteId id) {
        return desk.run(work -> {
            LocalDate today = books.dateOf(work.now());
            Quote quote = work.get(Quotes.TYPE, id);
            Change<Quote> accepted = quote.accept(today);
            if (accepted.isNone()) {
                return quote;
            }
            Quote saved = work.save(Quotes.TYPE, Action.ANSWER, accepted);
            winDeal(work, saved, today);
            return saved;
        });
    }

    /** The customer says no, and why. The deal stays open. */
    public Quote reject(QuoteId id, String reason) {
        String why = reason(reason);
        return decide(id, Action.ANSWER, (quote, today) -> quote.reject(why, today));
    }

    /** Withdraws a quote, and says why. */
    public Quote cancel(QuoteId id, String reason) {
        String why = reason(reason);
        return decide(id, Action.UPDATE, (quote, today) -> quote.cancel(why, today));
    }

    /**
     * The quote with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Quote get(QuoteId id) {
        return desk.run(work -> work.get(Quotes.TYPE, id));
    }

    /** One page of quotes. */
    public Page<Quote> find(Criteria<Quote> where, Sort<Quote> sort, PageRequest request) {
        return desk.run(work -> work.page(Quotes.TYPE, where, sort, request));
    }

    /** The quotes of a deal, newest first. */
    public Page<Quote> ofOpportunity(OpportunityId opportunity, PageRequest request) {
        return desk.run(work -> Quotes.in(work).ofOpportunity(opportunity, request));
    }

    /** What was done to a quote, oldest first. */
    public List<HistoryEntry> history(QuoteId id) {
        return desk.run(work -> work.historyOf(Quotes.TYPE.refOf(work.get(Quotes.TYPE, id))));
    }

    /** What is wrong with the command; refused with what the prices bring up, unless they cannot even be looked up. */
    private Violations inspected(DraftQuote command) {
        Violations problems = desk.commandCheck().inspect(command);
        for (int i = 0; i < command.lines().size(); i++) {
            String place = "lines[" + i + "]";
            PriceRequest request = command.lines().get(i).request();
            if (request != null) { // reported by its own constraint
                desk.commandCheck().inspect(request).list().forEach(v -> problems.addAll(List.of(v.under(place))));
            }
        }
        if (!command.isComplete()) {
            problems.throwIfAny("draft quote");
        }
        return problems;
    }

    private Quote priced(
            Work work, DraftQuote command, Opportunity deal, LocalDate day, QuoteDraft draft, Violations problems) {
        Money discount = command.discount() == null ? Money.zero(draft.currency()) : command.discount();
        problems.require(
                discount.getCurrencyUnit().equals(draft.currency()),
                "discount",
                "currency",
                "must be in the currency of the price book");
        problems.require(deal.isOpen(), "opportunity", "closed", "must be an open deal");
        List<QuoteLine> lines = draft.lines(day, command.profile(), problems);
        problems.throwIfAny("draft quote");
        LocalDate last =
                command.validThrough() == null ? day.plusDays(DraftQuote.DEFAULT_DAYS) : command.validThrough();
        QuoteTerms terms =
                new QuoteTerms(Objects.requireNonNull(command.book()), draft.currency(), day, last, command.profile());
        return new Quote(
                new QuoteId(work.newId()),
                work.firstStamp(),
                deal.id(),
                deal.customer().account(),
                work.caller().user(),
                terms,
                QuoteStatus.DRAFT,
                lines,
                discount,
                null);
    }

    private void winDeal(Work work, Quote quote, LocalDate today) {
        Opportunity deal = work.get(Opportunities.TYPE, quote.opportunity());
        new Violations()
                .require(deal.isOpen(), "opportunity", "closed", "must be an open deal")
                .throwIfAny("accepting the quote");
        Pipeline pipeline = work.get(Pipelines.TYPE, deal.position().pipeline());
        Change<Opportunity> change = deal.amount(
                        AmountMode.ENTERED, quote.totals().net())
                .then(d -> d.accepted(pipeline, new Closure(today, null), work.now(), terms));
        work.save(Opportunities.TYPE, Action.CLOSE, change);
    }

    private static String reason(String given) {
        Violations problems = new Violations();
        String reason = problems.plainText(given, Quote.MAX_REASON, "reason");
        problems.throwIfAny("reason");
        return reason;
    }

    private Quote decide(QuoteId id, Action action, BiFunction<Quote, LocalDate, Change<Quote>> decision) {
        return desk.run(work -> {
            Quote quote = work.get(Quotes.TYPE, id);
            return work.save(Quotes.TYPE, action, decision.apply(quote, books.dateOf(work.now())));
        });
    }
}
