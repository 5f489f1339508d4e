package io.github.crmkit.track;

import static io.github.crmkit.track.SalesOffice.ANONG;
import static io.github.crmkit.track.SalesOffice.BOON;
import static io.github.crmkit.track.SalesOffice.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.track.ImportHistory.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ImportHistoryTest {

    private static final Money AMOUNT = Money.parse("THB 100.00");

    private final SalesOffice office = SalesOffice.open();
    private final CrmSession session = office.as(ANONG);
    private final Opportunity deal =
            session.opportunities().open(NewOpportunity.of("Tiles").amount(AMOUNT));

    private static Instant daysBefore(int days) {
        return OPENING.minus(Duration.ofDays(days));
    }

    private Row row(int daysBefore, String stage) {
        return Row.of(deal.id(), daysBefore(daysBefore), stage);
    }

    private void assertRefused(ImportHistory command, String... problems) {
        List<Standing> before = office.rows();
        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class, () -> session.track().importHistory(command));
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(problems);
        assertThat(office.rows()).isEqualTo(before);
    }

    @Test
    void old_history_is_seen_as_of_its_time_and_known_from_now_on() {
        Instant now = office.later();
        List<Standing> added = session.track()
                .importHistory(ImportHistory.of(
                        row(30, "Qualification")
                                .amount(Money.parse("THB 70.00"))
                                .owner(BOON),
                        row(20, "closed lost"),
                        row(10, "Proposal")
                                .closingOn(LocalDate.of(2026, 4, 1))
                                .probability(Percent.of(65))
                                .category(ForecastCategory.COMMIT)));

        DealPath path = session.track().path(deal.id());
        assertThat(path.rows()).hasSize(4).startsWith(added.toArray(new Standing[0]));
        assertThat(added).allSatisfy(one -> {
            assertThat(one.recorded()).isEqualTo(now);
            assertThat(one.by()).isEqualTo(ANONG);
        });
        Standing.State first = added.get(0).state();
        assertThat(first.owner()).isEqualTo(BOON);
        assertThat(first.amount()).isEqualTo(Money.parse("THB 70.00"));
        assertThat(first.probability()).isEqualTo(Percent.of(10));
        assertThat(first.category()).isEqualTo(ForecastCategory.PIPELINE);
        assertThat(added.get(1).state().outcome()).isEqualTo(Outcome.LOST);
        assertThat(added.get(1).state().amount()).isNull();
        Standing.State third = added.get(2).state();
        assertThat(third.owner()).isEqualTo(deal.owner());
        assertThat(third.probability()).isEqualTo(Percent.of(65));
        assertThat(third.category()).isEqualTo(ForecastCategory.COMMIT);
        assertThat(session.track().stateOf(deal.id(), Viewpoint.asOf(daysBefore(25))))
                .contains(first);
        assertThat(session.track().stateOf(deal.id(), Viewpoint.asOf(daysBefore(5))))
                .contains(third);
        assertThat(session.track()
                        .stateOf(deal.id(), Viewpoint.asOf(daysBefore(5)).asKnownAt(OPENING)))
                .isEmpty();
        assertThat(session.track().knownAt(OPENING)).isEqualTo(session.track().asOf(OPENING));
        assertThat(session.opportunities().get(deal.id())).isEqualTo(deal);
    }

    @Test
    void imported_history_moves_in_statements() {
        session.track()
                .importHistory(ImportHistory.of(
                        row(30, "Qualification").amount(Money.parse("THB 70.00")), row(20, "Closed Lost")));

        MovementLine line = session.track().movement(daysBefore(31), OPENING).total();

        assertThat(line.residual()).isEqualTo(Flow.none());
        assertThat(line.flow(MovementTerm.CREATED).amount().only()).isEqualTo(Money.parse("THB 70.00"));
        assertThat(line.flow(MovementTerm.LOST).deals()).isEqualTo(1);
        assertThat(line.flow(MovementTerm.REOPENED).amount().only()).isEqualTo(AMOUNT);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_kept() {
        Instant now = office.later();
        session.opportunities().edit(EditOpportunity.of(deal).amount(Money.parse("THB 200.00")));
        Row future = Row.of(deal.id(), now.plusNanos(1000), "Proposal");

        assertRefused(
                ImportHistory.of(
                        row(30, "Qualification").amount(Money.parse("THB -1.00")),
                        row(31, "Nowhere"),
                        row(31, "Proposal").probability(Percent.of(101)),
                        row(20, "Closed Won").category(ForecastCategory.COMMIT),
                        row(19, "Proposal").category(ForecastCategory.CLOSED),
                        row(18, "Proposal").closingOn(LocalDate.of(999, 12, 31)),
                        Row.of(deal.id(), now, "Proposal"),
                        future),
                "[0].amount amount-negative",
                "[2].probability probability",
                "[5].closeDate date-range",
                "[1].stage unknown-stage",
                "[1].effective history-order",
                "[2].effective history-order",
                "[3].category stage-category",
                "[4].category stage-category",
                "[6].effective history-after-current",
                "[7].effective history-future");
    }

    @Test
    void history_ends_where_the_latest_change_of_the_deal_begins() {
        Instant last = office.later();
        session.opportunities().assign(deal.id(), BOON);
        office.later();

        assertRefused(ImportHistory.of(Row.of(deal.id(), last, "Proposal")), "[0].effective history-after-current");
        session.track()
                .importHistory(ImportHistory.of(
                        Row.of(deal.id(), OPENING, "Proposal"), Row.of(deal.id(), last.minusNanos(1000), "Proposal")));
        assertThat(session.track().path(deal.id()).last().state().owner()).isEqualTo(BOON);
        assertThat(session.track().now()).isEqualTo(session.track().asOf(office.now()));
    }

    @Test
    void times_are_cut_to_microseconds_before_they_are_compared() {
        Instant moment = daysBefore(3);

        assertRefused(
                ImportHistory.of(
                        Row.of(deal.id(), moment, "Proposal"), Row.of(deal.id(), moment.plusNanos(999), "Negotiation")),
                "[1].effective history-order");
        assertRefused(ImportHistory.of(Row.of(deal.id(), Instant.MIN, "Proposal")), "[0].effective date-range");
        assertThat(session.track()
                        .importHistory(ImportHistory.of(Row.of(deal.id(), moment.plusNanos(999), "Proposal"))))
                .extracting(Standing::effective)
                .containsExactly(moment);
    }

    @Test
    void rows_of_several_deals_may_be_mixed() {
        Opportunity other = session.opportunities().open(NewOpportunity.of("Grout"));

        List<Standing> added = session.track()
                .importHistory(ImportHistory.of(
                        row(5, "Proposal"), Row.of(other.id(), daysBefore(9), "Proposal"), row(4, "Negotiation")));

        assertThat(added).extracting(Standing::deal).containsExactly(deal.id(), other.id(), deal.id());
        assertThat(session.track().importHistory(ImportHistory.of())).isEmpty();
    }

    @Test
    void a_stage_may_be_named_by_its_outcome() {
        assertThat(session.track()
                        .importHistory(
                                ImportHistory.of(Row.of(deal.id(), daysBefore(2), StageChoice.first(Outcome.WON)))))
                .extracting(row -> row.state().outcome())
                .containsExactly(Outcome.WON);
    }

    @Test
    void what_the_caller_does_not_see_is_not_found() {
        CrmSession boon = office.under(AccessPolicy.ownRecords(), BOON);
        OpportunityId nobodys = new OpportunityId(new UUID(7, 7));

        assertThatThrownBy(() -> boon.track().importHistory(ImportHistory.of(row(3, "Proposal"))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("opportunity");
        assertThatThrownBy(() -> boon.track().path(deal.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        session.track().importHistory(ImportHistory.of(Row.of(nobodys, daysBefore(3), "Proposal"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> session.track()
                        .importHistory(ImportHistory.of(row(3, "Proposal").account(new AccountId(new UUID(8, 8))))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("account");
        assertThat(office.rows()).hasSize(1);
    }

    @Test
    void who_may_not_import_history_is_denied() {
        CrmSession denied = office.under(Denying.of(Action.IMPORT_HISTORY), ANONG);

        assertThatThrownBy(() -> denied.track().importHistory(ImportHistory.of(row(3, "Proposal"))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("import history");
        assertThat(office.rows()).hasSize(1);
    }

    @Test
    void a_batch_has_a_limit() {
        ImportHistory large = new ImportHistory(Collections.nCopies(10_001, row(3, "Proposal")));

        assertThatThrownBy(() -> session.track().importHistory(large)).isInstanceOf(LimitExceededException.class);
    }
}
