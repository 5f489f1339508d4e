package io.github.crmkit.jdbc.report;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.track.PipelineCube;
import io.github.crmkit.track.PipelineNow;

/** The pipeline as it is: one walk over the deals. */
final class NowReport {

    static final String SQL = """
            select pipeline_id, stage_id, owner_id,
                extract(year from close_date), extract(month from close_date), currency,
                count(*), sum(amount), sum(case when outcome = 'OPEN' then amount * probability end)
            from ${table}opportunity
            where ${deals}
            group by pipeline_id, stage_id, owner_id,
                extract(year from close_date), extract(month from close_date), currency
            """;

    private NowReport() {}

    static Report<Opportunity, PipelineCube, PipelineNow> declared(String text) {
        ReportSql sql = ReportSql.of(text);
        return new Report<>(
                PipelineNow.class,
                (question, visible, asking) ->
                        CubeRows.cube(asking.where("deals", question.where().and(visible)), sql));
    }
}
