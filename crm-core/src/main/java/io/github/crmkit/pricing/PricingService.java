package io.github.crmkit.pricing;

import io.github.crmkit.access.Desk;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.pricebook.PriceBookId;
import java.time.LocalDate;
import java.util.List;

/** Asks what things cost, for one caller. */
public final class PricingService {

    private final Desk desk;

    public PricingService(Desk desk) {
        this.desk = desk;
    }

    /**
     * The price of one line; a missing price is an answer with its reason.
     *
     * @param date the pricing date, in the organisation's zone
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book or product
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     */
    public PriceResult price(PriceBookId book, PriceRequest line, LocalDate date) {
        desk.commandCheck().require(line);
        return desk.run(
                work -> PriceSheet.read(work, book, List.of(line.product())).price(line, date, Rounding.COMMERCIAL));
    }

    /**
     * The prices of many lines, in their order, in three queries. Amounts are rounded half up.
     *
     * @param lines at most {@value PriceSheet#MAX_LINES}
     * @param date the pricing date, in the organisation's zone
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any line, under
     *     {@code lines[i]}, unknown products and other currencies included
     */
    public List<PriceResult> priceAll(PriceBookId book, List<PriceRequest> lines, LocalDate date) {
        if (lines.size() > PriceSheet.MAX_LINES) {
            throw new LimitExceededException("number of lines to price at once", PriceSheet.MAX_LINES);
        }
        return desk.run(work -> {
            Violations problems = desk.commandCheck().inspectAll("lines", lines);
            PriceSheet sheet = PriceSheet.read(
                    work, book, lines.stream().map(PriceRequest::product).toList());
            sheet.check("lines", lines, problems);
            problems.throwIfAny("lines to price");
            return lines.stream()
                    .map(line -> sheet.price(line, date, Rounding.COMMERCIAL))
                    .toList();
        });
    }
}
