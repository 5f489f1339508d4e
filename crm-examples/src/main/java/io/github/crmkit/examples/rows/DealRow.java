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
 * @param opening null when nobody knows since when there is the deal
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
        @Nullable Opening opening,
        @Nullable LocalDate closeOn,
        @Nullable String lostReason) {

    /**
     * How a deal began.
     *
     * @param on the day on which it was opened
     * @param stage in which a deal was opened that is closed by now; null for the first one
     * @param amount what it was thought to be worth then; null when nobody knows
     */
    public record Opening(
            LocalDate on, @Nullable String stage, @Nullable Money amount) {}

    /** The stages that end a deal; a row in one of them must say when it was closed. */
    public static final String WON = "Closed Won";

    public static final String LOST = "Closed Lost";

    /** Reads a row; the currency is for rows that name none. */
    public static DealRow from(CsvRow row, CurrencyUnit currency) {
        String stage = row.text("stage");
        boolean lost = stage.equalsIgnoreCase(LOST);
        boolean closed = lost || stage.equalsIgnoreCase(WON);
        LocalDate openedOn = row.dateOrNull("opened_on");
        String openedIn = row.textOrNull("opened_in");
        Money openedAmount = row.moneyOrNull("opened_amount", row.currency("currency", currency));
        DealRow deal = new DealRow(
                row.text("ref"),
                row.textOrNull("name"),
                row.textOrNull("account_ref"),
                row.textOrNull("contact_ref"),
                row.textOrNull("sku"),
                stage,
                row.moneyOrNull("amount", row.currency("currency", currency)),
                row.text("owner"),
                openedOn == null ? null : new Opening(openedOn, openedIn, openedAmount),
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

    /** Whether the deal is decided. */
    public boolean isClosed() {
        return isWon() || isLost();
    }

    /** The day on which the deal was opened; null when nobody knows. */
    public @Nullable LocalDate openedOn() {
        return opening == null ? null : opening.on();
    }

    private void check(CsvRow row) {
        if (!row.problems().isEmpty()) {
            return; // what could not be read cannot be compared
        }
        if (amount != null && amount.isNegative()) {
            row.refuse("amount is below 0");
        }
        if (opening != null && opening.amount() != null && opening.amount().isNegative()) {
            row.refuse("opened_amount is below 0");
        }
        if (opening != null && closeOn != null && closeOn.isBefore(opening.on())) {
            row.refuse("close_on is before opened_on");
        }
    }
}
