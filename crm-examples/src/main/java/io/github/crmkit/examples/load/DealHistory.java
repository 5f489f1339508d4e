package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.ImportHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deal went through before it was loaded, as far as its row has days: it was opened at the start of the day on which
 * the row says so, and closed at the start of the day of its closing. An open deal stands in its present stage since then;
 * a closed one was opened in the stage that the row names, else in the first one, and nobody knows through which it went.
 */
final class DealHistory {

    private final OrganisationZone zone;
    private final LocalDate today;

    DealHistory(Mapping mapping) {
        this.zone = new OrganisationZone(mapping.zone());
        this.today = mapping.reviewDate();
    }

    /** Which days of the row cannot be part of a history. */
    Stream<String> problems(DealRow row) {
        return Stream.of(
                        late("opened_on", row.openedOn(), true),
                        late("close_on", row.closeOn(), row.openedOn() != null && row.isClosed()))
                .flatMap(problems -> problems);
    }

    /**
     * Writes it down.
     *
     * @param deals the deals of the rows, in their order
     */
    void write(CrmSession tx, List<DealRow> rows, List<OpportunityId> deals) {
        List<ImportHistory.Row> history = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            add(rows.get(i), deals.get(i), history);
        }
        if (!history.isEmpty()) {
            tx.track().importHistory(new ImportHistory(history));
        }
    }

    private void add(DealRow row, OpportunityId deal, List<ImportHistory.Row> history) {
        DealRow.Opening opening = row.opening();
        if (opening == null) {
            return;
        }
        LocalDate closeOn = row.closeOn();
        Instant opened = zone.startOf(opening.on());
        if (!row.isClosed()) {
            history.add(ImportHistory.Row.of(deal, opened, row.stage())
                    .amount(opening.amount())
                    .closingOn(closeOn));
            return;
        }
        StageChoice first = opening.stage() == null ? StageChoice.start() : StageChoice.named(opening.stage());
        history.add(ImportHistory.Row.of(deal, opened, first).amount(opening.amount()));
        if (closeOn != null) {
            Instant day = zone.startOf(closeOn);
            Instant closed = day.isAfter(opened) ? day : opened.plus(1, ChronoUnit.MICROS);
            history.add(ImportHistory.Row.of(deal, closed, row.stage()).amount(row.amount()));
        }
    }

    private Stream<String> late(String field, @Nullable LocalDate day, boolean counts) {
        return counts && day != null && day.isAfter(today)
                ? Stream.of(field + " is after the day of the review")
                : Stream.empty();
    }
}
