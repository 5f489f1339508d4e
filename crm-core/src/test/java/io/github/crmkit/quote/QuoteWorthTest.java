package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.term.BillingPeriod;
import io.github.crmkit.term.Proration;
import io.github.crmkit.term.Ramp;
import io.github.crmkit.term.Recurrence;
import io.github.crmkit.term.Segment;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.totals.TotalsProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a quote is worth a month, a year and in all. */
class QuoteWorthTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 28);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final QuoteShop shop = new QuoteShop();
    private final ProductId seat = product("SEAT", "90.00");
    private final ProductId setup = product("SETUP", "500.00");

    private ProductId product(String sku, String price) {
        ProductId id = shop.sales.products().create(NewProduct.of(sku, sku)).id();
        shop.price(NewPrice.of(id, thb(price)));
        return id;
    }

    private static PriceRequest sold(ProductId product, long quantity, ServiceTerm term) {
        return PriceRequest.of(product, quantity).term(term);
    }

    private QuoteWorth worth(DraftQuote asked) {
        return shop.sales.quotes().draft(asked).worth();
    }

    @Test
    void a_part_of_a_month_counts_by_its_days_and_what_comes_once_counts_in_all_only() {
        ServiceTerm term = ServiceTerm.monthly(START, LocalDate.of(2026, 2, 4), 5);

        QuoteWorth worth = worth(shop.asked().line(sold(seat, 1, term), VAT).line(setup, 1));

        assertThat(worth.recurring()).isEqualTo(thb("923.23"));
        assertThat(worth.oneOff()).isEqualTo(thb("500.00"));
        assertThat(worth.tcv()).isEqualTo(thb("1423.23"));
        assertThat(worth.mrr(START)).isEqualTo(thb("90.00"));
        assertThat(worth.arr(START)).isEqualTo(thb("1080.00"));
        assertThat(worth.acv()).isEqualTo(thb("1080.00"));
        assertThat(worth.mrr(START.minusDays(1))).isEqualTo(thb("0.00"));
        assertThat(worth.mrr(LocalDate.of(2026, 2, 4))).isEqualTo(thb("90.00"));
        assertThat(worth.mrr(LocalDate.of(2026, 2, 5)))
                .as("behind the last day")
                .isEqualTo(thb("0.00"));
    }

    @Test
    void a_year_is_twelve_exact_months_and_not_twelve_rounded_ones() {
        ServiceTerm term = ServiceTerm.of(NEW_YEAR, 3, BillingPeriod.MONTH);
        PriceRequest third = PriceRequest.of(seat, 1).term(term).manual(thb("1.00"));

        QuoteWorth worth = worth(shop.asked().line(third, VAT));

        assertThat(worth.mrr(NEW_YEAR)).isEqualTo(thb("0.33"));
        assertThat(worth.arr(NEW_YEAR)).isEqualTo(thb("4.00"));
        assertThat(worth.acv()).isEqualTo(thb("4.00"));
        assertThat(worth.tcv()).isEqualTo(thb("1.00"));
    }

    @Test
    void exact_sums_over_the_lines_are_rounded_once() {
        ServiceTerm term = ServiceTerm.of(NEW_YEAR, 3, BillingPeriod.MONTH);
        PriceRequest third = PriceRequest.of(seat, 1).term(term).manual(thb("1.00"));

        QuoteWorth worth = worth(shop.asked().line(third, VAT).line(third, VAT).line(third, VAT));

        assertThat(worth.mrr(NEW_YEAR)).as("not 3 x 0.33").isEqualTo(thb("1.00"));
    }

    @Test
    void lines_that_follow_each_other_are_a_ramp_and_worth_what_the_ramp_is() {
        LocalDate second = NEW_YEAR.plusYears(1);
        ServiceTerm first = ServiceTerm.of(NEW_YEAR, 12, BillingPeriod.MONTH);
        ServiceTerm next = ServiceTerm.of(second, 12, BillingPeriod.MONTH);
        UnitPrice price = UnitPrice.of(QuoteShop.THB, new BigDecimal("90"));
        Recurrence ramp = new Recurrence(
                new Ramp(List.of(
                        new Segment(first.days(), Quantity.of(10), price),
                        new Segment(next.days(), Quantity.of(20), price))),
                1,
                BillingPeriod.MONTH,
                Proration.ACTUAL_DAYS,
                thb("500.00"));

        QuoteWorth worth = worth(shop.asked()
                .line(sold(seat, 20, next), VAT)
                .line(sold(seat, 10, first), VAT)
                .line(setup, 1));

        assertThat(worth.acv()).isEqualTo(ramp.acv()).isEqualTo(thb("16200.00"));
        assertThat(worth.tcv()).isEqualTo(ramp.tcv()).isEqualTo(thb("32900.00"));
        assertThat(worth.recurring()).isEqualTo(ramp.recurring());
        for (LocalDate day : List.of(NEW_YEAR, second.minusDays(1), second, second.plusYears(1))) {
            assertThat(worth.mrr(day)).isEqualTo(ramp.mrr(day));
            assertThat(worth.arr(day)).isEqualTo(ramp.arr(day));
        }
    }

    @Test
    void lines_that_run_at_the_same_time_are_each_worth_their_own_year() {
        ServiceTerm year = ServiceTerm.of(NEW_YEAR, 12, BillingPeriod.MONTH);
        ServiceTerm twoYears = ServiceTerm.of(NEW_YEAR, 2, BillingPeriod.YEAR);
        shop.price(NewPrice.of(shop.grout, thb("1200.00")).unit("piece").from(2));

        QuoteWorth worth = worth(shop.asked()
                .line(sold(seat, 1, year), VAT)
                .line(sold(seat, 2, year), VAT)
                .line(sold(shop.grout, 2, twoYears), VAT));

        assertThat(worth.mrr(NEW_YEAR)).isEqualTo(thb("470.00"));
        assertThat(worth.mrr(NEW_YEAR.plusYears(1))).isEqualTo(thb("200.00"));
        assertThat(worth.acv()).isEqualTo(thb("5640.00"));
        assertThat(worth.tcv()).isEqualTo(thb("8040.00"));
    }

    @Test
    void it_is_told_without_tax_and_after_the_discount_of_the_quote() {
        ServiceTerm year = ServiceTerm.of(NEW_YEAR, 12, BillingPeriod.MONTH);
        DraftQuote asked = shop.asked().line(sold(seat, 1, year), VAT).line(shop.tile, 9);

        QuoteWorth discounted = worth(asked.discount(thb("216.00")));
        assertThat(discounted.mrr(NEW_YEAR)).isEqualTo(thb("81.00"));
        assertThat(discounted.tcv()).isEqualTo(thb("1944.00"));

        QuoteWorth included = worth(asked.profile(TotalsProfile.TAX_INCLUDED));
        assertThat(included.recurring()).isEqualTo(thb("1009.35"));
        assertThat(included.mrr(NEW_YEAR)).isEqualTo(thb("84.11"));
    }

    @Test
    void the_term_of_a_line_is_asked_for_again_also_where_no_step_of_its_price_tells_it() {
        ServiceTerm year = ServiceTerm.of(NEW_YEAR, 12, BillingPeriod.MONTH);
        Quote quote = shop.sales.quotes().draft(shop.asked().line(sold(seat, 3, year), VAT));

        Quote again = shop.sales.quotes().reprice(quote.id(), QuoteShop.TODAY.plusDays(1));

        assertThat(again.lines().get(0).soldFor()).contains(year);
        assertThat(again.worth().acv()).isEqualTo(quote.worth().acv()).isEqualTo(thb("3240.00"));
        assertThat(shop.draft().lines().get(0).soldFor()).isEmpty();
    }
}
