package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final PriceBook book = aPriceBook().build();
    private final Product tile = aProduct().build();

    private final PriceEntry list = aPriceEntry(1).build();
    private final PriceEntry from100 =
            aPriceEntry(2).from("100").price("USD 108").build();

    @ParameterizedTest
    @CsvSource({"9, 90", "10, 90", "89, 801", "99, 891", "100, 800"})
    void the_whole_quantity_takes_the_tier_that_it_reaches(long quantity, String amount) {
        List<PriceEntry> tiers = List.of(
                aPriceEntry(1).price("USD 10").build(),
                aPriceEntry(2).from("10").price("USD 9").build(),
                aPriceEntry(3).from("100").price("USD 8").build());

        assertThat(price(tiers, PriceRequest.of(tile.id(), quantity)).amount()).isEqualTo(usd(amount));
    }

    @Test
    void a_price_tells_its_steps_and_every_entry_that_did_not_make_it() {
        PriceEntry from10 = aPriceEntry(3).from("10").price("USD 115").build();
        PriceEntry from1000 = aPriceEntry(4).from("1000").price("USD 99").build();
        PriceEntry box = aPriceEntry(5).unit("box").price("USD 1100").build();
        PriceEntry withdrawn = aPriceEntry(6).from("200").withdrawn().build();
        PriceEntry old =
                aPriceEntry(7).from("300").valid(DateRange.of(null, DAY)).build();
        PriceEntry next = aPriceEntry(8)
                .from("400")
                .valid(DateRange.startingOn(DAY.plusDays(1)))
                .build();

        Price price = price(
                List.of(list, from100, from10, from1000, box, withdrawn, old, next),
                PriceRequest.of(tile.id(), 500).discount(Percent.of(5)));

        assertThat(price.proof())
                .extracting(PriceStep::toString)
                .containsExactly("list 120.00", "from 100: 108.00", "discount 5 %: 102.60");
        assertThat(price.proof()).extracting(PriceStep::source).containsExactly(ref(list), ref(from100), null);
        assertThat(price.rejected())
                .containsExactlyInAnyOrder(
                        new Rejected(ref(from10), Rejected.Reason.RUNNER_UP),
                        new Rejected(ref(from1000), Rejected.Reason.BELOW_TIER),
                        new Rejected(ref(box), Rejected.Reason.OTHER_UNIT),
                        new Rejected(ref(withdrawn), Rejected.Reason.INACTIVE),
                        new Rejected(ref(old), Rejected.Reason.EXPIRED),
                        new Rejected(ref(next), Rejected.Reason.NOT_YET_VALID));
        assertThat(price.list()).hasToString("USD 120.00");
        assertThat(price.net()).hasToString("USD 102.60");
        assertThat(price.amount()).isEqualTo(usd("51300"));
        assertThat(price.rejected().get(0).toString())
                .startsWith("price entry 0")
                .contains(": ");
    }

    @Test
    void a_tier_stands_alone_where_there_is_no_list_price() {
        Price price = price(List.of(from100), PriceRequest.of(tile.id(), 100));

        assertThat(price.proof()).hasToString("[from 100: 108.00]");
        assertThat(price.list()).isEqualTo(from100.price());
        assertThat(price.proof().get(0).before()).isNull();
    }

    @Test
    void the_net_price_is_the_truth_and_is_not_rounded_to_cents() {
        PriceEntry entry = aPriceEntry(1).price("USD 30.75").build();

        Price price = price(List.of(entry), PriceRequest.of(tile.id(), 10).discount(Percent.of(5)));

        assertThat(price.net()).hasToString("USD 29.2125");
        assertThat(price.amount()).isEqualTo(usd("292.13"));
        assertThat(pricedAs(entry, PriceRequest.of(tile.id(), 10).discount(Percent.of(5)), RoundingMode.HALF_EVEN))
                .isEqualTo(usd("292.12"));
    }

    @Test
    void list_168_sold_at_158_by_hand_makes_316_for_two() {
        PriceEntry entry = aPriceEntry(1).price("USD 168").build();

        Price price = price(List.of(entry), PriceRequest.of(tile.id(), 2).manual(usd("158")));

        assertThat(price.amount()).isEqualTo(usd("316.00"));
        assertThat(price.calculated()).hasToString("USD 168.00");
        assertThat(price.manualPrice()).hasValueSatisfying(p -> assertThat(p).hasToString("USD 158.00"));
        assertThat(price.proof()).hasToString("[list 168.00, manual price 158.00]");
    }

    @Test
    void a_discount_stands_beside_a_manual_price_and_does_not_touch_it() {
        Price price = price(
                List.of(list),
                PriceRequest.of(tile.id(), 1).discount(Percent.of(50)).manual(usd("100")));

        assertThat(price.calculated()).hasToString("USD 60.00");
        assertThat(price.net()).hasToString("USD 100.00");
        assertThat(price.proof()).hasToString("[list 120.00, discount 50 %: 60.00, manual price 100.00]");
    }

    @Test
    void a_discount_of_everything_is_exactly_nothing_and_still_a_price() {
        Price price = price(List.of(list), PriceRequest.of(tile.id(), 3).discount(Percent.HUNDRED));

        assertThat(price.net().isZero()).isTrue();
        assertThat(price.amount()).isEqualTo(usd("0"));
    }

    @Test
    void amounts_have_the_decimals_of_the_currency() {
        PriceBook yen = aPriceBook().in("JPY").build();
        PriceEntry entry = aPriceEntry(1).price("JPY 10.5").build();

        Price price = (Price) PriceSheet.of(yen, List.of(tile), List.of(entry))
                .price(PriceRequest.of(tile.id(), 3), DAY, RoundingMode.HALF_UP);

        assertThat(price.amount()).isEqualTo(Money.of(CurrencyUnit.JPY, new BigDecimal("32")));
    }

    @Test
    void fractions_of_a_unit_reach_a_tier_exactly_at_its_bound() {
        PriceEntry tier = aPriceEntry(2).from("0.5").price("USD 1").build();

        assertThat(price(List.of(list, tier), PriceRequest.of(tile.id(), new BigDecimal("0.499999")))
                        .net())
                .isEqualTo(list.price());
        assertThat(price(List.of(list, tier), PriceRequest.of(tile.id(), new BigDecimal("0.5")))
                        .net())
                .isEqualTo(tier.price());
    }

    @Test
    void another_unit_has_prices_of_its_own() {
        Product boxed = aProduct().otherUnit(UnitFactor.of("box", 10)).build();
        PriceEntry box = aPriceEntry(2).unit("box").price("USD 1100").build();
        PriceSheet sheet = PriceSheet.of(book, List.of(boxed), List.of(list, box));
        PriceRequest one = PriceRequest.of(boxed.id(), 1);

        assertThat(((Price) sheet.price(one.unit(" box "), DAY, RoundingMode.HALF_UP)).net())
                .isEqualTo(box.price());
        assertThat(((Price) sheet.price(one, DAY, RoundingMode.HALF_UP)).net()).isEqualTo(list.price());
    }

    @Test
    void validity_begins_on_its_first_day_and_is_over_on_the_day_it_ends_before() {
        PriceEntry may = aPriceEntry(1)
                .price("USD 5")
                .valid(DateRange.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1)))
                .build();
        PriceEntry june = aPriceEntry(2)
                .price("USD 6")
                .valid(DateRange.startingOn(LocalDate.of(2026, 6, 1)))
                .build();

        assertThat(on(LocalDate.of(2026, 4, 30), may, june)).isInstanceOf(NoPrice.class);
        assertThat(on(LocalDate.of(2026, 5, 1), may, june))
                .isInstanceOfSatisfying(Price.class, p -> assertThat(p.net()).isEqualTo(may.price()));
        assertThat(on(LocalDate.of(2026, 5, 31), may, june))
                .isInstanceOfSatisfying(Price.class, p -> assertThat(p.net()).isEqualTo(may.price()));
        assertThat(on(LocalDate.of(2026, 6, 1), may, june))
                .isInstanceOfSatisfying(Price.class, p -> assertThat(p.net()).isEqualTo(june.price()));
    }

    @Test
    void a_missing_price_has_a_reason_and_is_never_zero() {
        PriceRequest one = PriceRequest.of(tile.id(), 1);

        assertThat(noPrice(book, tile, List.of(), one)).isEqualTo(NoPrice.Reason.NO_ENTRY);
        assertThat(noPrice(book, tile, List.of(from100), one)).isEqualTo(NoPrice.Reason.NO_ENTRY_APPLIES);
        assertThat(noPrice(aPriceBook().inactive().build(), tile, List.of(list), one))
                .isEqualTo(NoPrice.Reason.BOOK_INACTIVE);
        assertThat(noPrice(aPriceBook().valid(DateRange.of(null, DAY)).build(), tile, List.of(list), one))
                .isEqualTo(NoPrice.Reason.BOOK_NOT_VALID);
        assertThat(noPrice(book, aProduct().archived().build(), List.of(list), one))
                .isEqualTo(NoPrice.Reason.PRODUCT_ARCHIVED);
        assertThat(NoPrice.Reason.NO_ENTRY_APPLIES.code()).isEqualTo("no-entry-applies");
    }

    @Test
    void where_the_book_is_ruled_out_its_entries_are_named_as_not_considered() {
        PriceEntry box = aPriceEntry(2).unit("box").build();

        PriceResult result = PriceSheet.of(aPriceBook().inactive().build(), List.of(tile), List.of(list, box))
                .price(PriceRequest.of(tile.id(), 1), DAY, RoundingMode.HALF_UP);

        assertThat(result.rejected())
                .containsExactlyInAnyOrder(
                        new Rejected(ref(list), Rejected.Reason.NOT_CONSIDERED),
                        new Rejected(ref(box), Rejected.Reason.OTHER_UNIT));
    }

    @Test
    void two_entries_that_claim_the_same_tier_make_no_price_and_both_are_named() {
        PriceEntry again = aPriceEntry(3).from("100").price("USD 1").build();

        NoPrice none = (NoPrice) priceOf(List.of(list, from100, again), PriceRequest.of(tile.id(), 100));

        assertThat(none.reason()).isEqualTo(NoPrice.Reason.TIED_ENTRIES);
        assertThat(none.message())
                .contains(from100.id().text())
                .contains(again.id().text());
        assertThat(none.rejected())
                .containsExactlyInAnyOrder(
                        new Rejected(ref(list), Rejected.Reason.BETTER_TIER),
                        new Rejected(ref(from100), Rejected.Reason.TIED),
                        new Rejected(ref(again), Rejected.Reason.TIED));
    }

    @Test
    void a_list_price_that_is_claimed_twice_is_no_start_for_a_higher_tier() {
        PriceEntry again = aPriceEntry(3).price("USD 1").build();

        Price price = price(List.of(list, from100, again), PriceRequest.of(tile.id(), 100));

        assertThat(price.proof()).hasToString("[from 100: 108.00]");
        assertThat(price.rejected()).hasSize(2);
    }

    @Test
    void entries_of_other_books_and_products_are_left_aside() {
        PriceEntry elsewhere = aPriceEntry(8)
                .book(new PriceBookId(new UUID(4, 4)))
                .price("USD 1")
                .build();
        PriceEntry grout = aPriceEntry(9)
                .product(new ProductId(new UUID(4, 5)))
                .price("USD 2")
                .build();

        Price price = price(List.of(elsewhere, grout, list), PriceRequest.of(tile.id(), 1));

        assertThat(price.net()).isEqualTo(list.price());
        assertThat(price.rejected()).isEmpty();
    }

    @Test
    void a_request_is_refused_with_everything_that_is_wrong() {
        PriceRequest bad = PriceRequest.of(tile.id(), new BigDecimal("-0.0000001"))
                .discount(new BigDecimal("100.0000001"))
                .manual(BigMoney.of(CurrencyUnit.USD, new BigDecimal("1.1234567")));

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> priceOf(List.of(list), bad));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("quantity", "positive"),
                        tuple("quantity", "quantity-scale"),
                        tuple("discount", "out-of-range"),
                        tuple("discount", "percent-scale"),
                        tuple("manual", "unit-price-scale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "-1", "1E+19", "1E-1000000000"})
    void a_quantity_that_is_not_positive_or_too_long_has_no_price(String quantity) {
        PriceRequest bad = PriceRequest.of(tile.id(), new BigDecimal(quantity));

        assertThatThrownBy(() -> priceOf(List.of(list), bad)).isInstanceOf(RuleViolationsException.class);
    }

    @Test
    void a_price_in_another_currency_is_never_mixed_in() {
        PriceRequest euros = PriceRequest.of(tile.id(), 1).manual(Money.of(CurrencyUnit.EUR, BigDecimal.ONE));
        PriceEntry foreign = aPriceEntry(2).from("7").price("EUR 5").build();

        assertThatThrownBy(() -> priceOf(List.of(list), euros)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> priceOf(List.of(list, foreign), PriceRequest.of(tile.id(), 1)))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void a_proof_that_does_not_lead_to_the_net_price_is_no_proof() {
        Price price = price(List.of(list, from100), PriceRequest.of(tile.id(), 100));
        List<PriceStep> gap = List.of(
                price.proof().get(0),
                new PriceStep(
                        PriceStep.Kind.DISCOUNT,
                        null,
                        null,
                        "5",
                        from100.price(),
                        UnitPrice.parse("USD 102.60"),
                        Quantity.ONE));

        assertThatThrownBy(() -> PriceStep.fold(gap)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PriceStep.fold(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(
                        price.product(),
                        price.unit(),
                        price.quantity(),
                        price.list(),
                        list.price(),
                        price.per(),
                        null,
                        price.amount(),
                        price.proof(),
                        price.rejected()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PriceResult on(LocalDate day, PriceEntry... entries) {
        return PriceSheet.of(book, List.of(tile), List.of(entries))
                .price(PriceRequest.of(tile.id(), 1), day, RoundingMode.HALF_UP);
    }

    private PriceResult priceOf(List<PriceEntry> entries, PriceRequest request) {
        return PriceSheet.of(book, List.of(tile), entries).price(request, DAY, RoundingMode.HALF_UP);
    }

    private Price price(List<PriceEntry> entries, PriceRequest request) {
        return (Price) priceOf(entries, request);
    }

    private Money pricedAs(PriceEntry entry, PriceRequest request, RoundingMode rounding) {
        return ((Price) PriceSheet.of(book, List.of(tile), List.of(entry)).price(request, DAY, rounding)).amount();
    }

    private static NoPrice.Reason noPrice(
            PriceBook from, Product product, List<PriceEntry> entries, PriceRequest request) {
        NoPrice none =
                (NoPrice) PriceSheet.of(from, List.of(product), entries).price(request, DAY, RoundingMode.HALF_UP);
        assertThat(none.message()).isNotBlank();
        return none.reason();
    }

    private static EntityRef ref(PriceEntry entry) {
        return PriceEntries.TYPE.refTo(entry.id());
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
