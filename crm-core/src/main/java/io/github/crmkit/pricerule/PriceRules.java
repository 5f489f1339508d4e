package io.github.crmkit.pricerule;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;

/** The rules of all sets of a tenant. */
public interface PriceRules extends Repository<PriceRule, PriceRuleId> {

    /** The most rules of a tenant that apply, inclusive. */
    int MAX_ACTIVE = 10_000;

    /** How rules are kept. */
    EntityType<PriceRule, PriceRuleId> TYPE = EntityType.named("price-rule", PriceRuleId::new, PriceRule::id)
            .fields(PriceRuleFields.ALL)
            .telling(PriceRuleFields.TOLD)
            .stamp(PriceRule::stamp, PriceRule::withStamp);

    /** The rules within a unit of work, as its caller sees them. */
    static PriceRules in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The rules in this repository. */
    static PriceRules over(Repository<PriceRule, PriceRuleId> repository) {
        record Kept(Repository<PriceRule, PriceRuleId> base)
                implements PriceRules, ForwardingRepository<PriceRule, PriceRuleId> {}
        return new Kept(repository);
    }
}
