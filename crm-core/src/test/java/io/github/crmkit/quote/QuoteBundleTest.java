package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.totals.LineTotal;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TaxTotal;
import io.github.crmkit.totals.Totals;
import io.github.crmkit.totals.TotalsProfile;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bundles on quotes: what their parts cost, and how they are taxed. */
class QuoteBundleTest {

    private static final TaxClass REDUCED = new TaxClass("reduced", Percent.of("2.5"));

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();
    private final ProductId trowel = product("TROWEL", "standard", "33.33");
    private final ProductId manual = product("MANUAL", "reduced", "9.99");
    private final ProductId rag = product("RAG", null, "1.01");

    private ProductId product(String sku, @Nullable String tax, String price) {
        ProductId id = shop.sales
                .products()
                .create(NewProduct.of(sku, sku).taxCategory(tax))
                .id();
        shop.price(NewPrice.of(id, thb(price)));
        return id;
    }

    private ProductId kit(PricedOn pricedOn) {
        Bundle parts = Bundle.fixed(pricedOn, Part.of(trowel, 2), Part.of(manual, 1), Part.of(rag, 3));
        ProductId id = shop.sales
                .products()
                .create(NewProduct.of("KIT-" + pricedOn, "Kit").form(parts).taxCategory("standard"))
                .id();
        if (pricedOn != PricedOn.PARTS) {
            shop.price(NewPrice.of(id, thb("70.07")));
        }
        return id;
    }

    private DraftQuote three(PricedOn pricedOn) {
        return shop.asked().line(PriceRequest.of(kit(pricedOn), 3), VAT).taxed(REDUCED);
    }

    @Test
    void parts_with_a_price_of_their_own_are_taxed_as_their_product_says() {
        Quote quote = quotes.draft(three(PricedOn.PARTS));

        assertThat(quote.lines())
                .extracting(QuoteLine::sku, QuoteLine::amount, QuoteLine::tax)
                .containsExactly(
                        tuple("KIT-PARTS", thb("0.00"), VAT),
                        tuple("TROWEL", thb("199.98"), VAT),
                        tuple("MANUAL", thb("29.97"), REDUCED),
                        tuple("RAG", thb("9.09"), VAT));
        assertThat(quote.totals().taxes())
                .containsExactly(
                        new TaxTotal(VAT, thb("209.07"), thb("14.63")),
                        new TaxTotal(REDUCED, thb("29.97"), thb("0.75")));
    }

    @Test
    void what_is_in_the_price_of_the_bundle_is_taxed_with_it() {
        Quote quote = quotes.draft(three(PricedOn.PARENT).taxed());

        assertThat(quote.lines()).extracting(QuoteLine::tax).containsOnly(VAT);
        assertThat(quote.lines())
                .extracting(QuoteLine::amount)
                .containsExactly(thb("210.21"), thb("0.00"), thb("0.00"), thb("0.00"));
        assertThat(quote.totals().taxes()).containsExactly(new TaxTotal(VAT, thb("210.21"), thb("14.71")));
    }

    @Test
    void where_both_are_paid_each_is_taxed_by_itself() {
        Quote quote = quotes.draft(three(PricedOn.BOTH));

        assertThat(quote.totals().taxes())
                .containsExactly(
                        new TaxTotal(VAT, thb("419.28"), thb("29.35")),
                        new TaxTotal(REDUCED, thb("29.97"), thb("0.75")));
        assertThat(quote.totals().net()).isEqualTo(thb("449.25"));
    }

    @ParameterizedTest
    @EnumSource(PricedOn.class)
    void whatever_has_the_price_the_lines_sum_to_the_totals_exactly(PricedOn pricedOn) {
        ProductId kit = kit(pricedOn);
        for (TotalsProfile profile : List.of(
                TotalsProfile.STANDARD,
                TotalsProfile.TAX_INCLUDED,
                TotalsProfile.PER_LINE,
                TotalsProfile.PER_DOCUMENT,
                TotalsProfile.EN_16931)) {
            Quote quote = quotes.draft(shop.asked()
                    .line(PriceRequest.of(kit, 3).discount(Percent.of("3.3")), VAT)
                    .line(shop.grout, 1)
                    .taxed(REDUCED)
                    .discount(thb("7.77"))
                    .profile(profile));
            Totals totals = quote.totals();

            assertThat(sum(totals.lines().stream().map(LineTotal::amount).toList()))
                    .isEqualTo(totals.sum());
            assertThat(sum(totals.lines().stream().map(LineTotal::net).toList()))
                    .isEqualTo(totals.net())
                    .isEqualTo(sum(totals.taxes().stream().map(TaxTotal::net).toList()));
            assertThat(sum(totals.lines().stream().map(LineTotal::tax).toList()))
                    .isEqualTo(totals.tax())
                    .isEqualTo(sum(totals.taxes().stream().map(TaxTotal::tax).toList()));
            assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.gross());
            assertThat(quote.worth().tcv()).isEqualTo(totals.net());
        }
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(thb("0.00"), Money::plus);
    }

    @Test
    void a_part_that_nobody_said_the_tax_of_is_refused_unless_nothing_is_taxed() {
        ProductId kit = kit(PricedOn.PARTS);
        DraftQuote taxed = shop.asked().line(PriceRequest.of(kit, 1), VAT);

        assertThatThrownBy(() -> quotes.draft(taxed))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly("lines[0].tax tax-unknown"));
        assertThat(quotes.draft(shop.asked().line(kit, 1)).lines())
                .extracting(QuoteLine::tax)
                .containsOnly(TaxClass.NONE);
        assertThatThrownBy(() -> quotes.draft(taxed.taxed(REDUCED, new TaxClass("reduced", Percent.ZERO))))
                .hasMessageContaining("tax-twice");
    }

    @Test
    void a_quote_that_is_priced_again_taxes_its_parts_as_before() {
        Quote quote = quotes.draft(three(PricedOn.PARTS));
        shop.price(NewPrice.of(manual, thb("20.00")));

        Quote again = quotes.reprice(quote.id(), TODAY.plusDays(1));

        assertThat(again.lines())
                .extracting(QuoteLine::tax)
                .isEqualTo(quote.lines().stream().map(QuoteLine::tax).toList());
        assertThat(again.totals().taxes().get(1)).isEqualTo(new TaxTotal(REDUCED, thb("60.00"), thb("1.50")));
    }

    @Test
    void goods_that_a_rule_gives_are_taxed_as_their_product_says_where_that_is_known() {
        var set = shop.sales.ruleSets().open(NewRuleSet.of("Gifts", 1, Stacking.FIRST));
        Effect gift = new Effect.FreeGoods(Quantity.of(2), Quantity.ONE, manual, false);
        shop.sales.priceRules().add(set.id(), NewPriceRule.of("A manual", gift).on(new Target.OneProduct(trowel)));
        DraftQuote asked = shop.asked().line(PriceRequest.of(trowel, 2), VAT);

        assertThat(quotes.draft(asked.taxed(REDUCED)).lines())
                .extracting(QuoteLine::tax)
                .containsExactly(VAT, REDUCED);
        assertThat(quotes.draft(asked).lines()).extracting(QuoteLine::tax).containsExactly(VAT, VAT);
    }
}
