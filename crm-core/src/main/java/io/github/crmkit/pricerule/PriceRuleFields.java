package io.github.crmkit.pricerule;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules may be filtered and sorted by. */
public final class PriceRuleFields {

    public static final Field<PriceRule, RuleSetId> SET = Field.id("set", RuleSetId::new, PriceRule::set);
    public static final TextField<PriceRule> NAME =
            Field.text("name", PriceRule.MAX_NAME, PriceRule::name).folded();
    public static final Field<PriceRule, Target.BuyerKind> BUYER = Field.constant(
            "buyer", Target.BuyerKind.class, r -> r.target().buyer().kind());

    /** The account it is for, where it is for one. */
    public static final Field<PriceRule, AccountId> ACCOUNT =
            Field.id("account", AccountId::new, PriceRuleFields::account).optional();

    /** The group it is for, where it is for one. */
    public static final TextField<PriceRule> GROUP =
            Field.text("group", Target.Group.MAX_NAME, PriceRuleFields::group).optional();

    public static final Field<PriceRule, Target.ItemKind> ITEM =
            Field.constant("item", Target.ItemKind.class, r -> r.target().item().kind());

    /** The variant or product it is on, where it is on one. */
    public static final Field<PriceRule, ProductId> PRODUCT =
            Field.id("product", ProductId::new, PriceRuleFields::product).optional();

    /** The category it is on, where it is on one. */
    public static final Field<PriceRule, CategoryId> CATEGORY =
            Field.id("category", CategoryId::new, PriceRuleFields::category).optional();

    /** The least quantity, inclusive. */
    public static final OrderedField<PriceRule, BigDecimal> FROM_QUANTITY = Field.decimal(
            "fromQuantity", Quantity.MAX_SCALE, r -> r.band().from().value());

    /** The quantity it ends before. */
    public static final OrderedField<PriceRule, BigDecimal> BELOW_QUANTITY = Field.<PriceRule>decimal(
                    "belowQuantity", Quantity.MAX_SCALE, r -> value(r.band().below()))
            .optional();

    public static final TextField<PriceRule> CONDITION = Field.<PriceRule>text(
                    "condition", PriceRule.MAX_CONDITION, PriceRule::condition)
            .optional();
    public static final Field<PriceRule, Effect.Kind> EFFECT =
            Field.constant("effect", Effect.Kind.class, r -> r.effect().kind());
    public static final OrderedField<PriceRule, Integer> PRIORITY = Field.smallInteger("priority", PriceRule::priority);
    public static final Field<PriceRule, PromotionId> PROMOTION = Field.<PriceRule, PromotionId>id(
                    "promotion", PromotionId::new, PriceRule::promotion)
            .optional();

    /** The first day, inclusive. */
    public static final OrderedField<PriceRule, LocalDate> VALID_FROM =
            Field.<PriceRule>date("validFrom", r -> r.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<PriceRule, LocalDate> VALID_UNTIL =
            Field.<PriceRule>date("validUntil", r -> r.validity().until()).optional();

    public static final Field<PriceRule, Boolean> ACTIVE = Field.bool("active", PriceRule::active);
    public static final OrderedField<PriceRule, Instant> CREATED_AT =
            Field.instant("createdAt", r -> r.stamp().createdAt());

    static final List<Field<PriceRule, ?>> ALL = List.of(
            SET,
            NAME,
            BUYER,
            ACCOUNT,
            GROUP,
            ITEM,
            PRODUCT,
            CATEGORY,
            FROM_QUANTITY,
            BELOW_QUANTITY,
            CONDITION,
            EFFECT,
            PRIORITY,
            PROMOTION,
            VALID_FROM,
            VALID_UNTIL,
            ACTIVE,
            CREATED_AT);

    /** What history tells besides: what exactly the effect is. */
    static final List<Field<PriceRule, ?>> TOLD =
            List.of(Field.text("does", Integer.MAX_VALUE, r -> r.effect().describe()));

    private PriceRuleFields() {}

    private static @Nullable AccountId account(PriceRule rule) {
        return rule.target().buyer() instanceof Target.Account account ? account.id() : null;
    }

    private static @Nullable String group(PriceRule rule) {
        return rule.target().buyer() instanceof Target.Group group ? group.name() : null;
    }

    private static @Nullable ProductId product(PriceRule rule) {
        if (rule.target().item() instanceof Target.OneVariant variant) {
            return variant.id();
        }
        return rule.target().item() instanceof Target.OneProduct product ? product.id() : null;
    }

    private static @Nullable CategoryId category(PriceRule rule) {
        return rule.target().item() instanceof Target.InCategory category ? category.id() : null;
    }

    private static @Nullable BigDecimal value(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }
}
