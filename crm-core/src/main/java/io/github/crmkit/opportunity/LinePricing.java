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
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.pricing.PricingTerms;
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
    private final Opportunity deal;
    private final PricingTerms terms;
    private final List<PriceRequest> asked;
    private final Violations problems;
    private final List<DealLine> lines = new ArrayList<>();

    private LinePricing(
            Work work, Opportunity deal, PricingTerms terms, List<PriceRequest> asked, Violations problems) {
        this.work = work;
        this.deal = deal;
        this.terms = terms;
        this.asked = asked;
        this.problems = problems;
    }

    /**
     * The lines, with what comes with them; with any problem noted, those that could be made. As many queries for many lines as
     * for one.
     */
    static List<DealLine> of(
            Work work, Opportunity deal, PricingTerms terms, SetLines command, LocalDate today, Violations problems) {
        LinePricing pricing = new LinePricing(work, deal, terms, command.lines(), problems);
        PriceBookId book = command.book();
        if (book == null) {
            pricing.byHand();
        } else {
            pricing.from(book, command.pricedOn() == null ? today : command.pricedOn());
        }
        return pricing.lines;
    }

    private void from(PriceBookId book, LocalDate day) {
        PricingRequest request =
                PricingRequest.of(book, day).account(deal.customer().account()).lines(asked);
        PriceSheet sheet = PriceSheet.read(work, request, terms);
        sheet.check("lines", asked, problems);
        if (!problems.isEmpty()) {
            return; // what cannot be looked up has no price to ask for
        }
        for (PricedLines.Line line :
                sheet.priceAll(asked, day, Rounding.COMMERCIAL).lines()) {
            priced(line, book, day);
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

    private void priced(PricedLines.Line line, PriceBookId book, LocalDate day) {
        Product product = line.product();
        if (line.result() instanceof Price price && product != null) {
            add(line.of(), () -> DealLine.priced(product, price, book, day));
        } else if (line.result() instanceof NoPrice none) {
            problems.add(place(line.of()) + ".product", "no-price", none.message());
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
