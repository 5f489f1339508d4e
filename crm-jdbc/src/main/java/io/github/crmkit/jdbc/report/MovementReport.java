package io.github.crmkit.jdbc.report;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.track.Movement;
import io.github.crmkit.track.MovementBetween;

/**
 * What moved: for each deal the row that held at the first instant and all that follow up to the last one, which are found in
 * the index alone; then each of them with the one before. Steps that are alike are one row of the result;
 * {@link MovementRows} says what they moved.
 */
final class MovementReport {

    static final String SQL = """
            with path as (
                select id, effective_at, lead(effective_at) over deal as next_at
                from ${table}standing
                where tenant_id = :tenant and effective_at <= :until and recorded_at <= :known ${visible}
                window deal as (
                    partition by opportunity_id order by effective_at, recorded_at, opportunity_version, id)
            ),
            step as (
                select s.opportunity_id, s.effective_at, s.recorded_at, s.opportunity_version, s.id,
                    case when p.effective_at > :since then 0 else 1 end as starts,
                    case when p.next_at is null then 1 else 0 end as ends,
                    case when s.outcome = 'OPEN' and s.removed = false ${due} then 1 else 0 end as inside,
                    case when s.removed = true then 'REMOVED'
                        when s.outcome = 'OPEN' then 'PUSHED_OUT'
                        else s.outcome end as going_out,
                    case when s.removed = true then 'CREATED'
                        when s.outcome = 'OPEN' then 'PULLED_IN'
                        else 'REOPENED' end as coming_back,
                    s.owner_id, s.pipeline_id, s.currency, s.amount
                from path p
                join ${table}standing s on s.tenant_id = :tenant and s.id = p.id
                where p.effective_at > :since or p.next_at is null or p.next_at > :since
            ),
            pair as (
                select starts, ends, inside, going_out, owner_id, pipeline_id, currency, amount,
                    coalesce(lag(inside) over deal, 0) as was_inside,
                    coalesce(lag(coming_back) over deal, 'CREATED') as coming_in,
                    lag(owner_id) over deal as owner_before,
                    lag(pipeline_id) over deal as pipeline_before,
                    lag(currency) over deal as currency_before,
                    lag(amount) over deal as amount_before
                from step
                window deal as (
                    partition by opportunity_id order by effective_at, recorded_at, opportunity_version, id)
            ),
            told as (
                select starts, ends,
                    case when was_inside = 1 then owner_before end as left_owner,
                    case when was_inside = 1 then pipeline_before end as left_pipeline,
                    case when inside = 1 then owner_id end as entered_owner,
                    case when inside = 1 then pipeline_id end as entered_pipeline,
                    case when was_inside = 0 then coming_in when inside = 0 then going_out end as term,
                    case when was_inside = 1 then currency_before end as left_currency,
                    currency,
                    case when was_inside = 0 then 0
                        when amount_before < amount then 1
                        when amount_before > amount then -1
                        else 0 end as direction,
                    case when was_inside = 1 then amount_before end as left_amount,
                    amount
                from pair
                where was_inside = 1 or inside = 1
            )
            select starts, ends, left_owner, left_pipeline, entered_owner, entered_pipeline, term,
                left_currency, currency, direction, count(*), sum(left_amount), sum(amount)
            from told
            group by starts, ends, left_owner, left_pipeline, entered_owner, entered_pipeline, term,
                left_currency, currency, direction
            """;

    private MovementReport() {}

    static Report<Opportunity, Movement, MovementBetween> declared(String text) {
        ReportSql sql = ReportSql.of(text);
        return new Report<>(MovementBetween.class, (question, visible, asking) -> {
            asking.instant("since", question.from())
                    .instant("until", question.to())
                    .instant("known", Sums.known(question.known()))
                    .part("due", DueDays.within(question.due(), asking));
            return MovementRows.movement(question, Visible.part(asking, visible).rows(sql, MovementRows.Row::read));
        });
    }
}
