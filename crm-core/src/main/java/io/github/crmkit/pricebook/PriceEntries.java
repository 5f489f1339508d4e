package io.github.crmkit.pricebook;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The entries of all price books of a tenant. */
public interface PriceEntries extends Repository<PriceEntry, PriceEntryId> {

    /** How entries are kept. */
    EntityType<PriceEntry, PriceEntryId> TYPE = EntityType.named("price-entry", PriceEntryId::new, PriceEntry::id)
            .fields(PriceEntryFields.ALL)
            .unique(
                    "tier",
                    PriceEntryFields.BOOK,
                    PriceEntryFields.PRODUCT,
                    PriceEntryFields.UNIT,
                    PriceEntryFields.FROM_QUANTITY,
                    PriceEntryFields.VALID_FROM)
            .stamp(PriceEntry::stamp, PriceEntry::withStamp);

    /** The entries within a unit of work, as its caller sees them. */
    static PriceEntries in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The entries in this repository. */
    static PriceEntries over(Repository<PriceEntry, PriceEntryId> repository) {
        record Kept(Repository<PriceEntry, PriceEntryId> base)
                implements PriceEntries, ForwardingRepository<PriceEntry, PriceEntryId> {}
        return new Kept(repository);
    }

    /**
     * All entries that a book has for these products, applying or not, in the order of their ids. One query for each
     * {@value PageRequest#MAX_SIZE} entries.
     *
     * @param products at most {@value Criteria#MAX_VALUES}; more is a
     *     {@link io.github.crmkit.kernel.LimitExceededException}
     */
    default List<PriceEntry> of(PriceBookId book, Collection<ProductId> products) {
        List<PriceEntry> entries = new ArrayList<>();
        if (products.isEmpty()) {
            return entries;
        }
        Criteria<PriceEntry> where = PriceEntryFields.BOOK.equalTo(book).and(PriceEntryFields.PRODUCT.in(products));
        Page<PriceEntry> page = page(where, Sort.byId(), PageRequest.first(PageRequest.MAX_SIZE));
        page.forEach(entries::add);
        while (page.next().isPresent()) {
            page = page(where, Sort.byId(), PageRequest.after(page.next().get(), PageRequest.MAX_SIZE));
            page.forEach(entries::add);
        }
        return entries;
    }
}
