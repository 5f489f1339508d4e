package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static io.github.crmkit.pricing.Rules.off;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.Refused;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricedLines.Role;
import io.github.crmkit.price.ProofText;
import io.github.crmkit.price.Threshold;
import io.github.crmkit.price.WhatIf;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.rulebook.RuleFailedException;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Product tile = aProduct().build();
    private final Product grout = aProduct().id(new UUID(1, 2)).sku("GROUT").build();
    private final Product laying = aProduct().id(new UUID(1, 3)).sku("LAYING").build();
    private final PriceEntry ofGrout =
            aPriceEntry(11).product(grout.id()).price("USD 5").build();

    @Test
    void pooled_lines_reach_the_tier_together_and_cost_the_same_each() {
        PricedLines lines = price(
                sheet(QuantityPool.PRODUCT, tile),
                PriceRequest.of(tile.id(), 60),
                PriceRequest.of(tile.id(), 40),
                PriceRequest.of(grout.id(), 1));

        assertThat(lines.lines())
                .extracting(line -> line.amount().orElseThrow().toString())
                .containsExactly("USD 480.00", "USD 320.00", "USD 5.00");
        assertThat(lines.total()).contains(Money.parse("USD 805.00"));
        assertThat(price(sheet(QuantityPool.LINE, tile), PriceRequest.of(tile.id(), 60), PriceRequest.of(tile.id(), 40))
                        .total())
                .contains(Money.parse("USD 900.00"));
    }

    @Test
    void variants_of_a_model_and_products_of_a_category_are_pooled_where_the_book_says_so() {
        CategoryId floor = new CategoryId(new UUID(3, 1));
        Product one = aProduct().category(floor).build();
        Product other = aProduct().id(new UUID(1, 2)).category(floor).build();
        PricedLines lines = price(
                sheet(QuantityPool.CATEGORY, one, other),
                PriceRequest.of(one.id(), 60),
                PriceRequest.of(other.id(), 40));

        assertThat(lines.lines().get(0).amount()).contains(Money.parse("USD 480.00"));
    }

    @Test
    void goods_that_a_rule_gives_stand_in_lines_of_their_own() {
        Effect.FreeGoods goods = new Effect.FreeGoods(Quantity.of(10), Quantity.ONE, grout.id(), true);
        Rules rules = new Rules().set(Stacking.FIRST);
        rules.rule("Ten and one", new Target.OneProduct(tile.id()), goods);
        PriceSheet sheet = sheet(QuantityPool.PRODUCT, tile).terms(PriceSheet.Terms.NONE.rules(rules.book()));

        PricedLines lines = price(sheet, PriceRequest.of(tile.id(), 15), PriceRequest.of(tile.id(), 15));

        assertThat(lines.lines())
                .extracting(
                        PricedLines.Line::role,
                        l -> l.result().product(),
                        l -> l.result().quantity().toString())
                .containsExactly(
                        tuple(Role.ASKED, tile.id(), "15"),
                        tuple(Role.ASKED, tile.id(), "15"),
                        tuple(Role.FREE, grout.id(), "3"));
        assertThat(((Price) lines.lines().get(2).result()).proof()).hasToString("[Ten and one, free 0.00]");
        assertThat(((Price) lines.lines().get(0).result()).proof().get(2))
                .hasToString("Ten and one, for 10 bought, 1 free: 9.00");
    }

    @Test
    void a_bundle_is_priced_by_itself_by_its_parts_or_by_both() {
        assertThat(amounts(PricedOn.PARENT)).containsExactly("USD 20.00", "USD 0.00", "USD 0.00");
        assertThat(amounts(PricedOn.PARTS)).containsExactly("USD 0.00", "USD 36.00", "USD 10.00");
        assertThat(amounts(PricedOn.BOTH)).containsExactly("USD 20.00", "USD 36.00", "USD 10.00");
    }

    private Stream<String> amounts(PricedOn how) {
        Bundle bundle = Bundle.fixed(how, Bundle.Part.of(tile.id(), 2)).choice(Bundle.Choice.oneOf("filling", part()));
        Product set = aProduct().id(new UUID(1, 9)).sku("SET").form(bundle).build();
        PriceEntry own = aPriceEntry(12).product(set.id()).price("USD 10").build();
        PriceSheet sheet = PriceSheet.of(
                aPriceBook().build(),
                List.of(tile, grout, set),
                List.of(aPriceEntry(1).price("USD 9").build(), ofGrout, own));
        PriceRequest two = PriceRequest.of(set.id(), 2);

        assertThat(Refused.by(() -> sheet.priceAll(List.of(two), DAY, RoundingMode.HALF_UP)))
                .containsExactly("lines[0].choices[0] choice-too-few");
        PricedLines lines = price(sheet, two.chosen(List.of(new Bundle.Chosen("filling", grout.id()))));
        assertThat(lines.comingWith(0)).extracting(PricedLines.Line::role).containsOnly(Role.PART);
        return lines.lines().stream().map(line -> line.amount().orElseThrow().toString());
    }

    private Bundle.Part part() {
        return Bundle.Part.of(grout.id(), 1);
    }

    @Test
    void a_line_may_cost_a_percentage_of_others_in_whatever_order_they_stand() {
        Rules rules = new Rules().set(Stacking.FIRST);
        Effect tenth = new Effect.PercentOfTotal(Percent.of(10), new Target.Anything());
        rules.rule("Laying", new Target.OneProduct(laying.id()), tenth)
                .rule("Spring", new Target.OneProduct(grout.id()), off("20"));
        PriceSheet sheet = sheet(QuantityPool.LINE, tile, laying).terms(PriceSheet.Terms.NONE.rules(rules.book()));

        PricedLines lines = price(
                sheet, PriceRequest.of(laying.id(), 2), PriceRequest.of(tile.id(), 10), PriceRequest.of(grout.id(), 1));

        assertThat(lines.lines().get(0).amount()).contains(Money.parse("USD 9.40"));
        assertThat(((Price) lines.lines().get(0).result()).proof())
                .hasToString("[Laying, the other lines 94.00 for 2, Laying, 10 % of that: 9.40 for 2]"
                        .replace("Laying, 10 %", "10 %"));
        assertThat(lines.total()).contains(Money.parse("USD 103.40"));
        assertThat(((NoPrice) sheet.price(PriceRequest.of(laying.id(), 2), DAY, RoundingMode.HALF_UP)).reason())
                .isEqualTo(NoPrice.Reason.TOTAL_EMPTY);
    }

    @Test
    void a_percentage_of_others_is_another_one_when_the_same_sheet_is_asked_for_other_lines() {
        Rules rules = new Rules().set(Stacking.FIRST);
        rules.rule("Laying", new Target.OneProduct(laying.id()), share(tile));
        PriceSheet sheet = sheet(QuantityPool.LINE, tile, laying).terms(PriceSheet.Terms.NONE.rules(rules.book()));
        PriceRequest once = PriceRequest.of(laying.id(), 1);

        for (int tiles : new int[] {1, 2, 1}) {
            List<NetResult> nets =
                    sheet.netAll(List.of(once, PriceRequest.of(tile.id(), tiles)), DAY, RoundingMode.HALF_UP);
            assertThat(((NetPrice) nets.get(0)).money()).isEqualTo(Money.of(CurrencyUnit.USD, tiles));
        }
    }

    @Test
    void lines_that_are_percentages_of_each_other_have_no_price_and_the_rules_are_named() {
        Rules rules = new Rules().set(Stacking.FIRST);
        rules.rule("One", new Target.OneProduct(tile.id()), share(grout))
                .rule("Two", new Target.OneProduct(grout.id()), share(tile));
        PriceSheet sheet = sheet(QuantityPool.LINE, tile).terms(PriceSheet.Terms.NONE.rules(rules.book()));

        PricedLines lines = sheet.priceAll(
                List.of(PriceRequest.of(tile.id(), 1), PriceRequest.of(grout.id(), 1)), DAY, RoundingMode.HALF_UP);

        assertThat(lines.isComplete()).isFalse();
        assertThat(lines.total()).isEmpty();
        for (PricedLines.Line line : lines.lines()) {
            NoPrice none = (NoPrice) line.result();
            assertThat(none.reason()).isEqualTo(NoPrice.Reason.TOTAL_CIRCLE);
            assertThat(none.message())
                    .contains(Rules.id(1).text())
                    .contains(Rules.id(2).text());
        }
    }

    private static Effect share(Product of) {
        return new Effect.PercentOfTotal(Percent.of(10), new Target.OneProduct(of.id()));
    }

    @Test
    void a_hint_names_the_next_quantity_from_which_another_price_would_hold() {
        PriceSheet sheet = sheet(QuantityPool.PRODUCT, tile);
        List<PriceRequest> asked = List.of(PriceRequest.of(tile.id(), 9), PriceRequest.of(tile.id(), 80));

        Threshold next =
                sheet.nextThreshold(asked, 0, DAY, RoundingMode.HALF_UP).orElseThrow();

        assertThat(next).hasToString("11 more make it 100: USD 160.00 instead of USD 81.00");
        assertThat(next.extra()).contains(Money.parse("USD 79.00"));
        Rules bands = new Rules().set(Stacking.FIRST).rule("Bulk", QuantityBand.from(95), off("50"), 0);
        assertThat(sheet.terms(PriceSheet.Terms.NONE.rules(bands.book()))
                        .nextThreshold(asked, 1, DAY, RoundingMode.HALF_UP)
                        .orElseThrow()
                        .at())
                .hasToString("95");
        assertThat(sheet.nextThreshold(List.of(PriceRequest.of(grout.id(), 1)), 0, DAY, RoundingMode.HALF_UP))
                .isEmpty();
    }

    @Test
    void a_proof_reads_aloud() {
        Rules rules = new Rules().set(Stacking.FIRST);
        rules.rule("Spring sale", QuantityBand.from(100), off("10"), 5)
                .rule("Autumn sale", QuantityBand.ANY, off("20"), 1)
                .rule("Bulk", QuantityBand.from(1_000), off("30"), 9);
        PriceSheet sheet = sheet(QuantityPool.LINE, tile).terms(PriceSheet.Terms.NONE.rules(rules.book()));
        PriceRequest asked = PriceRequest.of(tile.id(), 100).discount(Percent.of(5));

        Price price = (Price) sheet.price(asked, DAY, RoundingMode.HALF_UP);

        assertThat(ProofText.of(price)).isEqualTo("""
                100 piece: USD 684.00
                  list 10.00
                  from 100: 8.00
                  Spring sale, 10 % off: 7.20
                  discount 5 %: 6.84
                  not price entry 00000000-0000-0005-0000-000000000002: comes next
                  not price rule 00000000-0000-0007-0000-000000000002: comes next
                  not price rule 00000000-0000-0007-0000-000000000003: is for other quantities
                """);
        assertThat(ProofText.of(sheet.price(PriceRequest.of(laying.id(), 1), DAY, RoundingMode.HALF_UP), r -> "a rule"))
                .startsWith("1 piece: no price: the price book has no price for the product\n");
    }

    @Test
    void what_if_tells_the_difference_step_by_step() {
        PriceSheet sheet = sheet(QuantityPool.LINE, tile);
        Rules rules = new Rules().set(Stacking.FIRST).rule("Spring sale", off("10"));
        List<PriceRequest> hundred = List.of(PriceRequest.of(tile.id(), 100));
        List<PriceRequest> fifty = List.of(PriceRequest.of(tile.id(), 50));

        WhatIf quantity = WhatIf.of(
                sheet.priceAll(hundred, DAY, RoundingMode.HALF_UP), sheet.priceAll(fifty, DAY, RoundingMode.HALF_UP));
        WhatIf ruled = WhatIf.of(
                sheet.priceAll(hundred, DAY, RoundingMode.HALF_UP),
                sheet.terms(PriceSheet.Terms.NONE.rules(rules.book())).priceAll(hundred, DAY, RoundingMode.HALF_UP));

        assertThat(quantity.lines().get(0).steps())
                .extracting(Object::toString)
                .containsExactly("  list 10.00", "- from 100: 8.00", "+ from 10: 9.00");
        assertThat(quantity.extra()).contains(Money.parse("USD -350.00"));
        assertThat(ruled.lines().get(0).steps())
                .extracting(Object::toString)
                .containsExactly("  list 10.00", "  from 100: 8.00", "+ Spring sale, 10 % off: 7.20");
        assertThat(ruled.lines().get(0).isNone()).isFalse();
        assertThat(ruled.lines().get(0).extra()).contains(Money.parse("USD -80.00"));
    }

    @Test
    void what_is_wrong_with_a_line_is_said_before_the_rule_of_another_one_fails() {
        Rules failing = new Rules()
                .set(Stacking.FIRST)
                .rule("Gone", Target.ALL, QuantityBand.ANY, "colour = \"red\"", off("5"), 0);
        PriceSheet sheet = sheet(QuantityPool.LINE).terms(PriceSheet.Terms.NONE.rules(failing.book()));
        PriceRequest fine = PriceRequest.of(grout.id(), 1);
        PriceRequest wrong = PriceRequest.of(grout.id(), 0);

        assertThatThrownBy(() -> sheet.netAll(List.of(fine, wrong), DAY, RoundingMode.HALF_UP))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lines[1].quantity");
        assertThatThrownBy(() -> sheet.netAll(List.of(fine), DAY, RoundingMode.HALF_UP))
                .isInstanceOf(RuleFailedException.class);
    }

    private PriceSheet sheet(QuantityPool pool, Product... more) {
        PriceBook book = aPriceBook().pool(pool).build();
        List<PriceEntry> entries = Stream.concat(WaterfallTest.tiers(Tiering.VOLUME).stream(), Stream.of(ofGrout))
                .toList();
        List<Product> products =
                Stream.concat(Stream.of(grout, laying), Stream.of(more)).toList();
        return PriceSheet.of(book, products, entries);
    }

    /** All lines, priced; the bare prices are the same. */
    private static PricedLines price(PriceSheet sheet, PriceRequest... asked) {
        PricedLines lines = sheet.priceAll(List.of(asked), DAY, RoundingMode.HALF_UP);
        assertThat(sheet.netAll(List.of(asked), DAY, RoundingMode.HALF_UP))
                .extracting(net -> ((NetPrice) net).money())
                .isEqualTo(lines.asked().stream()
                        .map(result -> ((Price) result).amount())
                        .toList());
        assertThat(lines.isComplete()).isTrue();
        return lines;
    }
}
