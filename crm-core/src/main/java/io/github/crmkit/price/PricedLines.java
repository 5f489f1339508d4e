package io.github.crmkit.price;

import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a whole request costs: the lines that were asked for, and those that come with them.
 *
 * @param currency of the book, or the one that was asked for where there is no book
 * @param lines each line that was asked for, its parts right behind it; goods that are given come last
 * @param choice why it is this book, or why there is none; absent where the request named the book
 */
public record PricedLines(
        CurrencyUnit currency, List<Line> lines, @Nullable BookChoice choice) {

    /** Why a line is there. */
    public enum Role {
        /** It was asked for. */
        ASKED,
        /** It is part of a bundle that was asked for. */
        PART,
        /** A rule gives it free of charge. */
        FREE
    }

    /**
     * One line.
     *
     * @param role why it is there
     * @param of the place of the line that was asked for, from 0: its own, that of the bundle, or that of the line for which
     *     the goods are given
     * @param product what it is; absent where the product is not there, and then there is no price
     * @param result its price, or why there is none
     */
    public record Line(Role role, int of, @Nullable Product product, PriceResult result) {

        /** What it is, where the product is there. */
        public Optional<Product> article() {
            return Optional.ofNullable(product);
        }

        /** What it costs, where it has a price. */
        public Optional<Money> amount() {
            return result instanceof Price price ? Optional.of(price.amount()) : Optional.empty();
        }
    }

    public PricedLines {
        lines = List.copyOf(lines);
    }

    /** What a request costs that named its book. */
    public PricedLines(CurrencyUnit currency, List<Line> lines) {
        this(currency, lines, null);
    }

    /** The same, from a book that was found in this way. */
    public PricedLines found(@Nullable BookChoice why) {
        return new PricedLines(currency, lines, why);
    }

    /** Why it is this book, or why there is none; absent where the request named the book. */
    public Optional<BookChoice> bookChoice() {
        return Optional.ofNullable(choice);
    }

    /** The results of the lines that were asked for, in their order. */
    public List<PriceResult> asked() {
        return lines.stream()
                .filter(line -> line.role() == Role.ASKED)
                .map(Line::result)
                .toList();
    }

    /** The parts and goods that come with a line that was asked for. */
    public List<Line> comingWith(int asked) {
        return lines.stream()
                .filter(line -> line.of() == asked && line.role() != Role.ASKED)
                .toList();
    }

    /** Whether every line has a price. */
    public boolean isComplete() {
        return lines.stream().allMatch(line -> line.result() instanceof Price);
    }

    /** The lines of this product. */
    public List<Line> of(ProductId product) {
        return lines.stream()
                .filter(line -> line.result().product().equals(product))
                .toList();
    }

    /** The sum of the rounded amounts; absent where a line has no price, which is not zero. */
    public Optional<Money> total() {
        return isComplete()
                ? Optional.of(lines.stream()
                        .flatMap(line -> line.amount().stream())
                        .reduce(Money.zero(currency), Money::plus))
                : Optional.empty();
    }
}
