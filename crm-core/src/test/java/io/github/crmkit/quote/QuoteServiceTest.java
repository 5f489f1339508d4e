package io.github.crmkit.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pricing.PriceBook;
import io.github.crmkit.pricing.PriceBookService.NewPriceBook;
import io.github.crmkit.pricing.PriceRequest;
import io.github.crmkit.pricing.PricingService.NewPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.totals.TaxClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuoteServiceTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final TaxClass VAT = new TaxClass("standard", Percent.of(7));
    private static final Caller SELLER = Caller.of(new TenantId(new UUID(1, 1)), new UserId(new UUID(1, 2)));

    /** 2026-11-20 in Bangkok. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));

    private final Crm crm = Crm.on(new MemoryStorage()).withClock(now::get).withZone(ZoneId.of("Asia/Bangkok"));
    private final CrmSession sales = crm.as(SELLER);
    private ProductId tile;
    private ProductId grout;
    private PriceBook wholesale;
    private Opportunity deal;

    @BeforeEach
    void setUp() {
        sales.pipelines().installDefault();
        Product first = sales.products().create(NewProduct.of("TILE-60", "Floor tile 60 x 60"));
        tile = first.id();
        grout = sales.products().create(NewProduct.of("GROUT-5", "Grout 5 kg")).id();
        wholesale = sales.priceBooks().open(NewPriceBook.of("Wholesale", THB));
        sales.prices().setPrice(wholesale.id(), NewPrice.of(tile, thb("120.00")));
        sales.prices().setPrice(wholesale.id(), NewPrice.of(tile, thb("108.00")).from(100));
        sales.prices().setPrice(wholesale.id(), NewPrice.of(grout, thb("85.50")));
        deal = sales.opportunities().open(NewOpportunity.of("500 boxes of tiles"));
    }

    @Test
    void a_quote_is_priced_from_its_book_and_each_price_says_why() {
        Quote quote = sales.quotes().draft(asked().line(tile, 500).line(grout, 40));

        assertThat(quote.status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(quote.lines().get(0).price().proof()).hasToString("[list 120.00, from 100: 108.00]");
        assertThat(quote.lines()).extracting(QuoteLine::amount).containsExactly(thb("54000.00"), thb("3420.00"));
        assertThat(quote.totals().gross()).isEqualTo(thb("57420.00"));
        assertThat(quote.terms().pricedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(quote.terms().validThrough()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(sales.quotes().get(quote.id())).isEqualTo(quote);
    }

    @Test
    void discounts_of_lines_and_of_the_whole_come_off_before_tax() {
        PriceRequest discounted = PriceRequest.of(tile, 100).discount(Percent.of(5));

        Quote quote = sales.quotes().draft(asked().line(discounted, VAT).discount(thb("260.00")));

        assertThat(quote.lines().get(0).price().net()).hasToString("THB 102.60");
        assertThat(quote.totals().net()).isEqualTo(thb("10000.00"));
        assertThat(quote.totals().tax()).isEqualTo(thb("700.00"));
    }

    @Test
    void a_price_set_by_hand_survives_when_the_quote_is_priced_again() {
        PriceRequest byHand = PriceRequest.of(tile, 10).manual(thb("99.00"));
        Quote quote = sales.quotes().draft(asked().line(byHand, VAT).line(grout, 1));
        sales.prices().setPrice(wholesale.id(), NewPrice.of(tile, thb("130.00")));

        Quote again = sales.quotes().reprice(quote.id(), LocalDate.of(2026, 11, 25));

        assertThat(again.lines().get(0).price().net()).hasToString("THB 99.00");
        assertThat(again.lines().get(0).price().calculated()).hasToString("THB 130.00");
        assertThat(again.terms().validThrough()).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(again.lines().get(1)).isEqualTo(quote.lines().get(1));
    }

    @Test
    void what_was_sent_keeps_its_prices() {
        Quote sent =
                sales.quotes().send(sales.quotes().draft(asked().line(tile, 10)).id());
        sales.prices().setPrice(wholesale.id(), NewPrice.of(tile, thb("1.00")));

        assertThatThrownBy(() -> sales.quotes().reprice(sent.id(), LocalDate.of(2026, 11, 21)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("frozen");
        assertThat(sales.quotes().accept(sent.id()).totals().gross()).isEqualTo(thb("1200.00"));
    }

    @Test
    void accepting_wins_the_deal_at_the_net_total_in_one_go() {
        Quote sent = sales.quotes()
                .send(sales.quotes()
                        .draft(asked().line(PriceRequest.of(tile, 100), VAT))
                        .id());

        Quote accepted = sales.quotes().accept(sent.id());

        Opportunity won = sales.opportunities().get(deal.id());
        assertThat(accepted.status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(won.outcome()).isEqualTo(Outcome.WON);
        assertThat(won.amount()).contains(thb("10800.00"));
        assertThat(won.closedOn()).contains(LocalDate.of(2026, 11, 20));
        assertThat(sales.quotes().accept(sent.id())).isEqualTo(accepted);
        assertThat(sales.quotes().history(sent.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("quote.drafted", "quote.sent", "quote.accepted");
    }

    @Test
    void a_quote_of_a_closed_deal_is_not_accepted_and_nothing_is_written() {
        Quote first =
                sales.quotes().send(sales.quotes().draft(asked().line(tile, 1)).id());
        Quote second =
                sales.quotes().send(sales.quotes().draft(asked().line(tile, 2)).id());
        sales.quotes().accept(first.id());

        assertThatThrownBy(() -> sales.quotes().accept(second.id()))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("closed");
        assertThat(sales.quotes().get(second.id())).isEqualTo(second);
    }

    @Test
    void a_quote_holds_through_its_last_day_in_the_sellers_zone_and_not_longer() {
        Quote sent = sales.quotes()
                .send(sales.quotes()
                        .draft(asked().line(tile, 1).validThrough(LocalDate.of(2026, 11, 30)))
                        .id());

        now.set(Instant.parse("2026-11-30T17:00:00Z"));
        assertThatThrownBy(() -> sales.quotes().accept(sent.id()))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("EXPIRED");
        now.set(Instant.parse("2026-11-30T16:59:59Z"));
        assertThat(sales.quotes().accept(sent.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
    }

    @Test
    void rejecting_and_cancelling_need_a_reason() {
        Quote sent =
                sales.quotes().send(sales.quotes().draft(asked().line(tile, 1)).id());

        assertThatThrownBy(() -> sales.quotes().reject(sent.id(), " ")).isInstanceOf(RuleViolationsException.class);
        Quote rejected = sales.quotes().reject(sent.id(), " too dear ");
        assertThat(rejected.closingReason()).isEqualTo("too dear");
        assertThat(sales.opportunities().get(deal.id()).isOpen()).isTrue();
        assertThatThrownBy(() -> sales.quotes().cancel(rejected.id(), "late"))
                .isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void a_bad_draft_is_refused_with_everything_that_is_wrong() {
        sales.products().archive(grout);
        DraftQuote bad =
                asked().line(tile, 0).line(new ProductId(UUID.randomUUID()), 1).discount(Money.parse("USD 1.00"));

        assertThatThrownBy(() -> sales.quotes().draft(bad))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactlyInAnyOrder(
                                        "lines[0].quantity positive",
                                        "lines[1].product not-found",
                                        "discount currency"));
        assertThatThrownBy(() -> sales.quotes().draft(asked().line(grout, 1)))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly("lines[0].product no-price"));
        assertThatThrownBy(() -> sales.quotes().draft(DraftQuote.of(deal.id())))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactlyInAnyOrder("book not-null", "lines size"));
        assertThat(sales.quotes().find(Criteria.all(), Sort.byId(), PageRequest.first(10)))
                .isEmpty();
    }

    @Test
    void amounts_that_no_store_could_keep_are_refused() {
        PriceRequest most = PriceRequest.of(tile, 1).manual(thb("999999999999999999.99"));
        PriceRequest credit = PriceRequest.of(tile, 1).manual(thb("-0.01"));

        Quote kept = sales.quotes().draft(asked().line(most, VAT));

        assertThat(kept.totals().net()).isEqualTo(thb("999999999999999999.99"));
        assertThatThrownBy(() -> sales.quotes().draft(asked().line(most, VAT).line(credit, VAT)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("amount-range");
        assertThat(sales.quotes().ofOpportunity(deal.id(), PageRequest.first(5)))
                .containsExactly(kept);
    }

    @Test
    void unknown_and_foreign_ids_are_equally_not_found() {
        Quote quote = sales.quotes().draft(asked().line(tile, 1));
        QuoteId unknown = new QuoteId(UUID.randomUUID());
        CrmSession stranger = crm.as(Caller.of(new TenantId(new UUID(2, 1)), SELLER.user()));

        String foreign = message(() -> stranger.quotes().get(quote.id()), quote.id());
        assertThat(foreign).isEqualTo(message(() -> sales.quotes().get(unknown), unknown));
        assertThatThrownBy(() -> stranger.quotes().send(quote.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_colleague_without_access_neither_sees_nor_answers_a_quote() {
        Quote quote = sales.quotes().draft(asked().line(tile, 1));
        CrmSession colleague =
                crm.withPolicy(AccessPolicy.ownRecords()).as(Caller.of(SELLER.tenant(), new UserId(new UUID(9, 9))));

        assertThatThrownBy(() -> colleague.quotes().accept(quote.id())).isInstanceOf(NotFoundException.class);
        assertThat(colleague.quotes().ofOpportunity(deal.id(), PageRequest.first(5)))
                .isEmpty();
    }

    @Test
    void the_quotes_of_a_deal_come_newest_first() {
        Quote first = sales.quotes().draft(asked().line(tile, 1));
        now.set(now.get().plus(Duration.ofMinutes(1)));
        Quote second = sales.quotes().draft(asked().line(tile, 2));

        assertThat(sales.quotes().ofOpportunity(deal.id(), PageRequest.first(5)))
                .containsExactly(second, first);
    }

    private DraftQuote asked() {
        return DraftQuote.of(deal.id()).from(wholesale.id());
    }

    private static String message(Runnable call, QuoteId id) {
        try {
            call.run();
            return "nothing was refused";
        } catch (NotFoundException refused) {
            return refused.getMessage().replace(id.text(), "?");
        }
    }

    private static Money thb(String amount) {
        return Money.parse("THB " + amount);
    }
}
