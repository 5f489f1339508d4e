package io.github.crmkit.quote;

import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.pricing.PricingTerms;
import io.github.crmkit.pricing.SheetReading;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TotalsProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of one quote, priced from one sheet; what stands in the way is noted, all of it. */
final class QuoteDraft {

    private final SheetReading reading;
    private final PricingRequest request;
    private final List<DraftQuote.Line> asked;
    private final List<TaxClass> taxes;
    private final Set<PromotionId> promotions = new LinkedHashSet<>();

    private QuoteDraft(
            SheetReading reading, PricingRequest request, List<DraftQuote.Line> asked, List<TaxClass> taxes) {
        this.reading = reading;
        this.request = request;
        this.asked = asked;
        this.taxes = taxes;
    }

    /**
     * Reads what is needed to price these lines.
     *
     * @param bare what is asked for, without lines
     * @param taxes what categories are taxed at
     */
    static QuoteDraft read(
            Work work,
            PricingRequest bare,
            PricingTerms terms,
            List<DraftQuote.Line> asked,
            List<TaxClass> taxes,
            Violations problems) {
        PricingRequest request =
                bare.lines(asked.stream().map(DraftQuote.Line::request).toList());
        terms.fields().check(request.custom(), problems);
        SheetReading reading = SheetReading.of(work, request, terms);
        reading.checkBook(problems);
        return new QuoteDraft(reading, request, asked, taxes);
    }

    /** The book, where there is one. */
    Optional<PriceBook> book() {
        return reading.sheet().map(PriceSheet::book);
    }

    /** Why it is this one, where it was not named. */
    @Nullable
    BookChoice choice() {
        return reading.choice().orElse(null);
    }

    /** The promotions that the priced lines use. */
    List<PromotionId> promotions() {
        return List.copyOf(promotions);
    }

    /** The priced lines and what comes with them; with any problem noted, those that could be priced. */
    List<QuoteLine> lines(TotalsProfile profile, Violations problems) {
        List<QuoteLine> lines = new ArrayList<>();
        reading.sheet().ifPresent(sheet -> {
            sheet.check("lines", request.lines(), problems);
            if (problems.isEmpty()) {
                PricedLines priced = sheet.priceAll(request.lines(), request.date(), profile.rounding());
                priced.lines().forEach(line -> add(line, lines, problems));
            }
        });
        return lines;
    }

    private void add(PricedLines.Line line, List<QuoteLine> lines, Violations problems) {
        DraftQuote.Line from = asked.get(line.of());
        Product product = line.product();
        if (line.result() instanceof Price price && product != null) {
            boolean isAsked = line.role() == PricedLines.Role.ASKED;
            PriceRequest wanted = from.request();
            lines.add(new QuoteLine(
                    product.sku(),
                    product.name(),
                    price,
                    isAsked ? from.tax() : tax(line.of(), from.tax(), product, price, problems),
                    line.role(),
                    isAsked ? wanted.chosen() : List.<Bundle.Chosen>of(),
                    line.role() == PricedLines.Role.FREE ? null : wanted.term()));
            notePromotions(price);
            return;
        }
        String message = line.result() instanceof NoPrice none ? none.message() : "there is no such product";
        problems.add("lines[" + line.of() + "].product", "no-price", message);
    }

    /** What comes with a line is taxed as its own product says; what costs nothing of its own needs no rate. */
    private TaxClass tax(int of, TaxClass parent, Product product, Price price, Violations problems) {
        PriceStep.Kind first = price.proof().get(0).kind();
        String category = product.taxCategory();
        if (category == null || first == PriceStep.Kind.INCLUDED) {
            return parent;
        }
        for (TaxClass one : taxes) {
            if (one.category().equals(category)) {
                return one;
            }
        }
        boolean known = parent.category().equals(category)
                || first == PriceStep.Kind.FREE
                || (parent.equals(TaxClass.NONE) && taxes.isEmpty());
        problems.require(
                known,
                "lines[" + of + "].tax",
                "tax-unknown",
                "must say what the tax category of each part is taxed at");
        return parent;
    }

    /** A price that was set by hand rests on no rule. */
    private void notePromotions(Price price) {
        if (price.manual() != null) {
            return;
        }
        for (PriceStep step : price.proof()) {
            step.by()
                    .filter(by -> by.type().equals(PriceRules.TYPE.name()))
                    .flatMap(this::rule)
                    .flatMap(PriceRule::neededPromotion)
                    .ifPresent(promotions::add);
        }
    }

    private Optional<PriceRule> rule(EntityRef by) {
        PriceRuleId id = new PriceRuleId(by.id());
        return reading.sheet().flatMap(sheet -> sheet.terms().rules().rule(id));
    }
}
