package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.rows.LineRow;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** Quotes one deal from two price books, and says why each price is what it is. A quote that is there is shown again. */
final class QuoteComparison {

    /** How many books are compared. */
    private static final int MOST_BOOKS = 2;

    private final CrmSession session;
    private final LoadedFolder folder;
    private final QuoteText text;

    QuoteComparison(CrmSession session, LoadedFolder folder, Amounts amounts) {
        this.session = session;
        this.folder = folder;
        this.text = new QuoteText(session, amounts);
    }

    /** Drafts what is missing and tells both quotes. */
    String run() {
        Optional<Quotable> chosen = Quotable.in(folder);
        if (chosen.isEmpty() || folder.books().isEmpty()) {
            return "Nothing to quote: the folder has "
                    + (chosen.isEmpty() ? "no open deal with a product" : "no prices")
                    + ".\n";
        }
        Quotable quotable = chosen.get();
        Opportunity deal =
                session.opportunities().byReference(quotable.dealRef()).orElseThrow();
        StringBuilder out =
                new StringBuilder("%s, %s. %s\n".formatted(quotable.dealRef(), deal.name(), quotable.why()));
        List<Quote> quotes = new ArrayList<>();
        for (String name : folder.books().stream().limit(MOST_BOOKS).toList()) {
            PriceBook book = session.priceBooks().named(name).orElseThrow();
            try {
                Quote quote = quote(out.append('\n'), deal, book, quotable.lines());
                out.append(text.of(quote));
                quotes.add(quote);
            } catch (RuleViolationsException refusal) {
                out.append(name).append(": ").append(refusal.getMessage()).append('\n');
            }
        }
        return out.append('\n').append(comparison(quotes)).toString();
    }

    private Quote quote(StringBuilder out, Opportunity deal, PriceBook book, List<LineRow> lines) {
        Optional<Quote> there =
                session.quotes().ofOpportunity(deal.id(), PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                        .filter(quote -> quote.terms().book().equals(book.id()))
                        .findFirst();
        Quote quote = there.orElseGet(() -> session.quotes().draft(draft(deal, book, lines)));
        out.append("%s, %s: prices of %s, holds through %s\n\n"
                .formatted(
                        book.name(),
                        there.isPresent() ? "drafted before" : "drafted now",
                        quote.terms().pricedOn(),
                        quote.terms().validThrough()));
        return quote;
    }

    private DraftQuote draft(Opportunity deal, PriceBook book, List<LineRow> lines) {
        Map<String, Product> products =
                session.products().bySkus(lines.stream().map(LineRow::sku).toList());
        DraftQuote draft = DraftQuote.of(deal.id()).from(book.id());
        for (LineRow line : lines) {
            Product product = Optional.ofNullable(products.get(line.sku())).orElseThrow();
            draft = draft.line(product.id(), line.quantity());
        }
        return draft;
    }

    private static String comparison(List<Quote> quotes) {
        if (quotes.size() < MOST_BOOKS) {
            return "There is one price book with prices for it, so there is nothing to compare.\n";
        }
        Money one = quotes.get(0).totals().net();
        Money other = quotes.get(1).totals().net();
        if (!one.isSameCurrency(other)) {
            return "The two quotes are in different currencies and are not compared.\n";
        }
        Money difference = one.minus(other).abs();
        String share = one.isZero() ? "" : " (" + Amounts.percent(difference.getAmount(), one.getAmount()) + ")";
        return "The second quote is %s%s %s than the first.\n"
                .formatted(Amounts.inWords(difference), share, other.isGreaterThan(one) ? "dearer" : "cheaper");
    }
}
