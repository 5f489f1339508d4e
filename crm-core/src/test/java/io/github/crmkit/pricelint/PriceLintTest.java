package io.github.crmkit.pricelint;

import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryBuilder;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.time.DateRange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceLintTest {

    private static PriceEntryBuilder tile(long number, String from, String price) {
        return aPriceEntry(number).product(Shop.TILE.id()).from(from).price("USD " + price);
    }

    private static LintReport look(PriceEntryBuilder... entries) {
        return PriceLint.check(state(List.of(Shop.DOLLARS), entries));
    }

    private static PriceState state(List<PriceBook> books, PriceEntryBuilder... entries) {
        List<PriceEntry> built =
                List.of(entries).stream().map(PriceEntryBuilder::build).toList();
        return PriceState.of(Shop.WEEK).books(books, built, Shop.products()).categories(Shop.TREE);
    }

    @Test
    void a_list_price_alone_is_clean() {
        assertThat(look(tile(1, "0", "10")).findings()).isEmpty();
    }

    @Test
    void buying_more_costs_less_where_a_tier_is_too_much_cheaper() {
        LintReport report = look(tile(1, "0", "10"), tile(2, "10", "9"), tile(3, "100", "8"));

        assertThat(report.of(Finding.Kind.TOTALS_FALL))
                .extracting(f -> f.witness().quantity() + " " + f.witness().more())
                .containsExactly("99 100");
        assertThat(report.findings().get(0).sentence())
                .contains("99 piece cost 891.00, but 100 cost 800.00")
                .contains(Shop.TILE.name());
    }

    @Test
    void graduated_prices_never_cost_less_for_more() {
        assertThat(look(
                                tile(1, "0", "10").tiering(Tiering.GRADUATED),
                                tile(2, "10", "9").tiering(Tiering.GRADUATED),
                                tile(3, "100", "8").tiering(Tiering.GRADUATED))
                        .findings())
                .isEmpty();
    }

    @Test
    void block_prices_that_go_down_cost_less_for_more() {
        LintReport report = look(
                tile(1, "0", "10").tiering(Tiering.BLOCK), tile(2, "10", "9").tiering(Tiering.BLOCK));

        assertThat(report.of(Finding.Kind.TOTALS_FALL))
                .extracting(f -> f.witness().quantity() + " " + f.witness().more())
                .containsExactly("9 10");
    }

    @Test
    void a_product_without_a_price_below_its_lowest_tier_is_a_gap() {
        LintReport report = look(tile(1, "5", "10"));

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.kind().code()).isEqualTo("tier-gap");
            assertThat(f.sentence()).contains("no price below 5 piece");
            assertThat(f.witness().quantity()).isEqualTo(Quantity.ONE);
        });
    }

    @Test
    void a_tier_from_the_least_quantity_that_can_be_ordered_is_no_gap() {
        assertThat(look(tile(1, "1", "10")).findings()).isEmpty();
        assertThat(look(tile(1, "2", "10").product(Shop.RED_BOX.id())).findings())
                .as("sold in twos")
                .isEmpty();
    }

    @Test
    void days_without_a_price_between_days_with_one_are_a_gap() {
        LintReport report = look(
                tile(1, "0", "10").valid(DateRange.ofDay(Shop.MONDAY)),
                tile(2, "0", "11").valid(DateRange.startingOn(Shop.MONDAY.plusDays(3))));

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.DATE_GAP);
            assertThat(f.witness().day()).isEqualTo(Shop.MONDAY.plusDays(1));
            assertThat(f.sentence()).contains("from 2026-03-03 to 2026-03-04");
        });
    }

    @Test
    void days_before_the_first_price_are_no_gap() {
        assertThat(look(tile(1, "0", "10").valid(DateRange.startingOn(Shop.MONDAY.plusDays(3))))
                        .findings())
                .isEmpty();
    }

    @Test
    void two_prices_for_a_tier_on_the_same_day_overlap() {
        LintReport report =
                look(tile(1, "0", "10"), tile(2, "0", "11").valid(DateRange.startingOn(Shop.MONDAY.plusDays(3))));

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.TIER_OVERLAP);
            assertThat(f.about())
                    .containsExactly(
                            PriceEntries.TYPE.refTo(tile(1, "0", "1").build().id()),
                            PriceEntries.TYPE.refTo(tile(2, "0", "1").build().id()));
            assertThat(f.witness().day()).isEqualTo(Shop.MONDAY.plusDays(3));
        });
    }

    @Test
    void block_and_volume_prices_do_not_go_together() {
        assertThat(look(tile(1, "0", "10"), tile(2, "10", "100").tiering(Tiering.BLOCK))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.TIERING_MIXED);
    }

    @Test
    void books_that_are_derived_from_each_other_are_a_circle() {
        PriceBook one =
                aPriceBook().derivedFrom(Shop.EUROS.id(), PriceFormula.same()).build();
        PriceBook other = aPriceBook()
                .id(Shop.EUROS.id().value())
                .in("EUR")
                .derivedFrom(one.id(), PriceFormula.same())
                .build();

        assertThat(PriceLint.check(state(List.of(one, other))).of(Finding.Kind.DERIVATION_CIRCLE))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.kind()).isEqualTo(Finding.Kind.DERIVATION_CIRCLE);
                    assertThat(f.about())
                            .containsExactlyInAnyOrder(
                                    PriceBooks.TYPE.refTo(one.id()), PriceBooks.TYPE.refTo(other.id()));
                });
    }

    @Test
    void a_derived_book_needs_its_base() {
        PriceBook derived = Shop.EUROS
                .edit(
                        "Derived",
                        DateRange.always(),
                        Shop.EUROS.pool(),
                        Derivation.of(Shop.DOLLARS.id(), PriceFormula.same()))
                .state();

        assertThat(PriceLint.check(state(List.of(derived))).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.BASE_MISSING);
    }

    @Test
    void a_derived_book_in_another_currency_needs_a_rate() {
        PriceBook derived = Shop.EUROS
                .edit(
                        "Derived",
                        DateRange.always(),
                        Shop.EUROS.pool(),
                        Derivation.of(Shop.DOLLARS.id(), PriceFormula.same()))
                .state();
        PriceState state = state(List.of(Shop.DOLLARS, derived), tile(1, "0", "10"));

        assertThat(PriceLint.check(state.terms(state.fields(), ExchangeRates.none()))
                        .findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.kind()).isEqualTo(Finding.Kind.RATE_MISSING);
                    assertThat(f.witness().product()).isEqualTo(Shop.TILE.id());
                    assertThat(f.sentence()).contains("no rate on 2026-03-02");
                });
    }

    @Test
    void a_cost_of_nothing_makes_all_of_the_price_margin() {
        Costs nothing = Costs.of(new Cost(CostBasis.STANDARD, UnitPrice.parse("USD 0")));
        Costs some = Costs.of(new Cost(CostBasis.STANDARD, UnitPrice.parse("USD 4")));

        assertThat(withCosts(nothing).findings()).extracting(Finding::kind).containsExactly(Finding.Kind.MARGIN_WHOLE);
        assertThat(withCosts(some).findings()).isEmpty();
    }

    private static LintReport withCosts(Costs costs) {
        Product tile = new Product(
                Shop.TILE.id(),
                Shop.STAMP,
                "TILE",
                "Tile",
                null,
                Product.Kind.GOODS,
                Shop.TILE.grouping(),
                Shop.TILE.measures(),
                Shop.TILE.form(),
                costs,
                Shop.TILE.sale());
        return PriceLint.check(PriceState.of(Shop.WEEK)
                .books(List.of(Shop.DOLLARS), List.of(tile(1, "0", "10").build()), List.of(tile)));
    }

    @Test
    void a_quantity_discount_on_a_block_price_is_a_second_one() {
        RuleSet set = Shop.set(Stacking.FIRST);
        PriceState state = state(
                        List.of(Shop.DOLLARS),
                        tile(1, "0", "10").tiering(Tiering.BLOCK),
                        tile(2, "10", "90").tiering(Tiering.BLOCK))
                .rules(List.of(set), List.of(Shop.band(Shop.rule(1, set), QuantityBand.from(20))), Map.of());

        assertThat(PriceLint.check(state).of(Finding.Kind.BLOCK_DISCOUNTED))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.witness().quantity()).isEqualTo(Quantity.of(20));
                    assertThat(f.about().get(1).id()).isEqualTo(new UUID(5, 2));
                });
    }

    @Test
    void a_discount_for_every_quantity_on_a_block_price_is_none_for_the_quantity() {
        RuleSet set = Shop.set(Stacking.FIRST);
        PriceState state = state(List.of(Shop.DOLLARS), tile(1, "0", "10").tiering(Tiering.BLOCK))
                .rules(List.of(set), List.of(Shop.rule(1, set)), Map.of());

        assertThat(PriceLint.check(state).findings()).isEmpty();
    }

    @Test
    void a_rule_from_a_quantity_on_makes_totals_fall() {
        RuleSet set = Shop.set(Stacking.FIRST);
        PriceRule fifth =
                Shop.effect(Shop.band(Shop.rule(1, set), QuantityBand.from(10)), new Effect.PercentOff(Percent.of(20)));
        PriceState state =
                state(List.of(Shop.DOLLARS), tile(1, "0", "10")).rules(List.of(set), List.of(fifth), Map.of());
        assertThat(PriceLint.check(state).findings()).singleElement().satisfies(f -> {
            assertThat(f.kind().code()).isEqualTo("rule-totals-fall");
            assertThat(f.sentence())
                    .contains("buying more costs less by rule \"Rule 1\": 9 piece cost 90.00, but 10 cost 80.00.");
            assertThat(f.witness().quantity()).isEqualTo(Quantity.of(9));
            assertThat(f.witness().largerQuantity()).contains(Quantity.of(10));
        });
    }

    @Test
    void a_mark_up_that_ends_makes_totals_fall_as_well() {
        RuleSet set = Shop.set(Stacking.CASCADE);
        PriceRule small = Shop.effect(
                Shop.band(Shop.rule(1, set), QuantityBand.of(0, 10)), new Effect.PercentOff(Percent.of(-50)));
        PriceState state =
                state(List.of(Shop.DOLLARS), tile(1, "0", "10")).rules(List.of(set), List.of(small), Map.of());
        assertThat(PriceLint.check(state).of(Finding.Kind.RULE_TOTALS_FALL))
                .singleElement()
                .satisfies(f -> assertThat(f.sentence())
                        .contains("at the end of rule \"Rule 1\": 9 piece cost 135.00, but 10 cost 100.00."));
    }

    @Test
    void a_discount_that_is_small_enough_lets_totals_grow() {
        RuleSet set = Shop.set(Stacking.FIRST);
        PriceRule tenth = Shop.band(Shop.rule(1, set), QuantityBand.from(10));
        PriceState state =
                state(List.of(Shop.DOLLARS), tile(1, "0", "10")).rules(List.of(set), List.of(tenth), Map.of());
        assertThat(PriceLint.check(state).findings())
                .as("90.00 for 9 and for 10")
                .isEmpty();
    }

    @Test
    void a_rule_that_another_of_its_set_always_beats_is_found() {
        RuleSet set = Shop.set(Stacking.BEST);
        PriceRule tenth = Shop.rule(1, set);
        PriceRule fifth = Shop.effect(Shop.rule(2, set), new Effect.PercentOff(Percent.of(20)));
        PriceState state =
                state(List.of(Shop.DOLLARS), tile(1, "0", "10")).rules(List.of(set), List.of(tenth, fifth), Map.of());
        assertThat(PriceLint.check(state).findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.RULE_BEATEN);
            assertThat(f.about()).extracting(ref -> ref.id()).containsExactly(new UUID(9, 1), new UUID(9, 2));
        });
        PriceRule earlier = Shop.band(fifth, QuantityBand.from(2));
        PriceState less = state.rules(List.of(set), List.of(tenth, earlier), Map.of());
        assertThat(PriceLint.check(less).of(Finding.Kind.RULE_BEATEN))
                .as("one piece is left")
                .isEmpty();
    }

    @Test
    void what_a_set_that_adds_percentages_up_cannot_add_is_found() {
        RuleSet set = Shop.set(Stacking.ADDITIVE);
        PriceRule fixed = Shop.effect(Shop.rule(1, set), new Effect.FixedPrice(UnitPrice.parse("USD 8")));
        PriceState state =
                state(List.of(Shop.DOLLARS), tile(1, "0", "10")).rules(List.of(set), List.of(fixed), Map.of());
        assertThat(PriceLint.check(state).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.RULE_NOT_ADDED);
    }
}
