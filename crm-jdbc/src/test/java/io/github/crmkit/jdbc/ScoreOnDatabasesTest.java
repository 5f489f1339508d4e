package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.score.Contribution;
import io.github.crmkit.score.DealFeature;
import io.github.crmkit.score.DealScore;
import io.github.crmkit.score.Score;
import io.github.crmkit.score.ScoreModel;
import io.github.crmkit.score.ScorePlan;
import io.github.crmkit.score.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A score does not depend on where the deals are kept. */
class ScoreOnDatabasesTest {

    private static final List<String> STAGES = List.of("First", "Second", "Third");
    private static final ScorePlan PLAN = ScorePlan.of(
                    ScorePlan.Method.NAIVE_BAYES, DealFeature.SIZE, DealFeature.DUE, DealFeature.AGE)
            .segmentedBy(deal -> Segment.ALL)
            .least(20, 3);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void deals_are_scored_as_in_memory_to_the_last_bit(Engine engine) {
        List<String> inMemory = new Story(Crm.inMemory()).tell();
        List<String> onDisk = new Story(Crm.on(MigratedDatabase.of(engine).storage())).tell();

        assertThat(onDisk).isEqualTo(inMemory).hasSizeGreaterThan(20);
    }

    /** Eighty deals with chances of their own, of which some are still open. */
    private static final class Story {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T03:00:00Z"));
        private final Random random = new Random(42);
        private final CrmSession sales;
        private final Pipeline pipeline;
        private final List<String> told = new ArrayList<>();

        Story(Crm crm) {
            Caller caller = Caller.of(MigratedDatabase.newTenant(), new UserId(UUID.randomUUID()));
            this.sales = crm.withClock(now::get).as(caller);
            DefinePipeline asked = DefinePipeline.named("Plain");
            for (String stage : STAGES) {
                asked = asked.stage(NewStage.open(stage, Percent.of(30), ForecastCategory.PIPELINE));
            }
            this.pipeline =
                    sales.pipelines().define(asked.stage(NewStage.won("Won")).stage(NewStage.lost("Lost")));
        }

        List<String> tell() {
            for (int i = 0; i < 80; i++) {
                live(i);
            }
            Opportunity reopened = open("reopened");
            ScoreModel before = sales.scores().model(PLAN);
            wait(1);
            sales.opportunities().win(reopened.id());
            assertThat(sales.scores().model(PLAN)).isNotEqualTo(before);
            sales.opportunities().reopen(reopened.id(), "not signed");
            assertThat(sales.scores().model(PLAN)).isEqualTo(before);
            for (ScorePlan.Method method : ScorePlan.Method.values()) {
                sales.scores().scoreOpen(pipeline.id(), PLAN.by(method)).forEach(this::tell);
            }
            return told;
        }

        private void tell(DealScore result) {
            Opportunity deal = sales.opportunities().get(result.deal());
            Score score = result.score().orElseThrow();
            assertThat(deal.probabilities().modelled()).contains(score.percent());
            told.add(deal.name() + " " + result.changed() + " " + score.percent());
            score.contributions().forEach(part -> told.add(words(part)));
        }

        private String words(Contribution part) {
            String value = pipeline.stages().stream()
                    .filter(stage -> stage.id().value().toString().equals(part.value()))
                    .map(stage -> stage.name())
                    .findFirst()
                    .orElse(String.valueOf(part.value()));
            return part.feature() + " " + value + " " + part.logOdds() + " " + part.support() + " " + part.leftOut();
        }

        private void live(int number) {
            Opportunity deal = open("deal " + number);
            for (int stage = 1; stage <= STAGES.size() && random.nextInt(12) > 0; stage++) {
                wait(1 + random.nextInt(30));
                if (random.nextInt(4) == 0) {
                    sales.opportunities().lose(deal.id(), "too dear");
                    return;
                }
                if (stage == STAGES.size()) {
                    sales.opportunities().win(deal.id());
                } else {
                    sales.opportunities().move(deal.id(), STAGES.get(stage));
                }
            }
        }

        private Opportunity open(String name) {
            wait(1);
            LocalDate due = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
            return sales.opportunities()
                    .open(NewOpportunity.of(name)
                            .in(pipeline.id())
                            .amount(Money.parse("THB " + (1 + random.nextInt(2) * 99_999) + ".00"))
                            .closingOn(due));
        }

        private void wait(int days) {
            now.updateAndGet(instant -> instant.plus(Duration.ofDays(days)));
        }
    }
}
