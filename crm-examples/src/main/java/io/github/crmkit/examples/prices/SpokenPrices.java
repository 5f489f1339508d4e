package io.github.crmkit.examples.prices;

import io.github.crmkit.CrmSession;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.price.ProofText;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Prices of a small shop, as a salesperson reads them aloud. */
public final class SpokenPrices {

    private final SmallShop shop = new SmallShop();
    private final CrmSession sales = shop.session();
    private final Account siam =
            sales.accounts().create(NewAccount.of("Siam Tiles").group("dealers"));
    private final Product tile = shop.product("TILE", "Floor tile");
    private final Product grout = shop.product("GROUT", "Grout");
    private final Product set;
    private final PriceBook book = sales.priceBooks().open(NewPriceBook.of("Wholesale", CurrencyUnit.USD));
    private final Promotion spring =
            sales.promotions().open(NewPromotion.of("Spring").withCoupon());

    /** Opens the shop. */
    public SpokenPrices() {
        set = sales.products()
                .create(NewProduct.of("SET", "Starter set")
                        .form(Bundle.fixed(
                                Bundle.PricedOn.PARENT, Bundle.Part.of(tile.id(), 20), Bundle.Part.of(grout.id(), 2))));
        shop.price(book, NewPrice.of(tile.id(), usd("12")), "list price of the tile");
        shop.price(book, NewPrice.of(tile.id(), usd("11")).from(100).floor(usd("8.40")), "tier of the tile from 100");
        shop.price(book, NewPrice.of(tile.id(), usd("10.50")).from(500), "tier of the tile from 500");
        shop.price(book, NewPrice.of(grout.id(), usd("5")), "list price of the grout");
        shop.price(book, NewPrice.of(set.id(), usd("230")), "list price of the set");
        shop.called(
                sales.contractPrices()
                        .agree(
                                siam.id(),
                                NewContractPrice.of(grout.id(), usd("4.20")).reference("C-7"))
                        .id(),
                "contract C-7");
        rules();
    }

    private void rules() {
        sales.promotions().issueCoupons(spring.id(), List.of(NewCoupon.shared("SPRING")));
        RuleSet dealers = sales.ruleSets().open(NewRuleSet.of("Dealers and campaigns", 1, Stacking.CASCADE));
        shop.rule(
                dealers,
                NewPriceRule.of("Dealer discount", off("10")).target(Target.ALL.buyer(new Target.Group("dealers"))));
        shop.rule(dealers, NewPriceRule.of("Spring coupon", off("5")).promotion(spring.id()));
        shop.rule(dealers, NewPriceRule.of("Web bonus", off("2")).when("channel = \"web\""));
        RuleSet pallets = sales.ruleSets().open(NewRuleSet.of("Best of the pallets", 2, Stacking.BEST));
        Target.Item tiles = new Target.OneProduct(tile.id());
        shop.rule(
                pallets,
                NewPriceRule.of("Half pallet", new Effect.AmountOff(UnitPrice.parse("USD 0.20")))
                        .on(tiles)
                        .band(QuantityBand.from(50)));
        shop.rule(pallets, NewPriceRule.of("Whole pallet", off("4")).on(tiles).band(QuantityBand.from(100)));
    }

    /** Reads four prices aloud: through everything, by hand, agreed on, and of a bundle. */
    public String text() {
        PricingRequest request =
                PricingRequest.of(book.id(), SmallShop.DAY).account(siam.id()).coupons(List.of("SPRING"));
        PriceRequest tiles = PriceRequest.of(tile.id(), 120);
        return told("120 floor tiles, 8 % asked for", request.line(tiles.discount(Percent.of(8))))
                + told(
                        "The same at 8.50, which the manager gave",
                        request.line(tiles.discount(Percent.of(8)).manual(usd("8.50"))))
                + told("30 of grout, for which there is a contract", request.line(PriceRequest.of(grout.id(), 30)))
                + told(
                        "3 starter sets, without a coupon",
                        request.coupons(List.of()).line(PriceRequest.of(set.id(), 3)));
    }

    private String told(String title, PricingRequest request) {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (PricedLines.Line line : sales.pricing().priceAll(request).lines()) {
            String name = line.article().map(Product::name).orElse("");
            text.append((name + ", " + ProofText.of(line.result(), shop::nameOf)).indent(2));
        }
        return text.append('\n').toString();
    }

    private static Effect off(String points) {
        return new Effect.PercentOff(Percent.of(points));
    }

    private static BigMoney usd(String amount) {
        return BigMoney.parse("USD " + amount);
    }
}
