package io.github.crmkit.track;

import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.MoneyBag;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One movement statement: of an owner, a team, a pipeline, or all. Its lines balance, in deals and in every currency:
 * start + created + reopened + increased − decreased + pulled in − pushed out − won − lost − removed + transferred in −
 * transferred out = end. Increased and decreased move no deals.
 *
 * @param flows every term; one that is not given is empty
 */
public record MovementLine(Map<MovementTerm, Flow> flows) {

    public MovementLine {
        Map<MovementTerm, Flow> all = new EnumMap<>(MovementTerm.class);
        for (MovementTerm term : MovementTerm.values()) {
            all.put(term, flows.getOrDefault(term, Flow.none()));
        }
        flows = Collections.unmodifiableMap(all);
    }

    /** Without a single deal. */
    public static MovementLine empty() {
        return new MovementLine(Map.of());
    }

    /** One line of it. */
    public Flow flow(MovementTerm term) {
        return flows.getOrDefault(term, Flow.none());
    }

    /** What was there at the beginning. */
    public Flow start() {
        return flow(MovementTerm.START);
    }

    /** What was there at the end. */
    public Flow end() {
        return flow(MovementTerm.END);
    }

    /** Every line of both together. */
    public MovementLine plus(MovementLine other) {
        Map<MovementTerm, Flow> sum = new EnumMap<>(flows);
        other.flows.forEach((term, flow) -> sum.merge(term, flow, Flow::plus));
        return new MovementLine(sum);
    }

    /** What the lines leave over: no deals, and no amount but zeros, which are left out; always none. */
    public Flow residual() {
        long deals = 0;
        MoneyBag amount = MoneyBag.empty();
        for (Map.Entry<MovementTerm, Flow> line : flows.entrySet()) {
            MovementTerm term = line.getKey();
            Flow flow = line.getValue();
            deals += term.movesDeals() ? term.sign() * flow.deals() : 0;
            amount = term.sign() > 0 ? amount.plus(flow.amount()) : amount.minus(flow.amount());
        }
        return new Flow(
                deals,
                MoneyBag.sum(
                        amount.amounts().stream().filter(left -> !left.isZero()).toList()));
    }

    /** Whether there is not a single deal in it. */
    public boolean isEmpty() {
        return flows.values().stream().allMatch(Flow::isNone);
    }

    /**
     * The statement in one currency: the start and everything that moved at the rates of the first day, the end at those of
     * the last day, and what exchange rates alone made of it as a line of its own. It balances to the minor unit.
     *
     * @param startDay whose rates are taken for the start and for all that moved
     * @param endDay whose rates are taken for the end
     * @throws io.github.crmkit.money.MissingRateException where a currency has no rate on a day that needs it
     */
    public RestatedMovement in(CurrencyUnit currency, ExchangeRates rates, LocalDate startDay, LocalDate endDay) {
        return RestatedMovement.of(this, currency, rates, startDay, endDay);
    }

    /** The statement as a table: a line for each term, a column for the deals and one for each currency. */
    public String text() {
        return MovementText.of(this);
    }

    /** The amount of one line in a currency; zero where there is none. */
    Money amount(MovementTerm term, CurrencyUnit currency) {
        return flow(term).amount().in(currency).orElseGet(() -> Money.zero(currency));
    }
}
