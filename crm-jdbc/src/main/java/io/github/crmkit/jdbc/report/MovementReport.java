package io.github.crmkit.jdbc.report;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.track.Movement;
import io.github.crmkit.track.MovementBetween;

/**
 * What moved: for each deal the row that held at the first instant and all that follow up to the last one, each with the row
 * before it. Steps that are alike are one row of the result; {@link MovementRows} says what they moved.
 */
final class MovementReport {

    static final String SQL = """
            with path as (
                select id, effective_at,
                    lag(id) over (
                        partition by opportunity_id
                        order by effective_at, recorded_at, opportunity_version, id) as before_id,
                    lead(effective_at) over (
                        partition by opportunity_id
                        order by effective_at, recorded_at, opportunity_version, id) as next_at
                from ${table}standing
                where tenant_id = :tenant and effective_at <= :until and recorded_at <= :known ${visible}
            ),
            step as (
                select
                    case when p.effective_at > :since then 0 else 1 end as starts,
                    case when p.next_at is null then 1 else 0 end as ends,
                    case when b.outcome = 'OPEN' and b.removed = false ${due_before} then 1 else 0 end as was_inside,
                    case when r.outcome = 'OPEN' and r.removed = false ${due_after} then 1 else 0 end as is_inside,
                    case when b.id is null or b.removed = true then 'CREATED'
                        when b.outcome = 'OPEN' then 'PULLED_IN'
                        else 'REOPENED' end as coming_in,
                    case when r.removed = true then 'REMOVED'
                        when r.outcome = 'OPEN' then 'PUSHED_OUT'
                        else r.outcome end as going_out,
                    b.owner_id as owner_before, b.pipeline_id as pipeline_before,
                    b.currency as currency_before, b.amount as amount_before,
                    r.owner_id, r.pipeline_id, r.currency, r.amount
                from path p
                join ${table}standing r on r.tenant_id = :tenant and r.id = p.id
                left join ${table}standing b
                    on b.tenant_id = :tenant and b.id = p.before_id and p.effective_at > :since
                where p.effective_at > :since or p.next_at is null or p.next_at > :since
            ),
            told as (
                select starts, ends,
                    case when was_inside = 1 then owner_before end as left_owner,
                    case when was_inside = 1 then pipeline_before end as left_pipeline,
                    case when is_inside = 1 then owner_id end as entered_owner,
                    case when is_inside = 1 then pipeline_id end as entered_pipeline,
                    case when was_inside = 0 then coming_in when is_inside = 0 then going_out end as term,
                    case when was_inside = 1 then currency_before end as currency_before,
                    currency,
                    case when was_inside = 0 then 0
                        when amount_before < amount then 1
                        when amount_before > amount then -1
                        else 0 end as direction,
                    case when was_inside = 1 then amount_before end as amount_before,
                    amount
                from step
                where was_inside = 1 or is_inside = 1
            )
            select starts, ends, left_owner, left_pipeline, entered_owner, entered_pipeline, term,
                currency_before, currency, direction, count(*), sum(amount_before), sum(amount)
            from told
            group by starts, ends, left_owner, left_pipeline, entered_owner, entered_pipeline, term,
                currency_before, currency, direction
            """;

    private MovementReport() {}

    static Report<Opportunity, Movement, MovementBetween> declared(String text) {
        ReportSql sql = ReportSql.of(text);
        return new Report<>(MovementBetween.class, (question, visible, asking) -> {
            asking.instant("since", question.from())
                    .instant("until", question.to())
                    .instant("known", Sums.known(question.known()))
                    .part("due_before", DueDays.within("b", question.due(), asking))
                    .part("due_after", DueDays.within("r", question.due(), asking));
            return MovementRows.movement(question, Visible.part(asking, visible).rows(sql, MovementRows.Row::read));
        });
    }
}
