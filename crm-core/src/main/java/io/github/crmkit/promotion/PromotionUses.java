package io.github.crmkit.promotion;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StaleVersionException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Uses promotions within a unit of work of another feature's, whose own changes are stored with the uses or not at all. As many
 * reads for many promotions as for one.
 */
public final class PromotionUses {

    /** How often a unit is tried while others are faster; each time that one fails, another one has made progress. */
    private static final int ATTEMPTS = 64;

    private static final Set<String> COUNTED =
            Set.of(Promotions.TYPE.name(), Coupons.TYPE.name(), Redemptions.TYPE.name());

    private final Work work;
    private final EntityRef reference;
    private final LocalDate date;
    private final @Nullable AccountId account;
    private final List<Coupon> coupons;
    private final Map<PromotionId, Redemption> earlier = new HashMap<>();
    private final Map<PromotionId, Long> uses = new HashMap<>();

    private PromotionUses(
            Work work, EntityRef reference, LocalDate date, @Nullable AccountId account, Collection<String> codes) {
        this.work = work;
        this.reference = reference;
        this.date = date;
        this.account = account;
        this.coupons =
                Coupons.in(work).coded(codes.stream().filter(Coupon::isCode).toList());
    }

    /**
     * Uses each of these promotions once for a thing. What it uses already stays as it is.
     *
     * @param promotions at most {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     * @param reference what uses them
     * @param date the day on which they are to be granted, in the organisation's zone
     * @param account who uses them; absent where nobody is named
     * @param codes the coupons that are shown; those of other promotions do not matter
     * @return one for each promotion, in the order of their ids
     * @throws PromotionNotGrantedException for the first one that is not granted
     * @throws NotFoundException where there is no such promotion
     */
    public static List<Redemption> useAll(
            Work work,
            Collection<PromotionId> promotions,
            EntityRef reference,
            LocalDate date,
            @Nullable AccountId account,
            Collection<String> codes) {
        Set<PromotionId> ids = new TreeSet<>(Comparator.comparing(PromotionId::value)); // two never wait for each other
        ids.addAll(promotions);
        return ids.isEmpty() ? List.of() : new PromotionUses(work, reference, date, account, codes).use(ids);
    }

    private List<Redemption> use(Set<PromotionId> ids) {
        Map<PromotionId, Promotion> found = new HashMap<>();
        work.repository(Promotions.TYPE).findAll(ids).forEach(p -> found.put(p.id(), p));
        Redemptions.in(work).of(ids, reference).forEach(r -> earlier.put(r.promotion(), r));
        List<PromotionId> limited = found.values().stream()
                .filter(p -> p.maxUsesPerAccount() != null)
                .map(Promotion::id)
                .toList();
        if (account != null) {
            uses.putAll(Redemptions.in(work).usesBy(account, limited));
        }
        List<Redemption> made = new ArrayList<>();
        for (PromotionId id : ids) {
            Promotion promotion = found.get(id);
            if (promotion == null) {
                throw new NotFoundException(Promotions.TYPE.refTo(id));
            }
            made.add(use(promotion));
        }
        return made;
    }

    private Redemption use(Promotion promotion) {
        Redemption before = earlier.get(promotion.id());
        if (before != null && before.counts()) {
            return before;
        }
        Coupon coupon = shown(promotion);
        PromotionStanding standing = standing(promotion, coupon);
        if (!standing.isGranted()) {
            throw new PromotionNotGrantedException(promotion.id(), standing);
        }
        return use(work, promotion, coupon, before, reference, account);
    }

    /** A coupon that opens the promotion, else the first that is shown of it. */
    private @Nullable Coupon shown(Promotion promotion) {
        List<Coupon> own = coupons.stream()
                .filter(c -> promotion.needsCoupon() && c.promotion().equals(promotion.id()))
                .toList();
        return own.stream()
                .filter(c -> standing(promotion, c).isGranted())
                .findFirst()
                .orElse(own.isEmpty() ? null : own.get(0));
    }

    private PromotionStanding standing(Promotion promotion, @Nullable Coupon coupon) {
        return promotion.standing(date, coupon, account == null ? null : uses.getOrDefault(promotion.id(), 0L));
    }

    /** Counts one use more of what is granted, and writes down by what. */
    static Redemption use(
            Work work,
            Promotion promotion,
            @Nullable Coupon coupon,
            @Nullable Redemption earlier,
            EntityRef reference,
            @Nullable AccountId account) {
        work.save(Promotions.TYPE, Action.UPDATE, promotion.use());
        if (coupon != null) {
            work.save(Coupons.TYPE, Action.UPDATE, coupon.use());
        }
        CouponId shown = coupon == null ? null : coupon.id();
        if (earlier != null) {
            return work.save(Redemptions.TYPE, Action.UPDATE, earlier.again(shown, account, work.now()));
        }
        Redemption made = new Redemption(
                new RedemptionId(work.newId()),
                work.firstStamp(),
                promotion.id(),
                shown,
                account,
                reference,
                work.now(),
                true);
        return work.save(Redemptions.TYPE, Action.CREATE, Change.created(made, new PromotionEvent.Redeemed()));
    }

    /**
     * Runs work as one unit, and from the start again while others are faster at using promotions; it finds what they did. A
     * conflict over anything else is not tried again, nor is any within a transaction of the host's.
     */
    public static <R> R persistently(Desk desk, Function<Work, R> task) {
        int attempts = desk.storage().ownsTransactions() ? ATTEMPTS : 1;
        while (true) {
            attempts--;
            try {
                return desk.run(task);
            } catch (StaleVersionException conflict) {
                boolean over =
                        conflict.subject().map(s -> COUNTED.contains(s.type())).orElse(true);
                if (attempts == 0 || !over) {
                    throw conflict;
                }
            } catch (DuplicateKeyException conflict) {
                if (attempts == 0 || !conflict.type().equals(Redemptions.TYPE.name())) {
                    throw conflict;
                }
            }
        }
    }
}
