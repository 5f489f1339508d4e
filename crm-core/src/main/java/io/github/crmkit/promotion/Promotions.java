package io.github.crmkit.promotion;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The promotions of a tenant. */
public interface Promotions extends Repository<Promotion, PromotionId> {

    /** How promotions are kept. */
    EntityType<Promotion, PromotionId> TYPE = EntityType.named("promotion", PromotionId::new, Promotion::id)
            .fields(PromotionFields.ALL)
            .unique("name", PromotionFields.NAME)
            .stamp(Promotion::stamp, Promotion::withStamp);

    /** The promotions within a unit of work, as its caller sees them. */
    static Promotions in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The promotions in this repository. */
    static Promotions over(Repository<Promotion, PromotionId> repository) {
        record Kept(Repository<Promotion, PromotionId> base)
                implements Promotions, ForwardingRepository<Promotion, PromotionId> {}
        return new Kept(repository);
    }

    /** The promotion of exactly this name, spaces around it aside. */
    default Optional<Promotion> named(String name) {
        return first(PromotionFields.NAME.equalTo(name.strip()), Sort.byId());
    }
}
