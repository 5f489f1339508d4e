package io.github.crmkit.forecast;

import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How many of the decided deals were won, and how much of their value: won / (won + lost). Open deals say nothing yet and
 * are not looked at. Where nothing was decided there is no rate, which is not zero.
 *
 * @param won how many were won, those without an amount included
 * @param lost how many were lost, those without an amount included
 * @param wonValue the amounts of those won, by currency
 * @param lostValue the amounts of those lost, by currency
 * @param withoutAmount how many of the decided deals have no amount and so no part in a rate by value
 */
public record WinRate(long won, long lost, MoneyBag wonValue, MoneyBag lostValue, long withoutAmount) {

    /** Of no deals. */
    public static WinRate empty() {
        return new WinRate(0, 0, MoneyBag.empty(), MoneyBag.empty(), 0);
    }

    /** Of these deals; open ones are left out. */
    public static WinRate of(Collection<Opportunity> deals) {
        return deals.stream().reduce(empty(), WinRate::plus, WinRate::plus);
    }

    /** How many were decided. */
    public long decided() {
        return won + lost;
    }

    /** Won / (won + lost) by count, rounded half up to 6 decimals of a percent point; absent where none was decided. */
    public Optional<Percent> byCount() {
        return rate(BigDecimal.valueOf(won), BigDecimal.valueOf(decided()));
    }

    /**
     * Won / (won + lost) by value in this currency, rounded half up to 6 decimals of a percent point; absent where no
     * value was decided. Other currencies are not looked at.
     */
    public Optional<Percent> byValue(CurrencyUnit currency) {
        BigDecimal wonAmount = amount(wonValue, currency);
        return rate(wonAmount, wonAmount.add(amount(lostValue, currency)));
    }

    /** Both together. */
    public WinRate plus(WinRate other) {
        return new WinRate(
                won + other.won,
                lost + other.lost,
                wonValue.plus(other.wonValue),
                lostValue.plus(other.lostValue),
                withoutAmount + other.withoutAmount);
    }

    /** This and one deal more, unless it is open. */
    WinRate plus(Opportunity deal) {
        if (deal.isOpen()) {
            return this;
        }
        boolean isWon = deal.outcome() == Outcome.WON;
        MoneyBag value = deal.amount().map(MoneyBag::of).orElse(MoneyBag.empty());
        return new WinRate(
                won + (isWon ? 1 : 0),
                lost + (isWon ? 0 : 1),
                isWon ? wonValue.plus(value) : wonValue,
                isWon ? lostValue : lostValue.plus(value),
                withoutAmount + (value.isEmpty() ? 1 : 0));
    }

    private static BigDecimal amount(MoneyBag bag, CurrencyUnit currency) {
        return bag.in(currency).map(Money::getAmount).orElse(BigDecimal.ZERO);
    }

    private static Optional<Percent> rate(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        Percent.of(part.movePointRight(2).divide(whole, Percent.MAX_SCALE, RoundingMode.HALF_UP)));
    }
}
