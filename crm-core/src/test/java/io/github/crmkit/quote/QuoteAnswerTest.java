package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Quotes in the customer's hands: sent, accepted, rejected, withdrawn, or over. */
class QuoteAnswerTest {

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();

    @Test
    void sending_twice_is_sending_once() {
        Quote sent = shop.sent();
        List<Object> before = shop.dump();

        assertThat(quotes.send(sent.id())).isEqualTo(sent);
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_quote_can_be_sent_through_its_last_day_in_the_sellers_zone() {
        Quote first = endingOn(LocalDate.of(2026, 11, 30));
        Quote second = endingOn(LocalDate.of(2026, 11, 30));

        shop.at("2026-11-30T16:59:59Z");
        assertThat(quotes.send(first.id()).status()).isEqualTo(QuoteStatus.SENT);
        shop.at("2026-11-30T17:00:00Z");
        assertThatThrownBy(() -> quotes.send(second.id()))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("expired");
        assertThat(quotes.get(second.id())).isEqualTo(second);
    }

    @Test
    void accepting_wins_the_deal_at_the_net_total_in_one_go() {
        Quote sent = quotes.send(quotes.draft(shop.asked().line(PriceRequest.of(shop.tile, 100), VAT))
                .id());

        Quote accepted = quotes.accept(sent.id());

        Opportunity won = shop.sales.opportunities().get(shop.deal.id());
        assertThat(accepted.status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(won.outcome()).isEqualTo(Outcome.WON);
        assertThat(won.amount()).contains(thb("10800.00"));
        assertThat(won.closedOn()).contains(TODAY);
        List<Object> before = shop.dump();
        assertThat(quotes.accept(sent.id())).isEqualTo(accepted);
        assertThat(shop.dump()).isEqualTo(before);
        assertThat(quotes.history(sent.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("quote.drafted", "quote.sent", "quote.accepted");
    }

    @Test
    void winning_changes_nothing_about_the_deal_but_its_worth_and_its_stage() {
        Opportunity deal = shop.sales
                .opportunities()
                .open(NewOpportunity.of("40 bags of grout")
                        .reference("D-1")
                        .amount(thb("1.00"))
                        .closingOn(LocalDate.of(2026, 12, 24)));
        DraftQuote asked = DraftQuote.of(deal.id()).from(shop.wholesale.id()).line(shop.grout, 2);

        quotes.accept(quotes.send(quotes.draft(asked).id()).id());

        Opportunity won = shop.sales.opportunities().get(deal.id());
        assertThat(won.amount()).contains(thb("171.00"));
        assertThat(won.externalReference()).contains("D-1");
        assertThat(won.closeDate()).isEqualTo(deal.closeDate());
        assertThat(won.name()).isEqualTo(deal.name());
        assertThat(won.customer()).isEqualTo(deal.customer());
    }

    @Test
    void a_quote_of_a_closed_deal_is_not_accepted_and_nothing_is_written() {
        Quote first = shop.sent();
        Quote second = shop.sent();
        quotes.accept(first.id());
        List<Object> before = shop.dump();

        assertThatThrownBy(() -> quotes.accept(second.id()))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly("opportunity closed"));
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_quote_holds_through_its_last_day_in_the_sellers_zone_and_not_longer() {
        Quote sent = quotes.send(endingOn(LocalDate.of(2026, 11, 30)).id());
        List<Object> before = shop.dump();
        List<ThrowingCallable> answers = List.of(
                () -> quotes.accept(sent.id()),
                () -> quotes.reject(sent.id(), "too dear"),
                () -> quotes.cancel(sent.id(), "sold out"));

        shop.at("2026-11-30T17:00:00Z");
        for (ThrowingCallable answer : answers) {
            assertThatThrownBy(answer)
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining("EXPIRED");
        }
        assertThat(shop.dump()).isEqualTo(before);
        shop.at("2026-11-30T16:59:59Z");
        assertThat(quotes.accept(sent.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
    }

    @Test
    void what_was_not_sent_cannot_be_answered() {
        Quote draft = shop.draft();

        assertThatThrownBy(() -> quotes.accept(draft.id())).isInstanceOf(IllegalTransitionException.class);
        assertThatThrownBy(() -> quotes.reject(draft.id(), "too dear")).isInstanceOf(IllegalTransitionException.class);
        assertThat(shop.sales.opportunities().get(shop.deal.id()).isOpen()).isTrue();
    }

    @Test
    void rejecting_needs_a_reason_and_leaves_the_deal_open() {
        Quote sent = shop.sent();

        assertThatThrownBy(() -> quotes.reject(sent.id(), " "))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("reason");
        Quote rejected = quotes.reject(sent.id(), " too dear ");

        assertThat(rejected.status()).isEqualTo(QuoteStatus.REJECTED);
        assertThat(rejected.closingReason()).isEqualTo("too dear");
        assertThat(shop.sales.opportunities().get(shop.deal.id()).isOpen()).isTrue();
        assertThatThrownBy(() -> quotes.cancel(rejected.id(), "late")).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void cancelling_needs_a_reason_and_works_before_and_after_sending() {
        Quote draft = shop.draft();
        Quote sent = shop.sent();

        assertThatThrownBy(() -> quotes.cancel(draft.id(), " "))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> quotes.cancel(draft.id(), "x".repeat(501)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("reason");
        assertThat(quotes.cancel(draft.id(), " sold out ").closingReason()).isEqualTo("sold out");
        assertThat(quotes.cancel(sent.id(), "sold out").status()).isEqualTo(QuoteStatus.CANCELLED);
        assertThat(quotes.history(sent.id()).get(2).reason()).contains("sold out");
    }

    private Quote endingOn(LocalDate lastDay) {
        return quotes.draft(shop.asked().line(shop.tile, 1).validThrough(lastDay));
    }
}
