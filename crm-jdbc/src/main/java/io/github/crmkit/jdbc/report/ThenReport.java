package io.github.crmkit.jdbc.report;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.track.PipelineCube;
import io.github.crmkit.track.PipelineThen;

/**
 * The pipeline as it was: of each deal the row that held, which no other one follows. Which one that is, is found in the
 * index alone; only then the row itself is looked at.
 */
final class ThenReport {

    static final String SQL = """
            select s.pipeline_id, s.stage_id, s.owner_id,
                extract(year from s.close_date), extract(month from s.close_date), s.currency,
                count(*), sum(s.amount), sum(case when s.outcome = 'OPEN' then s.amount * s.probability end)
            from (
                select id, lead(id) over (
                    partition by opportunity_id
                    order by effective_at, recorded_at, opportunity_version, id) as next_id
                from ${table}standing
                where tenant_id = :tenant and effective_at <= :effective and recorded_at <= :known ${visible}
            ) held
            join ${table}standing s on s.tenant_id = :tenant and s.id = held.id
            where held.next_id is null and s.removed = false
            group by s.pipeline_id, s.stage_id, s.owner_id,
                extract(year from s.close_date), extract(month from s.close_date), s.currency
            """;

    private ThenReport() {}

    static Report<Opportunity, PipelineCube, PipelineThen> declared(String text) {
        ReportSql sql = ReportSql.of(text);
        return new Report<>(PipelineThen.class, (question, visible, asking) -> {
            asking.instant("effective", question.from().effective())
                    .instant("known", Sums.known(question.from().known()));
            return CubeRows.cube(Visible.part(asking, visible), sql);
        });
    }
}
