package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.DealTerms.Guard;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealGuardTest {

    private static final Guard WORTH = Guard.require(
            OpportunityFields.AMOUNT.notNull(), "amount", "worth", "must be known before the deal goes on");

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final TestOffice office = new TestOffice(storage, AccessPolicy.allowAll());
    private final OpportunityService plain = guarded();

    @BeforeEach
    void stages_ask_nothing() {
        SilentPipeline.install(office.deskOf(SOMCHAI));
    }

    private OpportunityService guarded(Guard... guards) {
        DealTerms terms = DealTerms.of(SampleOpportunity.BOOKS).guards(List.of(guards));
        return new OpportunityService(office.deskOf(SOMCHAI), terms);
    }

    private OpportunityId deal(String name) {
        return plain.open(NewOpportunity.of(name)).id();
    }

    @Test
    void a_demand_in_the_language_of_filters_holds_deals_back_that_do_not_meet_it() {
        OpportunityService deals = guarded(WORTH);
        OpportunityId id = deal("a");

        IllegalTransitionException refused =
                catchThrowableOfType(IllegalTransitionException.class, () -> deals.move(id, "Proposal"));
        assertThat(refused.reasons())
                .containsExactly(new Violation("amount", "worth", "must be known before the deal goes on"));
        assertThat(plain.get(id).stamp().version()).isEqualTo(1);
        deals.edit(EditOpportunity.of(plain.get(id)).amount(Money.parse("THB 1.00")));
        assertThat(deals.move(id, "Proposal").isOpen()).isTrue();
    }

    @Test
    void a_demand_on_going_on_lets_deals_return_and_be_lost() {
        OpportunityService deals = guarded(WORTH);
        OpportunityId id = plain.move(deal("a"), "Proposal").id();

        assertThat(deals.move(id, "Qualification").isOpen()).isTrue();
        assertThat(deals.lose(id, "no budget").outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void a_demand_may_be_made_of_one_stage_or_one_outcome_only() {
        OpportunityService leaving = guarded(WORTH.leaving("proposal"));
        OpportunityId id = deal("a");

        assertThat(leaving.move(id, "Proposal").isOpen()).isTrue();
        assertThatThrownBy(() -> leaving.move(id, "Negotiation")).isInstanceOf(IllegalTransitionException.class);
        OpportunityService winning = guarded(WORTH.entering(Outcome.WON));
        assertThat(winning.move(id, "Negotiation").isOpen()).isTrue();
        assertThatThrownBy(() -> winning.win(id)).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void every_guard_is_heard_in_order_and_reopening_is_guarded_too() {
        Violation first = new Violation("", "first", "must wait");
        Violation second = new Violation("", "second", "must wait longer");
        OpportunityService deals = guarded(attempt -> List.of(first), attempt -> List.of(second));
        OpportunityId id = deal("a");

        IllegalTransitionException refused =
                catchThrowableOfType(IllegalTransitionException.class, () -> deals.lose(id, "no budget"));
        assertThat(refused.reasons()).containsExactly(first, second);
        plain.lose(id, "no budget");
        assertThatThrownBy(() -> deals.reopen(id, "again")).isInstanceOf(IllegalTransitionException.class);
        assertThat(deals.options(id)).allMatch(option -> !option.isAllowed());
    }

    @Test
    void a_guard_that_fails_ends_the_move_and_writes_nothing() {
        OpportunityService deals = guarded(attempt -> {
            throw new IllegalStateException("no line to the credit office");
        });
        OpportunityId id = deal("a");
        storage.writes();

        assertThatThrownBy(() -> deals.move(id, "Proposal")).hasMessage("no line to the credit office");
        assertThat(storage.writes()).isEmpty();
    }

    @Test
    void many_deals_are_moved_by_the_same_rules_with_a_result_for_each() {
        OpportunityService deals = guarded(WORTH);
        Opportunity worth = plain.open(NewOpportunity.of("a").amount(Money.parse("THB 1.00")));
        OpportunityId unknown = new OpportunityId(UUID.randomUUID());
        OpportunityId poor = deal("b");
        OpportunityId nowhere = deal("c");
        Opportunity seen = plain.open(NewOpportunity.of("d").amount(Money.parse("THB 1.00")));
        OpportunityId lost = deal("e");

        List<MoveOpportunity.Result> results = deals.moveAll(List.of(
                MoveOpportunity.to(worth.id(), "Proposal"),
                MoveOpportunity.to(unknown, "Proposal"),
                MoveOpportunity.to(poor, "Proposal"),
                MoveOpportunity.to(nowhere, "Nowhere"),
                MoveOpportunity.to(seen.id(), "Proposal").seen(7L),
                MoveOpportunity.lost(lost, "no budget"),
                MoveOpportunity.to(worth.id(), "Negotiation")));

        assertThat(results)
                .extracting(MoveOpportunity.Result::isMoved)
                .containsExactly(true, false, false, false, false, true, true);
        assertThat(results.get(1).refused()).get().isInstanceOf(NotFoundException.class);
        assertThat(results.get(2).refused()).get().isInstanceOf(IllegalTransitionException.class);
        assertThat(results.get(3).refused()).get().isInstanceOf(RuleViolationsException.class);
        assertThat(results.get(4).refused()).get().isInstanceOf(StaleVersionException.class);
        assertThat(results.get(6).moved()).contains(plain.get(worth.id()));
        assertThat(plain.get(worth.id()).stamp().version()).isEqualTo(3);
        assertThat(plain.get(lost).outcome()).isEqualTo(Outcome.LOST);
        assertThat(plain.get(poor).stamp().version()).isEqualTo(1);
        assertThat(results).extracting(MoveOpportunity.Result::id).startsWith(worth.id(), unknown, poor);
    }

    @Test
    void a_thousand_moves_look_deals_and_pipelines_up_once() {
        List<MoveOpportunity> moves = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            moves.add(MoveOpportunity.to(deal("Deal " + i), "Proposal"));
        }
        storage.reads();

        assertThat(plain.moveAll(moves)).allMatch(MoveOpportunity.Result::isMoved);
        assertThat(storage.reads()).containsExactly("findAll opportunity", "findAll pipeline");
    }

    @Test
    void a_batch_has_ten_thousand_moves_at_most() {
        List<MoveOpportunity> many = Collections.nCopies(10_001, MoveOpportunity.to(deal("a"), "Proposal"));

        assertThatThrownBy(() -> plain.moveAll(many)).isInstanceOf(LimitExceededException.class);
    }
}
