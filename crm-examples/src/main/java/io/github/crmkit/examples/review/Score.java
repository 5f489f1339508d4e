package io.github.crmkit.examples.review;

import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import org.joda.money.Money;

/**
 * Closed deals added up. Win rate = won / (won + lost); deals that are open are not in it, they are not lost.
 *
 * @param won how many deals were won
 * @param lost how many deals were lost
 * @param wonAmount what the won ones are worth
 * @param lostAmount what the lost ones would have been worth
 */
record Score(long won, long lost, MoneyBag wonAmount, MoneyBag lostAmount) {

    /** No deal yet. */
    static final Score NONE = new Score(0, 0, MoneyBag.empty(), MoneyBag.empty());

    /** A closed deal. */
    static Score of(Opportunity deal) {
        MoneyBag amount = deal.amount().map(MoneyBag::of).orElseGet(MoneyBag::empty);
        return deal.outcome() == Outcome.WON
                ? new Score(1, 0, amount, MoneyBag.empty())
                : new Score(0, 1, MoneyBag.empty(), amount);
    }

    /** Both together. */
    Score plus(Score other) {
        BinaryOperator<MoneyBag> sum = MoneyBag::plus;
        return new Score(
                won + other.won,
                lost + other.lost,
                sum.apply(wonAmount, other.wonAmount),
                sum.apply(lostAmount, other.lostAmount));
    }

    /** The win rate by number of deals. */
    String rateByCount() {
        return won + lost == 0
                ? Amounts.NOTHING
                : Amounts.percent(BigDecimal.valueOf(won), BigDecimal.valueOf(won + lost));
    }

    /** The win rate by value; none over several currencies, and none where lost deals have no value to compare with. */
    String rateByValue() {
        List<Money> both = wonAmount.plus(lostAmount).amounts();
        if (both.size() != 1 || both.get(0).isZero() || isLostForNothing()) {
            return Amounts.NOTHING;
        }
        Money total = both.get(0);
        Money wonTotal = wonAmount.in(total.getCurrencyUnit()).orElseGet(() -> Money.zero(total.getCurrencyUnit()));
        return Amounts.percent(wonTotal.getAmount(), total.getAmount());
    }

    /** Whether there are lost deals, none of which has an amount above 0. */
    boolean isLostForNothing() {
        return lost > 0 && lostAmount.amounts().stream().allMatch(Money::isZero);
    }
}
