package io.github.crmkit.totals;

import io.github.crmkit.money.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** One run of the engine over checked lines of one currency. */
final class TaxCalculation {

    /** Decimals of the shares by which the groups of a document carry its tax; what they share is rounded before. */
    private static final int GUARD = 40;

    private final TotalsProfile profile;
    private final List<TaxedAmount> lines;
    private final Money discount;
    private final Money zero;
    private final List<Money> discounts;
    private final List<Money> nets;
    private final List<Money> taxes;
    private final Map<TaxClass, List<Integer>> groups = new LinkedHashMap<>();

    TaxCalculation(TotalsProfile profile, List<TaxedAmount> lines, Money discount) {
        this.profile = profile;
        this.lines = lines;
        this.discount = discount;
        this.zero = Money.zero(discount.getCurrencyUnit());
        this.discounts = lines.isEmpty()
                ? List.of()
                : Allocation.signed(
                        discount,
                        lines.stream().map(l -> l.amount().getAmount()).toList());
        this.nets = new ArrayList<>(Collections.nCopies(lines.size(), zero));
        this.taxes = new ArrayList<>(Collections.nCopies(lines.size(), zero));
        for (int i = 0; i < lines.size(); i++) {
            groups.computeIfAbsent(lines.get(i).tax(), t -> new ArrayList<>()).add(i);
        }
    }

    Totals totals() {
        switch (profile.basis()) {
            case PER_LINE ->
                groups.forEach((tax, members) -> members.forEach(i -> handDown(List.of(i), taxOf(base(i), tax))));
            case PER_GROUP -> groups.forEach((tax, members) -> handDown(members, taxOf(base(members), tax)));
            case PER_DOCUMENT -> taxDocument();
        }
        List<LineTotal> totalled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            totalled.add(new LineTotal(lines.get(i).amount(), discounts.get(i), nets.get(i), taxes.get(i)));
        }
        List<TaxTotal> taxTotals = new ArrayList<>();
        groups.forEach((tax, members) -> taxTotals.add(new TaxTotal(tax, sum(nets, members), sum(taxes, members))));
        Money net = nets.stream().reduce(zero, Money::plus);
        Money tax = taxes.stream().reduce(zero, Money::plus);
        Money sum = lines.stream().map(TaxedAmount::amount).reduce(zero, Money::plus);
        return new Totals(profile, totalled, taxTotals, sum, discount, net, tax, net.plus(tax));
    }

    private void taxDocument() {
        List<BigDecimal> exact = new ArrayList<>();
        groups.forEach((tax, members) -> exact.add(exactTax(base(members), tax)));
        BigDecimal all = exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Money rounded =
                profile.taxIncluded() ? containedTax() : Money.of(zero.getCurrencyUnit(), all, profile.rounding());
        List<Money> shares =
                all.signum() == 0 ? Collections.nCopies(exact.size(), zero) : Allocation.signed(rounded, exact);
        int next = 0;
        for (List<Integer> members : groups.values()) {
            handDown(members, shares.get(next++));
        }
    }

    /** What is left of the whole when its net was rounded; the nets of all groups are divided once, as one fraction. */
    private Money containedTax() {
        Money whole = zero;
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal divisor = BigDecimal.ONE;
        for (Map.Entry<TaxClass, List<Integer>> group : groups.entrySet()) {
            Money gross = base(group.getValue());
            BigDecimal factor = BigDecimal.ONE.add(group.getKey().rate().fraction());
            whole = whole.plus(gross);
            net = net.multiply(factor).add(gross.getAmount().multiply(divisor));
            divisor = divisor.multiply(factor);
        }
        return whole.minus(Money.of(zero.getCurrencyUnit(), net.divide(divisor, zero.getScale(), profile.rounding())));
    }

    /** The lines share what their whole came to: the net where gross is kept, the tax otherwise. */
    private void handDown(List<Integer> members, Money tax) {
        List<BigDecimal> weights =
                members.stream().map(i -> base(i).getAmount()).toList();
        boolean gross = profile.taxIncluded();
        Money shared = gross ? base(members).minus(tax) : tax;
        List<Money> shares = Allocation.signed(shared, weights);
        for (int k = 0; k < members.size(); k++) {
            int i = members.get(k);
            nets.set(i, gross ? shares.get(k) : base(i));
            taxes.set(i, gross ? base(i).minus(shares.get(k)) : shares.get(k));
        }
    }

    private Money taxOf(Money base, TaxClass tax) {
        BigDecimal rate = tax.rate().fraction();
        if (!profile.taxIncluded()) {
            return base.multipliedBy(rate, profile.rounding());
        }
        return base.minus(base.dividedBy(BigDecimal.ONE.add(rate), profile.rounding()));
    }

    private BigDecimal exactTax(Money base, TaxClass tax) {
        BigDecimal rate = tax.rate().fraction();
        BigDecimal share = base.getAmount().multiply(rate);
        return profile.taxIncluded() ? share.divide(BigDecimal.ONE.add(rate), GUARD, profile.rounding()) : share;
    }

    private Money base(int line) {
        return lines.get(line).amount().minus(discounts.get(line));
    }

    private Money base(List<Integer> members) {
        return members.stream().map(this::base).reduce(zero, Money::plus);
    }

    private static Money sum(List<Money> of, List<Integer> members) {
        return members.stream().map(of::get).reduce(Money::plus).orElseThrow();
    }
}
