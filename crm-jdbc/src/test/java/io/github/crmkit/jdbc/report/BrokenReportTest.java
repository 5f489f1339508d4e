package io.github.crmkit.jdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Layout;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.storage.contract.Bench;
import io.github.crmkit.track.contract.RollupContract;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements that are wrong in one place are caught by the contract. */
class BrokenReportTest {

    private static final String NOW = "the_pipeline_now_is_that_of_the_fold";
    private static final String THEN = "the_pipeline_then_is_that_of_the_fold";
    private static final String MOVEMENT = "a_movement_is_that_of_the_fold_and_balances";

    /**
     * One mistake.
     *
     * @param name what goes wrong
     * @param caughtBy the case that must see it
     * @param report the report with the mistake in its statement
     */
    private record Mistake(String name, String caughtBy, Report<?, ?, ?> report) {}

    @TestFactory
    Stream<DynamicTest> a_wrong_statement_is_caught() {
        return Stream.of(now(), then(), movement())
                .flatMap(some -> some)
                .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> isCaught(mistake)));
    }

    private static Stream<Mistake> now() {
        return Stream.of(
                now(
                        "closed deals are weighted",
                        "case when outcome = 'OPEN' then amount * probability end",
                        "amount * probability"),
                now("products are rounded", "amount * probability", "cast(amount * probability as numeric(24, 6))"),
                now(
                        "years are mixed up",
                        "extract(year from close_date), ",
                        "case when close_date is null then null else 2026 end, "),
                now("rows of other tenants count", "where ${deals}", "where (${deals}) or 1 = 1"),
                now("one amount counts once", "sum(amount)", "sum(distinct amount)"));
    }

    private static Stream<Mistake> then() {
        return Stream.of(
                then("knowledge is ignored", "and recorded_at <= :known", ""),
                then("knowledge is exclusive", "recorded_at <= :known", "recorded_at < :known"),
                then("rows of other tenants are followed", "where tenant_id = :tenant and", "where"),
                then("rows of other tenants are read", "on s.tenant_id = :tenant and", "on"),
                then("the moment is exclusive", "effective_at <= :effective", "effective_at < :effective"),
                then("removed deals count", "and s.removed = false", ""),
                then("recorded time breaks no ties", "effective_at, recorded_at, ", "effective_at, "),
                then("the version breaks no ties", "opportunity_version, ", ""),
                then("the id breaks ties the other way", "opportunity_version, id", "opportunity_version, id desc"),
                then("invisible deals count", "${visible}", ""),
                then("products are rounded", "s.amount * s.probability", "round(s.amount * s.probability, 6)"));
    }

    private static Stream<Mistake> movement() {
        return Stream.of(
                movement("knowledge is ignored", "and recorded_at <= :known", ""),
                movement("rows of other tenants are followed", "where tenant_id = :tenant and", "where"),
                movement("rows of other tenants are read", "on s.tenant_id = :tenant and", "on"),
                movement("the end is exclusive", "effective_at <= :until", "effective_at < :until"),
                movement("the start is exclusive", "effective_at > :since", "effective_at >= :since"),
                movement("what did not move is forgotten", "or p.next_at is null ", ""),
                movement("removed deals stay", "s.outcome = 'OPEN' and s.removed = false", "s.outcome = 'OPEN'"),
                movement("recorded time breaks no ties", "effective_at, recorded_at, opp", "effective_at, opp"),
                movement("the version breaks no ties", "opportunity_version, id)", "id)"),
                movement(
                        "the id breaks ties the other way",
                        "opportunity_version, id)",
                        "opportunity_version, id desc)"),
                movement("invisible deals count", "${visible}", ""),
                movement("days are ignored", "${due}", ""),
                movement("gains and losses are set off", "when amount_before > amount then -1", ""),
                movement("returned deals are reopened", "when s.removed = true then 'CREATED'", ""),
                movement("removed deals are decided", "when s.removed = true then 'REMOVED'", ""),
                movement("new deals are pulled in", "'CREATED') as", "'PULLED_IN') as"),
                movement("what goes out is forgotten", "where was_inside = 1 or inside = 1", "where inside = 1"));
    }

    private static Mistake now(String name, String right, String wrong) {
        return mistake("now: " + name, NOW, NowReport.SQL, right, wrong, NowReport::declared);
    }

    private static Mistake then(String name, String right, String wrong) {
        return mistake("then: " + name, THEN, ThenReport.SQL, right, wrong, ThenReport::declared);
    }

    private static Mistake movement(String name, String right, String wrong) {
        return mistake("movement: " + name, MOVEMENT, MovementReport.SQL, right, wrong, MovementReport::declared);
    }

    private static Mistake mistake(
            String name,
            String caughtBy,
            String sql,
            String right,
            String wrong,
            Function<String, Report<?, ?, ?>> declaring) {
        assertThat(sql).contains(right);
        return new Mistake(name, caughtBy, declaring.apply(sql.replace(right, wrong)));
    }

    private static void isCaught(Mistake mistake) throws Exception {
        JdbcStorage storage = JdbcStorage.over(
                MigratedDatabase.of(Engine.H2).pool(), Layout.standard().answering(mistake.report()));
        try {
            RollupContract.named(mistake.caughtBy()).check().on(Bench.over(storage, storage));
        } catch (CrmException failed) {
            throw new AssertionError("the statement is not wrong but broken", failed);
        } catch (AssertionError caught) {
            return;
        } catch (IllegalStateException senseless) {
            // a statement may be so wrong that its rows belong nowhere; nothing else counts as noticed
            assertThat(senseless).hasMessageContaining("belongs to no line");
            return;
        }
        throw new AssertionError(mistake.name() + " is not caught");
    }
}
