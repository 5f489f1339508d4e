package io.github.crmkit.opportunity;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.opportunity.OpportunityCommand.SetLines;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricing.NoPrice;
import io.github.crmkit.pricing.Price;
import io.github.crmkit.pricing.PriceRequest;
import io.github.crmkit.pricing.PriceResult;
import io.github.crmkit.pricing.PriceSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the lines that were asked for, at the prices of a book or by hand; what stands in the way is noted, all of it. */
final class LinePricing {

    private final Work work;
    private final List<PriceRequest> asked;
    private final Violations problems;
    private final List<DealLine> lines = new ArrayList<>();

    private LinePricing(Work work, List<PriceRequest> asked, Violations problems) {
        this.work = work;
        this.asked = asked;
        this.problems = problems;
    }

    /** The lines; with any problem noted, those that could be made. Three queries with a book, one without. */
    static List<DealLine> of(Work work, SetLines command, LocalDate today, Violations problems) {
        LinePricing pricing = new LinePricing(work, command.lines(), problems);
        PriceBookId book = command.book();
        if (book == null) {
            pricing.byHand();
        } else {
            pricing.from(book, command.pricedOn() == null ? today : command.pricedOn());
        }
        return pricing.lines;
    }

    private void from(PriceBookId book, LocalDate day) {
        PriceSheet sheet = PriceSheet.read(
                work, book, asked.stream().map(PriceRequest::product).toList());
        sheet.check("lines", asked, problems);
        if (!problems.isEmpty()) {
            return; // what cannot be looked up has no price to ask for
        }
        for (int i = 0; i < asked.size(); i++) {
            PriceRequest request = asked.get(i);
            Product product = sheet.product(request.product()).orElseThrow();
            priced(i, product, sheet.price(request, day, Rounding.COMMERCIAL), book, day);
        }
    }

    private void byHand() {
        Set<ProductId> wanted = asked.stream().map(PriceRequest::product).collect(Collectors.toSet());
        Map<ProductId, Product> known = work.repository(Products.TYPE).findAll(wanted).stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
        for (int i = 0; i < asked.size(); i++) {
            Product product = known.get(asked.get(i).product());
            if (product == null) {
                problems.add(place(i) + ".product", "not-found", "must name a product of the catalog");
            } else if (!product.isActive()) {
                problems.add(place(i) + ".product", "product-archived", "must still be for sale");
            } else {
                PriceRequest request = asked.get(i);
                add(i, () -> entered(product, request));
            }
        }
    }

    private void priced(int i, Product product, PriceResult result, PriceBookId book, LocalDate day) {
        if (result instanceof NoPrice none) {
            problems.add(place(i) + ".product", "no-price", none.message());
        } else {
            add(i, () -> DealLine.priced(product, (Price) result, book, day));
        }
    }

    private static DealLine entered(Product product, PriceRequest request) {
        String unit = request.unit() == null ? product.unit() : request.unit();
        return DealLine.byHand(
                product,
                Quantity.of(request.quantity()),
                unit,
                request.manualPrice().orElseThrow());
    }

    private void add(int i, Supplier<DealLine> line) {
        try {
            lines.add(line.get());
        } catch (RuleViolationsException refused) {
            problems.addAll(
                    refused.violations().stream().map(v -> v.under(place(i))).toList());
        }
    }

    private static String place(int i) {
        return "lines[" + i + "]";
    }
}
