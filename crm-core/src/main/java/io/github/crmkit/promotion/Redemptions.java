package io.github.crmkit.promotion;

import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.promotion.RedemptionFields.ReferenceId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The redemptions of a tenant. */
public interface Redemptions extends Repository<Redemption, RedemptionId> {

    /** How redemptions are kept: at most one of a promotion for each thing that uses it. */
    EntityType<Redemption, RedemptionId> TYPE = EntityType.named("redemption", RedemptionId::new, Redemption::id)
            .fields(RedemptionFields.ALL)
            .unique(
                    "reference",
                    RedemptionFields.PROMOTION,
                    RedemptionFields.REFERENCE_TYPE,
                    RedemptionFields.REFERENCE_ID)
            .stamp(Redemption::stamp, Redemption::withStamp);

    /** The redemptions within a unit of work, as its caller sees them. */
    static Redemptions in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The redemptions in this repository. */
    static Redemptions over(Repository<Redemption, RedemptionId> repository) {
        record Kept(Repository<Redemption, RedemptionId> base)
                implements Redemptions, ForwardingRepository<Redemption, RedemptionId> {}
        return new Kept(repository);
    }

    /** The use of a promotion by this thing, given back or not. */
    default Optional<Redemption> of(PromotionId promotion, EntityRef reference) {
        return first(
                RedemptionFields.PROMOTION
                        .equalTo(promotion)
                        .and(RedemptionFields.REFERENCE_TYPE.equalTo(reference.type()))
                        .and(RedemptionFields.REFERENCE_ID.equalTo(new ReferenceId(reference.id()))),
                Sort.byId());
    }

    /**
     * The uses of these promotions by this thing, given back or not.
     *
     * @param promotions at most {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     */
    default List<Redemption> of(Collection<PromotionId> promotions, EntityRef reference) {
        List<Redemption> found = new ArrayList<>();
        each(
                RedemptionFields.PROMOTION
                        .in(promotions)
                        .and(RedemptionFields.REFERENCE_TYPE.equalTo(reference.type()))
                        .and(RedemptionFields.REFERENCE_ID.equalTo(new ReferenceId(reference.id()))),
                Sort.byId(),
                found::add);
        return found;
    }

    /**
     * How often an account uses each of these promotions now; those that it does not use are left out.
     *
     * @param promotions at most {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     */
    default Map<PromotionId, Long> usesBy(AccountId account, Collection<PromotionId> promotions) {
        Map<PromotionId, Long> uses = new HashMap<>();
        if (!promotions.isEmpty()) {
            each(
                    RedemptionFields.ACCOUNT
                            .equalTo(account)
                            .and(RedemptionFields.PROMOTION.in(promotions))
                            .and(RedemptionFields.COUNTS.equalTo(true)),
                    Sort.byId(),
                    r -> uses.merge(r.promotion(), 1L, Long::sum));
        }
        return uses;
    }
}
