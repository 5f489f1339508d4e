package io.github.crmkit.jdbc.table;

import io.github.crmkit.agreement.BookAssignmentId;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteBasis;
import io.github.crmkit.quote.QuoteContext;
import io.github.crmkit.quote.QuoteFields;
import io.github.crmkit.quote.QuoteId;
import io.github.crmkit.quote.QuoteTerms;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.totals.TaxBasis;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.Totals;
import io.github.crmkit.totals.TotalsProfile;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** Quotes; their lines are {@link QuoteLines}. Totals are kept to be asked for, and follow from the lines when read. */
final class QuoteTable {

    private QuoteTable() {}

    static Table<Quote, QuoteId> declared() {
        return Table.of(Quotes.TYPE, "quote", t -> {
            var opportunity = t.field(QuoteFields.OPPORTUNITY, "opportunity_id");
            var account = t.field(QuoteFields.ACCOUNT, "account_id");
            var owner = t.field(QuoteFields.OWNER, "owner_id");
            Terms terms = Terms.in(t);
            var status = t.field(QuoteFields.STATUS);
            var discount = t.column(
                    "discount_amount",
                    Codec.decimal(QuoteFields.AMOUNT_SCALE),
                    quote -> quote.discount().getAmount());
            Function<Quote, Totals> totals = Quote::totals;
            t.derived(QuoteFields.NET, "net_amount", totals, all -> all.net().getAmount());
            t.derived(
                    QuoteFields.GROSS,
                    "gross_amount",
                    totals,
                    all -> all.gross().getAmount());
            var closingReason = t.optional("closing_reason", Codec.text(Quote.MAX_REASON), Quote::closingReason);
            t.stamp(QuoteFields.CREATED_AT, "created_at");
            var lines = QuoteLines.in(t);
            t.index("ix_quote_opportunity", QuoteFields.OPPORTUNITY.asc().then(QuoteFields.CREATED_AT.desc()));
            t.index("ix_quote_owner", QuoteFields.OWNER.asc().then(QuoteFields.STATUS.asc()));
            t.index("ix_quote_account", QuoteFields.ACCOUNT.asc());
            t.index("ix_quote_price_book", QuoteFields.BOOK.asc());
            return row -> new Quote(
                    row.id(),
                    row.stamp(),
                    row.get(opportunity),
                    row.optional(account),
                    row.get(owner),
                    terms.of(row),
                    row.get(status),
                    row.list(lines),
                    Values.money(CurrencyUnit.of(row.get(terms.currency)), row.get(discount)),
                    row.optional(closingReason));
        });
    }

    /** The columns of {@link QuoteTerms}. */
    private record Terms(
            Column<Quote, PriceBookId> book,
            Column<Quote, String> currency,
            Column<Quote, LocalDate> pricedOn,
            Column<Quote, LocalDate> validThrough,
            Column<Quote, String> profile,
            Column<Quote, TaxBasis> taxBasis,
            Column<Quote, Boolean> taxIncluded,
            Column<Quote, RoundingMode> rounding,
            Basis basis) {

        static Terms in(EntityColumns<Quote> t) {
            return new Terms(
                    t.field(QuoteFields.BOOK, "price_book_id"),
                    t.field(QuoteFields.CURRENCY),
                    t.field(QuoteFields.PRICED_ON),
                    t.field(QuoteFields.VALID_THROUGH),
                    t.column(
                            "totals_profile",
                            Codec.text(TotalsProfile.MAX_NAME),
                            q -> profileOf(q).name()),
                    t.column(
                            "tax_basis",
                            Codec.constant(TaxBasis.class),
                            q -> profileOf(q).basis()),
                    t.column("tax_included", Codec.bool(), q -> profileOf(q).taxIncluded()),
                    t.column(
                            "rounding",
                            Codec.constant(RoundingMode.class),
                            q -> profileOf(q).rounding()),
                    Basis.in(t));
        }

        QuoteTerms of(Row<Quote> row) {
            return new QuoteTerms(
                    row.get(book),
                    CurrencyUnit.of(row.get(currency)),
                    row.get(pricedOn),
                    row.get(validThrough),
                    new TotalsProfile(row.get(profile), row.get(taxBasis), row.get(taxIncluded), row.get(rounding)),
                    basis.of(row));
        }

        private static TotalsProfile profileOf(Quote quote) {
            return quote.terms().profile();
        }
    }

    /** The columns of {@link QuoteBasis}. */
    private record Basis(
            Column<Quote, String> channel,
            Column<Quote, String> campaign,
            Column<Quote, List<String>> coupons,
            Column<Quote, List<Map.Entry<String, Object>>> custom,
            Column<Quote, BookChoice.Reason> reason,
            Column<Quote, BookAssignmentId> assignment,
            Column<Quote, List<TaxClass>> taxes,
            Column<Quote, List<PromotionId>> promotions) {

        static Basis in(EntityColumns<Quote> t) {
            return new Basis(
                    t.optional(
                            "channel",
                            Codec.text(PricingRequest.MAX_WORD),
                            q -> contextOf(q).channel()),
                    t.optional(
                            "campaign",
                            Codec.text(PricingRequest.MAX_WORD),
                            q -> contextOf(q).campaign()),
                    t.json(
                            "coupons",
                            new BasisShapes.CodeShape(),
                            q -> contextOf(q).coupons()),
                    t.json(
                            "custom_values",
                            new BasisShapes.CustomShape(),
                            q -> List.copyOf(new TreeMap<>(contextOf(q).custom()).entrySet())),
                    t.optional(
                            "book_reason",
                            Codec.constant(BookChoice.Reason.class),
                            q -> originOf(q).map(QuoteBasis.Origin::reason).orElse(null)),
                    t.optional(
                            "book_assignment_id",
                            Codec.id(BookAssignmentId::new),
                            q -> originOf(q).map(QuoteBasis.Origin::assignment).orElse(null)),
                    t.json("taxes", new BasisShapes.TaxShape(), q -> basisOf(q).taxes()),
                    t.json(
                            "promotions",
                            new BasisShapes.PromotionShape(),
                            q -> basisOf(q).promotions()));
        }

        QuoteBasis of(Row<Quote> row) {
            Map<String, Object> values = new TreeMap<>();
            row.get(custom).forEach(one -> values.put(one.getKey(), one.getValue()));
            BookChoice.Reason why = row.optional(reason);
            return new QuoteBasis(
                    new QuoteContext(row.optional(channel), row.optional(campaign), row.get(coupons), values),
                    why == null ? null : new QuoteBasis.Origin(why, row.optional(assignment)),
                    row.get(taxes),
                    row.get(promotions));
        }

        private static QuoteBasis basisOf(Quote quote) {
            return quote.terms().basis();
        }

        private static QuoteContext contextOf(Quote quote) {
            return basisOf(quote).context();
        }

        private static Optional<QuoteBasis.Origin> originOf(Quote quote) {
            return basisOf(quote).bookOrigin();
        }
    }
}
