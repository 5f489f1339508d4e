package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who sees a quote, and who may write, send and answer it. */
class QuoteAccessTest {

    private final QuoteShop shop = new QuoteShop();

    @Test
    void unknown_and_foreign_ids_are_equally_not_found() {
        QuoteId theirs = shop.draft().id();
        QuoteId unknown = new QuoteId(UUID.randomUUID());
        QuoteService stranger = shop.crm
                .as(Caller.of(TestOffice.OTHER_TENANT, TestOffice.SOMCHAI))
                .quotes();

        for (Consumer<QuoteId> door : doorsOf(stranger)) {
            assertThat(refusalOf(door, theirs)).isEqualTo(refusalOf(door, unknown));
        }
    }

    @Test
    void a_colleague_without_access_neither_sees_nor_answers_a_quote() {
        QuoteId his = shop.sent().id();
        QuoteId unknown = new QuoteId(UUID.randomUUID());
        QuoteService colleague = shop.crm
                .withPolicy(AccessPolicy.ownRecords())
                .as(Caller.of(TestOffice.TENANT, TestOffice.MALEE))
                .quotes();

        for (Consumer<QuoteId> door : doorsOf(colleague)) {
            assertThat(refusalOf(door, his)).isEqualTo(refusalOf(door, unknown));
        }
        assertThat(colleague.ofOpportunity(shop.deal.id(), PageRequest.first(5)))
                .isEmpty();
    }

    @Test
    void nothing_is_drafted_from_what_the_seller_does_not_see() {
        DraftQuote asked = shop.asked().line(shop.tile, 1);

        for (EntityType<?, ?> hidden : List.of(Opportunities.TYPE, PriceBooks.TYPE)) {
            assertThatThrownBy(() -> shop.under(new Hiding(hidden)).draft(asked))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> shop.under(new Hiding(Products.TYPE)).draft(asked))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lines[0].product: must name a product");
    }

    @Test
    void a_quote_is_not_accepted_by_who_does_not_see_its_deal() {
        Quote sent = shop.sent();
        List<Object> before = shop.dump();

        assertThatThrownBy(() -> shop.under(new Hiding(Opportunities.TYPE)).accept(sent.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_denied_write_leaves_nothing() {
        Quote draft = shop.draft();
        Quote sent = shop.sent();
        QuoteService reader = shop.under(new ReadOnly());
        List<Object> before = shop.dump();
        List<ThrowingCallable> writes = List.of(
                () -> reader.draft(shop.asked().line(shop.tile, 1)),
                () -> reader.reprice(draft.id(), TODAY.plusDays(1)),
                () -> reader.send(draft.id()),
                () -> reader.cancel(draft.id(), "late"),
                () -> reader.accept(sent.id()),
                () -> reader.reject(sent.id(), "too dear"));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(reader.get(draft.id())).isEqualTo(draft);
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        QuoteService asking = shop.under(policy);

        QuoteId first = asking.draft(shop.asked().line(shop.tile, 1)).id();
        assertThat(policy.taken()).containsExactly("create quote");
        PriceRequest byHand = PriceRequest.of(shop.tile, 1).manual(thb("99.00"));
        QuoteId second = asking.draft(shop.asked().line(byHand, VAT)).id();
        assertThat(policy.taken()).as("a price set by hand").containsExactly("override quote");
        asking.cancel(shop.draft().id(), "late");
        assertThat(policy.taken()).containsExactly("update quote");
        asking.reprice(first, TODAY.plusDays(1));
        assertThat(policy.taken()).containsExactly("update quote");
        asking.send(first);
        asking.send(second);
        assertThat(policy.taken()).containsExactly("send quote");
        asking.reject(second, "too dear");
        assertThat(policy.taken()).containsExactly("answer quote");
        asking.accept(first);
        assertThat(policy.taken()).containsExactly("answer quote", "close opportunity");
    }

    private static List<Consumer<QuoteId>> doorsOf(QuoteService service) {
        return List.of(
                service::get,
                service::history,
                service::send,
                service::accept,
                id -> service.reprice(id, TODAY),
                id -> service.reject(id, "too dear"),
                id -> service.cancel(id, "late"));
    }

    private static String refusalOf(Consumer<QuoteId> door, QuoteId id) {
        NotFoundException refusal = catchThrowableOfType(NotFoundException.class, () -> door.accept(id));
        assertThat(refusal).isNotNull();
        return refusal.code() + " " + refusal.getMessage().replace(id.text(), "?");
    }
}
