package io.github.crmkit.quote;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.totals.TotalsProfile;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * What holds for a quote as a whole, fixed once it has lines.
 *
 * @param book where its prices come from
 * @param currency the book's currency; every amount of the quote is in it
 * @param pricedOn the day whose prices it has, in the seller's zone; like the next one in the years 1000 to 9999
 * @param validThrough the last day on which it can be accepted, in the seller's zone, inclusive
 * @param profile how it is added up
 * @param basis what its prices rest on besides
 */
public record QuoteTerms(
        PriceBookId book,
        CurrencyUnit currency,
        LocalDate pricedOn,
        LocalDate validThrough,
        TotalsProfile profile,
        QuoteBasis basis) {

    public QuoteTerms {
        Violations problems = new Violations();
        checkDay(pricedOn, "pricedOn", problems);
        checkDay(validThrough, "validThrough", problems);
        problems.require(
                        !validThrough.isBefore(pricedOn),
                        "validThrough",
                        "before-pricing",
                        "must not be before the pricing date")
                .throwIfAny("quote terms");
    }

    /** Terms whose prices rest on book and day alone. */
    public QuoteTerms(
            PriceBookId book,
            CurrencyUnit currency,
            LocalDate pricedOn,
            LocalDate validThrough,
            TotalsProfile profile) {
        this(book, currency, pricedOn, validThrough, profile, QuoteBasis.NONE);
    }

    /** Notes {@code date-range} for a day that not every store can keep: only the years 1000 to 9999 are. */
    static void checkDay(LocalDate day, String path, Violations problems) {
        problems.require(
                day.getYear() >= 1000 && day.getYear() <= 9999,
                path,
                "date-range",
                "must lie in the years 1000 to 9999");
    }

    /** The same terms with prices of another day; the validity keeps its length. */
    QuoteTerms repricedOn(LocalDate day, List<PromotionId> promotions) {
        long days = ChronoUnit.DAYS.between(pricedOn, validThrough);
        return new QuoteTerms(book, currency, day, day.plusDays(days), profile, basis.promotions(promotions));
    }
}
