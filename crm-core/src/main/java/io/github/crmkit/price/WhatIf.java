package io.github.crmkit.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a request costs and what it would cost otherwise.
 *
 * @param now as things are
 * @param otherwise as they would be
 * @param lines how the lines that were asked for differ, in their order
 */
public record WhatIf(PricedLines now, PricedLines otherwise, List<PriceDifference> lines) {

    public WhatIf {
        lines = List.copyOf(lines);
    }

    /**
     * How two answers to the same lines differ.
     *
     * @throws IllegalArgumentException where they are answers to different numbers of lines
     */
    public static WhatIf of(PricedLines now, PricedLines otherwise) {
        List<PriceResult> before = now.asked();
        List<PriceResult> after = otherwise.asked();
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("the answers are to different numbers of lines");
        }
        List<PriceDifference> lines = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            lines.add(PriceDifference.of(before.get(i), after.get(i)));
        }
        return new WhatIf(now, otherwise, lines);
    }

    /** What the whole request would cost more; absent where a line has no price, or in different currencies. */
    public Optional<Money> extra() {
        return now.currency().equals(otherwise.currency())
                ? otherwise.total().flatMap(then -> now.total().map(then::minus))
                : Optional.empty();
    }
}
