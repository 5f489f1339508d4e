package io.github.crmkit.promotion;

import io.github.crmkit.access.Work;
import io.github.crmkit.party.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how promotions stand for somebody: for the door, and for what prices lines within a unit of work of its own. */
public final class PromotionStandings {

    private PromotionStandings() {}

    /**
     * How each of these promotions stands. Three queries, however many promotions and coupons (one more for each thousand
     * uses by the account).
     *
     * @param promotions at most {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     * @param account who wants to use them; absent where nobody is named
     * @param codes the coupons that are shown, in either case; those of other promotions do not matter. At most
     *     {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     * @return one for each, {@link PromotionStanding#UNKNOWN} for what the caller does not see
     */
    public static Map<PromotionId, PromotionStanding> read(
            Work work,
            Collection<PromotionId> promotions,
            LocalDate date,
            @Nullable AccountId account,
            Collection<String> codes) {
        Set<PromotionId> asked = new LinkedHashSet<>(promotions);
        Map<PromotionId, PromotionStanding> standings = new HashMap<>();
        asked.forEach(id -> standings.put(id, PromotionStanding.UNKNOWN));
        if (asked.isEmpty()) {
            return standings;
        }
        List<Promotion> found = work.repository(Promotions.TYPE).findAll(asked);
        List<Coupon> coupons =
                Coupons.in(work).coded(codes.stream().filter(Coupon::isCode).toList());
        Map<PromotionId, Long> uses = account == null ? Map.of() : uses(work, account, found);
        for (Promotion promotion : found) {
            Long ofAccount = account == null ? null : uses.getOrDefault(promotion.id(), 0L);
            standings.put(promotion.id(), best(promotion, coupons, date, ofAccount));
        }
        return standings;
    }

    private static Map<PromotionId, Long> uses(Work work, AccountId account, List<Promotion> promotions) {
        List<PromotionId> limited = promotions.stream()
                .filter(p -> p.maxUsesPerAccount() != null)
                .map(Promotion::id)
                .toList();
        return Redemptions.in(work).usesBy(account, limited);
    }

    /** With several coupons one that is granted is enough; otherwise the first one's reason stands. */
    private static PromotionStanding best(
            Promotion promotion, List<Coupon> coupons, LocalDate date, @Nullable Long ofAccount) {
        PromotionStanding first = null;
        for (Coupon coupon : coupons) {
            if (promotion.needsCoupon() && coupon.promotion().equals(promotion.id())) {
                PromotionStanding standing = promotion.standing(date, coupon, ofAccount);
                if (standing.isGranted()) {
                    return standing;
                }
                first = first == null ? standing : first;
            }
        }
        return first == null ? promotion.standing(date, null, ofAccount) : first;
    }
}
