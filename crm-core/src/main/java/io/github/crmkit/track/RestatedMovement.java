package io.github.crmkit.track;

import io.github.crmkit.money.Allocation;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A movement statement in one currency, as if rates had stood still while deals moved: the lines with their signs and the FX
 * line add up to the end, to the minor unit.
 *
 * <p>Start and end are rounded halves away from zero; every other line lies within one minor unit of its exact value, so that
 * all of them balance.
 *
 * @param currency of every line
 * @param startDay whose rates were taken for the start and all that moved
 * @param endDay whose rates were taken for the end
 * @param amounts every term, by the rates of its day
 * @param fx what the end is worth more, or less where negative, at the rates of the last day than at those of the first
 */
public record RestatedMovement(
        CurrencyUnit currency, LocalDate startDay, LocalDate endDay, Map<MovementTerm, Money> amounts, Money fx) {

    /** Far larger than any line, so that no weight is negative; few enough digits for an allocation. */
    private static final BigDecimal LIFT = BigDecimal.TEN.pow(45);

    public RestatedMovement {
        amounts = Collections.unmodifiableMap(new EnumMap<>(amounts));
    }

    static RestatedMovement of(
            MovementLine line, CurrencyUnit currency, ExchangeRates rates, LocalDate startDay, LocalDate endDay) {
        Rates first = new Rates(currency, rates, startDay);
        Rates last = new Rates(currency, rates, endDay);
        BigDecimal endWorth = last.worth(line.end().amount());
        Money start = rounded(currency, first.worth(line.start().amount()));
        Money end = rounded(currency, endWorth);
        List<MovementTerm> moving = new ArrayList<>();
        List<BigDecimal> exact = new ArrayList<>();
        for (MovementTerm term : MovementTerm.values()) {
            if (term != MovementTerm.START && term != MovementTerm.END) {
                moving.add(term);
                exact.add(first.worth(line.flow(term).amount()).multiply(BigDecimal.valueOf(term.sign())));
            }
        }
        exact.add(endWorth.subtract(first.worth(line.end().amount())));
        List<Money> parts = rounded(end.minus(start), exact);
        Map<MovementTerm, Money> amounts = new EnumMap<>(MovementTerm.class);
        amounts.put(MovementTerm.START, start);
        amounts.put(MovementTerm.END, end);
        for (int i = 0; i < moving.size(); i++) {
            MovementTerm term = moving.get(i);
            amounts.put(term, parts.get(i).multipliedBy(term.sign()));
        }
        return new RestatedMovement(currency, startDay, endDay, amounts, parts.get(moving.size()));
    }

    /** One line of it. */
    public Money amount(MovementTerm term) {
        return amounts.getOrDefault(term, Money.zero(currency));
    }

    /** What the lines leave over; always zero. */
    public Money residual() {
        Money sum = fx;
        for (Map.Entry<MovementTerm, Money> line : amounts.entrySet()) {
            sum = sum.plus(line.getValue().multipliedBy(line.getKey().sign()));
        }
        return sum;
    }

    /** The statement as a table: a line for each term and one for the exchange rates. */
    public String text() {
        return MovementText.of(this);
    }

    /**
     * Rounds values that add up to almost the total, each to one of its two neighbours, so that they add up to it. Lifted by
     * the same large number, their proportions hardly differ, so that allocating the total only rounds them.
     */
    private static List<Money> rounded(Money total, List<BigDecimal> exact) {
        List<BigDecimal> weights = exact.stream().map(LIFT::add).toList();
        Money lift = Money.of(total.getCurrencyUnit(), LIFT);
        return Allocation.of(total.plus(lift.multipliedBy(exact.size())), weights).stream()
                .map(part -> part.minus(lift))
                .toList();
    }

    private static Money rounded(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount, Rounding.COMMERCIAL);
    }

    private record Rates(CurrencyUnit currency, ExchangeRates rates, LocalDate day) {

        BigDecimal worth(MoneyBag bag) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Money amount : bag.amounts()) {
                BigDecimal rate =
                        rates.required(amount.getCurrencyUnit(), currency, day).rate();
                sum = sum.add(amount.getAmount().multiply(rate));
            }
            return sum;
        }
    }
}
