package io.github.crmkit.catalog;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several things sold as one: fixed where there is nothing to choose, else configurable. No part is a bundle or a model, so
 * that what is in it is known at once.
 *
 * @param pricedOn what has a price
 * @param parts what is always in one of it, at most {@value #MAX_PARTS}, each product once
 * @param choices what the buyer chooses, at most {@value #MAX_CHOICES} with distinct names
 */
public record Bundle(PricedOn pricedOn, List<Part> parts, List<Choice> choices) implements Form {

    /** The most parts, and the most options of a choice. */
    public static final int MAX_PARTS = 100;

    /** The most choices. */
    public static final int MAX_CHOICES = 20;

    /** What has a price. */
    public enum PricedOn {
        /** The bundle alone; its parts cost nothing more. */
        PARENT,
        /** Its parts alone; the bundle is what they add up to. */
        PARTS,
        /** The bundle and its parts: both are paid. */
        BOTH
    }

    /**
     * So much of a product.
     *
     * @param quantity in the product's own unit, more than nothing
     */
    public record Part(ProductId product, Quantity quantity) {

        /** @throws RuleViolationsException {@code part-quantity} unless it is more than nothing */
        public Part {
            new Violations()
                    .require(quantity.isPositive(), "quantity", "part-quantity", "must be more than nothing")
                    .throwIfAny("part of a bundle");
        }

        /** So many of a product. */
        public static Part of(ProductId product, long units) {
            return new Part(product, Quantity.of(units));
        }
    }

    /**
     * Something to choose from.
     *
     * @param name plain text of 1 to {@value Product#MAX_NAME} characters, kept without the spaces around it
     * @param atLeast the fewest options to choose, 0 or more
     * @param atMost the most options to choose: 1 or more, {@code atLeast} or more, and no more than there are
     * @param options at most {@value Bundle#MAX_PARTS}, each product once
     */
    public record Choice(String name, int atLeast, int atMost, List<Part> options) {

        /** @throws RuleViolationsException with everything that is wrong */
        public Choice {
            options = List.copyOf(options);
            Violations problems = new Violations();
            name = problems.plainText(name, Product.MAX_NAME, "name");
            problems.require(atLeast >= 0, "atLeast", "choice-bounds", "must not be less than none");
            problems.require(
                    atMost >= Math.max(1, atLeast) && atMost <= options.size(),
                    "atMost",
                    "choice-bounds",
                    "must be one or more, no fewer than at least, and no more than there are options");
            checkParts(options, "options", problems);
            problems.throwIfAny("choice");
        }

        /** Exactly one of these. */
        public static Choice oneOf(String name, Part... options) {
            return new Choice(name, 1, 1, List.of(options));
        }

        /** One of these or none. */
        public static Choice optional(String name, Part... options) {
            return new Choice(name, 0, 1, List.of(options));
        }
    }

    /** What a buyer chose: this product, of the choice of this name. */
    public record Chosen(String choice, ProductId product) {

        public Chosen {
            choice = choice.strip();
        }
    }

    /** @throws RuleViolationsException with everything that is wrong */
    public Bundle {
        parts = List.copyOf(parts);
        choices = List.copyOf(choices);
        Violations problems = new Violations();
        problems.require(
                !parts.isEmpty() || !choices.isEmpty(), "parts", "bundle-empty", "must be something to be sold as one");
        checkParts(parts, "parts", problems);
        problems.require(
                choices.size() <= MAX_CHOICES,
                "choices",
                "too-many-choices",
                "must be at most " + MAX_CHOICES + " choices");
        checkDistinct(choices, Choice::name, "choices", "choice-twice", problems);
        problems.throwIfAny("bundle");
    }

    /** A bundle with nothing to choose. */
    public static Bundle fixed(PricedOn pricedOn, Part... parts) {
        return new Bundle(pricedOn, List.of(parts), List.of());
    }

    /** The same with one more choice, behind the others. */
    public Bundle choice(Choice next) {
        return new Bundle(
                pricedOn,
                parts,
                Stream.concat(choices.stream(), Stream.of(next)).toList());
    }

    @Override
    public Kind kind() {
        return Kind.BUNDLE;
    }

    /** Whether there is something to choose. */
    public boolean isConfigurable() {
        return !choices.isEmpty();
    }

    /** All products that are in it or may be chosen, each once. */
    public Set<ProductId> products() {
        Set<ProductId> all = new LinkedHashSet<>();
        parts.forEach(part -> all.add(part.product()));
        choices.forEach(choice -> choice.options().forEach(option -> all.add(option.product())));
        return all;
    }

    /**
     * What is in so many of it: its parts in their order, then what was chosen in the order of the choices and of their options.
     * A product that is a part and chosen as well stands there twice.
     *
     * @param many how many bundles, more than nothing
     * @return quantities for all of them together, each in the own unit of its product
     * @throws RuleViolationsException with everything that is wrong: {@code quantity-positive}, {@code choice-unknown},
     *     {@code option-unknown}, {@code option-twice} at {@code chosen[i]}, {@code choice-too-few},
     *     {@code choice-too-many} at {@code choices[i]}, {@code quantity-scale} and {@code quantity-range} for a quantity
     *     that 6 decimals and 18 digits before the point do not hold
     */
    public List<Part> expand(Quantity many, List<Chosen> chosen) {
        Violations problems = new Violations();
        problems.require(many.isPositive(), "quantity", "quantity-positive", "must be more than nothing");
        checkChosen(chosen, problems);
        Set<Chosen> wanted = new HashSet<>(chosen);
        List<Part> inOne = new ArrayList<>(parts);
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            List<Part> taken = choice.options().stream()
                    .filter(option -> wanted.contains(new Chosen(choice.name(), option.product())))
                    .toList();
            checkNumber(choice, taken.size(), "choices[" + i + "]", problems);
            inOne.addAll(taken);
        }
        List<Part> inAll = new ArrayList<>();
        if (many.isPositive()) {
            inOne.forEach(part -> problems.collect("quantity", () -> inAll.add(times(part, many))));
        }
        problems.throwIfAny("bundle");
        return List.copyOf(inAll);
    }

    private static Part times(Part part, Quantity many) {
        BigDecimal product = part.quantity().value().multiply(many.value());
        return new Part(part.product(), Quantity.of(product));
    }

    private void checkChosen(List<Chosen> chosen, Violations problems) {
        Set<Chosen> seen = new HashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            Chosen one = chosen.get(i);
            String path = "chosen[" + i + "]";
            Optional<Choice> choice =
                    choices.stream().filter(c -> c.name().equals(one.choice())).findFirst();
            problems.require(choice.isPresent(), path, "choice-unknown", "must be a choice of the bundle");
            problems.require(
                    choice.isEmpty()
                            || choice.get().options().stream()
                                    .anyMatch(option -> option.product().equals(one.product())),
                    path,
                    "option-unknown",
                    "must be an option of its choice");
            problems.require(seen.add(one), path, "option-twice", "must be chosen once");
        }
    }

    private static void checkNumber(Choice choice, int taken, String path, Violations problems) {
        problems.require(
                taken >= choice.atLeast(),
                path,
                "choice-too-few",
                "must have at least " + choice.atLeast() + " chosen");
        problems.require(
                taken <= choice.atMost(), path, "choice-too-many", "must have at most " + choice.atMost() + " chosen");
    }

    private static void checkParts(List<Part> parts, String path, Violations problems) {
        problems.require(
                parts.size() <= MAX_PARTS, path, "too-many-parts", "must be at most " + MAX_PARTS + " products");
        checkDistinct(parts, Part::product, path, "part-twice", problems);
    }

    private static <T> void checkDistinct(
            List<T> items, Function<T, Object> by, String path, String code, Violations problems) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            problems.require(
                    seen.add(by.apply(items.get(i))), path + "[" + i + "]", code, "must not stand there twice");
        }
    }
}
