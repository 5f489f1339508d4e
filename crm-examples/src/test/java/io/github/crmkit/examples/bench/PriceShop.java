package io.github.crmkit.examples.bench;

import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Grouping;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/** As many products as lines, each with a list price and a tier from 100, and rules that take a percentage off. */
final class PriceShop {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    private static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;
    private static final Stamp STAMP = Stamp.first(Instant.EPOCH, new UserId(new UUID(1, 1)));
    private static final int TIER = 100;
    private static final int PERCENTS = 40;
    private static final int QUANTITIES = 250;

    private final int count;

    PriceShop(int lines) {
        this.count = lines;
    }

    /** What is asked for: one line of each product. */
    List<PriceRequest> lines() {
        return IntStream.range(0, count)
                .mapToObj(i -> PriceRequest.of(product(i), quantity(i)))
                .toList();
    }

    /** The sheet that the lines are priced from, with this many rules: one for each of the first products, or bands. */
    PriceSheet sheet(RuleBook rules) {
        PriceBook book = new PriceBook(
                new PriceBookId(new UUID(2, 1)),
                STAMP,
                "Retail",
                CURRENCY,
                PriceBook.Kind.CUSTOM,
                DateRange.always(),
                true,
                false,
                QuantityPool.LINE,
                null);
        List<Product> products = IntStream.range(0, count).mapToObj(this::made).toList();
        List<PriceEntry> entries = IntStream.range(0, count)
                .boxed()
                .flatMap(i -> List.of(entry(book, i, 0, list(i)), entry(book, i, TIER, tier(i))).stream())
                .toList();
        return PriceSheet.of(List.of(book), products, entries, PriceSheet.Terms.NONE.rules(rules));
    }

    /** So many rules, each for a product of its own; lines meet as many of them as there are products. */
    static RuleBook keyed(int rules) {
        return RuleBook.of(List.of(set()), keyedRules(rules), PricingFields.standard());
    }

    static RuleSet set() {
        return new RuleSet(
                new RuleSetId(new UUID(6, 1)), STAMP, "Rules", null, 1, Stacking.FIRST, DateRange.always(), true);
    }

    static List<PriceRule> keyedRules(int rules) {
        return IntStream.range(0, rules)
                .mapToObj(i -> rule(i, Target.of(new Target.OneProduct(product(i))), QuantityBand.ANY))
                .toList();
    }

    /** So many rules for all products, each for quantities of its own. */
    static List<PriceRule> bandedRules(int rules) {
        return IntStream.range(0, rules)
                .mapToObj(i -> rule(i, Target.ALL, QuantityBand.of(i, i + 1L)))
                .toList();
    }

    private static PriceRule rule(int i, Target target, QuantityBand band) {
        return new PriceRule(
                new PriceRuleId(new UUID(7, i)),
                STAMP,
                set().id(),
                "Rule " + i,
                target,
                band,
                DateRange.always(),
                null,
                new Effect.PercentOff(percent(i)),
                0,
                true,
                null);
    }

    /** The same amounts in the plainest way: numbers from arrays, nothing looked up, nothing checked. */
    BigDecimal[] byHand() {
        BigDecimal[] amounts = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            long quantity = quantity(i);
            BigDecimal price = quantity >= TIER ? tier(i) : list(i);
            BigDecimal left = BigDecimal.ONE.subtract(percent(i).fraction());
            BigDecimal net = price.multiply(left).setScale(UnitPrice.MAX_SCALE, ROUNDING);
            amounts[i] = net.multiply(BigDecimal.valueOf(quantity)).setScale(CURRENCY.getDecimalPlaces(), ROUNDING);
        }
        return amounts;
    }

    private Product made(int i) {
        return new Product(
                product(i),
                STAMP,
                "P-" + i,
                "Product " + i,
                null,
                Product.Kind.GOODS,
                Grouping.none(),
                Measures.in(Product.PIECE),
                new Form.Simple(),
                Costs.none(),
                Product.Sale.always());
    }

    private static PriceEntry entry(PriceBook book, int i, long from, BigDecimal price) {
        return new PriceEntry(
                new PriceEntryId(new UUID(5 + from, i)),
                STAMP,
                book.id(),
                product(i),
                Product.PIECE,
                Quantity.of(from),
                UnitPrice.of(CURRENCY, price),
                DateRange.always(),
                true,
                Tiering.VOLUME,
                null);
    }

    private static ProductId product(int i) {
        return new ProductId(new UUID(4, i));
    }

    private static long quantity(int i) {
        return 1L + i % QUANTITIES;
    }

    private static BigDecimal list(int i) {
        return BigDecimal.valueOf(1_000L + i, 2);
    }

    private static BigDecimal tier(int i) {
        return BigDecimal.valueOf(900L + i, 2);
    }

    private static Percent percent(int i) {
        return Percent.of(1 + i % PERCENTS);
    }
}
