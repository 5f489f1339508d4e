package io.github.crmkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.deal.SalesTeam.Member;
import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityCommand.HandOver;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.opportunity.OpportunityCommand.Staff;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.track.Flow;
import io.github.crmkit.track.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A random life of a few deals, asked for through the doors: what may be done is done, what may not is refused, and the same
 * seed is told in the same words on every store.
 */
public final class DealStory {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T02:00:00.123456Z");
    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
    private final List<String> told = new ArrayList<>();
    private final List<OpportunityId> deals = new ArrayList<>();
    private final List<UserId> users = new ArrayList<>();
    private final Random random;
    private final CrmSession session;
    private final Pipeline pipeline;

    private DealStory(Crm on, TenantId tenant, long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            users.add(new UserId(new UUID(5, i)));
        }
        this.session = on.withClock(now::get).as(Caller.of(tenant, users.get(0)));
        this.pipeline = session.pipelines().installDefault();
    }

    /**
     * Plays so many steps for a tenant that has nothing yet.
     *
     * @return what was asked and what came of it, and in the end every deal, its history, the pipeline and its movement
     */
    public static List<String> play(Crm crm, TenantId tenant, long seed, int steps) {
        DealStory story = new DealStory(crm, tenant, seed);
        for (int i = 0; i < steps; i++) {
            story.now.set(story.now.get().plusSeconds(3_600L * story.random.nextInt(30)));
            story.step();
        }
        story.end();
        return story.told;
    }

    private void step() {
        int what = random.nextInt(19);
        if (deals.isEmpty() || (what == 0 && deals.size() < 6)) {
            tell("open", () -> {
                Opportunity deal = session.opportunities().open(NewOpportunity.of("Deal " + deals.size()));
                deals.add(deal.id());
                return deal;
            });
            return;
        }
        OpportunityId id = deals.get(random.nextInt(deals.size()));
        switch (what) {
            case 1, 2, 3 -> tell("move", () -> session.opportunities().move(id, stage().id()));
            case 4 -> tell("win", () -> session.opportunities().win(id));
            case 5 -> tell("lose", () -> session.opportunities().move(MoveOpportunity.lost(id, "too dear")));
            case 6, 7 -> tell("reopen", () -> session.opportunities().reopen(id, "they called back"));
            case 8, 9 -> tell("edit", () -> edit(id));
            case 10 -> tell("assign", () -> session.opportunities().assign(id, user()));
            case 11 -> tell("hand over", () -> session.opportunities().handOver(HandOver.of(id, user(), "yours")));
            case 12 ->
                tell(
                        "override",
                        () -> session.opportunities().overrideProbability(id, Percent.of(random.nextInt(120))));
            case 13 -> tell("score", () -> session.opportunities().score(id, Percent.of(random.nextInt(101))));
            case 14 ->
                tell(
                        "stale",
                        () -> session.opportunities()
                                .move(MoveOpportunity.to(id, stage().id()).seen(1L)));
            case 15 -> tell("staff", () -> staff(id));
            case 16 -> moveAll();
            case 17 ->
                tell(
                        "amount",
                        () -> session.opportunities()
                                .setAmount(SetAmount.entered(
                                        session.opportunities().get(id), Money.parse("THB 7.00"))));
            default -> answer(id);
        }
    }

    private Opportunity edit(OpportunityId id) {
        Opportunity deal = session.opportunities().get(id);
        Money amount = Money.ofMinor(CurrencyUnit.of(random.nextBoolean() ? "THB" : "USD"), random.nextInt(99_999));
        return session.opportunities()
                .edit(EditOpportunity.of(deal).amount(amount).closingOn(DUE.plusDays(random.nextInt(200))));
    }

    /** Two may share the revenue; whoever holds a part of it is not given away without a word about it. */
    private Opportunity staff(OpportunityId id) {
        Opportunity deal = session.opportunities().get(id);
        UserId member = user();
        Staff team = new Staff(
                id,
                deal.stamp().version(),
                member.equals(deal.owner()) ? List.of() : List.of(new Member(member, "engineer")),
                List.of(
                        new Split(deal.owner(), Percent.of(60)),
                        new Split(member, Percent.of(random.nextInt(3) == 0 ? 39 : 40))),
                List.of());
        return session.opportunities().staff(team);
    }

    private void moveAll() {
        List<MoveOpportunity> moves = deals.stream()
                .map(id -> MoveOpportunity.to(id, stage().id()).because("all at once"))
                .toList();
        for (MoveOpportunity.Result result : session.opportunities().moveAll(moves)) {
            told.add("of all: "
                    + result.moved().map(this::words).orElse("")
                    + result.refused().map(CrmException::code).orElse(""));
        }
    }

    private void answer(OpportunityId id) {
        for (ChecklistItem item : session.opportunities().checklist(id)) {
            tell(
                    "answer",
                    () -> session.opportunities().answer(id, item.question().key(), "yes"));
        }
    }

    private Stage stage() {
        return pipeline.stages().get(random.nextInt(pipeline.stages().size()));
    }

    private UserId user() {
        return users.get(random.nextInt(users.size()));
    }

    /** What was asked, and the deal as it is then or why not; nothing is written of what is refused. */
    private void tell(String what, Callable<Opportunity> call) {
        try {
            told.add(what + ": " + words(call.call()));
        } catch (IllegalTransitionException refused) {
            told.add(what + ": " + refused.reasons());
        } catch (CrmException refused) {
            told.add(what + ": " + refused.code());
        } catch (Exception broken) {
            throw new AssertionError(what, broken);
        }
    }

    private String words(Opportunity deal) {
        assertThat(session.opportunities().get(deal.id())).isEqualTo(deal);
        return String.join(
                " ",
                deal.name(),
                pipeline.stage(deal.stage()).map(Stage::name).orElseThrow(),
                deal.outcome().name(),
                deal.probability().toString(),
                deal.amount().toString(),
                deal.expectation().toString(),
                String.valueOf(deal.closure()),
                "owner " + users.indexOf(deal.owner()),
                "v" + deal.stamp().version());
    }

    private void end() {
        for (OpportunityId id : deals) {
            told.add(words(session.opportunities().get(id)));
            for (HistoryEntry entry : session.opportunities().history(id)) {
                told.add(entry.version() + " " + entry.code() + " " + entry.reason() + " " + entry.at());
            }
        }
        Instant middle = BEGINNING.plusSeconds((now.get().getEpochSecond() - BEGINNING.getEpochSecond()) / 2);
        Movement movement = session.track().movement(middle, now.get());
        assertThat(movement.total().residual()).isEqualTo(Flow.none());
        told.add(movement.total().text());
        told.add(session.track().asOf(middle).total().toString());
        assertThat(session.track().asOf(now.get())).isEqualTo(session.track().now());
        told.add(session.track().now().total().toString());
    }
}
