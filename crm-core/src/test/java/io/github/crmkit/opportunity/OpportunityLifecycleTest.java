package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.SampleOpportunity.BOOKS;
import static io.github.crmkit.opportunity.SampleOpportunity.OPENED_AT;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static io.github.crmkit.opportunity.SampleOpportunity.TERMS;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityCommand.HandOver;
import io.github.crmkit.pipeline.Stage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Every stage against every stage, and against every decision: each cell is defined. */
class OpportunityLifecycleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final UserId OTHER = new UserId(new UUID(3, 3));

    @Test
    void moves_without_a_word_end_like_this() {
        assertThat(moves(null)).isEqualTo("""
                Qualification: nothing | moved | moved | moved | won | reason-required
                Needs Analysis: moved | nothing | moved | moved | won | reason-required
                Proposal: moved | moved | nothing | moved | won | reason-required
                Negotiation: moved | moved | moved | nothing | won | reason-required
                Closed Won: deal-closed reason-required | deal-closed reason-required | deal-closed reason-required | deal-closed reason-required | nothing | no-transition
                Closed Lost: deal-closed reason-required | deal-closed reason-required | deal-closed reason-required | deal-closed reason-required | no-transition | nothing
                """);
    }

    @Test
    void moves_with_a_reason_end_like_this() {
        assertThat(moves("because")).isEqualTo("""
                Qualification: nothing | moved | moved | moved | won | lost
                Needs Analysis: moved | nothing | moved | moved | won | lost
                Proposal: moved | moved | nothing | moved | won | lost
                Negotiation: moved | moved | moved | nothing | won | lost
                Closed Won: deal-closed | deal-closed | deal-closed | deal-closed | nothing | no-transition
                Closed Lost: deal-closed | deal-closed | deal-closed | deal-closed | no-transition | nothing
                """);
    }

    @Test
    void decisions_end_like_this() {
        Map<String, Function<Opportunity, Change<Opportunity>>> decisions = new LinkedHashMap<>();
        decisions.put("reopen", deal -> deal.reopen(SALES, "because", OPENED_AT, TERMS));
        decisions.put("reopen without a word", deal -> deal.reopen(SALES, null, OPENED_AT, TERMS));
        decisions.put("edit", deal -> deal.edit(EditOpportunity.of(deal).name("Other"), BOOKS));
        decisions.put("edit nothing", deal -> deal.edit(EditOpportunity.of(deal), BOOKS));
        decisions.put("assign", deal -> deal.assign(OTHER));
        decisions.put("override", deal -> deal.overrideProbability(Percent.of(33), OTHER, OPENED_AT));
        decisions.put("withdraw", deal -> deal.overrideProbability(null, OTHER, OPENED_AT));
        decisions.put("score", deal -> deal.score(Percent.of(33)));
        decisions.put("amount", deal -> deal.amount(AmountMode.ENTERED, Money.parse("THB 5.00")));
        decisions.put("lines instead", deal -> deal.sell(List.of()));
        decisions.put("staff", deal -> deal.staff(teamOf(OTHER)));
        decisions.put("answer", deal -> deal.answer(new Answer("budget", deal.stage(), "yes", OTHER, OPENED_AT)));
        decisions.put("hand over", deal -> deal.handOver(HandOver.of(deal.id(), OTHER, "yours")));
        decisions.put("accept", deal -> deal.accepted(SALES, new Closure(DAY, null), OPENED_AT, TERMS));
        StringBuilder text = new StringBuilder();
        decisions.forEach((name, decision) -> text.append(name)
                .append(": ")
                .append(SALES.stages().stream()
                        .map(stage -> outcome(() -> decision.apply(in(stage))))
                        .collect(Collectors.joining(" | ")))
                .append('\n'));

        assertThat(text).hasToString("""
                reopen: nothing | nothing | nothing | nothing | reopened | reopened
                reopen without a word: nothing | nothing | nothing | nothing | reason-required | reason-required
                edit: edited | edited | edited | edited | deal-closed | deal-closed
                edit nothing: nothing | nothing | nothing | nothing | nothing | nothing
                assign: assigned | assigned | assigned | assigned | assigned | assigned
                override: probability-overridden | probability-overridden | probability-overridden | probability-overridden | deal-closed | deal-closed
                withdraw: nothing | nothing | nothing | nothing | nothing | nothing
                score: scored | scored | scored | scored | deal-closed | deal-closed
                amount: amount-set | amount-set | amount-set | amount-set | deal-closed | deal-closed
                lines instead: lines-set | lines-set | lines-set | lines-set | deal-closed | deal-closed
                staff: staffed | staffed | staffed | staffed | deal-closed | deal-closed
                answer: answered | answered | answered | answered | deal-closed | deal-closed
                hand over: handed-over | handed-over | handed-over | handed-over | handed-over | handed-over
                accept: won | won | won | won | nothing | no-transition
                """);
    }

    private static String moves(String reason) {
        return SALES.stages().stream()
                .map(from -> from.name() + ": "
                        + SALES.stages().stream()
                                .map(to -> outcome(
                                        () -> in(from).move(SALES, to, new Closure(DAY, reason), OPENED_AT, TERMS)))
                                .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static SalesTeam teamOf(UserId member) {
        return new SalesTeam(List.of(new SalesTeam.Member(member, "engineer")), List.of(), List.of());
    }

    private static Opportunity in(Stage stage) {
        return anOpportunity().in(stage.name()).opportunity();
    }

    private interface Decision {
        Change<Opportunity> decide();
    }

    private static String outcome(Decision decision) {
        try {
            Change<Opportunity> change = decision.decide();
            return change.isNone() ? "nothing" : change.events().get(0).code().replace("opportunity.", "");
        } catch (IllegalTransitionException refused) {
            return codes(refused.reasons());
        } catch (RuleViolationsException refused) {
            return codes(refused.violations());
        } catch (CrmException other) {
            return other.code();
        }
    }

    private static String codes(List<Violation> reasons) {
        return reasons.stream().map(Violation::code).collect(Collectors.joining(" "));
    }
}
