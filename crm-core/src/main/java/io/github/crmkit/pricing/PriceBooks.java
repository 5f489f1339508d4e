package io.github.crmkit.pricing;

import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The price books of a tenant. */
public interface PriceBooks extends Repository<PriceBook, PriceBookId> {

    /** How price books are kept. */
    EntityType<PriceBook, PriceBookId> TYPE = EntityType.named("price-book", PriceBookId::new, PriceBook::id)
            .fields(PriceBookFields.ALL)
            .unique("name", PriceBookFields.NAME)
            .stamp(PriceBook::stamp, PriceBook::withStamp);

    /** These questions asked of any repository. */
    static PriceBooks over(Repository<PriceBook, PriceBookId> kept) {
        record Asked(Repository<PriceBook, PriceBookId> base)
                implements PriceBooks, ForwardingRepository<PriceBook, PriceBookId> {}
        return new Asked(kept);
    }

    /** The book of exactly this name. */
    default Optional<PriceBook> named(String name) {
        return first(PriceBookFields.NAME.equalTo(name), Sort.byId());
    }
}
