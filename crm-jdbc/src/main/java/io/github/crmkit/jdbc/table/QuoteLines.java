package io.github.crmkit.jdbc.table;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.jdbc.mapping.Children;
import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.Columns;
import io.github.crmkit.jdbc.mapping.EntityColumns;
import io.github.crmkit.jdbc.mapping.Row;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteFields;
import io.github.crmkit.quote.QuoteLine;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.totals.TaxClass;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The lines of quotes: what reports ask for in plain columns, and why the price is what it is as JSON. */
final class QuoteLines {

    /** The longest text of a term. */
    private static final int MAX_TERM = 80;

    private static final Codec<ServiceTerm> TERM = Codec.text(MAX_TERM).as(ServiceTerm::toString, ServiceTerm::parse);

    private QuoteLines() {}

    static Children<Quote, QuoteLine> in(EntityColumns<Quote> quotes) {
        return quotes.children("quote_line", "quote_id", Quote::lines, t -> {
            var sku = t.column("sku", Codec.text(Product.MAX_SKU), QuoteLine::sku);
            var name = t.column("product_name", Codec.text(Product.MAX_NAME), QuoteLine::name);
            Priced priced = Priced.in(t);
            var taxCategory = t.column(
                    "tax_category",
                    Codec.text(TaxClass.MAX_CATEGORY),
                    line -> line.tax().category());
            var taxRate =
                    t.column("tax_rate", Values.PERCENT, line -> line.tax().rate());
            var role = t.column("line_role", Codec.constant(PricedLines.Role.class), QuoteLine::role);
            var chosen = t.json("chosen", new ProofShapes.ChosenShape(), QuoteLine::chosen);
            var term = t.optional("term", TERM, QuoteLine::term);
            return row -> new QuoteLine(
                    row.get(sku),
                    row.get(name),
                    priced.of(row),
                    new TaxClass(row.get(taxCategory), row.get(taxRate)),
                    row.get(role),
                    row.get(chosen),
                    row.optional(term));
        });
    }

    /** The columns of a {@link Price}. All its prices are in the one currency of its book. */
    private record Priced(
            Column<QuoteLine, ProductId> product,
            Column<QuoteLine, String> unit,
            Column<QuoteLine, Quantity> quantity,
            Column<QuoteLine, CurrencyUnit> currency,
            Column<QuoteLine, BigDecimal> list,
            Column<QuoteLine, BigDecimal> calculated,
            Column<QuoteLine, Quantity> per,
            Column<QuoteLine, BigDecimal> manual,
            Column<QuoteLine, BigDecimal> amount,
            Column<QuoteLine, List<PriceStep>> proof,
            Column<QuoteLine, List<Rejected>> rejected) {

        static Priced in(Columns<QuoteLine> t) {
            return new Priced(
                    t.column(
                            "product_id",
                            Codec.id(ProductId::new),
                            l -> l.price().product()),
                    t.column(
                            "unit", Codec.text(Product.MAX_WORD), l -> l.price().unit()),
                    t.column("quantity", Values.QUANTITY, l -> l.price().quantity()),
                    t.column("currency", Values.CURRENCY, l -> l.price().currency()),
                    t.column("list_price", Values.PRICE, l -> l.price().list().amount()),
                    t.column(
                            "calculated_price",
                            Values.PRICE,
                            l -> l.price().calculated().amount()),
                    t.column("price_per", Values.QUANTITY, l -> l.price().per()),
                    t.optional(
                            "manual_price",
                            Values.PRICE,
                            l -> l.price().manualPrice().map(UnitPrice::amount).orElse(null)),
                    t.column(
                            "amount",
                            Codec.decimal(QuoteFields.AMOUNT_SCALE),
                            l -> l.amount().getAmount()),
                    t.json("proof", new ProofShapes.StepShape(), l -> l.price().proof()),
                    t.json(
                            "rejected",
                            new ProofShapes.RejectedShape(),
                            l -> l.price().rejected()));
        }

        Price of(Row<QuoteLine> row) {
            CurrencyUnit in = row.get(currency);
            BigDecimal byHand = row.optional(manual);
            return new Price(
                    row.get(product),
                    row.get(unit),
                    row.get(quantity),
                    Values.price(in, row.get(list)),
                    Values.price(in, row.get(calculated)),
                    row.get(per),
                    byHand == null ? null : Values.price(in, byHand),
                    Values.money(in, row.get(amount)),
                    row.get(proof),
                    row.get(rejected));
        }
    }
}
