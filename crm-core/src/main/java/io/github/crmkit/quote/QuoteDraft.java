package io.github.crmkit.quote;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricing.NoPrice;
import io.github.crmkit.pricing.Price;
import io.github.crmkit.pricing.PriceRequest;
import io.github.crmkit.pricing.PriceResult;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.totals.TotalsProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The lines of one quote, priced from one sheet; what stands in the way is noted, all of it. */
final class QuoteDraft {

    private final PriceSheet sheet;
    private final List<DraftQuote.Line> asked;

    private QuoteDraft(PriceSheet sheet, List<DraftQuote.Line> asked) {
        this.sheet = sheet;
        this.asked = asked;
    }

    /** Reads what is needed to price these lines, in three queries. */
    static QuoteDraft read(Work work, PriceBookId book, List<DraftQuote.Line> asked) {
        return new QuoteDraft(
                PriceSheet.read(
                        work,
                        book,
                        asked.stream().map(l -> l.request().product()).toList()),
                asked);
    }

    CurrencyUnit currency() {
        return sheet.book().currency();
    }

    /** The priced lines; with any problem noted, those that could be priced. */
    List<QuoteLine> lines(LocalDate day, TotalsProfile profile, Violations problems) {
        List<PriceRequest> requests =
                asked.stream().map(DraftQuote.Line::request).toList();
        sheet.check("lines", requests, problems);
        List<QuoteLine> lines = new ArrayList<>();
        if (problems.isEmpty()) {
            for (int i = 0; i < requests.size(); i++) {
                lines.addAll(line(i, sheet.price(requests.get(i), day, profile.rounding()), problems));
            }
        }
        return lines;
    }

    private List<QuoteLine> line(int i, PriceResult result, Violations problems) {
        if (result instanceof NoPrice none) {
            problems.add("lines[" + i + "].product", "no-price", none.message());
            return List.of();
        }
        Product product = sheet.product(result.product()).orElseThrow();
        return List.of(new QuoteLine(
                product.sku(), product.name(), (Price) result, asked.get(i).tax()));
    }
}
