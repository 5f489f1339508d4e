package io.github.crmkit.jdbc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Layout;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.PipelineCube;
import io.github.crmkit.track.PipelineNow;
import io.github.crmkit.track.PipelineThen;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which way a question is answered, and at what cost. */
class ReportStatementTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

    /** A question that no report is declared for. */
    private record HowMany() implements Rollup<Opportunity, Long> {

        @Override
        public EntityType<Opportunity, ?> subject() {
            return Opportunities.TYPE;
        }

        @Override
        public Long fold(UnitOfWork unit, Criteria<Opportunity> visible) {
            return unit.repository(Opportunities.TYPE).count(visible);
        }
    }

    private final TenantId tenant = MigratedDatabase.newTenant();

    private <R> R ask(Storage storage, Rollup<Opportunity, R> question, Criteria<Opportunity> visible) {
        return storage.inUnit(tenant, unit -> unit.answer(question, visible));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_answer_costs_one_statement_that_binds_the_tenant(Engine engine) {
        RecordingDataSource recorder =
                new RecordingDataSource(MigratedDatabase.of(engine).pool());
        Storage storage = JdbcStorage.over(recorder);
        DateRange quarter = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        Criteria<Opportunity> own = OpportunityFields.OWNER.equalTo(new UserId(UUID.randomUUID()));
        for (Rollup<Opportunity, ?> question : List.<Rollup<Opportunity, ?>>of(
                PipelineNow.all(),
                new PipelineThen(Viewpoint.asOf(TO)),
                new PipelineThen(Viewpoint.knownAt(TO)),
                MovementBetween.of(FROM, TO),
                MovementBetween.of(FROM, TO).due(quarter).asKnownAt(TO))) {
            for (Criteria<Opportunity> visible : List.of(Criteria.<Opportunity>all(), own)) {
                recorder.clear();
                ask(storage, question, visible);
                recorder.requireTenant(tenant);
                assertThat(recorder.statements()).as("%s", question).hasSize(1);
            }
        }
    }

    @Test
    void a_question_without_a_report_is_folded() {
        assertThat(ask(MigratedDatabase.of(Engine.H2).storage(), new HowMany(), Criteria.all()))
                .isZero();
    }

    @Test
    void a_report_of_the_hosts_takes_the_place_of_the_librarys() {
        PipelineCube.Key nowhere = new PipelineCube.Key(
                new PipelineId(UUID.randomUUID()), new StageId(UUID.randomUUID()), new UserId(UUID.randomUUID()), null);
        PipelineCube own =
                new PipelineCube(Map.of(nowhere, new PipelineCube.Cell(1, 1, MoneyBag.empty(), ExactSum.empty())));
        Report<Opportunity, PipelineCube, PipelineNow> report =
                new Report<>(PipelineNow.class, (question, visible, asking) -> own);
        Storage storage = JdbcStorage.over(
                MigratedDatabase.of(Engine.H2).pool(), Layout.standard().answering(report));
        assertThat(ask(storage, PipelineNow.all(), Criteria.all())).isEqualTo(own);
        assertThat(ask(storage, new PipelineThen(Viewpoint.asOf(TO)), Criteria.all()))
                .isEqualTo(PipelineCube.empty());
    }

    @Test
    void a_value_that_nobody_gave_is_an_error_of_the_report() {
        Report<Opportunity, Long, HowMany> report = new Report<>(HowMany.class, (question, visible, asking) -> (long)
                asking.rows(ReportSql.of("select :nothing"), Found::number).size());
        Storage storage = JdbcStorage.over(
                MigratedDatabase.of(Engine.H2).pool(), Layout.standard().answering(report));
        assertThatThrownBy(() -> ask(storage, new HowMany(), Criteria.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }
}
