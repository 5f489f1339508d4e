package io.github.crmkit.examples.prices;

import io.github.crmkit.CrmSession;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A small shop in which nearly everything is wrong with the prices, and what the linter says of it. */
public final class FlawedPrices {

    private final SmallShop shop = new SmallShop();
    private final CrmSession sales = shop.session();
    private final Product tile = shop.product("TILE", "Floor tile");
    private final Product grout = shop.product("GROUT", "Grout");

    /** Opens the shop. */
    public FlawedPrices() {
        PriceBook book = sales.priceBooks().open(NewPriceBook.of("Wholesale", CurrencyUnit.USD));
        sales.priceBooks()
                .open(NewPriceBook.of("Europe", CurrencyUnit.EUR).derivedFrom(book.id(), PriceFormula.same()));
        sales.prices()
                .setPrices(
                        book.id(),
                        List.of(
                                NewPrice.of(tile.id(), usd("12")),
                                NewPrice.of(tile.id(), usd("9")).from(100),
                                NewPrice.of(grout.id(), usd("50")).from(10).tiering(Tiering.BLOCK)));
        RuleSet first = sales.ruleSets().open(NewRuleSet.of("Campaigns", 1, Stacking.FIRST));
        Target.Item tiles = new Target.OneProduct(tile.id());
        shop.rule(
                first,
                off("By the dozen", "20").on(tiles).band(QuantityBand.from(12)).priority(1));
        shop.rule(first, off("Summer", "5").on(tiles).when("channel = \"web\""));
        shop.rule(first, off("Holiday", "6").on(tiles).when("channel = \"web\""));
        shop.rule(
                first,
                off("Ten of grout", "10").on(new Target.OneProduct(grout.id())).band(QuantityBand.from(10)));
        RuleSet best = sales.ruleSets().open(NewRuleSet.of("Thanks", 2, Stacking.BEST));
        shop.rule(best, off("Small thanks", "1"));
        shop.rule(best, off("Large thanks", "2"));
        shop.rule(best, NewPriceRule.of("Yen", new Effect.AmountOff(UnitPrice.parse("JPY 100"))));
        Account siam = sales.accounts().create(NewAccount.of("Siam Tiles"));
        sales.contractPrices()
                .agreeAll(
                        siam.id(),
                        List.of(
                                agreed("8.90", DateRange.validThrough(SmallShop.DAY)),
                                agreed("8.80", DateRange.startingOn(SmallShop.DAY.plusDays(7)))));
    }

    private NewContractPrice agreed(String amount, DateRange days) {
        return NewContractPrice.of(tile.id(), usd(amount)).validity(days);
    }

    /** What is wrong in the thirty days from the shop's day on. */
    LintReport report() {
        return sales.priceLint().check(DateRange.of(SmallShop.DAY, SmallShop.DAY.plusDays(30)));
    }

    /** What is wrong, each time with the line that shows it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : report().findings()) {
            text.append(finding)
                    .append('\n')
                    .append("  shown by ")
                    .append(line(finding.witness()))
                    .append('\n');
        }
        return text.toString();
    }

    private String line(Witness witness) {
        String product = witness.boughtProduct()
                .map(id -> sales.products().get(id).name())
                .orElse("any product");
        String quantities = witness.quantity()
                + witness.largerQuantity().map(more -> " and " + more).orElse("");
        String book =
                witness.askedBook().map(id -> sales.priceBooks().get(id).name()).orElse("no book");
        String channel = witness.buyer().channel() == null
                ? ""
                : ", channel " + witness.buyer().channel();
        String account = witness.buyer().account() == null
                ? ""
                : " for " + sales.accounts().get(witness.buyer().account()).name();
        return quantities + " of " + product + " from " + book + " on " + witness.day() + account + channel;
    }

    private static NewPriceRule off(String name, String points) {
        return NewPriceRule.of(name, new Effect.PercentOff(Percent.of(points)));
    }

    private static BigMoney usd(String amount) {
        return BigMoney.parse("USD " + amount);
    }
}
