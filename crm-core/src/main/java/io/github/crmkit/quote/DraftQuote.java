package io.github.crmkit.quote;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TotalsProfile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a quote for a deal, priced from one book.
 *
 * @param opportunity the deal
 * @param book where the prices come from; required, see {@link #from}
 * @param lines what is offered, in order
 * @param pricedOn the day whose prices are taken, in the seller's zone; absent for today
 * @param validThrough the last day on which it can be accepted, inclusive; absent for {@value #DEFAULT_DAYS} days after the
 *     pricing date
 * @param discount off the whole quote, in the book's currency; absent for none
 * @param profile how it is added up
 */
public record DraftQuote(
        @NotNull OpportunityId opportunity,
        @Nullable PriceBookId book,
        @NotNull @Size(min = 1, max = Quote.MAX_LINES) List<@Valid Line> lines,
        @Nullable LocalDate pricedOn,
        @Nullable LocalDate validThrough,
        @Nullable Money discount,
        @NotNull TotalsProfile profile)
        implements Command {

    /** How long a quote holds unless said otherwise. */
    public static final int DEFAULT_DAYS = 30;

    /**
     * One line that is asked for.
     *
     * @param request product and quantity, perhaps with a discount or a manual price
     * @param tax what decides its tax
     */
    public record Line(
            @NotNull PriceRequest request, @NotNull TaxClass tax) {}

    public DraftQuote {
        lines = List.copyOf(lines);
    }

    /** A quote for this deal; it still needs a book and lines. */
    public static DraftQuote of(OpportunityId opportunity) {
        return new DraftQuote(opportunity, null, List.of(), null, null, null, TotalsProfile.STANDARD);
    }

    /** Priced from this book. */
    public DraftQuote from(PriceBookId priceBook) {
        return new DraftQuote(opportunity, priceBook, lines, pricedOn, validThrough, discount, profile);
    }

    /** With so many units of a product, untaxed. */
    public DraftQuote line(ProductId product, long quantity) {
        return line(PriceRequest.of(product, quantity), TaxClass.NONE);
    }

    /** With so much of a product, untaxed. */
    public DraftQuote line(ProductId product, BigDecimal quantity) {
        return line(PriceRequest.of(product, quantity), TaxClass.NONE);
    }

    /** With this line, which may carry a discount or a manual price. */
    public DraftQuote line(PriceRequest request, TaxClass tax) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(request, tax));
        return new DraftQuote(opportunity, book, more, pricedOn, validThrough, discount, profile);
    }

    /** At the prices of this day. */
    public DraftQuote pricedOn(LocalDate day) {
        return new DraftQuote(opportunity, book, lines, day, validThrough, discount, profile);
    }

    /** To be accepted by the end of this day. */
    public DraftQuote validThrough(LocalDate lastDay) {
        return new DraftQuote(opportunity, book, lines, pricedOn, lastDay, discount, profile);
    }

    /** With this amount off the whole quote. */
    public DraftQuote discount(Money amount) {
        return new DraftQuote(opportunity, book, lines, pricedOn, validThrough, amount, profile);
    }

    /** Added up in this way. */
    public DraftQuote profile(TotalsProfile way) {
        return new DraftQuote(opportunity, book, lines, pricedOn, validThrough, discount, way);
    }

    /** Whether everything is named that prices are looked up with; where it is not, its own constraints say so. */
    boolean isComplete() {
        return opportunity != null
                && book != null
                && profile != null
                && !lines.isEmpty()
                && lines.size() <= Quote.MAX_LINES
                && lines.stream().allMatch(line -> line.request() != null && line.tax() != null);
    }

    @Override
    public void check(Violations problems) {
        problems.require(book != null, "book", "not-null", "must name a price book");
        if (discount != null) {
            problems.require(!discount.isNegative(), "discount", "negative", "must not be negative");
        }
        if (pricedOn != null) {
            QuoteTerms.checkDay(pricedOn, "pricedOn", problems);
        }
        if (validThrough != null) {
            QuoteTerms.checkDay(validThrough, "validThrough", problems);
        }
        if (pricedOn != null && validThrough != null) {
            problems.require(
                    !validThrough.isBefore(pricedOn),
                    "validThrough",
                    "before-pricing",
                    "must not be before the pricing date");
        }
    }
}
