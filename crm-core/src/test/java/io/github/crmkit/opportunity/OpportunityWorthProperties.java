package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.SampleOpportunity.BOOKS;
import static io.github.crmkit.opportunity.SampleOpportunity.OWNER;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.deal.SalesTeam.Member;
import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whatever is asked of a deal in whatever order, what it is worth and who holds a part of it stay in order. */
class OpportunityWorthProperties {

    /** One thing that somebody asks of a deal. */
    private record Ask(String name, Function<Opportunity, Change<Opportunity>> decision) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Property(tries = 300)
    void worth_and_splits_stay_in_order(@ForAll("asks") List<Ask> asks) {
        Opportunity deal = anOpportunity().opportunity();
        for (Ask ask : asks) {
            Opportunity before = deal;
            try {
                deal = ask.decision().apply(deal).state();
            } catch (RuleViolationsException refused) {
                assertThat(refused.violations()).as(ask.name()).isNotEmpty();
                deal = before;
            }
            check(deal);
        }
    }

    private static void check(Opportunity deal) {
        if (deal.expectation().mode() == AmountMode.LINES) {
            assertThat(deal.amount()).isEqualTo(deal.dossier().total());
        }
        SalesTeam team = deal.dossier().team();
        List<UserId> inside =
                new ArrayList<>(team.members().stream().map(Member::user).toList());
        inside.add(deal.owner());
        assertThat(inside).doesNotHaveDuplicates();
        assertThat(inside).containsAll(team.revenue().stream().map(Split::user).toList());
        assertThat(inside).containsAll(team.overlay().stream().map(Split::user).toList());
        deal.amount()
                .filter(amount -> !team.revenue().isEmpty())
                .ifPresent(amount -> assertThat(
                                team.revenueOf(amount).values().stream().reduce(Money::plus))
                        .contains(amount));
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        Arbitrary<Ask> lines = Arbitraries.integers()
                .between(1, 999)
                .list()
                .ofMaxSize(3)
                .map(quantities -> new Ask(
                        "sell " + quantities,
                        deal -> deal.sell(quantities.stream()
                                .map(OpportunityWorthProperties::line)
                                .toList())));
        Arbitrary<Ask> entered = Arbitraries.integers()
                .between(0, 5)
                .map(baht -> new Ask("enter " + baht, deal -> deal.amount(AmountMode.ENTERED, thb(baht))));
        Arbitrary<Ask> fromLines = Arbitraries.just(new Ask("from lines", deal -> deal.amount(AmountMode.LINES, null)));
        Arbitrary<Ask> edited = Arbitraries.integers()
                .between(0, 5)
                .map(baht -> new Ask(
                        "edit " + baht,
                        deal -> deal.edit(EditOpportunity.of(deal).amount(thb(baht)), BOOKS)));
        Arbitrary<Ask> staffed = Arbitraries.integers()
                .between(1, 3)
                .map(other -> new Ask("halve with " + other, deal -> deal.staff(halves(deal.owner(), user(other)))));
        Arbitrary<Ask> alone = Arbitraries.just(new Ask("alone", deal -> deal.staff(SalesTeam.nobody())));
        Arbitrary<Ask> assigned =
                Arbitraries.integers().between(0, 3).map(to -> new Ask("assign " + to, deal -> deal.assign(user(to))));
        Arbitrary<Ask> handed = Arbitraries.integers()
                .between(0, 3)
                .map(to -> new Ask(
                        "hand over " + to,
                        deal -> deal.handOver(OpportunityCommand.HandOver.of(deal.id(), user(to), "yours")
                                .staying("adviser"))));
        return Arbitraries.oneOf(lines, entered, fromLines, edited, staffed, alone, assigned, handed)
                .list()
                .ofMaxSize(20);
    }

    private static SalesTeam halves(UserId owner, UserId other) {
        Percent half = Percent.of(50);
        List<Member> members = owner.equals(other) ? List.of() : List.of(new Member(other, "presales"));
        return new SalesTeam(members, List.of(new Split(owner, half), new Split(other, half)), List.of());
    }

    private static DealLine line(int quantity) {
        return new DealLine(
                new ProductId(new UUID(5, quantity)),
                "TILE-60",
                "Floor tile",
                Quantity.of(quantity),
                "box",
                UnitPrice.parse("THB 0.335"),
                Quantity.ONE,
                null);
    }

    private static Money thb(int baht) {
        return Money.ofMajor(CurrencyUnit.of("THB"), baht);
    }

    private static UserId user(int number) {
        return number == 0 ? OWNER : new UserId(new UUID(0, number));
    }
}
