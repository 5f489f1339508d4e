package io.github.crmkit.pricerule;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;

/**
 * Whom and what a rule is for. The narrower target wins: buyers are compared first (account, group, anyone), then items
 * (variant, product, model, category from the nearest outwards, anything).
 *
 * @param buyer for whom
 * @param item on what
 */
public record Target(Buyer buyer, Item item) {

    /** Everyone and everything. */
    public static final Target ALL = new Target(new Anyone(), new Anything());

    /** This item, for anyone. */
    public static Target of(Item item) {
        return new Target(new Anyone(), item);
    }

    /** The same item for this buyer. */
    public Target buyer(Buyer other) {
        return new Target(other, item);
    }

    /** The stable names of those that a rule is for. */
    public enum BuyerKind {
        ACCOUNT,
        GROUP,
        ANYONE
    }

    /** The stable names of what a rule is on. */
    public enum ItemKind {
        VARIANT,
        PRODUCT,
        CATEGORY,
        ANYTHING
    }

    /** Whom a rule is for. */
    public sealed interface Buyer {

        /** What it is. */
        BuyerKind kind();

        /** Whether it is for this customer. */
        boolean includes(PricingContext.Customer customer);
    }

    /** One account. */
    public record Account(AccountId id) implements Buyer {
        @Override
        public BuyerKind kind() {
            return BuyerKind.ACCOUNT;
        }

        @Override
        public boolean includes(PricingContext.Customer customer) {
            return id.equals(customer.account());
        }
    }

    /**
     * The accounts of a group.
     *
     * @param name exactly as accounts have it, 1 to {@value #MAX_NAME} characters (UTF-16 units)
     */
    public record Group(String name) implements Buyer {

        /** The longest name, in UTF-16 units, inclusive. */
        public static final int MAX_NAME = 100;

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for the name */
        public Group {
            Violations problems = new Violations();
            name = problems.plainText(name, MAX_NAME, "group");
            problems.throwIfAny("target");
        }

        @Override
        public BuyerKind kind() {
            return BuyerKind.GROUP;
        }

        @Override
        public boolean includes(PricingContext.Customer customer) {
            return name.equals(customer.group());
        }
    }

    /** Anyone, known or not. */
    public record Anyone() implements Buyer {
        @Override
        public BuyerKind kind() {
            return BuyerKind.ANYONE;
        }

        @Override
        public boolean includes(PricingContext.Customer customer) {
            return true;
        }
    }

    /** What a rule is on. */
    public sealed interface Item {

        /** What it is. */
        ItemKind kind();

        /** What it is in words, the same for the same item, for example {@code product 018f…}. */
        String describe();

        /** Whether this article is one. */
        boolean includes(PricingContext.Article article);
    }

    /** Exactly this product, as a variant of its model; more specific than {@link OneProduct}. */
    public record OneVariant(ProductId id) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.VARIANT;
        }

        @Override
        public String describe() {
            return "variant " + id.text();
        }

        @Override
        public boolean includes(PricingContext.Article article) {
            return id.equals(article.product());
        }
    }

    /** This product or, where it is a model, any variant of it. */
    public record OneProduct(ProductId id) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.PRODUCT;
        }

        @Override
        public String describe() {
            return "product " + id.text();
        }

        @Override
        public boolean includes(PricingContext.Article article) {
            return id.equals(article.product()) || id.equals(article.model());
        }
    }

    /** Everything in this category and in those below it; the nearer category is more specific. */
    public record InCategory(CategoryId id) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.CATEGORY;
        }

        @Override
        public String describe() {
            return "category " + id.text();
        }

        @Override
        public boolean includes(PricingContext.Article article) {
            return article.categories().contains(id);
        }
    }

    /** Everything that is sold. */
    public record Anything() implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.ANYTHING;
        }

        @Override
        public String describe() {
            return "anything";
        }

        @Override
        public boolean includes(PricingContext.Article article) {
            return true;
        }
    }
}
