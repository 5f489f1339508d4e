package io.github.crmkit.examples.load;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.Contact;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Everything that a tenant has, as sorted lines without ids and versions, so that two stores can be compared. */
public final class StoredState {

    private static final PageRequest FIRST = PageRequest.first(PageRequest.MAX_SIZE);

    private StoredState() {}

    /** Somebody who works in the one tenant of the tests, on a fixed day. */
    public static CrmSession session(Storage storage) {
        Crm crm = Crm.on(storage).withClock(InstantSource.fixed(Instant.parse("2026-05-15T05:00:00Z")));
        return crm.as(Caller.of(new TenantId(new UUID(0, 1)), new UserId(new UUID(0, 2))));
    }

    /** All of it. */
    public static List<String> of(CrmSession session) {
        List<String> lines = new ArrayList<>();
        for (Account account : all(request -> session.accounts().find(Criteria.all(), Sort.byId(), request))) {
            lines.add("account " + account.reference() + " " + account.name() + " " + account.industry() + " "
                    + account.country() + " " + account.owner() + " v"
                    + account.stamp().version());
        }
        for (Contact contact : all(request -> session.contacts().find(Criteria.all(), Sort.byId(), request))) {
            lines.add("contact " + contact.reference() + " " + contact.name() + " " + contact.details() + " "
                    + contact.owner() + " v" + contact.stamp().version() + " at "
                    + session.contacts().affiliationsOf(contact.id()).stream()
                            .map(there -> there.role() + " " + there.period() + " "
                                    + session.accounts().get(there.account()).name())
                            .toList());
        }
        for (Lead lead : all(request -> session.leads().find(Criteria.all(), Sort.byId(), request))) {
            lines.add("lead " + lead.reference() + " " + lead.company() + " " + lead.person() + " " + lead.source()
                    + " " + lead.status() + " " + lead.owner() + " v"
                    + lead.stamp().version());
        }
        for (Product product : all(request -> session.products().find(Criteria.all(), Sort.byId(), request))) {
            lines.add("product " + product.sku() + " " + product.name() + " " + product.unit());
        }
        for (PriceEntry entry : all(request -> session.prices().find(Criteria.all(), Sort.byId(), request))) {
            PriceBook book = session.priceBooks().get(entry.book());
            lines.add("price " + book.name() + " "
                    + session.products().get(entry.product()).sku() + " " + entry.from() + " " + entry.price() + " "
                    + entry.validity() + " v" + entry.stamp().version());
        }
        deals(session, lines);
        return lines.stream().sorted().toList();
    }

    private static void deals(CrmSession session, List<String> lines) {
        Pipeline pipeline = session.pipelines().installDefault();
        for (Opportunity deal : all(request -> session.opportunities().find(Criteria.all(), Sort.byId(), request))) {
            String account =
                    deal.account().map(id -> session.accounts().get(id).name()).orElse("-");
            String stage = pipeline.stage(deal.stage()).map(Stage::name).orElseThrow();
            lines.add("deal " + deal.externalReference() + " " + deal.name() + " " + account + " " + stage + " "
                    + deal.amount() + " " + deal.closeDate() + " " + deal.closedOn() + " " + deal.owner() + " v"
                    + deal.stamp().version() + " quotes "
                    + session.quotes().ofOpportunity(deal.id(), FIRST).items().size());
        }
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        PageRequest request = FIRST;
        while (true) {
            Page<T> page = pages.apply(request);
            page.forEach(all::add);
            if (page.next().isEmpty()) {
                return all;
            }
            request = PageRequest.after(page.next().get(), PageRequest.MAX_SIZE);
        }
    }
}
