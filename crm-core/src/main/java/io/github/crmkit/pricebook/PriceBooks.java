package io.github.crmkit.pricebook;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The price books of a tenant. */
public interface PriceBooks extends Repository<PriceBook, PriceBookId> {

    /** How price books are kept; names are unique, and a currency has one active standard book at most. */
    EntityType<PriceBook, PriceBookId> TYPE = EntityType.named("price-book", PriceBookId::new, PriceBook::id)
            .fields(PriceBookFields.ALL)
            .telling(PriceBookFields.TOLD)
            .unique("name", PriceBookFields.NAME)
            .unique("standard", PriceBookFields.STANDARD_MARK)
            .stamp(PriceBook::stamp, PriceBook::withStamp);

    /** The price books within a unit of work, as its caller sees them. */
    static PriceBooks in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The price books in this repository. */
    static PriceBooks over(Repository<PriceBook, PriceBookId> repository) {
        record Kept(Repository<PriceBook, PriceBookId> base)
                implements PriceBooks, ForwardingRepository<PriceBook, PriceBookId> {}
        return new Kept(repository);
    }

    /** The book of exactly this name, spaces around it aside. */
    default Optional<PriceBook> named(String name) {
        return first(PriceBookFields.NAME.equalTo(name.strip()), Sort.byId());
    }
}
