package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.jdbc.value.FormulaShape;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.Target;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a price rule does: its kind, then the parts that this kind has. */
final class EffectShape implements JsonShape<Effect> {

    static final EffectShape EFFECT = new EffectShape();

    private static final FormulaShape FORMULA = new FormulaShape();

    private EffectShape() {}

    @Override
    public void write(JsonOut to, Effect effect) {
        to.text("kind", effect.kind());
        if (effect instanceof Effect.FixedPrice fixed) {
            to.text("price", fixed.price());
        } else if (effect instanceof Effect.PercentOff percent) {
            to.text("percent", percent.percent().value().toPlainString());
        } else if (effect instanceof Effect.AmountOff amount) {
            to.text("amount", amount.amount());
        } else if (effect instanceof Effect.Formula formula) {
            to.text("base", formula.base())
                    .text("currency", formula.only())
                    .list("formula", List.of(formula.formula()), FORMULA);
        } else if (effect instanceof Effect.FreeGoods free) {
            to.text("buy", free.buy())
                    .text("get", free.get())
                    .text("other", text(free.other()))
                    .text("repeat", free.repeat());
        } else if (effect instanceof Effect.PercentOfTotal total) {
            to.text("percent", total.percent().value().toPlainString());
            write(to, total.of());
        }
    }

    private static void write(JsonOut to, Target.Item item) {
        to.text("item", item.kind());
        if (item instanceof Target.OneVariant variant) {
            to.text("id", variant.id().text());
        } else if (item instanceof Target.OneProduct product) {
            to.text("id", product.id().text());
        } else if (item instanceof Target.InCategory category) {
            to.text("id", category.id().text());
        }
    }

    @Override
    public Effect read(JsonObject from, int version) {
        return switch (Effect.Kind.valueOf(from.text("kind"))) {
            case FIXED_PRICE -> new Effect.FixedPrice(UnitPrice.parse(from.text("price")));
            case PERCENT_OFF -> new Effect.PercentOff(Percent.of(from.text("percent")));
            case AMOUNT_OFF -> new Effect.AmountOff(UnitPrice.parse(from.text("amount")));
            case FORMULA -> formula(from, version);
            case FREE_GOODS ->
                new Effect.FreeGoods(
                        Quantity.parse(from.text("buy")),
                        Quantity.parse(from.text("get")),
                        product(from.optional("other")),
                        Boolean.parseBoolean(from.text("repeat")));
            case PERCENT_OF_TOTAL -> new Effect.PercentOfTotal(Percent.of(from.text("percent")), item(from));
        };
    }

    private static Effect formula(JsonObject from, int version) {
        Effect.Base base = Effect.Base.valueOf(from.text("base"));
        String currency = from.optional("currency");
        return new Effect.Formula(
                base,
                from.list("formula", FORMULA, version).get(0),
                currency == null ? null : CurrencyUnit.of(currency));
    }

    private static Target.Item item(JsonObject from) {
        return switch (Target.ItemKind.valueOf(from.text("item"))) {
            case VARIANT -> new Target.OneVariant(new ProductId(UUID.fromString(from.text("id"))));
            case PRODUCT -> new Target.OneProduct(new ProductId(UUID.fromString(from.text("id"))));
            case CATEGORY -> new Target.InCategory(new CategoryId(UUID.fromString(from.text("id"))));
            case ANYTHING -> new Target.Anything();
        };
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.text();
    }

    private static @Nullable ProductId product(@Nullable String text) {
        return text == null ? null : new ProductId(UUID.fromString(text));
    }
}
