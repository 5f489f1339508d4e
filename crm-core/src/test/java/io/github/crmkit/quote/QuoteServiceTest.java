package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TotalsProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Quotes as they are drafted and found. */
class QuoteServiceTest {

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();

    @Test
    void a_quote_is_priced_from_its_book_and_each_price_says_why() {
        Quote quote = quotes.draft(shop.asked().line(shop.tile, 500).line(shop.grout, 40));

        assertThat(quote.status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(quote.lines().get(0).price().proof()).hasToString("[list 120.00, from 100: 108.00]");
        assertThat(quote.lines()).extracting(QuoteLine::amount).containsExactly(thb("54000.00"), thb("3420.00"));
        assertThat(quote.totals().gross()).isEqualTo(thb("57420.00"));
        assertThat(quote.terms().pricedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(quote.terms().validThrough()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(quotes.get(quote.id())).isEqualTo(quote);
    }

    @Test
    void discounts_of_lines_and_of_the_whole_come_off_before_tax() {
        PriceRequest discounted = PriceRequest.of(shop.tile, 100).discount(Percent.of(5));

        Quote quote = quotes.draft(shop.asked().line(discounted, VAT).discount(thb("260.00")));

        assertThat(quote.lines().get(0).price().net()).hasToString("THB 102.60");
        assertThat(quote.totals().net()).isEqualTo(thb("10000.00"));
        assertThat(quote.totals().tax()).isEqualTo(thb("700.00"));
    }

    @Test
    void the_profile_of_the_quote_rounds_its_lines() {
        PriceRequest eighth = PriceRequest.of(shop.tile, 1).manual(BigMoney.parse("THB 0.125"));
        DraftQuote asked = shop.asked().line(eighth, TaxClass.NONE);
        TotalsProfile halfEven = TotalsProfile.STANDARD.rounding("half-even", RoundingMode.HALF_EVEN);

        assertThat(quotes.draft(asked).totals().net()).isEqualTo(thb("0.13"));
        assertThat(quotes.draft(asked.profile(halfEven)).totals().net()).isEqualTo(thb("0.12"));
    }

    @Test
    void a_quote_takes_the_prices_of_the_day_that_is_asked_for() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        ProductId mat =
                shop.sales.products().create(NewProduct.of("MAT", "Mat")).id();
        shop.price(NewPrice.of(mat, thb("1300.00")).validity(DateRange.startingOn(newYear)));
        DraftQuote asked = shop.asked().line(PriceRequest.of(mat, 1), TaxClass.NONE);

        assertRefused(() -> quotes.draft(asked), "lines[0].product no-price");
        Quote quote = quotes.draft(asked.pricedOn(newYear));

        assertThat(quote.totals().net()).isEqualTo(thb("1300.00"));
        assertThat(quote.terms().pricedOn()).isEqualTo(newYear);
        assertThat(quote.terms().validThrough()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void a_bad_draft_is_refused_with_everything_that_is_wrong() {
        DraftQuote bad = shop.asked()
                .line(shop.tile, 0)
                .line(new ProductId(UUID.randomUUID()), 1)
                .line(PriceRequest.of(shop.tile, 1).unit(" "), VAT)
                .discount(Money.parse("USD -1.00"));

        assertRefused(
                () -> quotes.draft(bad),
                "discount currency",
                "discount negative",
                "lines[0].quantity positive",
                "lines[1].product not-found",
                "lines[2].unit plain-text");
        assertRefused(() -> quotes.draft(DraftQuote.of(shop.deal.id())), "lines size");
        assertThat(quotes.find(Criteria.all(), Sort.byId(), PageRequest.first(10)))
                .isEmpty();
    }

    @Test
    void what_a_host_left_out_is_refused_like_any_other_mistake() {
        @SuppressWarnings("NullAway") // what binding a request body without checks can lead to
        PriceRequest empty = new PriceRequest(null, null, null, null, null, null, List.of());
        @SuppressWarnings("NullAway")
        DraftQuote.Line nothing = new DraftQuote.Line(null, null);
        @SuppressWarnings("NullAway")
        DraftQuote bare = new DraftQuote(
                null, shop.wholesale.id(), null, null, List.of(nothing), null, null, null, null, List.of());

        assertRefused(
                () -> quotes.draft(shop.asked().line(empty, VAT)),
                "lines[0].product not-null",
                "lines[0].quantity not-null");
        assertRefused(
                () -> quotes.draft(bare),
                "context not-null",
                "lines[0].request not-null",
                "lines[0].tax not-null",
                "opportunity not-null",
                "profile not-null");
    }

    @Test
    void days_that_no_store_could_keep_are_refused() {
        DraftQuote asked = shop.asked().line(shop.tile, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);

        assertThat(quotes.draft(asked.validThrough(last)).terms().validThrough())
                .isEqualTo(last);
        assertRefused(() -> quotes.draft(asked.validThrough(last.plusDays(1))), "validThrough date-range");
        assertRefused(() -> quotes.draft(asked.pricedOn(last)), "validThrough date-range");
        assertRefused(() -> quotes.draft(asked.pricedOn(LocalDate.MAX)), "pricedOn date-range");
        assertRefused(
                () -> quotes.draft(asked.pricedOn(TODAY).validThrough(LocalDate.of(999, 12, 31))),
                "validThrough before-pricing",
                "validThrough date-range");
    }

    @Test
    void a_product_that_is_archived_is_offered_no_more() {
        Quote before = quotes.draft(shop.asked().line(shop.grout, 1));
        shop.sales.products().archive(shop.grout);

        assertRefused(() -> quotes.draft(shop.asked().line(shop.grout, 1)), "lines[0].product no-price");
        assertThat(quotes.accept(quotes.send(before.id()).id()).totals().net()).isEqualTo(thb("85.50"));
    }

    @Test
    void a_closed_deal_gets_no_new_quote() {
        quotes.accept(shop.sent().id());

        assertRefused(() -> shop.draft(), "opportunity closed");
    }

    @Test
    void a_quote_has_no_more_lines_than_can_be_priced_at_once() {
        DraftQuote.Line line = new DraftQuote.Line(PriceRequest.of(shop.tile, BigDecimal.ONE), VAT);
        DraftQuote most = shop.asked().lines(Collections.nCopies(500, line));

        assertThat(quotes.draft(most).lines()).hasSize(500);
        assertRefused(() -> quotes.draft(most.line(shop.tile, 1)), "lines size");
    }

    @Test
    void amounts_that_no_store_could_keep_are_refused() {
        PriceRequest most = PriceRequest.of(shop.tile, 1).manual(thb("999999999999999999.99"));
        PriceRequest credit = PriceRequest.of(shop.tile, 1).manual(thb("-0.01"));

        Quote kept = quotes.draft(shop.asked().line(most, VAT));

        assertThat(kept.totals().net()).isEqualTo(thb("999999999999999999.99"));
        assertRefused(() -> quotes.draft(shop.asked().line(most, VAT).line(credit, VAT)), "lines amount-range");
        assertThat(quotes.ofOpportunity(shop.deal.id(), PageRequest.first(5))).containsExactly(kept);
    }

    @Test
    void the_quotes_of_a_deal_come_newest_first() {
        Quote first = shop.draft();
        shop.at("2026-11-20T03:01:00Z");
        Quote second = shop.draft();

        assertThat(quotes.ofOpportunity(shop.deal.id(), PageRequest.first(5))).containsExactly(second, first);
    }

    private static void assertRefused(ThrowingCallable call, String... pathsAndCodes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactlyInAnyOrder(pathsAndCodes));
    }
}
