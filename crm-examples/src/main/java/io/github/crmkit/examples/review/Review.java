package io.github.crmkit.examples.review;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.kernel.Caller;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** The review of what was loaded: its parts in their order, each told as text under a title. */
public final class Review {

    private final Crm crm;
    private final CrmSession session;
    private final LoadedFolder folder;
    private final LocalDate today;
    private final Amounts amounts;
    private final Progress progress;

    /**
     * @param crm by the clock and in the zone of the folder
     * @param mapping says which day it is, and in which currency amounts are meant
     */
    public Review(Crm crm, Caller caller, LoadedFolder folder, Mapping mapping, Progress progress) {
        this.crm = crm;
        this.session = crm.as(caller);
        this.folder = folder;
        this.today = mapping.reviewDate();
        this.amounts = new Amounts(mapping.currency());
        this.progress = progress;
    }

    /**
     * Runs all parts.
     *
     * @param out takes the title and the text of each part as soon as it is done
     */
    public void run(BiConsumer<String, String> out) {
        String inCurrency = " (amounts in " + amounts.usual().getCode() + ")";
        DealTables deals = new DealTables(session, amounts);
        ForecastTables forecasts = new ForecastTables(session, crm.calendar(), folder.sellers(), amounts);
        out.accept("Deals reconciled" + inCurrency, new Reconciliation(session, amounts).of(folder.deals()));
        out.accept("Qualified leads converted", new LeadConversions(session, folder, amounts, progress).run());
        out.accept("One deal quoted" + inCurrency, new QuoteComparison(session, folder, amounts).run());
        out.accept("Deals moved" + inCurrency, new DueMoves(session, folder.sellers(), amounts, today).run());
        out.accept("Pipeline by stage" + inCurrency, deals.pipeline());
        out.accept("Forecast by quarter and seller" + inCurrency, forecasts.forecast());
        out.accept("Win rate" + inCurrency, forecasts.winRate());
        out.accept("Best sellers" + inCurrency, forecasts.bestSellers());
        out.accept("Open deals", deals.openDeals(today));
    }
}
