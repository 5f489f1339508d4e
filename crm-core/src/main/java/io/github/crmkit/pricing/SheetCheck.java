package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.PriceRequest;
import org.joda.money.BigMoney;

/** What is wrong with a request that only the sheet can tell. */
final class SheetCheck {

    private SheetCheck() {}

    static void check(PriceSheet sheet, PriceRequest request, String place, Violations problems) {
        BigMoney manual = request.manual();
        problems.require(
                manual == null || manual.getCurrencyUnit().equals(sheet.book().currency()),
                place + ".manual",
                "currency-mismatch",
                "must be in the currency of the price book");
        if (request.product() == null) {
            return; // reported by its own constraint
        }
        Product product = sheet.product(request.product()).orElse(null);
        problems.require(product != null, place + ".product", "not-found", "must name a product of the catalog");
        if (product != null && request.quantity() != null) {
            checkQuantity(product, request, place, problems);
        }
    }

    /** As far as the product alone tells it. */
    static void checkQuantity(Product product, PriceRequest request, String place, Violations problems) {
        Violations own = new Violations();
        request.check(own);
        if (!own.isEmpty()) {
            return; // reported where the request itself is checked
        }
        String unit = request.unit() == null ? product.unit() : request.unit().strip();
        if (!PlainTextValidator.isPlain(unit, Product.MAX_WORD, false)) {
            return; // so is this
        }
        Quantity quantity = Quantity.of(request.quantity());
        product.measures().checkQuantity(quantity, unit, place + ".quantity", place + ".unit", problems);
        if (product.form() instanceof Bundle bundle && product.measures().knows(unit)) {
            problems.collect(place, () -> bundle.expand(quantity, request.chosen()));
            problems.require(
                    bundle.pricedOn() != Bundle.PricedOn.PARTS || request.manual() == null,
                    place + ".manual",
                    "priced-by-parts",
                    "must be given for the parts, which have the prices");
        } else {
            problems.require(
                    request.chosen().isEmpty(), place + ".chosen", "nothing-to-choose", "must be for a bundle");
        }
    }
}
