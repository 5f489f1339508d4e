package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A draft that takes the prices of another day, and what it keeps. */
class RepricingTest {

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();

    @Test
    void a_price_set_by_hand_survives_when_the_quote_is_priced_again() {
        PriceRequest byHand = PriceRequest.of(shop.tile, 10).manual(thb("99.00"));
        Quote quote = quotes.draft(shop.asked().line(byHand, VAT).line(shop.grout, 1));
        shop.price(NewPrice.of(shop.tile, thb("130.00")));

        Quote again = quotes.reprice(quote.id(), LocalDate.of(2026, 11, 25));

        assertThat(again.lines().get(0).price().net()).hasToString("THB 99.00");
        assertThat(again.lines().get(0).price().calculated()).hasToString("THB 130.00");
        assertThat(again.terms().validThrough()).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(again.lines().get(1)).isEqualTo(quote.lines().get(1));
    }

    @Test
    void everything_that_was_asked_for_but_the_day_is_kept() {
        shop.price(NewPrice.of(shop.tile, thb("1100.00")).unit("pallet"));
        PriceRequest discounted = PriceRequest.of(shop.tile, 2).unit("pallet").discount(Percent.of(5));
        Quote quote = quotes.draft(
                shop.asked().line(discounted, VAT).line(shop.grout, 3).discount(thb("10.00")));
        shop.price(NewPrice.of(shop.tile, thb("1200.00")).unit("pallet"));

        Quote again = quotes.reprice(quote.id(), TODAY.plusDays(1));

        assertThat(again.lines().get(0).price().proof()).hasToString("[list 1200.00, discount 5 %: 1140.00]");
        assertThat(again.lines()).extracting(QuoteLine::amount).containsExactly(thb("2280.00"), thb("256.50"));
        assertThat(again.lines())
                .extracting(QuoteLine::tax)
                .isEqualTo(quote.lines().stream().map(QuoteLine::tax).toList());
        assertThat(again.discount()).isEqualTo(thb("10.00"));
        assertThat(again.terms())
                .isEqualTo(new QuoteTerms(
                        quote.terms().book(),
                        quote.terms().currency(),
                        TODAY.plusDays(1),
                        quote.terms().validThrough().plusDays(1),
                        quote.terms().profile()));
    }

    @Test
    void a_line_that_has_no_price_on_that_day_is_named_and_the_draft_stays() {
        Quote quote = quotes.draft(shop.asked().line(shop.tile, 1).line(shop.grout, 1));
        shop.sales.products().archive(shop.grout);
        List<Object> before = shop.dump();

        assertThatThrownBy(() -> quotes.reprice(quote.id(), TODAY))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lines[1].product");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_day_that_no_store_could_keep_is_refused() {
        Quote quote = shop.draft();

        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.of(999, 12, 31), LocalDate.MAX)) {
            assertThatThrownBy(() -> quotes.reprice(quote.id(), day))
                    .isInstanceOf(RuleViolationsException.class)
                    .hasMessageContaining("pricedOn");
        }
        assertThat(quotes.get(quote.id())).isEqualTo(quote);
    }

    @Test
    void what_was_sent_keeps_its_prices() {
        Quote sent = quotes.send(quotes.draft(shop.asked().line(shop.tile, 10)).id());
        shop.price(NewPrice.of(shop.tile, thb("1.00")));

        assertThatThrownBy(() -> quotes.reprice(sent.id(), LocalDate.of(2026, 11, 21)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("frozen");
        assertThat(quotes.accept(sent.id()).totals().gross()).isEqualTo(thb("1200.00"));
    }
}
