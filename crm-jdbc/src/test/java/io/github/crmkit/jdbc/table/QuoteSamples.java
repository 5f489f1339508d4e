package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.ANONG;
import static io.github.crmkit.jdbc.table.Extremes.BOON;
import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.thai;
import static io.github.crmkit.jdbc.table.PriceSamples.TILE;

import io.github.crmkit.agreement.BookAssignmentId;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.CustomField;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteBasis;
import io.github.crmkit.quote.QuoteContext;
import io.github.crmkit.quote.QuoteId;
import io.github.crmkit.quote.QuoteLine;
import io.github.crmkit.quote.QuoteStatus;
import io.github.crmkit.quote.QuoteTerms;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.term.BillingPeriod;
import io.github.crmkit.term.Proration;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TotalsProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Quotes, their lines priced from the books of {@link PriceSamples}. */
final class QuoteSamples {

    private static final TaxClass VAT = new TaxClass("standard", Percent.of("7.000001"));
    private static final TaxClass LONGEST = new TaxClass(thai(TaxClass.MAX_CATEGORY), Percent.of(20));
    private static final TotalsProfile NAMED =
            TotalsProfile.PER_DOCUMENT.rounding("h".repeat(TotalsProfile.MAX_NAME), RoundingMode.HALF_EVEN);

    /** The tile as it is sold in any quantity on any day. */
    private static final Product PLAIN = new Product(
            TILE.id(),
            TILE.stamp(),
            TILE.sku(),
            TILE.name(),
            null,
            TILE.kind(),
            TILE.grouping(),
            Measures.in("box"),
            new Form.Simple(),
            TILE.costs(),
            Product.Sale.always());

    private QuoteSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(new Kind<>(Quotes.TYPE, quotes()));
    }

    static List<Quote> quotes() {
        QuoteLine discounted = line(PriceSamples.BAHT, request("150.5").discount(Percent.of("12.345678")), VAT);
        QuoteLine byHand = line(
                PriceSamples.BAHT,
                request("0.000001").manual(Money.parse("THB 99.10")).discount(Percent.of(5)),
                VAT);
        QuoteLine credit = line(PriceSamples.BAHT, request("3").manual(Money.parse("THB -0.01")), LONGEST);
        QuoteLine largest = line(
                PriceSamples.DOLLAR,
                request("1").manual(Money.parse("USD 999999999999999999.99")),
                new TaxClass("most", Percent.of(1_000)));
        QuoteLine yen = line(PriceSamples.YEN, request("3.333333"), TaxClass.NONE);
        QuoteLine dinar = withTerm(line(PriceSamples.DOLLAR, request("7"), VAT));
        return List.of(
                quote(
                        1,
                        DealSamples.TILES,
                        PriceSamples.BAHT,
                        QuoteStatus.DRAFT,
                        List.of(discounted, byHand),
                        "12.34",
                        TotalsProfile.STANDARD,
                        null),
                quote(
                        2,
                        DealSamples.BARE,
                        PriceSamples.YEN,
                        QuoteStatus.REJECTED,
                        List.of(yen),
                        "0",
                        NAMED,
                        emoji(Quote.MAX_REASON)),
                quote(
                        3,
                        DealSamples.TILES,
                        PriceSamples.BAHT,
                        QuoteStatus.SENT,
                        List.of(credit, discounted),
                        "0",
                        TotalsProfile.TAX_INCLUDED,
                        null),
                quote(
                        4,
                        DealSamples.TILES,
                        PriceSamples.DOLLAR,
                        QuoteStatus.CANCELLED,
                        List.of(dinar),
                        "0",
                        TotalsProfile.EN_16931,
                        "late"),
                quote(
                        5,
                        DealSamples.TILES,
                        PriceSamples.BAHT,
                        QuoteStatus.ACCEPTED,
                        lines(20),
                        "0.05",
                        TotalsProfile.PER_LINE,
                        null),
                quote(
                        6,
                        DealSamples.BARE,
                        PriceSamples.DOLLAR,
                        QuoteStatus.DRAFT,
                        List.of(largest),
                        "0.01",
                        TotalsProfile.STANDARD,
                        null));
    }

    /** So many lines, which differ from each other. */
    static List<QuoteLine> lines(int count) {
        List<QuoteLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(line(PriceSamples.BAHT, request(i + ".25"), i % 2 == 0 ? VAT : TaxClass.NONE));
        }
        return lines;
    }

    private static Quote quote(
            int number,
            Opportunity deal,
            PriceBook book,
            QuoteStatus status,
            List<QuoteLine> lines,
            String discount,
            TotalsProfile profile,
            @Nullable String reason) {
        LocalDate from = number == 2 ? FIRST_DAY : PriceSamples.DAY;
        LocalDate last = number == 4 ? LAST_DAY : from.plusDays(number);
        return new Quote(
                new QuoteId(id(800 + number)),
                first(number),
                deal.id(),
                deal.customer().account(),
                number % 2 == 0 ? ANONG : BOON,
                new QuoteTerms(book.id(), book.currency(), from, last, profile, basis(number)),
                status,
                lines,
                Money.of(book.currency(), new BigDecimal(discount)),
                reason);
    }

    /** Nothing, everything, or what goes without the rest. */
    private static QuoteBasis basis(int number) {
        QuoteContext full = QuoteContext.NONE
                .through(thai(PricingRequest.MAX_WORD), emoji(PricingRequest.MAX_WORD))
                .coupons(List.of("SUMMER", "it's \"10%\" \\ off", thai(PricingRequest.MAX_WORD)))
                .custom("region", emoji(CustomField.MAX_TEXT))
                .custom("nothing", "")
                .custom("visits", Long.MIN_VALUE)
                .custom("share", new BigDecimal("-0.000001"))
                .custom("loyal", true)
                .custom("since", FIRST_DAY);
        return switch (number) {
            case 1 ->
                new QuoteBasis(
                        full,
                        new QuoteBasis.Origin(BookChoice.Reason.GROUP, new BookAssignmentId(id(850))),
                        List.of(VAT, LONGEST),
                        List.of(new PromotionId(id(851)), new PromotionId(id(852))));
            case 3 ->
                new QuoteBasis(
                        QuoteContext.NONE.through("web", null),
                        new QuoteBasis.Origin(BookChoice.Reason.STANDARD, null),
                        List.of(),
                        List.of());
            default -> QuoteBasis.NONE;
        };
    }

    private static QuoteLine withTerm(QuoteLine line) {
        ServiceTerm term = new ServiceTerm(
                DateRange.of(LAST_DAY.minusYears(ServiceTerm.MAX_YEARS), LAST_DAY),
                31,
                BillingPeriod.MONTH,
                Proration.WHOLE_MONTHS);
        return new QuoteLine(line.sku(), line.name(), line.price(), line.tax(), line.role(), line.chosen(), term);
    }

    private static PriceRequest request(String quantity) {
        return PriceRequest.of(TILE.id(), new BigDecimal(quantity));
    }

    private static QuoteLine line(PriceBook book, PriceRequest request, TaxClass tax) {
        PriceSheet sheet = PriceSheet.of(
                book,
                List.of(PLAIN),
                PriceSamples.entries().stream()
                        .filter(entry -> entry.book().equals(book.id()))
                        .map(QuoteSamples::byVolume)
                        .toList());
        Price price = (Price) sheet.price(request, PriceSamples.DAY, RoundingMode.HALF_UP);
        return QuoteLine.of(TILE.sku(), TILE.name(), price, tax);
    }

    /** The samples of entries have each tiering once, so that together they would make no price. */
    private static PriceEntry byVolume(PriceEntry entry) {
        return new PriceEntry(
                entry.id(),
                entry.stamp(),
                entry.book(),
                entry.product(),
                entry.unit(),
                entry.from(),
                entry.price(),
                entry.validity(),
                entry.active(),
                Tiering.VOLUME,
                null);
    }
}
