package io.github.crmkit.pricelint;

import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** A small shop with prices and rules, full of mistakes. */
final class RandomShop {

    private static final ExchangeRates DAILY =
            (from, to, date) -> Optional.of(new ExchangeRate(from, to, new BigDecimal("0.5"), date, "test"));
    private static final ExchangeRates NOT_ON_THURSDAY =
            (from, to, date) -> date.equals(Shop.MONDAY.plusDays(3)) ? Optional.empty() : DAILY.rate(from, to, date);

    private final RandomRules random;

    RandomShop(long seed) {
        random = new RandomRules(seed);
    }

    /** Books and entries, and no rules. */
    PriceState books() {
        PriceBook dollars = random.chance(3)
                ? Shop.DOLLARS
                        .edit("Wholesale", random.days(), Shop.DOLLARS.pool(), null)
                        .state()
                : Shop.DOLLARS;
        PriceBook euros = Shop.EUROS;
        if (random.chance(2)) {
            euros = derived(euros, dollars);
            dollars = random.chance(6) ? derived(dollars, euros) : dollars;
            dollars = random.chance(8) ? dollars.deactivate().state() : dollars;
        }
        List<PriceEntry> entries = new ArrayList<>();
        List<Product> products = List.of(costing(Shop.TILE), Shop.RED_BOX);
        for (Product product : products) {
            entries.addAll(entries(product, dollars, entries.size(), 4));
            entries.addAll(random.chance(3) ? entries(product, euros, entries.size(), 2) : List.of());
        }
        List<PriceBook> books = random.chance(9) ? List.of(euros) : List.of(dollars, euros);
        PriceState state =
                PriceState.of(Shop.WEEK).books(books, entries, products).categories(Shop.TREE);
        return state.terms(state.fields(), random.chance(2) ? DAILY : NOT_ON_THURSDAY);
    }

    private PriceBook derived(PriceBook book, PriceBook from) {
        PriceFormula formula = PriceFormula.discount(Percent.of(random.number(3) * 10L));
        PriceRounding nearest = PriceRounding.toMultiple(PriceRounding.Mode.NEAREST, BigDecimal.ONE);
        return book.edit(
                        book.name(),
                        book.validity(),
                        book.pool(),
                        Derivation.of(from.id(), random.chance(3) ? formula.rounded(nearest) : formula))
                .state();
    }

    private Product costing(Product product) {
        return random.chance(6) ? Shop.costing(product, "USD 0") : product;
    }

    private List<PriceEntry> entries(Product product, PriceBook book, int before, int most) {
        List<PriceEntry> entries = new ArrayList<>();
        int number = random.number(most + 1);
        Tiering tiering = random.chance(2) ? Tiering.VOLUME : random.pick(List.of(Tiering.values()));
        for (int i = 1; i <= number; i++) {
            String currency = book.currency().getCode() + " ";
            entries.add(aPriceEntry(before + i)
                    .book(book.id())
                    .product(product.id())
                    .from(i == 1 && !random.chance(5) ? "0" : String.valueOf(random.number(13)))
                    .price(currency + (random.number(1200) + 1) / 100.0)
                    .valid(random.chance(3) ? random.days() : DateRange.always())
                    .tiering(random.chance(20) ? random.pick(List.of(Tiering.values())) : tiering)
                    .between(random.chance(8) ? currency + "5" : null, random.chance(8) ? currency + "7" : null)
                    .build());
        }
        return entries;
    }

    /** One book with prices of one kind for everything, and one or two sets of rules that do all that rules can. */
    PriceState rules() {
        Tiering tiering = random.chance(3) ? random.pick(List.of(Tiering.values())) : Tiering.VOLUME;
        List<PriceEntry> entries = new ArrayList<>();
        List<Product> products = List.of(costed(Shop.TILE), costed(Shop.RED_BOX));
        for (Product product : products) {
            int price = 300 + random.number(900);
            for (int i = 0; i <= random.number(3); i++) {
                entries.add(aPriceEntry(entries.size() + 1)
                        .product(product.id())
                        .from(String.valueOf(5 * i))
                        .price("USD " + (tiering == Tiering.BLOCK ? 5 * (i + 1) * price : price - 20 * i) / 100.0)
                        .tiering(tiering)
                        .between(random.chance(8) ? "USD 2" : null, null)
                        .build());
            }
        }
        List<RuleSet> sets = new ArrayList<>(List.of(set(1)));
        if (random.chance(3)) {
            sets.add(set(2));
        }
        List<PriceRule> rules = new ArrayList<>();
        sets.forEach(set -> rules.addAll(random.rules(set, rules.size() + 1, this::effect, 1)));
        return PriceState.of(Shop.WEEK)
                .books(List.of(Shop.DOLLARS), entries, products)
                .categories(Shop.TREE)
                .contracts(random.chance(2) ? agreed(random.number(3), 20) : List.of())
                .rules(sets, rules, Map.of(Shop.SPRING, DateRange.of(Shop.MONDAY, Shop.MONDAY.plusDays(2))));
    }

    /** Books with prices for everything, and what was agreed on with one account. */
    PriceState contracts() {
        PriceBook dollars = random.chance(3)
                ? Shop.DOLLARS
                        .edit("Wholesale", random.days(), Shop.DOLLARS.pool(), null)
                        .state()
                : Shop.DOLLARS;
        List<PriceBook> books = random.chance(3) ? List.of(dollars) : List.of(dollars, Shop.EUROS);
        List<PriceEntry> entries =
                List.of(aPriceEntry(1).product(Shop.TILE.id()).price("USD 10").build());
        return PriceState.of(Shop.WEEK)
                .books(books, entries, Shop.products())
                .categories(Shop.TREE)
                .contracts(agreed(1 + random.number(4), 9));
    }

    private List<ContractPrice> agreed(int number, int odd) {
        List<ContractPrice> agreed = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            Product product = random.chance(odd) ? random.pick(Shop.products()) : Shop.TILE;
            agreed.add(Shop.agreed(
                    i,
                    product.id(),
                    random.chance(odd) ? "pallet" : "piece",
                    (random.chance(odd) ? "JPY " : random.chance(odd) ? "EUR " : "USD ") + (3 + i),
                    random.chance(3) ? DateRange.always() : random.days()));
        }
        return agreed;
    }

    private Product costed(Product product) {
        return random.chance(2) ? Shop.costing(product, "USD 2.5") : product;
    }

    private RuleSet set(int number) {
        return new RuleSet(
                new RuleSetId(new UUID(7, number)),
                Shop.STAMP,
                "Set " + number,
                random.chance(9) ? Shop.EUROS.id() : null,
                number,
                random.pick(List.of(Stacking.values())),
                random.chance(5) ? random.days() : DateRange.always(),
                true);
    }

    private Effect effect() {
        PriceRounding nearest = PriceRounding.toMultiple(PriceRounding.Mode.NEAREST, BigDecimal.ONE);
        return switch (random.number(14)) {
            case 0, 1, 2, 3 -> new Effect.PercentOff(Percent.of(random.pick(List.of(-20, 5, 10, 20, 30, 100))));
            case 4, 5, 6 -> new Effect.AmountOff(UnitPrice.parse("USD " + random.pick(List.of("-1", "0.5", "1", "3"))));
            case 7, 8 -> new Effect.FixedPrice(UnitPrice.parse("USD " + (2 + random.number(6))));
            case 9 ->
                new Effect.Formula(
                        Effect.Base.RUNNING,
                        PriceFormula.discount(Percent.of(20)).rounded(nearest),
                        CurrencyUnit.USD);
            case 10 -> new Effect.Formula(Effect.Base.LIST, PriceFormula.discount(Percent.of(15)), null);
            case 11 -> new Effect.Formula(Effect.Base.STANDARD_COST, PriceFormula.markUp(Percent.of(60)), null);
            case 12 -> new Effect.FreeGoods(Quantity.of(5), Quantity.ONE, null, true);
            default -> new Effect.PercentOfTotal(Percent.of(10), new Target.Anything());
        };
    }
}
