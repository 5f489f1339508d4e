package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteFields;
import io.github.crmkit.quote.QuoteId;
import io.github.crmkit.quote.QuoteTerms;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.totals.TaxBasis;
import io.github.crmkit.totals.Totals;
import io.github.crmkit.totals.TotalsProfile;
import java.math.RoundingMode;
import java.time.LocalDate;
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
            Column<Quote, RoundingMode> rounding) {

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
                            q -> profileOf(q).rounding()));
        }

        QuoteTerms of(Row<Quote> row) {
            return new QuoteTerms(
                    row.get(book),
                    CurrencyUnit.of(row.get(currency)),
                    row.get(pricedOn),
                    row.get(validThrough),
                    new TotalsProfile(row.get(profile), row.get(taxBasis), row.get(taxIncluded), row.get(rounding)));
        }

        private static TotalsProfile profileOf(Quote quote) {
            return quote.terms().profile();
        }
    }
}
