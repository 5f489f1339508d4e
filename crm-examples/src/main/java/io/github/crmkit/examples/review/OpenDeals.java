package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.query.Criteria;
import java.time.LocalDate;

/** How many deals are open, and what they lack. */
final class OpenDeals {

    private final CrmSession session;

    OpenDeals(CrmSession session) {
        this.session = session;
    }

    /**
     * It as a sentence.
     *
     * @param today deals that should have been decided before this day are overdue
     */
    String on(LocalDate today) {
        Criteria<Opportunity> open = Opportunities.open();
        return "%s open: %s without an amount, %s without a close date, %s without an account, %s overdue.\n"
                .formatted(
                        count(open),
                        count(open.and(OpportunityFields.AMOUNT.isNull())),
                        count(open.and(OpportunityFields.CLOSE_DATE.isNull())),
                        count(open.and(OpportunityFields.ACCOUNT.isNull())),
                        count(Opportunities.overdueOn(today)));
    }

    private String count(Criteria<Opportunity> where) {
        return Counts.of(session.opportunities().count(where));
    }
}
