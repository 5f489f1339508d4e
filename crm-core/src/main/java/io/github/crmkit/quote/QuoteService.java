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
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionUses;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
     * Drafts a quote for a deal at the prices of one book, in one unit of work: of the book that is named, or of the one that
     * is assigned to the customer, and then the quote says why.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is no such deal or book
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command, unknown
     *     products, lines without a price ({@code no-price}) and a customer without a book ({@code none-applies},
     *     {@code tied}) included
     */
    public Quote draft(DraftQuote command) {
        Violations problems = inspected(command);
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, command.opportunity());
            LocalDate day = command.pricedOn() == null ? books.dateOf(work.now()) : command.pricedOn();
            PricingRequest asked = asked(command, deal, day, problems);
            QuoteDraft draft =
                    QuoteDraft.read(work, asked, terms.pricing(), command.lines(), command.taxes(), problems);
            Quote quote = priced(work, command, deal, day, draft, problems);
            boolean byHand = quote.lines().stream().anyMatch(l -> l.price().manual() != null);
            return work.save(Quotes.TYPE, byHand ? Action.OVERRIDE : Action.CREATE, Quote.draft(quote));
        });
    }

    private PricingRequest asked(DraftQuote command, Opportunity deal, LocalDate day, Violations problems) {
        PriceBookId book = command.book();
        CurrencyUnit currency = command.currency() == null ? currencyOf(deal) : command.currency();
        if (book == null && currency == null) {
            problems.add("currency", "not-null", "must be given where neither a price book nor the deal tells it");
            problems.throwIfAny("draft quote");
        }
        PricingRequest from = book == null
                ? PricingRequest.assigned(Objects.requireNonNull(currency), day)
                : PricingRequest.of(book, day);
        return command.context().asked(from.account(deal.customer().account()));
    }

    private @Nullable CurrencyUnit currencyOf(Opportunity deal) {
        return deal.expectation().value().map(Money::getCurrencyUnit).orElse(books.home());
    }

    /**
     * Takes the prices of another day for a draft; prices set by hand stay, so does what the prices were asked with (coupons,
     * channel …), and the validity keeps its length.
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
            QuoteTerms old = quote.terms();
            PricingRequest asked = old.basis()
                    .context()
                    .asked(PricingRequest.of(old.book(), day).account(quote.accountId()));
            QuoteDraft draft = QuoteDraft.read(
                    work, asked, terms.pricing(), quote.asked(), old.basis().taxes(), problems);
            List<QuoteLine> lines = draft.lines(old.profile(), problems);
            problems.throwIfAny("pricing the quote");
            return work.save(Quotes.TYPE, Action.UPDATE, quote.reprice(lines, old.repricedOn(day, draft.promotions())));
        });
    }

    /** Hands a quote to the customer; from here on nothing on it changes. Sending it again is success. */
    public Quote send(QuoteId id) {
        return decide(id, Action.SEND, Quote::send);
    }

    /**
     * The customer takes the quote: the quote is accepted and its deal is won at the quote's net total, which is its amount
     * then, whatever its lines say, and the promotions that its prices use are redeemed, with the coupons that were shown;
     * together or not at all. Accepting it again is success, and redeems nothing again.
     *
     * <p>What the customer was promised on the day of the prices holds while the quote does; a promotion that was switched off
     * or used up in the meantime does not.
     *
     * @throws PromotionNotGrantedException where a promotion that its prices use is not granted any more; it names the promotion
     * @throws io.github.crmkit.access.AccessDeniedException where the caller may not accept it, win its deal or use its
     *     promotions
     * @throws io.github.crmkit.storage.StaleVersionException where others were faster so often that it was given up, or once
     *     within a transaction of the host's; it may be asked again
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException when the quote is not with the customer or has expired
     * @throws io.github.crmkit.kernel.RuleViolationsException when the deal is closed already, or has lines or a recurring
     *     amount in another currency ({@code currency-mismatch})
     * @throws io.github.crmkit.money.MissingRateException when there is no rate to freeze for a foreign currency
     */
    public Quote accept(QuoteId id) {
        return PromotionUses.persistently(desk, work -> {
            LocalDate today = books.dateOf(work.now());
            Quote quote = work.get(Quotes.TYPE, id);
            Change<Quote> accepted = quote.accept(today);
            if (accepted.isNone()) {
                return quote;
            }
            Opportunity deal = work.get(Opportunities.TYPE, quote.opportunity());
            if (!deal.isOpen()) {
                return acceptedMeanwhile(work, id);
            }
            Quote saved = work.save(Quotes.TYPE, Action.ANSWER, accepted);
            winDeal(work, saved, deal, today);
            QuoteBasis basis = saved.terms().basis();
            PromotionUses.useAll(
                    work,
                    basis.promotions(),
                    Quotes.TYPE.refOf(saved),
                    saved.terms().pricedOn(),
                    saved.accountId(),
                    basis.context().coupons());
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
        problems.require(deal.isOpen(), "opportunity", "closed", "must be an open deal");
        List<QuoteLine> lines = draft.lines(command.profile(), problems);
        CurrencyUnit currency = draft.book().map(PriceBook::currency).orElse(null);
        if (currency != null) {
            checkCurrency(command, currency, problems);
        }
        problems.throwIfAny("draft quote");
        PriceBook book = draft.book().orElseThrow();
        LocalDate last =
                command.validThrough() == null ? day.plusDays(DraftQuote.DEFAULT_DAYS) : command.validThrough();
        QuoteBasis basis = new QuoteBasis(
                command.context(), QuoteBasis.Origin.of(draft.choice()), command.taxes(), draft.promotions());
        QuoteTerms terms = new QuoteTerms(book.id(), book.currency(), day, last, command.profile(), basis);
        return new Quote(
                new QuoteId(work.newId()),
                work.firstStamp(),
                deal.id(),
                deal.customer().account(),
                work.caller().user(),
                terms,
                QuoteStatus.DRAFT,
                lines,
                command.discount() == null ? Money.zero(book.currency()) : command.discount(),
                null);
    }

    private static void checkCurrency(DraftQuote command, CurrencyUnit currency, Violations problems) {
        Money discount = command.discount();
        problems.require(
                        discount == null || discount.getCurrencyUnit().equals(currency),
                        "discount",
                        "currency",
                        "must be in the currency of the price book")
                .require(
                        command.currency() == null || command.currency().equals(currency),
                        "currency",
                        "currency-mismatch",
                        "must be the currency of the price book");
    }

    /** The deal was closed: by another caller who accepted this very quote since it was read, or it is refused. */
    private static Quote acceptedMeanwhile(Work work, QuoteId id) {
        Quote now = work.get(Quotes.TYPE, id);
        new Violations()
                .require(now.status() == QuoteStatus.ACCEPTED, "opportunity", "closed", "must be an open deal")
                .throwIfAny("accepting the quote");
        return now;
    }

    private void winDeal(Work work, Quote quote, Opportunity deal, LocalDate today) {
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
