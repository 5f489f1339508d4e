package io.github.crmkit.pricing;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.price.Threshold;
import io.github.crmkit.price.WhatIf;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.rulebook.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks what things cost, for one caller. Amounts are rounded half up. */
public final class PricingService {

    private final Desk desk;
    private final PricingTerms terms;

    /** @param terms the host's */
    public PricingService(Desk desk, PricingTerms terms) {
        this.desk = desk;
        this.terms = terms;
    }

    /**
     * The price of one line for nobody in particular; a missing price is an answer with its reason.
     *
     * @param date the pricing date, in the organisation's zone
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book or product
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     */
    public PriceResult price(PriceBookId book, PriceRequest line, LocalDate date) {
        desk.commandCheck().require(line);
        PricingRequest request = PricingRequest.of(book, date).line(line);
        return desk.run(work -> PriceSheet.read(work, request, terms).price(line, date, Rounding.COMMERCIAL));
    }

    /**
     * The prices of many lines for nobody in particular, in their order; what comes with them is left out.
     *
     * @param lines at most {@value PriceSheet#MAX_LINES}
     * @param date the pricing date, in the organisation's zone
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any line, under
     *     {@code lines[i]}, unknown products and other currencies included
     */
    public List<PriceResult> priceAll(PriceBookId book, List<PriceRequest> lines, LocalDate date) {
        return priceAll(PricingRequest.of(book, date).lines(lines)).asked();
    }

    /**
     * What a whole request costs, in a number of queries that does not depend on its lines: quantities are pooled as the book
     * says, bundles expanded, goods that rules give stand in lines of their own. A request without a book is priced from the
     * one that is assigned to the buyer, and the answer says why it is this one; where there is none, no line has a price.
     *
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such book or account
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the request
     * @throws io.github.crmkit.rulebook.RuleFailedException where the condition of a rule cannot be answered
     */
    public PricedLines priceAll(PricingRequest request) {
        return asked(request, reading -> priced(reading, request));
    }

    private static PricedLines priced(SheetReading reading, PricingRequest request) {
        return reading.sheet()
                .map(sheet -> sheet.priceAll(request.lines(), request.date(), Rounding.COMMERCIAL)
                        .found(reading.choice().orElse(null)))
                .orElseGet(reading::unpricedLines);
    }

    /** As {@link #priceAll(PricingRequest)} without saying why, and without the lines that come with those asked for. */
    public List<NetResult> netAll(PricingRequest request) {
        return asked(
                request,
                reading -> reading.sheet()
                        .map(sheet -> sheet.netAll(request.lines(), request.date(), Rounding.COMMERCIAL))
                        .orElseGet(() -> List.copyOf(reading.unpriced())));
    }

    /**
     * What buying a little more of one line would bring; absent where nothing changes with the quantity.
     *
     * @param line its place in the request, from 0
     */
    public Optional<Threshold> nextThreshold(PricingRequest request, int line) {
        if (line < 0 || line >= request.lines().size()) {
            throw new IllegalArgumentException("the request has no such line");
        }
        return asked(
                request,
                reading -> reading.sheet()
                        .flatMap(sheet ->
                                sheet.nextThreshold(request.lines(), line, request.date(), Rounding.COMMERCIAL)));
    }

    /**
     * What a request costs, what it would cost otherwise, and the difference step by step.
     *
     * @param other the same lines on another day, in other quantities, or from another book
     */
    public WhatIf whatIf(PricingRequest request, PricingRequest other) {
        return WhatIf.of(priceAll(request), priceAll(other));
    }

    /**
     * What a request costs, what it would cost by other rules, and the difference step by step.
     *
     * @param rules in the place of all rules that are kept
     */
    public WhatIf whatIf(PricingRequest request, RuleBook rules) {
        return asked(request, reading -> {
            PricedLines now = priced(reading, request);
            return WhatIf.of(
                    now,
                    reading.sheet()
                            .map(sheet -> sheet.terms(sheet.terms().rules(rules))
                                    .priceAll(request.lines(), request.date(), Rounding.COMMERCIAL)
                                    .found(now.choice()))
                            .orElse(now));
        });
    }

    private <R> R asked(PricingRequest request, Function<SheetReading, R> question) {
        if (request.lines().size() > PriceSheet.MAX_LINES) {
            throw new LimitExceededException("number of lines to price at once", PriceSheet.MAX_LINES);
        }
        return desk.run(work -> question.apply(checked(work, request)));
    }

    private SheetReading checked(Work work, PricingRequest request) {
        Violations problems = desk.commandCheck().inspect(request);
        problems.addAll(desk.commandCheck().inspectAll("lines", request.lines()).list());
        if ((request.book() == null && request.currency() == null) || request.date() == null) {
            problems.throwIfAny("lines to price");
        }
        terms.fields().check(request.custom(), problems);
        SheetReading reading = SheetReading.forSeen(work, request, terms);
        reading.checkLines(problems);
        problems.throwIfAny("lines to price");
        return reading;
    }
}
