package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleFields;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Price rules; what they do lies in one column, since nobody asks for its parts. */
public final class PriceRuleTable {

    private PriceRuleTable() {}

    /** The table, as declared. */
    public static Table<PriceRule, PriceRuleId> declared() {
        return Table.of(PriceRules.TYPE, "price_rule", t -> {
            var set = t.field(PriceRuleFields.SET, "rule_set_id");
            var name = t.field(PriceRuleFields.NAME);
            var buyer = t.field(PriceRuleFields.BUYER);
            var account = t.field(PriceRuleFields.ACCOUNT, "account_id");
            var group = t.field(PriceRuleFields.GROUP, "account_group");
            var item = t.field(PriceRuleFields.ITEM);
            var product = t.field(PriceRuleFields.PRODUCT, "product_id");
            var category = t.field(PriceRuleFields.CATEGORY, "category_id");
            var low = t.field(PriceRuleFields.FROM_QUANTITY);
            var high = t.field(PriceRuleFields.BELOW_QUANTITY);
            var from = t.field(PriceRuleFields.VALID_FROM);
            var until = t.field(PriceRuleFields.VALID_UNTIL);
            var condition = t.field(PriceRuleFields.CONDITION, "condition_text");
            var effect = t.json("effect", EffectShape.EFFECT, r -> List.of(r.effect()));
            t.derived(PriceRuleFields.EFFECT, "effect_kind");
            var priority = t.field(PriceRuleFields.PRIORITY);
            var active = t.field(PriceRuleFields.ACTIVE);
            var promotion = t.field(PriceRuleFields.PROMOTION, "promotion_id");
            t.stamp(PriceRuleFields.CREATED_AT, "created_at");
            t.index("ix_price_rule_set", PriceRuleFields.SET.asc());
            t.index("ix_price_rule_product", PriceRuleFields.PRODUCT.asc());
            return row -> new PriceRule(
                    row.id(),
                    row.stamp(),
                    row.get(set),
                    row.get(name),
                    new Target(
                            buyer(row.get(buyer), row.optional(account), row.optional(group)),
                            item(row.get(item), row.optional(product), row.optional(category))),
                    new QuantityBand(Quantity.of(row.get(low)), quantity(row.optional(high))),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.optional(condition),
                    row.get(effect).get(0),
                    row.get(priority),
                    row.get(active),
                    row.optional(promotion));
        });
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal stored) {
        return stored == null ? null : Quantity.of(stored);
    }

    private static Target.Buyer buyer(Target.BuyerKind kind, @Nullable AccountId account, @Nullable String group) {
        return switch (kind) {
            case ACCOUNT -> new Target.Account(Objects.requireNonNull(account));
            case GROUP -> new Target.Group(Objects.requireNonNull(group));
            case ANYONE -> new Target.Anyone();
        };
    }

    private static Target.Item item(Target.ItemKind kind, @Nullable ProductId product, @Nullable CategoryId category) {
        return switch (kind) {
            case VARIANT -> new Target.OneVariant(Objects.requireNonNull(product));
            case PRODUCT -> new Target.OneProduct(Objects.requireNonNull(product));
            case CATEGORY -> new Target.InCategory(Objects.requireNonNull(category));
            case ANYTHING -> new Target.Anything();
        };
    }
}
