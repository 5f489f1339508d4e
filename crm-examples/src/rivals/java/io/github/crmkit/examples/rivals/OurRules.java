package io.github.crmkit.examples.rivals;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/** The same rules in a rule book of this library. */
final class OurRules implements Rules {

    private static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Stamp STAMP = Stamp.first(Instant.EPOCH, new UserId(new UUID(1, 1)));

    private final RuleBook rules;

    private OurRules(RuleBook rules) {
        this.rules = rules;
    }

    static OurRules of(Shape shape, int count) {
        RuleSet set = new RuleSet(
                new RuleSetId(new UUID(2, 1)), STAMP, "Rules", null, 1, Stacking.FIRST, DateRange.always(), true);
        List<PriceRule> all =
                IntStream.range(0, count).mapToObj(i -> rule(set, shape, i)).toList();
        return new OurRules(RuleBook.of(List.of(set), all, PricingFields.standard()));
    }

    private static PriceRule rule(RuleSet set, Shape shape, int i) {
        boolean keyed = shape == Shape.KEYED;
        return new PriceRule(
                new PriceRuleId(new UUID(3, i)),
                STAMP,
                set.id(),
                "Rule " + i,
                keyed ? Target.of(new Target.OneProduct(product(i))) : Target.ALL,
                keyed
                        ? QuantityBand.ANY
                        : QuantityBand.of(Shape.from(i), Shape.from(i + 1)),
                DateRange.always(),
                null,
                new Effect.FixedPrice(UnitPrice.of(CURRENCY, BigDecimal.valueOf(i + 1L).setScale(2))),
                0,
                true,
                null);
    }

    private static ProductId product(int i) {
        return new ProductId(new UUID(4, i));
    }

    @Override
    public BigDecimal price(int product, int quantity) {
        PricingContext line = new PricingContext(
                PricingContext.Customer.UNKNOWN,
                new PricingContext.Article(product(product), null, List.of(), Shape.product(product)),
                Quantity.of(quantity),
                "piece",
                DAY,
                CURRENCY,
                null);
        Effect effect = rules.select(line).get(0).best().effect();
        return ((Effect.FixedPrice) effect).price().amount();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
