package io.github.crmkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every price, whatever stands in the book and whatever the rules say. */
class WaterfallProperties {

    @Property(tries = 10_000)
    void the_steps_fold_to_the_net_and_the_amount_follows_from_it(@ForAll("worlds") RandomWorld world) {
        if (prove(world) instanceof Price price) {
            assertThat(PriceStep.fold(price.proof())).isEqualTo(price.net());
            assertThat(price.amount())
                    .isEqualTo(price.net().times(price.quantity(), price.netPer(), RoundingMode.HALF_UP));
            assertThat(price.calculated().isNegative()).isFalse();
        }
    }

    @Property(tries = 10_000)
    void the_bare_price_is_the_proven_one(@ForAll("worlds") RandomWorld world) {
        PriceResult proven = prove(world);
        NetResult bare = world.sheet().net(world.request(), RandomWorld.DAY, RoundingMode.HALF_UP);

        assertSame(proven, bare);
    }

    @Property(tries = 10_000)
    void the_bare_price_is_the_proven_one_on_every_day_for_every_quantity_and_with_other_lines(
            @ForAll("worlds") RandomWorld world, @ForAll Random random) {
        PriceSheet sheet = world.elsewhere(QuantityPool.LINE, random);
        PriceSheet pooled = world.elsewhere(QuantityPool.PRODUCT, random);
        for (int i = 0; i < 6; i++) {
            PriceRequest request = world.request().quantity(RandomWorld.quantity(random));
            PriceRequest other = PriceRequest.of(request.product(), RandomWorld.quantity(random));
            LocalDate day = RandomWorld.DAY.plusDays(random.nextInt(3) - 1);
            List<PriceRequest> lines = List.of(other, request);

            assertSame(sheet.price(other, day, RoundingMode.HALF_UP), sheet.net(other, day, RoundingMode.HALF_UP));
            assertSame(
                    pooled.priceAll(lines, day, RoundingMode.HALF_UP).asked(),
                    pooled.netAll(lines, day, RoundingMode.HALF_UP));
        }
    }

    private static void assertSame(List<PriceResult> proven, List<NetResult> bare) {
        for (int i = 0; i < proven.size(); i++) {
            assertSame(proven.get(i), bare.get(i));
        }
    }

    private static void assertSame(PriceResult proven, NetResult bare) {
        if (proven instanceof Price price) {
            NetPrice net = (NetPrice) bare;
            assertThat(net.price()).isEqualTo(price.net());
            assertThat(net.units()).isEqualTo(price.netPer());
            assertThat(net.money()).isEqualTo(price.amount());
        } else {
            assertThat(((NoPrice) bare).reason()).isEqualTo(((NoPrice) proven).reason());
            assertThat(((NoPrice) bare).message()).isEqualTo(((NoPrice) proven).message());
        }
    }

    @Property(tries = 10_000)
    void each_candidate_is_named_once_in_the_proof_or_as_rejected(@ForAll("worlds") RandomWorld world) {
        PriceResult result = prove(world);
        Set<EntityRef> candidates = new HashSet<>();
        world.entries().forEach(e -> candidates.add(PriceEntries.TYPE.refTo(e.id())));
        world.rules().all().forEach(r -> candidates.add(PriceRules.TYPE.refTo(r.id())));
        Set<EntityRef> proven = new HashSet<>(sources(result));
        proven.remove(PriceBooks.TYPE.refTo(world.sheet().book().id())); // it derives, and competes with nothing
        List<EntityRef> named = new ArrayList<>(proven);
        named.addAll(result.rejected().stream().map(Rejected::candidate).toList());

        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(candidates);
    }

    @Property(tries = 5_000)
    void the_order_of_entries_and_rules_does_not_matter(@ForAll("worlds") RandomWorld world, @ForAll Random random) {
        List<PriceEntry> entries = new ArrayList<>(world.entries());
        List<PriceRule> rules = new ArrayList<>(world.rules().all());
        Collections.shuffle(entries, random);
        Collections.shuffle(rules, random);

        assertThat(world.sheet(entries, rules).price(world.request(), RandomWorld.DAY, RoundingMode.HALF_UP))
                .isEqualTo(prove(world));
    }

    @Property(tries = 10_000)
    void without_the_winner_of_a_set_the_named_runner_up_wins(@ForAll("worlds") RandomWorld world) {
        if (!(prove(world) instanceof Price price)) {
            return;
        }
        for (Rejected next : price.rejected()) {
            boolean rule = next.candidate().type().equals(PriceRules.TYPE.name());
            if (next.reason() == Rejected.Reason.RUNNER_UP) {
                EntityRef winner = rule
                        ? world.winnerOver(next.candidate(), price)
                        : lastTier(price).orElseThrow();
                PriceResult without =
                        world.without(winner).price(world.request(), RandomWorld.DAY, RoundingMode.HALF_UP);
                // a rule may need the price that the winner did without; a tier has none to need
                boolean refused =
                        without instanceof NoPrice none && (rule || none.reason() != NoPrice.Reason.NO_ENTRY_APPLIES);
                assertThat(refused || sources(without).contains(next.candidate()))
                        .as("%s after %s: %s", next, winner, without)
                        .isTrue();
            }
        }
    }

    @Property(tries = 5_000)
    void splitting_a_line_does_not_change_a_pooled_price(
            @ForAll("worlds") RandomWorld world, @ForAll @IntRange(min = 1, max = 99) int percent) {
        PriceSheet pooled = world.pooled();
        PriceRequest whole = world.request();
        BigDecimal part =
                whole.quantity().multiply(BigDecimal.valueOf(percent, 2)).setScale(6, RoundingMode.UP);
        BigDecimal rest = whole.quantity().subtract(part);
        if (rest.signum() > 0) {
            PriceResult one = pooled.priceAll(List.of(whole), RandomWorld.DAY, RoundingMode.HALF_UP)
                    .asked()
                    .get(0);
            List<PriceResult> two = pooled.priceAll(
                            List.of(whole.quantity(part), whole.quantity(rest)), RandomWorld.DAY, RoundingMode.HALF_UP)
                    .asked();
            for (PriceResult split : two) {
                if (one instanceof Price price) {
                    assertThat(((Price) split).net()).isEqualTo(price.net());
                    assertThat(((Price) split).netPer()).isEqualTo(price.netPer());
                } else {
                    assertThat(((NoPrice) split).reason()).isEqualTo(((NoPrice) one).reason());
                }
            }
        }
    }

    private static PriceResult prove(RandomWorld world) {
        return world.sheet().price(world.request(), RandomWorld.DAY, RoundingMode.HALF_UP);
    }

    private static List<EntityRef> sources(PriceResult result) {
        return result instanceof Price price
                ? price.proof().stream()
                        .map(PriceStep::by)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private static Optional<EntityRef> lastTier(Price price) {
        return price.proof().stream()
                .filter(step -> step.kind() == PriceStep.Kind.LIST
                        || step.kind() == PriceStep.Kind.TIER
                        || step.kind() == PriceStep.Kind.BLOCK)
                .map(PriceStep::by)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    @Provide
    Arbitrary<RandomWorld> worlds() {
        return RandomWorld.any();
    }
}
