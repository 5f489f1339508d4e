package io.github.crmkit.track;

import static io.github.crmkit.track.SalesOffice.ANONG;
import static io.github.crmkit.track.SalesOffice.BOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.ImportHistory.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/** Random lives of a few deals through the doors, by a clock that moves or stands still. */
class TrackProperties {

    private static final List<String> AMOUNTS = List.of("THB 0", "THB 100.50", "USD 20", "JPY 5000");
    private static final List<String> STAGES = List.of("Qualification", "Proposal", "Negotiation");
    private static final DateRange APRIL = DateRange.ofDays(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));

    /** What may be done. */
    enum Deed {
        OPEN,
        OPEN_TENDER,
        REPRICE,
        FORGET_AMOUNT,
        REDATE,
        MOVE,
        MOVE_LATE,
        WIN,
        LOSE,
        REOPEN,
        ASSIGN,
        JUDGE,
        IMPORT,
        REMOVE
    }

    /**
     * One deed of some user.
     *
     * @param pick which deal, which amount, which day
     * @param minutes how long it took to come to it; none for a deed at the same moment
     */
    record Act(Deed deed, boolean byBoon, int pick, int minutes) {}

    /** What is remembered while deals live. */
    private static final class Life {

        private final SalesOffice office = SalesOffice.open();
        private final Pipeline tenders = office.as(ANONG)
                .pipelines()
                .define(DefinePipeline.named("Tenders")
                        .stage(NewStage.open("Qualification", Percent.of(20), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Proposal", Percent.of(40), ForecastCategory.BEST_CASE))
                        .stage(NewStage.open("Negotiation", Percent.of(60), ForecastCategory.COMMIT))
                        .stage(NewStage.won("Closed Won"))
                        .stage(NewStage.lost("Closed Lost")));
        private final List<OpportunityId> deals = new ArrayList<>();

        /** How the pipeline was after the last deed of each moment. */
        private final TreeMap<Instant, PipelineCube> seen = new TreeMap<>();

        private Life(List<Act> acts) {
            for (Act act : acts) {
                office.pass(Duration.ofMinutes(act.minutes()));
                run(act, office.as(act.byBoon() ? BOON : ANONG));
                seen.put(office.now(), office.as(ANONG).track().now());
            }
        }

        private void run(Act act, CrmSession session) {
            if (act.deed() == Deed.OPEN || act.deed() == Deed.OPEN_TENDER) {
                deals.add(session.opportunities()
                        .open(NewOpportunity.of("deal")
                                .in(act.deed() == Deed.OPEN_TENDER ? tenders.id() : null)
                                .amount(act.pick() % 5 == 4 ? null : amount(act))
                                .closingOn(act.pick() % 3 == 2 ? null : day(act)))
                        .id());
            } else if (!deals.isEmpty()) {
                Opportunity deal = session.opportunities().get(deals.get(act.pick() % deals.size()));
                change(act, session, deal);
            }
        }

        private void change(Act act, CrmSession session, Opportunity deal) {
            switch (act.deed()) {
                case ASSIGN ->
                    session.opportunities().assign(deal.id(), deal.owner().equals(ANONG) ? BOON : ANONG);
                case REOPEN -> session.opportunities().reopen(deal.id(), "once more");
                case IMPORT -> recall(act, session, deal);
                case REMOVE -> {
                    session.opportunities().remove(deal.id(), "a duplicate");
                    deals.remove(deal.id());
                }
                default -> {
                    if (deal.isOpen()) {
                        changeOpen(act, session, deal);
                    }
                }
            }
        }

        private static void changeOpen(Act act, CrmSession session, Opportunity deal) {
            switch (act.deed()) {
                case REPRICE ->
                    session.opportunities().edit(EditOpportunity.of(deal).amount(amount(act)));
                case FORGET_AMOUNT ->
                    session.opportunities().edit(EditOpportunity.of(deal).amount(null));
                case REDATE ->
                    session.opportunities().edit(EditOpportunity.of(deal).closingOn(day(act)));
                case MOVE -> session.opportunities().move(deal.id(), STAGES.get(act.pick() % STAGES.size()));
                case MOVE_LATE ->
                    session.opportunities()
                            .move(MoveOpportunity.to(deal.id(), STAGES.get(act.pick() % STAGES.size()))
                                    .effective(latest(session, deal)));
                case WIN -> session.opportunities().win(deal.id());
                case LOSE -> session.opportunities().lose(deal.id(), "too dear");
                case JUDGE -> session.opportunities().overrideProbability(deal.id(), Percent.of(act.pick()));
                default -> throw new IllegalStateException("no deed for open deals alone");
            }
        }

        /** Somebody remembers how a deal stood some minutes before its latest change. */
        private static void recall(Act act, CrmSession session, Opportunity deal) {
            session.track()
                    .importHistory(ImportHistory.of(Row.of(
                                    deal.id(),
                                    latest(session, deal).minus(Duration.ofMinutes(1L + act.pick())),
                                    StageChoice.named(STAGES.get(act.pick() % STAGES.size())))
                            .amount(amount(act))
                            .closingOn(day(act))
                            .owner(act.byBoon() ? BOON : ANONG)));
        }

        private static Instant latest(CrmSession session, Opportunity deal) {
            return session.track().path(deal.id()).last().effective();
        }

        private static Money amount(Act act) {
            return Money.parse(AMOUNTS.get(act.pick() % AMOUNTS.size()));
        }

        private static LocalDate day(Act act) {
            return LocalDate.of(2026, 3, 20).plusDays(act.pick());
        }

        private TrackService track() {
            return office.as(ANONG).track();
        }

        /** Every moment at which anything was so, and the one before all. */
        private List<Instant> moments() {
            TreeSet<Instant> moments =
                    new TreeSet<>(Set.of(SalesOffice.OPENING.minus(Duration.ofDays(2)), office.now()));
            office.rows().forEach(row -> {
                moments.add(row.effective());
                moments.add(row.recorded());
            });
            return List.copyOf(moments);
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void what_was_known_at_a_moment_is_what_was_seen_then(@ForAll("lives") List<Act> acts) {
        Life life = new Life(acts);

        life.seen.forEach(
                (moment, cube) -> assertThat(life.track().knownAt(moment)).isEqualTo(cube));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void the_pipeline_as_of_now_is_the_pipeline_now(@ForAll("lives") List<Act> acts) {
        Life life = new Life(acts);

        assertThat(life.track().asOf(life.office.now())).isEqualTo(life.track().now());
        CrmSession guarded = life.office.under(AccessPolicy.ownRecords(), BOON);
        assertThat(guarded.track().asOf(life.office.now()))
                .isEqualTo(guarded.track().now())
                .isEqualTo(life.track().now().of(BOON));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void the_pipeline_as_of_any_moment_is_the_fold_of_what_was_recorded(@ForAll("lives") List<Act> acts) {
        Life life = new Life(acts);
        List<Standing> rows = life.office.rows();

        for (Instant moment : life.moments()) {
            TreeMap<String, Standing> last = new TreeMap<>();
            rows.stream()
                    .filter(row -> !row.effective().isAfter(moment))
                    .forEach(row -> last.put(row.deal().text(), row));
            PipelineCube.Tally expected = new PipelineCube.Tally();
            last.values().stream().filter(row -> !row.removed()).forEach(row -> expected.add(row.state()));
            assertThat(life.track().asOf(moment)).isEqualTo(expected.cube());
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void statements_between_any_two_moments_balance_and_join(@ForAll("lives") List<Act> acts) {
        Life life = new Life(acts);
        List<Instant> moments = life.moments();
        Instant first = moments.get(0);
        Instant last = moments.get(moments.size() - 1);
        Movement whole = life.track().movement(first, last);
        TrackService guarded =
                life.office.under(AccessPolicy.ownRecords(), BOON).track();

        for (Instant between : moments) {
            Movement before = life.track().movement(first, between);
            Movement after = life.track().movement(between, last);
            assertThat(before.then(after)).isEqualTo(whole);
            assertBalanced(before);
            assertBalanced(after);
            assertBalanced(
                    life.track().movement(MovementBetween.of(first, between).due(APRIL)));
            assertBalanced(guarded.movement(MovementBetween.of(between, last)));
        }
        MovementLine total = whole.total();
        assertThat(total.start()).isEqualTo(Flow.none());
        assertThat(total.end().deals()).isEqualTo(openDeals(life));
    }

    private static long openDeals(Life life) {
        return life.deals.stream()
                .filter(id -> life.office.as(ANONG).opportunities().get(id).isOpen())
                .count();
    }

    private static void assertBalanced(Movement movement) {
        assertThat(movement.total().residual()).isEqualTo(Flow.none());
        for (UserId owner : List.of(ANONG, BOON)) {
            assertThat(movement.of(owner).residual()).isEqualTo(Flow.none());
        }
        movement.keys().forEach(key -> {
            assertThat(movement.of(key.pipeline()).residual()).isEqualTo(Flow.none());
            assertThat(movement.matching(key::equals).residual()).isEqualTo(Flow.none());
        });
    }

    @Provide
    Arbitrary<List<Act>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(0, 1, 1, 7, 60, 1440))
                .as(Act::new)
                .list()
                .ofMaxSize(25)
                .map(acts -> {
                    List<Act> lively = new ArrayList<>(
                            List.of(new Act(Deed.OPEN, false, 1, 0), new Act(Deed.OPEN_TENDER, true, 2, 3)));
                    lively.addAll(acts);
                    return lively;
                });
    }
}
