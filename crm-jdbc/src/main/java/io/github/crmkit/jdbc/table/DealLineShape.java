package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.ReferenceShape.REFERENCE;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceBookId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a deal, with where its price was looked up. */
final class DealLineShape implements JsonShape<DealLine> {

    @Override
    public void write(JsonOut to, DealLine line) {
        to.text("product", line.product().text())
                .text("sku", line.sku())
                .text("name", line.name())
                .text("quantity", line.quantity())
                .text("unit", line.unit())
                .text("price", line.price())
                .text("per", line.per());
        line.pricedBy()
                .ifPresent(origin -> to.text("book", origin.book().text())
                        .list("sources", origin.sources(), REFERENCE)
                        .text("on", origin.on()));
    }

    @Override
    public DealLine read(JsonObject from, int version) {
        return new DealLine(
                new ProductId(UUID.fromString(from.text("product"))),
                from.text("sku"),
                from.text("name"),
                Quantity.parse(from.text("quantity")),
                from.text("unit"),
                UnitPrice.parse(from.text("price")),
                Quantity.parse(from.text("per")),
                origin(from, version));
    }

    private static DealLine.@Nullable Origin origin(JsonObject from, int version) {
        String book = from.optional("book");
        return book == null
                ? null
                : new DealLine.Origin(
                        new PriceBookId(UUID.fromString(book)),
                        from.list("sources", REFERENCE, version),
                        LocalDate.parse(from.text("on")));
    }
}
