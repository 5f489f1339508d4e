package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.conversion.ConvertLead;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.rows.LeadRow;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Converts the qualified leads of a folder, each in a unit of work of its own and once however often it is asked. */
final class LeadConversions {

    private final CrmSession session;
    private final LoadedFolder folder;
    private final Amounts amounts;
    private final Progress progress;
    private int now;
    private int before;
    private int intoExisting;

    LeadConversions(CrmSession session, LoadedFolder folder, Amounts amounts, Progress progress) {
        this.session = session;
        this.folder = folder;
        this.amounts = amounts;
        this.progress = progress;
    }

    /** Converts the leads and tells what they became. */
    String run() {
        if (folder.qualified().isEmpty()) {
            return "Nothing to convert: the folder has no qualified leads.\n";
        }
        TextTable table = TextTable.of(
                text("Lead"), text("Account"), text("Deal"), number("Amount"), text("Closes"), text("Owner"));
        Progress.Work work = progress.begin("conversion", "leads");
        StringBuilder left = new StringBuilder();
        for (LeadRow row : folder.qualified()) {
            try {
                row(table, row, convert(row));
            } catch (RuleViolationsException refusal) {
                left.append(row.ref())
                        .append(" is left as it is: ")
                        .append(refusal.getMessage())
                        .append('\n');
            }
            work.step();
        }
        work.end();
        return "%s qualified: %s converted now, %s of these into accounts that were there; %s converted before.\n\n"
                        .formatted(folder.qualified().size(), now, intoExisting, before)
                + table.render()
                + left;
    }

    private Conversion convert(LeadRow row) {
        Lead lead = session.leads().byReference(row.ref()).orElseThrow();
        Conversion conversion = session.conversions()
                .convert(ConvertLead.of(lead.id())
                        .named(nameOf(row))
                        .amount(row.wish().amount())
                        .closingOn(row.wish().closeOn())
                        .into(accountOf(row.company()).orElse(null)));
        Conversion.Plan plan = conversion.plan();
        if (plan == null) {
            before++;
        } else {
            now++;
            intoExisting += plan.account().isNew() ? 0 : 1;
        }
        return conversion;
    }

    private void row(TextTable table, LeadRow row, Conversion conversion) {
        String account = session.accounts().get(conversion.account()).name();
        Optional<Opportunity> deal = Optional.ofNullable(conversion.deal()).map(session.opportunities()::get);
        table.row(
                row.ref(),
                account,
                deal.map(Opportunity::name).orElse(Amounts.NOTHING),
                deal.flatMap(Opportunity::amount).map(amounts::of).orElse(Amounts.NOTHING),
                deal.flatMap(Opportunity::closeDate).map(LocalDate::toString).orElse(Amounts.NOTHING),
                deal.map(Opportunity::owner).map(folder.sellers()::nameOf).orElse(Amounts.NOTHING));
    }

    /** The one account of this name; nobody can tell which of several is meant. */
    private Optional<AccountId> accountOf(String company) {
        List<Account> named = session.accounts()
                .find(Accounts.named(company), Sort.byId(), PageRequest.first(2))
                .items();
        return named.size() == 1 ? Optional.of(named.get(0).id()) : Optional.empty();
    }

    private static String nameOf(LeadRow row) {
        String interest = row.wish().interest();
        return interest == null ? row.company() : interest + ", " + row.company();
    }
}
