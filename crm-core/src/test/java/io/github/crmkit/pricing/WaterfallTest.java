package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static io.github.crmkit.pricing.Rules.off;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.term.Proration;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterfallTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final PriceBook book = aPriceBook().build();
    private final Product tile = aProduct()
            .otherUnit(UnitFactor.of("box", 12))
            .cost(new Cost(CostBasis.STANDARD, UnitPrice.parse("USD 80")))
            .build();
    private final PriceEntry list = aPriceEntry(1).build();
    private final PriceRequest one = PriceRequest.of(tile.id(), 1);

    @ParameterizedTest
    @CsvSource({
        "VOLUME, 9, 90, list 10.00",
        "VOLUME, 10, 90, list 10.00; from 10: 9.00",
        "VOLUME, 89, 801, list 10.00; from 10: 9.00",
        "VOLUME, 99, 891, list 10.00; from 10: 9.00",
        "VOLUME, 100, 800, list 10.00; from 100: 8.00",
        "GRADUATED, 9, 90, 9 at 10.00: 90.00 for 9",
        "GRADUATED, 10, 100, 10 at 10.00: 100.00 for 10",
        "GRADUATED, 99, 901, 10 at 10.00: 100.00 for 10; 89 at 9.00: 901.00 for 99",
        "GRADUATED, 100, 910, 10 at 10.00: 100.00 for 10; 90 at 9.00: 910.00 for 100",
        "GRADUATED, 101, 918, 10 at 10.00: 100.00 for 10; 90 at 9.00: 910.00 for 100; 1 at 8.00: 918.00 for 101",
        "BLOCK, 9, 10, block from 0: 10.00 for 9",
        "BLOCK, 100, 8, block from 100: 8.00 for 100",
    })
    void tiers_make_a_price_as_the_book_says(Tiering tiering, long quantity, String amount, String proof) {
        Price price = price(sheet(tiers(tiering)), PriceRequest.of(tile.id(), quantity));

        assertThat(price.amount()).isEqualTo(Money.of(CurrencyUnit.USD, new BigDecimal(amount)));
        assertThat(told(price)).isEqualTo(proof);
    }

    @Test
    void a_price_of_several_units_keeps_its_cents_when_it_is_discounted() {
        Price price = price(
                sheet(tiers(Tiering.GRADUATED)), PriceRequest.of(tile.id(), 101).discount(Percent.of(10)));

        assertThat(price.net()).hasToString("USD 826.20");
        assertThat(price.per()).hasToString("101");
        assertThat(price.amount()).isEqualTo(Money.parse("USD 826.20"));
        assertThat(told(price)).endsWith("918.00 for 101; discount 10 %: 826.20 for 101");
    }

    @Test
    void a_derived_price_is_converted_unrounded_and_then_the_formula_runs() {
        PriceBook yen = aPriceBook().id(new UUID(2, 2)).in("JPY").build();
        PriceFormula formula = PriceFormula.same()
                .rounded(PriceRounding.toMultiple(PriceRounding.Mode.NEAREST, BigDecimal.TEN))
                .surcharge(new BigDecimal("-0.01"));
        PriceBook derived = aPriceBook().derivedFrom(yen.id(), formula).build();
        PriceEntry base = aPriceEntry(9).book(yen.id()).price("JPY 1000").build();
        PriceSheet sheet = PriceSheet.of(
                List.of(derived, yen), List.of(tile), List.of(base), PriceSheet.Terms.NONE.rates(rate("0.009502")));

        Price price = price(sheet, one);

        assertThat(price.net()).hasToString("USD 9.99");
        assertThat(told(price))
                .isEqualTo("list 1000; at 0.009502: USD 9.502; rounded nearest 10: 10.00; surcharge -0.01: 9.99");
        assertThat(none(sheet.terms(PriceSheet.Terms.NONE), one).message())
                .isEqualTo("no exchange rate from JPY to USD on 2026-05-04");
        PriceEntry own = aPriceEntry(10).price("USD 7").build();
        Price first =
                price(PriceSheet.of(List.of(derived, yen), List.of(tile), List.of(base, own), sheet.terms()), one);
        assertThat(told(first)).isEqualTo("list 7.00");
        assertThat(first.rejected())
                .containsExactly(new Rejected(ref("price-entry", base.id().value()), Rejected.Reason.OWN_FIRST));
    }

    @Test
    void a_chain_of_books_is_followed_and_its_end_and_its_middle_can_be_missing() {
        PriceBookId far = new PriceBookId(new UUID(2, 3));
        PriceBook base = aPriceBook()
                .id(new UUID(2, 2))
                .derivedFrom(far, PriceFormula.discount(Percent.of(10)))
                .build();
        PriceBook derived = aPriceBook()
                .derivedFrom(base.id(), PriceFormula.markUp(Percent.of(50)))
                .build();
        PriceBook last = aPriceBook().id(far.value()).build();
        PriceEntry entry = aPriceEntry(9).book(far).build();

        assertThat(told(price(
                        PriceSheet.of(
                                List.of(derived, last, base), List.of(tile), List.of(entry), PriceSheet.Terms.NONE),
                        one)))
                .isEqualTo("list 120.00; discount 10 %: 108.00; mark-up 50 %: 162.00");
        assertThat(none(
                                PriceSheet.of(
                                        List.of(derived, base), List.of(tile), List.of(entry), PriceSheet.Terms.NONE),
                                one)
                        .reason())
                .isEqualTo(NoPrice.Reason.BASE_MISSING);
    }

    @Test
    void an_agreement_takes_the_place_of_tiers_and_bounds_and_rules_work_on_it() {
        PriceEntry bounded = aPriceEntry(1).between("USD 100", null).build();
        PriceSheet.Contracted contract = contract("USD 60", "piece");
        PriceSheet sheet = sheet(List.of(bounded))
                .terms(PriceSheet.Terms.NONE
                        .contracts(List.of(contract, contract("EUR 1", "piece")))
                        .rules(new Rules()
                                .set(Stacking.FIRST)
                                .rule("Spring", off("10"))
                                .book()));

        Price price = price(sheet, one);

        assertThat(told(price)).isEqualTo("list 120.00; Frame 7, contract price 60.00; Spring, 10 % off: 54.00");
        assertThat(price.rejected()).extracting(Rejected::reason).containsExactly(Rejected.Reason.CURRENCY);
        assertThat(told(price(sheet(List.of()).terms(sheet.terms()), one)))
                .isEqualTo("Frame 7, contract price 60.00; Spring, 10 % off: 54.00");
        assertThat(told(price(
                        sheet(List.of()).terms(PriceSheet.Terms.NONE.contracts(List.of(contract("USD 600", "box")))),
                        one)))
                .isEqualTo("Frame 7, contract price 600.00; for one piece: 50.00");
    }

    @Test
    void a_unit_without_a_price_takes_that_of_another_exactly() {
        PriceEntry box = aPriceEntry(2).unit("box").from("2").price("USD 100").build();
        PriceSheet sheet = sheet(List.of(box));

        assertThat(told(price(sheet, PriceRequest.of(tile.id(), 24))))
                .isEqualTo("from 2: 100.00; for one piece: 8.333333");
        assertThat(none(sheet, PriceRequest.of(tile.id(), 23)).rejected())
                .containsExactly(new Rejected(ref("price-entry", box.id().value()), Rejected.Reason.BELOW_TIER));
        PriceEntry graduated = aPriceEntry(3)
                .unit("box")
                .price("USD 100")
                .tiering(Tiering.GRADUATED)
                .build();
        assertThat(price(sheet(List.of(graduated)), PriceRequest.of(tile.id(), 18))
                        .amount())
                .isEqualTo(Money.parse("USD 150.00"));
        assertThat(none(sheet(List.of(graduated)), PriceRequest.of(tile.id(), 7))
                        .reason())
                .isEqualTo(NoPrice.Reason.UNIT_INEXACT);
    }

    @Test
    void a_term_stretches_the_price_and_what_rules_and_bounds_say_for_one_period() {
        ServiceTerm term = ServiceTerm.monthly(LocalDate.of(2025, 3, 28), LocalDate.of(2026, 2, 4), 5);
        PriceEntry monthly =
                aPriceEntry(1).price("USD 90").between("USD 80", "USD 85").build();
        PriceRequest asked = one.term(term);

        Price price = price(sheet(List.of(aPriceEntry(1).price("USD 90").build())), asked);

        assertThat(price.amount()).isEqualTo(Money.parse("USD 923.23"));
        assertThat(told(price)).isEqualTo("list 90.00; for 10 8/31 months: 923.225806");
        assertThat(price(sheet(List.of(monthly)), asked).amount()).isEqualTo(Money.parse("USD 871.94"));
        Rules fixed = new Rules().set(Stacking.FIRST).rule("Flat", new Effect.FixedPrice(UnitPrice.parse("USD 31")));
        assertThat(price(sheet(List.of(monthly)).terms(PriceSheet.Terms.NONE.rules(fixed.book())), asked)
                        .amount())
                .isEqualTo(Money.parse("USD 820.65"));
        ServiceTerm days = term.over(DateRange.ofDay(DAY)).by(Proration.WHOLE_MONTHS);
        assertThat(none(sheet(List.of(monthly)), one.term(days)).reason()).isEqualTo(NoPrice.Reason.TERM_EMPTY);
    }

    @Test
    void ten_percent_and_then_five_are_fourteen_and_a_half_and_added_up_fifteen() {
        Rules cascade = new Rules().set(Stacking.CASCADE);
        cascade.rule("Ten", QuantityBand.ANY, off("10"), 2).rule("Five", QuantityBand.ANY, off("5"), 1);
        Rules added = new Rules().set(Stacking.ADDITIVE);
        added.rule("Ten", off("10"))
                .rule("Two", new Effect.AmountOff(UnitPrice.parse("USD 2")))
                .rule("Five", off("5"))
                .rule("Flat", new Effect.FixedPrice(UnitPrice.parse("USD 1")));

        assertThat(told(with(cascade))).isEqualTo("list 120.00; Ten, 10 % off: 108.00; Five, 5 % off: 102.60");
        assertThat(told(with(added)))
                .isEqualTo("list 120.00; Ten, 10 % off in all: 108.00; Five, 15 % off in all: 102.00;"
                        + " Two, 2.00 off: 100.00");
        assertThat(with(added).rejected())
                .containsExactly(new Rejected(ref("price-rule", Rules.id(4).value()), Rejected.Reason.NOT_ADDED));
    }

    @Test
    void margin_and_mark_up_are_two_things() {
        assertThat(with(onCost(PriceFormula.margin(Percent.of(20)))).net()).hasToString("USD 100.00");
        assertThat(with(onCost(PriceFormula.markUp(Percent.of(20)))).net()).hasToString("USD 96.00");
        assertThat(told(with(onCost(PriceFormula.margin(Percent.of(20))))))
                .isEqualTo("list 120.00; Cost plus, standard cost 80.00; margin 20 %: 100.00");
        Rules average = new Rules().set(Stacking.FIRST);
        average.rule("No", new Effect.Formula(Effect.Base.AVERAGE_COST, PriceFormula.same(), null));
        NoPrice none = none(sheet(List.of(list)).terms(PriceSheet.Terms.NONE.rules(average.book())), one);
        assertThat(none.reason()).isEqualTo(NoPrice.Reason.COST_MISSING);
        assertThat(none.message()).contains(Rules.id(1).text());
    }

    @Test
    void the_lowest_price_of_a_set_wins_and_the_next_one_is_named() {
        Rules best = new Rules().set(Stacking.BEST);
        best.rule("Ten", off("10"))
                .rule("Flat", new Effect.FixedPrice(UnitPrice.parse("USD 100")))
                .rule("Five", off("5"));

        Price price = with(best);

        assertThat(told(price)).isEqualTo("list 120.00; Flat, price 100.00");
        assertThat(price.rejected())
                .containsExactlyInAnyOrder(
                        new Rejected(ref("price-rule", Rules.id(1).value()), Rejected.Reason.RUNNER_UP),
                        new Rejected(ref("price-rule", Rules.id(3).value()), Rejected.Reason.NOT_BEST));
    }

    @Test
    void a_tie_that_would_decide_names_both_rules() {
        Rules tied = new Rules().set(Stacking.FIRST).rule("One", off("1")).rule("Two", off("2"));

        NoPrice none = none(sheet(List.of(list)).terms(PriceSheet.Terms.NONE.rules(tied.book())), one);

        assertThat(none.reason()).isEqualTo(NoPrice.Reason.TIED_RULES);
        assertThat(none.message())
                .contains(Rules.id(1).text())
                .contains(Rules.id(2).text());
        assertThat(none.rejected()).extracting(Rejected::reason).contains(Rejected.Reason.TIED);
    }

    @Test
    void floor_and_ceiling_come_after_the_discount_and_before_the_hand() {
        PriceSheet sheet =
                sheet(List.of(aPriceEntry(1).between("USD 100", "USD 110").build()));

        assertThat(told(price(sheet, one))).isEqualTo("list 120.00; at most 110.00: 110.00");
        assertThat(told(price(sheet, one.discount(Percent.of(50)).manual(Money.parse("USD 90")))))
                .isEqualTo("list 120.00; discount 50 %: 60.00; at least 100.00: 100.00; manual price 90.00");
    }

    @Test
    void a_rule_may_price_what_the_book_does_not_and_none_makes_less_than_nothing() {
        Rules fixed = new Rules().set(Stacking.CASCADE);
        fixed.rule("Flat", QuantityBand.ANY, new Effect.FixedPrice(UnitPrice.parse("USD 5")), 9)
                .rule("Off", QuantityBand.ANY, new Effect.AmountOff(UnitPrice.parse("USD 6")), 1);
        PriceSheet.Terms terms =
                PriceSheet.Terms.NONE.rules(fixed.book(fixed.all().subList(0, 1)));

        assertThat(told(price(sheet(List.of()).terms(terms), one))).isEqualTo("Flat, price 5.00");
        assertThat(none(
                                sheet(List.of())
                                        .terms(terms.rules(
                                                fixed.book(fixed.all().subList(1, 2)))),
                                one)
                        .reason())
                .isEqualTo(NoPrice.Reason.NO_ENTRY);
        assertThat(none(sheet(List.of()).terms(terms.rules(fixed.book())), one).reason())
                .isEqualTo(NoPrice.Reason.NEGATIVE);
    }

    @Test
    void what_cannot_make_a_price_says_so() {
        PriceEntry graduated =
                aPriceEntry(2).from("10").tiering(Tiering.GRADUATED).build();
        PriceEntry huge = aPriceEntry(3)
                .price("USD 999999999999999999")
                .tiering(Tiering.GRADUATED)
                .build();

        assertThat(none(sheet(List.of(list, graduated)), PriceRequest.of(tile.id(), 10))
                        .reason())
                .isEqualTo(NoPrice.Reason.MIXED_TIERING);
        assertThat(none(sheet(List.of(graduated)), PriceRequest.of(tile.id(), 10))
                        .reason())
                .isEqualTo(NoPrice.Reason.TIER_GAP);
        assertThat(none(sheet(List.of(huge)), PriceRequest.of(tile.id(), 10)).reason())
                .isEqualTo(NoPrice.Reason.OUT_OF_RANGE);
        Product later = aProduct()
                .sale(Product.Sale.on(DateRange.startingOn(DAY.plusDays(1))))
                .build();
        assertThat(none(PriceSheet.of(book, List.of(later), List.of(list)), one).reason())
                .isEqualTo(NoPrice.Reason.NOT_ON_SALE);
    }

    private Rules onCost(PriceFormula formula) {
        return new Rules()
                .set(Stacking.FIRST)
                .rule("Cost plus", new Effect.Formula(Effect.Base.STANDARD_COST, formula, null));
    }

    private Price with(Rules rules) {
        return price(sheet(List.of(list)).terms(PriceSheet.Terms.NONE.rules(rules.book())), one);
    }

    private PriceSheet.Contracted contract(String price, String unit) {
        return new PriceSheet.Contracted(
                ref("contract-price", new UUID(8, price.charAt(0) + unit.length())),
                "Frame 7",
                tile.id(),
                unit,
                UnitPrice.parse(price),
                DateRange.always(),
                true);
    }

    private PriceSheet sheet(List<PriceEntry> entries) {
        return PriceSheet.of(book, List.of(tile), entries);
    }

    static List<PriceEntry> tiers(Tiering tiering) {
        return List.of(
                aPriceEntry(1).price("USD 10").tiering(tiering).build(),
                aPriceEntry(2).from("10").price("USD 9").tiering(tiering).build(),
                aPriceEntry(3).from("100").price("USD 8").tiering(tiering).build());
    }

    static String told(Price price) {
        return String.join("; ", price.proof().stream().map(Object::toString).toList());
    }

    private static FixedRates rate(String value) {
        return FixedRates.of(List.of(new ExchangeRate(
                CurrencyUnit.of("JPY"), CurrencyUnit.USD, new BigDecimal(value), DAY, "central bank")));
    }

    private static EntityRef ref(String type, UUID id) {
        return new EntityRef(type, id);
    }

    /** The proven price; the bare one is the same. */
    private static Price price(PriceSheet sheet, PriceRequest request) {
        PriceResult result = sheet.price(request, DAY, RoundingMode.HALF_UP);
        assertThat(result).isInstanceOf(Price.class);
        Price price = (Price) result;
        NetPrice net = (NetPrice) sheet.net(request, DAY, RoundingMode.HALF_UP);
        assertThat(net.price()).isEqualTo(price.net());
        assertThat(net.units()).isEqualTo(price.netPer());
        assertThat(net.money()).isEqualTo(price.amount());
        return price;
    }

    private static NoPrice none(PriceSheet sheet, PriceRequest request) {
        NetResult net = sheet.net(request, DAY, RoundingMode.HALF_UP);
        NoPrice none = (NoPrice) sheet.price(request, DAY, RoundingMode.HALF_UP);
        assertThat(((NoPrice) net).reason()).isEqualTo(none.reason());
        return none;
    }
}
