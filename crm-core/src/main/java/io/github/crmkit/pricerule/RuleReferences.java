package io.github.crmkit.pricerule;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Categories;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.query.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules name: read in one query of each kind for all of them, and noted where the caller sees no such thing. */
final class RuleReferences {

    private final Set<AccountId> accounts = new HashSet<>();
    private final Set<ProductId> products = new HashSet<>();
    private final Set<ProductId> variants = new HashSet<>();
    private final Set<CategoryId> categories = new HashSet<>();
    private final Set<PromotionId> promotions = new HashSet<>();

    private RuleReferences() {}

    static RuleReferences of(Work work, List<NewPriceRule> rules) {
        RuleReferences named = new RuleReferences();
        rules.forEach(named::collect);
        RuleReferences found = new RuleReferences();
        found.accounts.addAll(seen(work, Accounts.TYPE, named.accounts));
        found.categories.addAll(seen(work, Categories.TYPE, named.categories));
        if (!named.products.isEmpty()) {
            work.repository(Products.TYPE).findAll(named.products).forEach(found::add);
        }
        found.promotions.addAll(seen(work, Promotions.TYPE, named.promotions));
        return found;
    }

    private static <T, I extends Id> Set<I> seen(Work work, EntityType<T, I> type, Set<I> ids) {
        return ids.isEmpty()
                ? Set.of()
                : work.repository(type).findAll(ids).stream().map(type::idOf).collect(Collectors.toSet());
    }

    private void add(Product product) {
        products.add(product.id());
        if (product.form().kind() == Form.Kind.VARIANT) {
            variants.add(product.id());
        }
    }

    private void collect(NewPriceRule rule) {
        if (rule.target() != null) { // reported by its own constraint
            if (rule.target().buyer() instanceof Target.Account account) {
                accounts.add(account.id());
            }
            collect(rule.target().item());
        }
        if (rule.effect() instanceof Effect.PercentOfTotal total) {
            collect(total.of());
        } else if (rule.effect() instanceof Effect.FreeGoods free && free.other() != null) {
            products.add(free.other());
        }
        if (rule.promotion() != null) {
            promotions.add(rule.promotion());
        }
    }

    private void collect(Target.Item item) {
        if (item instanceof Target.OneVariant variant) {
            products.add(variant.id());
        } else if (item instanceof Target.OneProduct product) {
            products.add(product.id());
        } else if (item instanceof Target.InCategory category) {
            categories.add(category.id());
        }
    }

    /** Notes {@code not-found} for everything that a rule names and that is not there. */
    void check(NewPriceRule rule, Violations problems) {
        if (rule.target() != null) {
            if (rule.target().buyer() instanceof Target.Account account) {
                require(accounts.contains(account.id()), "target.buyer", "an account", problems);
            }
            check(rule.target().item(), "target.item", problems);
        }
        if (rule.effect() instanceof Effect.PercentOfTotal total) {
            check(total.of(), "effect.of", problems);
        } else if (rule.effect() instanceof Effect.FreeGoods free) {
            ProductId other = free.other();
            require(other == null || products.contains(other), "effect.other", "a product of the catalog", problems);
        }
        PromotionId promotion = rule.promotion();
        require(promotion == null || promotions.contains(promotion), "promotion", "a promotion", problems);
    }

    private void check(Target.Item item, String path, Violations problems) {
        if (item instanceof Target.OneVariant variant) {
            require(products.contains(variant.id()), path, "a product of the catalog", problems);
            problems.require(
                    !products.contains(variant.id()) || variants.contains(variant.id()),
                    path,
                    "not-a-variant",
                    "must name a variant of a model");
        } else if (item instanceof Target.OneProduct product) {
            require(products.contains(product.id()), path, "a product of the catalog", problems);
        } else if (item instanceof Target.InCategory category) {
            require(categories.contains(category.id()), path, "a category of the catalog", problems);
        }
    }

    private static void require(boolean found, String path, String what, Violations problems) {
        problems.require(found, path, "not-found", "must name " + what);
    }
}
