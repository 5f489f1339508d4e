package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#LEADS}.
 *
 * @param source where the lead came from
 * @param reason why it is where it is; needed when it is unqualified
 * @param owner the ref of a seller
 * @param wish what a deal would be about
 */
public record LeadRow(
        String ref,
        String company,
        PersonCells person,
        @Nullable String country,
        @Nullable String source,
        String status,
        @Nullable String reason,
        String owner,
        LocalDate createdOn,
        Wish wish) {

    /**
     * What the lead is interested in.
     *
     * @param closeOn the day on which a deal is expected to close
     */
    public record Wish(
            @Nullable String interest,
            @Nullable Money amount,
            @Nullable LocalDate closeOn) {}

    /** Reads a row whose amount is in the given currency. */
    public static LeadRow from(CsvRow row, CurrencyUnit currency) {
        return new LeadRow(
                row.text("ref"),
                row.text("company"),
                PersonCells.from(row),
                row.textOrNull("country"),
                row.textOrNull("source"),
                row.text("status"),
                row.textOrNull("reason"),
                row.text("owner"),
                row.date("created_on"),
                new Wish(row.textOrNull("interest"), row.moneyOrNull("amount", currency), row.dateOrNull("close_on")));
    }
}
