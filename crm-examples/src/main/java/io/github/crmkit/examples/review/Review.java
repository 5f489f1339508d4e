package io.github.crmkit.examples.review;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.page.Page;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.time.OrganisationZone;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** The review of what was loaded: its parts in their order, each told as text under a title, and some on a page. */
public final class Review {

    private final CrmSession session;
    private final LoadedFolder folder;
    private final LocalDate today;
    private final Amounts amounts;
    private final Quarters quarters;
    private final OrganisationZone zone;
    private final Progress progress;

    /**
     * @param crm by the clock and in the zone of the folder
     * @param mapping says which day it is, and in which currency amounts are meant
     */
    public Review(Crm crm, Caller caller, LoadedFolder folder, Mapping mapping, Progress progress) {
        this.session = crm.as(caller);
        this.folder = folder;
        this.today = mapping.reviewDate();
        this.amounts = new Amounts(mapping.currency());
        this.quarters = new Quarters(session, crm.calendar());
        this.zone = new OrganisationZone(mapping.zone());
        this.progress = progress;
    }

    /**
     * Runs all parts.
     *
     * @param out takes the title and the text of each part as soon as it is done
     * @param source what was reviewed, for the page
     * @return the page with the same numbers and with charts
     */
    public Page run(BiConsumer<String, String> out, String source) {
        work(out);
        ForecastTables forecasts = new ForecastTables(session, quarters, folder.sellers(), amounts);
        BoardPart board = new BoardPart(session, amounts);
        WinRatePart winRate = new WinRatePart(session, quarters, amounts);
        SalesCube cube = SalesCube.of(session, quarters, new DealProducts(session, folder)::nameOf);
        tell(board, out);
        MovementPart movement = new MovementPart(session, zone, quarters.lastWhole(), folder.sellers(), amounts);
        tell(movement, out);
        FunnelPart funnel = new FunnelPart(session);
        tell(funnel, out);
        out.accept("Forecast by quarter and seller" + amounts.note(), forecasts.forecast());
        tell(winRate, out);
        out.accept("Best sellers" + amounts.note(), forecasts.bestSellers());
        SalesPart sales = new SalesPart(session, cube, folder.sellers(), amounts);
        tell(sales, out);
        out.accept("Open deals", new OpenDeals(session).on(today));
        return page(source, board, winRate, List.of(board, movement, funnel, winRate, sales));
    }

    /** The parts that do something. */
    private void work(BiConsumer<String, String> out) {
        out.accept("Deals reconciled" + amounts.note(), new Reconciliation(session, amounts).of(folder.deals()));
        out.accept("Qualified leads converted", new LeadConversions(session, folder, amounts, progress).run());
        out.accept("One deal quoted" + amounts.note(), new QuoteComparison(session, folder, amounts).run());
        out.accept("Deals moved" + amounts.note(), new DueMoves(session, folder.sellers(), amounts, today).run());
    }

    private static void tell(Part part, BiConsumer<String, String> out) {
        out.accept(part.title(), part.words());
    }

    private Page page(String source, BoardPart board, WinRatePart winRate, List<Part> parts) {
        Page page = Page.titled("Pipeline review", source + " on " + today)
                .tile("Open deals", Counts.of(board.deals()))
                .tile("Open pipeline, " + amounts.usual().getCode(), board.amount())
                .tile("Won", Counts.of(winRate.all().won()))
                .tile("Lost", Counts.of(winRate.all().lost()))
                .tile(
                        "Won, " + amounts.usual().getCode(),
                        amounts.of(winRate.all().wonValue()))
                .tile(
                        "Win rate by number",
                        winRate.all().byCount().map(Amounts::exactPercent).orElse(Amounts.NOTHING));
        parts.forEach(part -> part.sections().forEach(page::section));
        return page;
    }
}
