package io.github.crmkit.pricerule;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule sets of a tenant. */
public interface RuleSets extends Repository<RuleSet, RuleSetId> {

    /** How rule sets are kept. */
    EntityType<RuleSet, RuleSetId> TYPE = EntityType.named("rule-set", RuleSetId::new, RuleSet::id)
            .fields(RuleSetFields.ALL)
            .unique("name", RuleSetFields.NAME)
            .unique("position", RuleSetFields.POSITION)
            .stamp(RuleSet::stamp, RuleSet::withStamp);

    /** The rule sets within a unit of work, as its caller sees them. */
    static RuleSets in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The rule sets in this repository. */
    static RuleSets over(Repository<RuleSet, RuleSetId> repository) {
        record Kept(Repository<RuleSet, RuleSetId> base)
                implements RuleSets, ForwardingRepository<RuleSet, RuleSetId> {}
        return new Kept(repository);
    }

    /** The set of exactly this name, spaces around it aside. */
    default Optional<RuleSet> named(String name) {
        return first(RuleSetFields.NAME.equalTo(name.strip()), Sort.byId());
    }

    /** All sets in the order of their positions. One query for each {@value Repository#BATCH} sets. */
    default List<RuleSet> inOrder() {
        List<RuleSet> sets = new ArrayList<>();
        each(Criteria.all(), RuleSetFields.POSITION.asc(), sets::add);
        return sets;
    }
}
