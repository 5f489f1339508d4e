package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteLine;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A quote as text: its lines, the proof of every price, the prices that were not taken, and how the total came about. */
final class QuoteText {

    private final CrmSession session;
    private final Amounts amounts;

    QuoteText(CrmSession session, Amounts amounts) {
        this.session = session;
        this.amounts = amounts;
    }

    /** The whole quote. */
    String of(Quote quote) {
        TextTable table = TextTable.of(
                text("Product"), text("Name"), number("Quantity"), number("Price"), number("Amount"), text("Why"));
        StringBuilder rejected = new StringBuilder();
        for (QuoteLine line : quote.lines()) {
            Price price = line.price();
            table.row(
                    line.sku(),
                    line.name(),
                    Amounts.grouped(price.quantity().value()),
                    Amounts.grouped(price.net().amount()),
                    amounts.of(line.amount()),
                    price.proof().stream().map(PriceStep::toString).collect(Collectors.joining(", then ")));
            rejected(rejected, quote, line);
        }
        String total = quote.totals().proof().stream().collect(Collectors.joining("; "));
        return table.render() + rejected + "Total: " + total + "\n";
    }

    private void rejected(StringBuilder out, Quote quote, QuoteLine line) {
        if (line.price().rejected().isEmpty()) {
            return;
        }
        Map<UUID, PriceEntry> entries = session
                .prices()
                .pricesOf(quote.terms().book(), line.price().product())
                .stream()
                .collect(Collectors.toMap(entry -> entry.id().value(), entry -> entry));
        for (PriceResult.Rejected rejected : line.price().rejected()) {
            PriceEntry entry = entries.get(rejected.candidate().id());
            String which = entry == null
                    ? "a price"
                    : Amounts.grouped(entry.price().amount()) + " from "
                            + Amounts.grouped(entry.from().value());
            out.append("Not taken for %s: %s, %s\n"
                    .formatted(line.sku(), which, rejected.reason().words()));
        }
    }
}
