package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;

import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductBuilder;
import io.github.crmkit.catalog.ProductStatus;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookBuilder;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryBuilder;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * Two books, one derived from the other in yen, with entries in two units, rules in all kinds of sets, and a line: drawn from
 * one seed, so that a failing case is short to tell.
 */
record RandomWorld(long seed, List<PriceEntry> entries, Rules rules, PriceRequest request) {

    static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final ProductBuilder TILES = aProduct()
            .otherUnit(UnitFactor.of("box", 12))
            .cost(new Cost(CostBasis.STANDARD, UnitPrice.parse("USD 40")));
    static final Product TILE = TILES.build();
    private static final PriceBook YEN =
            aPriceBook().id(new UUID(2, 2)).in("JPY").build();

    private static final String PIECES = PricingFields.UNIT.equalTo("piece").describe();
    private static final FixedRates RATES = FixedRates.of(new ExchangeRate(
            CurrencyUnit.of("JPY"), CurrencyUnit.USD, new BigDecimal("0.0095021234567"), DAY, "central bank"));

    static Arbitrary<RandomWorld> any() {
        return Arbitraries.longs().map(RandomWorld::of);
    }

    private static PriceBook dollars(QuantityPool pool) {
        PriceFormula formula = PriceFormula.discount(Percent.of("3.5"))
                .rounded(PriceRounding.endingIn(PriceRounding.Mode.UP, new BigDecimal("0.99")));
        return aPriceBook().pool(pool).derivedFrom(YEN.id(), formula).build();
    }

    private static RandomWorld of(long seed) {
        Random random = new Random(seed);
        return new RandomWorld(seed, entries(random), rules(random), request(random));
    }

    private static List<PriceEntry> entries(Random random) {
        Tiering tiering = pick(random, Tiering.values());
        boolean derived = random.nextInt(4) == 0;
        List<PriceEntry> entries = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 1; i <= count; i++) {
            PriceEntryBuilder entry = aPriceEntry(i)
                    .from(i == 1 ? "0" : pick(random, "0", "0.5", "10", "12", "100", "250"))
                    .unit(pick(random, "piece", "piece", "piece", "box"))
                    .valid(pick(
                            random,
                            DateRange.always(),
                            DateRange.always(),
                            DateRange.validThrough(DAY.minusDays(1)),
                            DateRange.startingOn(DAY.plusDays(1))))
                    .tiering(random.nextInt(30) == 0 ? Tiering.VOLUME : tiering)
                    .price("USD " + amount(random, 100_000));
            if (random.nextInt(5) == 0) {
                entry = entry.between("USD 2.5", "USD 700.000001");
            }
            if (derived) {
                entry = entry.between(null, null).book(YEN.id()).price("JPY " + amount(random, 9_000_000));
            }
            entries.add((random.nextInt(8) == 0 ? entry.withdrawn() : entry).build());
        }
        return entries;
    }

    private static String amount(Random random, int max) {
        return BigDecimal.valueOf(random.nextInt(max * 100), random.nextInt(6) + 1)
                .toPlainString();
    }

    private static Rules rules(Random random) {
        Rules rules = new Rules();
        int sets = random.nextInt(4);
        for (int i = 0; i < sets; i++) {
            rules.set(pick(random, Stacking.values()));
            int count = random.nextInt(4);
            for (int j = 0; j < count; j++) {
                Target.Item item = pick(random, new Target.Anything(), new Target.OneProduct(TILE.id()));
                QuantityBand band = pick(random, QuantityBand.ANY, QuantityBand.from(10), QuantityBand.of(0, 100));
                String condition =
                        pick(random, null, null, null, PIECES, "quantity in [10, 12]", "not quantity >= 100");
                rules.rule("R" + j, Target.of(item), band, condition, effect(random), random.nextInt(20));
            }
        }
        return rules;
    }

    private static Effect effect(Random random) {
        PriceFormula formula = PriceFormula.markUp(Percent.of(amount(random, 50)))
                .surcharge(new BigDecimal("0.05"))
                .minimumMargin(BigDecimal.ONE);
        return switch (random.nextInt(8)) {
            case 0 -> new Effect.FixedPrice(UnitPrice.parse("USD " + amount(random, 500)));
            case 1 -> new Effect.AmountOff(UnitPrice.parse("USD " + amount(random, 3)));
            case 2 -> new Effect.Formula(Effect.Base.STANDARD_COST, formula, CurrencyUnit.USD);
            case 3 -> new Effect.Formula(Effect.Base.RUNNING, formula, CurrencyUnit.USD);
            case 4 -> new Effect.Formula(Effect.Base.LIST, formula, CurrencyUnit.USD);
            case 5 -> new Effect.FreeGoods(Quantity.of(10), Quantity.ONE, null, random.nextBoolean());
            default -> new Effect.PercentOff(Percent.of(amount(random, 10)));
        };
    }

    private static PriceRequest request(Random random) {
        PriceRequest request = PriceRequest.of(TILE.id(), quantity(random));
        if (random.nextInt(4) == 0) {
            request = request.unit("box");
        }
        if (random.nextInt(4) == 0) {
            request = request.discount(new BigDecimal(amount(random, 100)).min(BigDecimal.valueOf(100)));
        }
        if (random.nextInt(6) == 0) {
            request = request.manual(BigMoney.of(CurrencyUnit.USD, new BigDecimal(amount(random, 100))));
        }
        if (random.nextInt(5) == 0) {
            request = request.term(ServiceTerm.monthly(DAY, DAY.plusDays(random.nextInt(900)), random.nextInt(31) + 1));
        }
        return request;
    }

    /** Half of the time where tiers and bands begin, or right before. */
    static BigDecimal quantity(Random random) {
        return random.nextBoolean()
                ? new BigDecimal(pick(random, "0.5", "9.999999", "10", "11", "12", "99", "100", "144", "250"))
                : BigDecimal.valueOf(random.nextInt(400_000_000) + 1L, 6);
    }

    @SafeVarargs
    private static <V> V pick(Random random, V... values) {
        return values[random.nextInt(values.length)];
    }

    PriceSheet sheet() {
        return sheet(entries, rules.all());
    }

    PriceSheet sheet(List<PriceEntry> some, List<PriceRule> others) {
        return sheet(QuantityPool.LINE, some, others);
    }

    /** With the quantities of the product added up. */
    PriceSheet pooled() {
        return sheet(QuantityPool.PRODUCT, entries, rules.all());
    }

    private PriceSheet sheet(QuantityPool pool, List<PriceEntry> some, List<PriceRule> others) {
        return sheet(dollars(pool), TILE, some, PriceSheet.Terms.NONE.rules(rules.book(others)));
    }

    private static PriceSheet sheet(PriceBook book, Product product, List<PriceEntry> some, PriceSheet.Terms terms) {
        return PriceSheet.of(List.of(book, YEN), List.of(product), some, terms.rates(RATES));
    }

    /** With a book, a product and agreements that may stand in the way of a price, or in its place. */
    PriceSheet elsewhere(QuantityPool pool, Random random) {
        PriceBookBuilder book = new PriceBookBuilder(dollars(pool)).valid(days(random));
        Product product = TILES.form(oneIn(20, random) ? new Form.Model(List.of("size")) : TILE.form())
                .sale(new Product.Sale(oneIn(20, random) ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE, days(random)))
                .build();
        PriceSheet.Terms terms = PriceSheet.Terms.NONE.rules(rules.book(rules.all()));
        if (oneIn(10, random)) {
            terms = terms.contracts(List.of(new PriceSheet.Contracted(
                    PriceEntries.TYPE.refTo(new PriceEntryId(new UUID(9, 9))),
                    null,
                    TILE.id(),
                    TILE.unit(),
                    UnitPrice.parse("USD 7.5"),
                    days(random),
                    true)));
        }
        return sheet((oneIn(20, random) ? book.inactive() : book).build(), product, entries, terms);
    }

    private static DateRange days(Random random) {
        return oneIn(6, random)
                ? pick(random, DateRange.validThrough(DAY), DateRange.startingOn(DAY))
                : DateRange.always();
    }

    private static boolean oneIn(int times, Random random) {
        return random.nextInt(times) == 0;
    }

    /** Without this entry or rule. */
    PriceSheet without(EntityRef candidate) {
        return sheet(
                entries.stream()
                        .filter(e -> !PriceEntries.TYPE.refTo(e.id()).equals(candidate))
                        .toList(),
                rules.all().stream()
                        .filter(r -> !PriceRules.TYPE.refTo(r.id()).equals(candidate))
                        .toList());
    }

    /** The rule of the same set that has a part in the price. */
    EntityRef winnerOver(EntityRef runnerUp, Price price) {
        PriceRule next = rules.all().stream()
                .filter(r -> PriceRules.TYPE.refTo(r.id()).equals(runnerUp))
                .findFirst()
                .orElseThrow();
        List<EntityRef> proven = price.proof().stream()
                .map(PriceStep::by)
                .flatMap(Optional::stream)
                .toList();
        return rules.all().stream()
                .filter(r -> r.set().equals(next.set()))
                .map(r -> PriceRules.TYPE.refTo(r.id()))
                .filter(proven::contains)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "world " + seed + ": " + request + ", " + entries + ", "
                + rules.all().stream()
                        .map(r ->
                                r.id().text() + " " + r.set() + " " + r.effect() + " " + r.band() + " " + r.priority())
                        .toList();
    }
}
