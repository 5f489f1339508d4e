package io.github.crmkit.quote;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.pricing.PricingTerms;
import io.github.crmkit.totals.TotalsProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The lines of one quote, priced from one sheet; what stands in the way is noted, all of it. */
final class QuoteDraft {

    private final PriceSheet sheet;
    private final List<DraftQuote.Line> asked;

    private QuoteDraft(PriceSheet sheet, List<DraftQuote.Line> asked) {
        this.sheet = sheet;
        this.asked = asked;
    }

    /** Reads what is needed to price these lines for a customer on a day. */
    static QuoteDraft read(
            Work work,
            PriceBookId book,
            LocalDate day,
            @Nullable AccountId account,
            PricingTerms terms,
            List<DraftQuote.Line> asked) {
        PricingRequest request = PricingRequest.of(book, day)
                .account(account)
                .lines(asked.stream().map(DraftQuote.Line::request).toList());
        return new QuoteDraft(PriceSheet.read(work, request, terms), asked);
    }

    CurrencyUnit currency() {
        return sheet.book().currency();
    }

    /** The priced lines and what comes with them; with any problem noted, those that could be priced. */
    List<QuoteLine> lines(LocalDate day, TotalsProfile profile, Violations problems) {
        List<PriceRequest> requests =
                asked.stream().map(DraftQuote.Line::request).toList();
        sheet.check("lines", requests, problems);
        List<QuoteLine> lines = new ArrayList<>();
        if (problems.isEmpty()) {
            for (PricedLines.Line line :
                    sheet.priceAll(requests, day, profile.rounding()).lines()) {
                lines.addAll(line(line, problems));
            }
        }
        return lines;
    }

    private List<QuoteLine> line(PricedLines.Line line, Violations problems) {
        DraftQuote.Line from = asked.get(line.of());
        Product product = line.product();
        if (line.result() instanceof Price price && product != null) {
            List<Bundle.Chosen> chosen =
                    line.role() == PricedLines.Role.ASKED ? from.request().chosen() : List.of();
            return List.of(new QuoteLine(product.sku(), product.name(), price, from.tax(), line.role(), chosen));
        }
        String message = line.result() instanceof NoPrice none ? none.message() : "there is no such product";
        problems.add("lines[" + line.of() + "].product", "no-price", message);
        return List.of();
    }
}
