package io.github.crmkit.quote;

import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.track.Flow;
import io.github.crmkit.track.MovementLine;
import io.github.crmkit.track.MovementTerm;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Deals that should never have been, and quotes that keep them. */
class DealRemovalTest {

    private final QuoteShop shop = new QuoteShop();
    private final CrmSession sales = shop.sales;

    private Callable<?> removal(Opportunity deal, String reason) {
        return () -> {
            sales.opportunities().remove(deal.id(), reason);
            return deal;
        };
    }

    @Test
    void a_removed_deal_is_gone_and_its_past_stays() {
        Opportunity twice =
                sales.opportunities().open(NewOpportunity.of("tiles again").amount(QuoteShop.thb("9.00")));
        Instant there = twice.stamp().createdAt();
        shop.at("2026-11-21T03:00:00Z");

        sales.opportunities().remove(twice.id(), "a duplicate");

        assertThatThrownBy(() -> sales.opportunities().get(twice.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sales.opportunities().remove(twice.id(), "again"))
                .isInstanceOf(NotFoundException.class);
        assertThat(sales.opportunities().count(Criteria.all())).isEqualTo(1);
        assertThat(history(twice))
                .extracting(HistoryEntry::code, HistoryEntry::note)
                .endsWith(tuple("opportunity.deleted", "a duplicate"));
        MovementLine moved = sales.track()
                .movement(there, Instant.parse("2026-11-21T03:00:00Z"))
                .total();
        assertThat(moved.flow(MovementTerm.REMOVED).deals()).isEqualTo(1);
        assertThat(moved.residual()).isEqualTo(Flow.none());
        assertThat(sales.track().at(Viewpoint.asOf(there)).total().count()).isEqualTo(2);
        assertThat(sales.track().now().total().count()).isEqualTo(1);
    }

    @Test
    void a_deal_that_was_quoted_stays_whoever_may_see_the_quote_and_whatever_became_of_it() {
        Quote quote = shop.draft();
        sales.quotes().cancel(quote.id(), "too early");
        List<Object> before = shop.dump();
        CrmSession blind = shop.crm.withPolicy(new Hiding(Quotes.TYPE)).as(QuoteShop.SELLER);

        assertRefused(removal(shop.deal, "a duplicate"), " deal-in-use");
        assertRefused(
                () -> {
                    blind.opportunities().remove(shop.deal.id(), "a duplicate");
                    return quote;
                },
                " deal-in-use");
        assertRefused(removal(shop.deal, " "), "reason plain-text", " deal-in-use");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_removal_has_a_reason() {
        Opportunity twice = sales.opportunities().open(NewOpportunity.of("tiles again"));

        assertRefused(removal(twice, " "), "reason plain-text");
        assertThat(sales.opportunities().get(twice.id())).isEqualTo(twice);
    }

    @Test
    void who_may_not_remove_is_denied_and_who_does_not_see_finds_nothing() {
        CrmSession denied = shop.crm.withPolicy(Denying.of(Action.DELETE)).as(QuoteShop.SELLER);
        CrmSession colleague =
                shop.crm.withPolicy(AccessPolicy.ownRecords()).as(Caller.of(TestOffice.TENANT, TestOffice.MALEE));

        assertThatThrownBy(() -> denied.opportunities().remove(shop.deal.id(), "a duplicate"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> colleague.opportunities().remove(shop.deal.id(), "a duplicate"))
                .isInstanceOf(NotFoundException.class);
        assertThat(sales.opportunities().get(shop.deal.id())).isEqualTo(shop.deal);
    }

    private List<HistoryEntry> history(Opportunity deal) {
        return shop.past(unit -> {
            List<HistoryEntry> entries = new ArrayList<>();
            unit.repository(HistoryEntry.TYPE)
                    .each(HistoryEntry.about(Opportunities.TYPE.refOf(deal)), HistoryEntry.VERSION.asc(), entries::add);
            return entries;
        });
    }
}
