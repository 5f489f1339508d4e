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
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a quote for a deal, priced from one book.
 *
 * @param opportunity the deal
 * @param book where the prices come from; absent for the one that is assigned to the customer, see {@link #from}
 * @param currency what it is offered in where no book is named; absent for the currency of the deal's amount, and where it has
 *     none for the home currency
 * @param context what the prices are asked with besides
 * @param lines what is offered, in order
 * @param pricedOn the day whose prices are taken, in the seller's zone; absent for today
 * @param validThrough the last day on which it can be accepted, inclusive; absent for {@value #DEFAULT_DAYS} days after the
 *     pricing date
 * @param discount off the whole quote, in the book's currency; absent for none
 * @param profile how it is added up
 * @param taxes what the tax categories of the catalogue are taxed at, for the parts of bundles and the goods that rules give
 */
public record DraftQuote(
        @NotNull OpportunityId opportunity,
        @Nullable PriceBookId book,
        @Nullable CurrencyUnit currency,
        @NotNull QuoteContext context,
        @NotNull @Size(min = 1, max = Quote.MAX_LINES) List<@Valid Line> lines,
        @Nullable LocalDate pricedOn,
        @Nullable LocalDate validThrough,
        @Nullable Money discount,
        @NotNull TotalsProfile profile,
        @NotNull List<TaxClass> taxes)
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
        taxes = List.copyOf(taxes);
    }

    /** A quote for this deal, from the book that its customer has; it still needs lines. */
    public static DraftQuote of(OpportunityId opportunity) {
        return new DraftQuote(
                opportunity,
                null,
                null,
                QuoteContext.NONE,
                List.of(),
                null,
                null,
                null,
                TotalsProfile.STANDARD,
                List.of());
    }

    /** Asks once more for what a quote offers, at the prices of today: its book, circumstances, lines, discount and taxes. */
    public static DraftQuote like(Quote quote) {
        QuoteTerms terms = quote.terms();
        return new DraftQuote(
                quote.opportunity(),
                terms.book(),
                null,
                terms.basis().context(),
                quote.asked(),
                null,
                null,
                quote.discount().isZero() ? null : quote.discount(),
                terms.profile(),
                terms.basis().taxes());
    }

    /** Priced from this book. */
    public DraftQuote from(@Nullable PriceBookId priceBook) {
        return new DraftQuote(
                opportunity, priceBook, currency, context, lines, pricedOn, validThrough, discount, profile, taxes);
    }

    /** Offered in this currency, from the book that the customer has in it. */
    public DraftQuote in(@Nullable CurrencyUnit unit) {
        return new DraftQuote(
                opportunity, book, unit, context, lines, pricedOn, validThrough, discount, profile, taxes);
    }

    /** In these circumstances. */
    public DraftQuote context(QuoteContext circumstances) {
        return new DraftQuote(
                opportunity, book, currency, circumstances, lines, pricedOn, validThrough, discount, profile, taxes);
    }

    /** Bought through this channel, because of this campaign. */
    public DraftQuote through(@Nullable String channel, @Nullable String campaign) {
        return context(context.through(channel, campaign));
    }

    /** With exactly these codes shown. */
    public DraftQuote coupons(String... codes) {
        return context(context.coupons(List.of(codes)));
    }

    /** With this value of a field of the host's own. */
    public DraftQuote custom(String name, Object value) {
        return context(context.custom(name, value));
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
        return lines(more);
    }

    /** With exactly these lines. */
    public DraftQuote lines(List<Line> others) {
        return new DraftQuote(
                opportunity, book, currency, context, others, pricedOn, validThrough, discount, profile, taxes);
    }

    /** At the prices of this day. */
    public DraftQuote pricedOn(LocalDate day) {
        return new DraftQuote(opportunity, book, currency, context, lines, day, validThrough, discount, profile, taxes);
    }

    /** To be accepted by the end of this day. */
    public DraftQuote validThrough(LocalDate lastDay) {
        return new DraftQuote(opportunity, book, currency, context, lines, pricedOn, lastDay, discount, profile, taxes);
    }

    /** With this amount off the whole quote. */
    public DraftQuote discount(Money amount) {
        return new DraftQuote(
                opportunity, book, currency, context, lines, pricedOn, validThrough, amount, profile, taxes);
    }

    /** Added up in this way. */
    public DraftQuote profile(TotalsProfile way) {
        return new DraftQuote(
                opportunity, book, currency, context, lines, pricedOn, validThrough, discount, way, taxes);
    }

    /**
     * With tax categories of the catalogue taxed so. A part of a bundle that has a price of its own is taxed as the category of
     * its own product says; where the product has none, or the line it comes with has the same, like that line. A part whose
     * category is not among these is refused ({@code tax-unknown}), unless the quote is not taxed at all.
     */
    public DraftQuote taxed(TaxClass... classes) {
        return new DraftQuote(
                opportunity,
                book,
                currency,
                context,
                lines,
                pricedOn,
                validThrough,
                discount,
                profile,
                List.of(classes));
    }

    /** Whether everything is named that prices are looked up with; where it is not, its own constraints say so. */
    boolean isComplete() {
        return opportunity != null
                && context != null
                && profile != null
                && !lines.isEmpty()
                && lines.size() <= Quote.MAX_LINES
                && lines.stream().allMatch(line -> line.request() != null && line.tax() != null);
    }

    @Override
    public void check(Violations problems) {
        if (context != null) { // reported by its own constraint
            context.check(problems);
        }
        QuoteBasis.checkTaxes(taxes, problems);
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
