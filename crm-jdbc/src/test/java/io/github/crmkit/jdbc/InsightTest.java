package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.insight.Coverage.Quota;
import io.github.crmkit.insight.Finding;
import io.github.crmkit.insight.Funnel;
import io.github.crmkit.insight.InsightService;
import io.github.crmkit.insight.Slice;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import io.github.crmkit.track.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What history teaches is the same wherever it is kept. */
class InsightTest {

    private static final List<String> STAGES = List.of("First", "Second", "Third");

    private Instant now = Instant.parse("2026-01-05T02:00:00Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_is_told_in_the_same_words_as_in_memory(Engine engine) {
        List<String> inMemory = play(Crm.inMemory());

        List<String> onDisk = play(Crm.on(MigratedDatabase.of(engine).storage()));

        assertThat(onDisk).isEqualTo(inMemory).hasSizeGreaterThan(20);
    }

    private List<String> play(Crm crm) {
        now = Instant.parse("2026-01-05T02:00:00Z");
        UserId user = new UserId(new UUID(3, 4));
        CrmSession sales = crm.withClock(() -> now).as(Caller.of(MigratedDatabase.newTenant(), user));
        Pipeline pipeline = sales.pipelines()
                .define(DefinePipeline.named("Tiles")
                        .stage(NewStage.open("First", Percent.of(10), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Second", Percent.of(30), ForecastCategory.PIPELINE)
                                .rottingAfter(5))
                        .stage(NewStage.open("Third", Percent.of(60), ForecastCategory.COMMIT))
                        .stage(NewStage.won("Won"))
                        .stage(NewStage.lost("Lost"))
                        .asDefault());
        live(sales);
        return tell(sales.insight(), pipeline);
    }

    private void live(CrmSession sales) {
        Random random = new Random(4);
        List<OpportunityId> open = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            now = now.plus(Duration.ofDays(1));
            open.add(sales.opportunities()
                    .open(NewOpportunity.of("Deal " + day)
                            .amount(day % 7 == 0 ? null : Money.parse("THB " + (100 + day)))
                            .closingOn(
                                    day % 5 == 0
                                            ? null
                                            : LocalDate.of(2026, 3, 1).plusDays(day)))
                    .id());
            OpportunityId one = open.get(random.nextInt(open.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    open.remove(one);
                    sales.opportunities().move(MoveOpportunity.won(one).on(LocalDate.of(2026, 2, 1)));
                }
                case 1 -> {
                    sales.opportunities().lose(one, "too dear");
                    now = now.plusSeconds(60);
                    if (random.nextBoolean()) {
                        sales.opportunities().reopen(one, "a new budget");
                    } else {
                        open.remove(one);
                    }
                }
                default -> sales.opportunities().move(one, STAGES.get(random.nextInt(STAGES.size())));
            }
        }
    }

    private List<String> tell(InsightService insight, Pipeline pipeline) {
        List<String> told = new ArrayList<>();
        for (Slice slice : List.of(
                Slice.everything(),
                Slice.everything().in(pipeline.id()),
                Slice.everything().seenFrom(Viewpoint.knownAt(now.minus(Duration.ofDays(20)))))) {
            insight.conversions(pipeline.id(), slice).forEach(one -> told.add(one.explain()));
            insight.stageTimes(pipeline.id(), slice).forEach(one -> told.add(one.explain()));
            Funnel funnel = insight.funnel(pipeline.id(), slice);
            told.addAll(funnel.explain());
            told.add(insight.cycleLength(DateRange.always(), slice).explain());
            insight.winRatesByClose(PeriodLevel.MONTH, slice)
                    .cohorts()
                    .forEach(one -> told.add(one.key().id() + " " + one.explain()));
            insight.velocity(DateRange.always(), slice.atLeast(3)).forEach(one -> told.add(one.explain()));
            Quota quota = Quota.of(PeriodId.quarter(2026, 1), Money.parse("THB 9000.00"));
            told.add(insight.coverage(quota, slice).explain());
        }
        told.add(insight.hygiene(Criteria.all()).findings().toString());
        for (Finding.Kind kind : Finding.Kind.values()) {
            insight.findings(kind, Criteria.all(), Sort.byId(), PageRequest.first(100))
                    .forEach(finding -> told.add(finding.explain()));
        }
        return told;
    }
}
