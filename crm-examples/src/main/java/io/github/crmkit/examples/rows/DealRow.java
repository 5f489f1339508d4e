package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#DEALS}.
 *
 * @param sku the product that the deal is mainly about
 * @param stage the name of a stage of the pipeline, after translation
 * @param amount null when nobody has put a figure on the deal
 * @param owner the ref of a seller
 * @param closeOn the day on which the deal was closed, or is expected to be
 * @param lostReason only of a lost deal
 */
public record DealRow(
        String ref,
        @Nullable String name,
        @Nullable String accountRef,
        @Nullable String contactRef,
        @Nullable String sku,
        String stage,
        @Nullable Money amount,
        String owner,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closeOn,
        @Nullable String lostReason) {

    /** The stages that end a deal; a row in one of them must say when it was closed. */
    public static final String WON = "Closed Won";

    public static final String LOST = "Closed Lost";

    /** Reads a row; the currency is for rows that name none. */
    public static DealRow from(CsvRow row, CurrencyUnit currency) {
        String stage = row.text("stage");
        boolean lost = stage.equalsIgnoreCase(LOST);
        boolean closed = lost || stage.equalsIgnoreCase(WON);
        DealRow deal = new DealRow(
                row.text("ref"),
                row.textOrNull("name"),
                row.textOrNull("account_ref"),
                row.textOrNull("contact_ref"),
                row.textOrNull("sku"),
                stage,
                row.moneyOrNull("amount", row.currency("currency", currency)),
                row.text("owner"),
                row.dateOrNull("opened_on"),
                closed ? row.date("close_on") : row.dateOrNull("close_on"),
                lost ? row.text("lost_reason") : null);
        deal.check(row);
        return deal;
    }

    /** Whether the row says that the deal was won. */
    public boolean isWon() {
        return stage.equalsIgnoreCase(WON);
    }

    /** Whether the row says that the deal was lost. */
    public boolean isLost() {
        return stage.equalsIgnoreCase(LOST);
    }

    private void check(CsvRow row) {
        if (!row.problems().isEmpty()) {
            return; // what could not be read cannot be compared
        }
        if (amount != null && amount.isNegative()) {
            row.refuse("amount is below 0");
        }
        if (openedOn != null && closeOn != null && closeOn.isBefore(openedOn)) {
            row.refuse("close_on is before opened_on");
        }
    }
}
