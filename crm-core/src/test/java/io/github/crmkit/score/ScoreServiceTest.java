package io.github.crmkit.score;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static io.github.crmkit.opportunity.OpportunityDoor.BANGKOK;
import static io.github.crmkit.opportunity.OpportunityDoor.assertNotFound;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityDoor;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.statistics.Proportion;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ScoreServiceTest {

    private static final ScorePlan PLAN =
            ScorePlan.of(ScorePlan.Method.NAIVE_BAYES, DealFeature.SIZE).least(6, 2);
    private static final String SMALL = "THB 900.00";
    private static final String LARGE = "THB 90000.00";

    private final TestOffice office = TestOffice.open();
    private final Pipeline pipeline = new PipelineService(office.deskOf(SOMCHAI))
            .define(DefinePipeline.named("Plain")
                    .stage(NewStage.open("First", Percent.of(10), ForecastCategory.PIPELINE))
                    .stage(NewStage.open("Second", Percent.of(40), ForecastCategory.BEST_CASE))
                    .stage(NewStage.open("Third", Percent.of(80), ForecastCategory.COMMIT))
                    .stage(NewStage.won("Won"))
                    .stage(NewStage.lost("Lost")));
    private final ScoreService scores = scoresOf(office, SOMCHAI);

    private static ScoreService scoresOf(TestOffice office, UserId user) {
        return new ScoreService(office.deskOf(user), BANGKOK);
    }

    private static OpportunityService dealsOf(TestOffice office, UserId user) {
        return OpportunityDoor.at(office.deskOf(user));
    }

    private OpportunityService deals() {
        return dealsOf(office, SOMCHAI);
    }

    private Opportunity open(UserId owner, String amount) {
        office.pass(Duration.ofHours(1));
        return deals().open(NewOpportunity.of("Tiles")
                .in(pipeline.id())
                .owner(owner)
                .amount(Money.parse(amount)));
    }

    private Opportunity won(UserId owner, String amount) {
        OpportunityId id = open(owner, amount).id();
        office.pass(Duration.ofHours(1));
        deals().move(id, "Second");
        office.pass(Duration.ofHours(1));
        return deals().win(id);
    }

    private Opportunity lost(UserId owner, String amount) {
        OpportunityId id = open(owner, amount).id();
        office.pass(Duration.ofHours(1));
        return deals().lose(id, "too dear");
    }

    /** Small deals are won, large ones are lost, four of each; two exceptions. */
    private void someHistory() {
        for (int i = 0; i < 4; i++) {
            won(SOMCHAI, SMALL);
            lost(MALEE, LARGE);
        }
        lost(SOMCHAI, SMALL);
        won(MALEE, LARGE);
    }

    private Score predicted(OpportunityId id, ScorePlan plan) {
        return scores.predict(id, plan).score().orElseThrow();
    }

    private NaiveBayes learnt() {
        return (NaiveBayes) scores.model(PLAN);
    }

    @Test
    void a_deal_is_scored_by_the_deals_that_were_decided() {
        someHistory();
        Score small = predicted(open(SOMCHAI, SMALL).id(), PLAN.least(10, 2));
        Score large = predicted(open(SOMCHAI, LARGE).id(), PLAN.least(10, 2));

        assertThat(small.answeredBy())
                .isEqualTo(Segment.ALL.within(pipeline.id().value().toString()));
        assertThat(small.contributions().get(0).support()).isEqualTo(Proportion.of(5, 10));
        assertThat(small.contributions().get(2).support()).isEqualTo(Proportion.of(4, 5));
        assertThat(small.probability()).isGreaterThan(0.5);
        assertThat(large.probability()).isLessThan(0.5);
    }

    @Test
    void a_score_is_kept_beside_the_other_probabilities() {
        someHistory();
        OpportunityId id = open(SOMCHAI, SMALL).id();
        DealScore result = scores.score(id, PLAN);

        Opportunity deal = deals().get(id);
        assertThat(result.changed()).isTrue();
        assertThat(deal.probabilities().modelled())
                .contains(result.score().orElseThrow().percent());
        assertThat(deal.probabilities().stage()).isEqualTo(Percent.of(10));
        assertThat(deal.probability()).isEqualTo(result.score().orElseThrow().percent());
        assertThat(scores.score(id, PLAN).changed()).isFalse();
        assertThat(deals().get(id).stamp().version()).isEqualTo(deal.stamp().version());
    }

    @Test
    void a_deal_keeps_no_number_where_the_model_has_not_seen_enough() {
        someHistory();
        OpportunityId id = open(SOMCHAI, SMALL).id();
        scores.score(id, PLAN);
        DealScore result = scores.score(id, PLAN.least(11, 1));

        assertThat(result.prediction()).isEqualTo(new InsufficientData(Proportion.of(5, 10), 11));
        assertThat(result.score()).isEmpty();
        assertThat(result.changed()).isTrue();
        assertThat(deals().get(id).probabilities().modelled()).isEmpty();
    }

    @Test
    void a_deal_that_is_reopened_is_unlearnt_exactly() {
        someHistory();
        OpportunityId id = open(SOMCHAI, SMALL).id();
        office.pass(Duration.ofHours(1));
        NaiveBayes before = learnt();
        deals().win(id);
        NaiveBayes after = learnt();
        Case its = scores.caseOf(id, PLAN).orElseThrow();
        office.pass(Duration.ofHours(1));
        deals().reopen(id, "not signed");

        assertThat(after).isNotEqualTo(before);
        assertThat(learnt()).isEqualTo(before);
        assertThat(after.unlearn(its)).isEqualTo(before);
        assertThat(after.unlearn(its).lines()).isEqualTo(before.lines());
    }

    @Test
    void a_host_may_keep_a_model_and_teach_it_case_by_case() {
        NaiveBayes kept = NaiveBayes.untaught(PLAN.settings());
        for (int i = 0; i < 4; i++) {
            kept = kept.learn(scores.caseOf(won(SOMCHAI, SMALL).id(), PLAN).orElseThrow());
            kept = kept.learn(scores.caseOf(lost(MALEE, LARGE).id(), PLAN).orElseThrow());
        }
        OpportunityId id = open(SOMCHAI, SMALL).id();

        assertThat(kept).isEqualTo(learnt());
        assertThat(kept.predict(scores.evidence(id, PLAN))).isEqualTo(scores.predict(id, PLAN));
        assertThat(scores.caseOf(id, PLAN)).isEmpty();
        OpportunityId closed = lost(SOMCHAI, SMALL).id();
        assertRefused(() -> scores.evidence(closed, PLAN), "deal deal-closed");
    }

    @Test
    void what_a_deal_became_just_before_it_was_closed_teaches_nothing() {
        someHistory();
        Opportunity deal = open(SOMCHAI, SMALL);
        office.pass(Duration.ofHours(1));
        deals().edit(EditOpportunity.of(deal).amount(Money.parse("THB 5.00")));
        deals().win(deal.id());

        assertThat(learnt().lines()).noneMatch(line -> line.contains("THB 1"));
        assertThat(learnt().lines()).anyMatch(line -> line.contains("THB 3"));
    }

    @Test
    void all_open_deals_of_a_pipeline_are_scored() {
        someHistory();
        OpportunityId small = open(SOMCHAI, SMALL).id();
        OpportunityId large = open(MALEE, LARGE).id();
        Opportunity elsewhere = deals().open(NewOpportunity.of("In the default pipeline"));

        assertThat(scores.scoreOpen(pipeline.id(), PLAN))
                .hasSize(2)
                .allMatch(DealScore::changed)
                .extracting(DealScore::deal)
                .containsExactly(small, large);
        assertThat(deals().get(small).probabilities().modelled())
                .contains(predicted(small, PLAN).percent());
        assertThat(deals().get(large).probabilities().modelled())
                .contains(predicted(large, PLAN).percent());
        assertThat(deals().get(elsewhere.id()).probabilities().modelled()).isEmpty();
        assertThat(scores.scoreOpen(pipeline.id(), PLAN)).noneMatch(DealScore::changed);
    }

    @Test
    void a_deal_that_may_not_be_changed_does_not_keep_the_others_from_being_scored() {
        someHistory();
        OpportunityId mine = open(SOMCHAI, SMALL).id();
        OpportunityId hers = open(MALEE, LARGE).id();
        ScoreService guarded = scoresOf(office.under(new MayChangeOwn()), SOMCHAI);
        List<DealScore> results = guarded.scoreOpen(pipeline.id(), PLAN);

        assertThat(results).extracting(DealScore::changed).containsExactly(true, false);
        assertThat(results.get(1).reasonRefused()).containsInstanceOf(AccessDeniedException.class);
        assertThat(results.get(1).prediction()).isNull();
        assertThat(deals().get(mine).probabilities().modelled()).isPresent();
        assertThat(deals().get(hers).probabilities().modelled()).isEmpty();
        assertThatThrownBy(() -> guarded.score(hers, PLAN)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_deal_that_somebody_else_changes_meanwhile_does_not_keep_the_others_from_being_scored() {
        someHistory();
        OpportunityId first = open(SOMCHAI, SMALL).id();
        OpportunityId second = open(SOMCHAI, LARGE).id();
        // the pipeline is read, then both deals are tried at once, then each on its own
        TestOffice contested = new TestOffice(new Contested(office.storage(), Set.of(2, 3)), AccessPolicy.allowAll());
        List<DealScore> results = scoresOf(contested, SOMCHAI).scoreOpen(pipeline.id(), PLAN);

        assertThat(results).extracting(DealScore::deal).containsExactly(first, second);
        assertThat(results).extracting(DealScore::changed).containsExactly(false, true);
        assertThat(results.get(0).reasonRefused()).containsInstanceOf(LimitExceededException.class);
        assertThat(deals().get(second).probabilities().modelled()).isPresent();
    }

    @Test
    void within_a_larger_unit_a_refusal_is_not_passed_over() {
        someHistory();
        open(SOMCHAI, SMALL);
        assertThatThrownBy(() -> office.storage().inUnit(TENANT, unit -> {
                    Storage joined = new Contested(unit.asStorage(), Set.of(2));
                    return scoresOf(new TestOffice(joined, AccessPolicy.allowAll()), SOMCHAI)
                            .scoreOpen(pipeline.id(), PLAN);
                }))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void a_caller_learns_only_from_deals_that_they_see() {
        someHistory();
        ScoreService guarded = scoresOf(office.under(AccessPolicy.ownRecords()), MALEE);

        assertThat(guarded.cases(PLAN)).hasSize(5);
        assertThat(scores.cases(PLAN)).hasSize(10);
        assertThat(new ScoreService(office.deskOf(OTHER_TENANT, SOMCHAI), BANGKOK).cases(PLAN))
                .isEmpty();
    }

    @Test
    void what_is_closed_or_not_there_is_refused() {
        Opportunity closed = lost(SOMCHAI, SMALL);

        assertRefused(() -> scores.predict(closed.id(), PLAN), "deal deal-closed");
        assertRefused(() -> scores.score(closed.id(), PLAN), "deal deal-closed");
        OpportunityId nowhere = new OpportunityId(closed.id().value());
        ScoreService stranger = new ScoreService(office.deskOf(OTHER_TENANT, SOMCHAI), BANGKOK);
        assertNotFound(() -> stranger.predict(nowhere, PLAN), nowhere.value());
        assertNotFound(() -> stranger.caseOf(nowhere, PLAN), nowhere.value());
        PipelineId hidden = pipeline.id();
        assertNotFound(() -> stranger.scoreOpen(hidden, PLAN), hidden.value());
    }

    @Test
    void both_methods_learn_from_the_same_cases() {
        someHistory();
        OpportunityId small = open(SOMCHAI, SMALL).id();
        ScorePlan logistic = PLAN.by(ScorePlan.Method.LOGISTIC).segmentedBy(deal -> Segment.ALL);

        assertThat(scores.model(logistic)).hasToString("logistic regression of 5 of 10");
        assertThat(scores.model(PLAN)).hasToString("naive Bayes of 5 of 10");
        assertThat(predicted(small, logistic).probability()).isGreaterThan(0.5);
        assertThat(predicted(small, logistic).answeredBy()).isEqualTo(Segment.ALL);
    }

    @Test
    void a_plan_is_tried_on_the_past() {
        for (int i = 0; i < 5; i++) {
            someHistory();
        }
        Backtest test = scores.backtest(PLAN, 2);

        assertThat(test.trials()).isNotEmpty();
        assertThat(test.calibration(10, 20).brier().orElseThrow())
                .isLessThan(test.calibration(10, 20).figures().uninformed());
    }

    @Test
    void the_standard_plan_asks_for_fifty_decided_deals() {
        someHistory();
        assertThat(scores.predict(open(SOMCHAI, SMALL).id(), ScorePlan.standard()))
                .isEqualTo(new InsufficientData(Proportion.of(5, 10), 50));
    }

    /** A store whose units of these numbers, from 1, are refused. */
    private static final class Contested implements Storage {

        private final Storage base;
        private final Set<Integer> refused;
        private int units;

        Contested(Storage base, Set<Integer> refused) {
            this.base = base;
            this.refused = refused;
        }

        @Override
        public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
            units++;
            if (refused.contains(units)) {
                throw new LimitExceededException("units", units);
            }
            return base.inUnit(tenant, work);
        }

        @Override
        public boolean ownsTransactions() {
            return base.ownsTransactions();
        }
    }

    /** Everything is seen, and only what is one's own is changed. */
    private static final class MayChangeOwn implements AccessPolicy {

        @Override
        public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
            return Criteria.all();
        }

        @Override
        public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
            return AccessPolicy.ownRecords().may(caller, action, type, subject);
        }
    }
}
