package io.github.crmkit.jdbc.report;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;

/** Whose rows count: all, or those of the deals that are there now and satisfy the filter. */
final class Visible {

    private static final ReportSql ALL = ReportSql.of("");

    private static final ReportSql SOME =
            ReportSql.of("and opportunity_id in (select id from ${table}opportunity where ${deals})");

    private Visible() {}

    /** Gives the statement its part {@code visible}. */
    static Asking<Opportunity> part(Asking<Opportunity> asking, Criteria<Opportunity> visible) {
        return asking.where("deals", visible).part("visible", visible instanceof Criteria.All ? ALL : SOME);
    }
}
