package io.github.crmkit.promotion;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses promotions and gives uses back, for one caller. {@link PromotionService} keeps the promotions. */
public final class RedemptionService {

    private final Desk desk;

    public RedemptionService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks to use a promotion.
     *
     * @param reference what uses it, for example a quote: it uses a promotion once, however often it asks
     * @param date the day on which it is to be granted, in the organisation's zone
     * @param coupon the code of a coupon, in either case; absent where none is shown
     * @param account who uses it; absent where nobody is named
     */
    public record Redeem(
            @NotNull PromotionId promotion,
            @NotNull EntityRef reference,
            @NotNull LocalDate date,
            @Nullable String coupon,
            @Nullable AccountId account)
            implements Command {

        /** Without a coupon, by nobody who is named. */
        public static Redeem of(PromotionId promotion, EntityRef reference, LocalDate date) {
            return new Redeem(promotion, reference, date, null, null);
        }

        /** Showing this coupon. */
        public Redeem coupon(@Nullable String code) {
            return new Redeem(promotion, reference, date, code, account);
        }

        /** By this account. */
        public Redeem by(@Nullable AccountId user) {
            return new Redeem(promotion, reference, date, coupon, user);
        }

        @Override
        public void check(Violations problems) {
            if (reference != null) { // reported by its own constraint
                Redemption.checkReference(reference, problems);
            }
        }
    }

    /**
     * Uses a promotion. The same thing uses it once: asked again, it gets the redemption that it has. Limits hold exactly, also
     * when many ask at once.
     *
     * @throws PromotionNotGrantedException where it is not granted; the standing says why
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such promotion
     * @throws StaleVersionException where others were faster so often that it was given up, or once within a transaction of
     *     the host's; nothing was written, and it may be asked again
     */
    public Redemption redeem(Redeem command) {
        desk.commandCheck().require(command);
        return PromotionUses.persistently(desk, work -> {
            Promotion promotion = work.get(Promotions.TYPE, command.promotion());
            Optional<Redemption> earlier = Redemptions.in(work).of(promotion.id(), command.reference());
            if (earlier.isPresent() && earlier.get().counts()) {
                return earlier.get();
            }
            Coupon coupon = shown(work, promotion, command.coupon());
            PromotionStanding standing =
                    promotion.standing(command.date(), coupon, uses(work, promotion, command.account()));
            if (!standing.isGranted()) {
                throw new PromotionNotGrantedException(promotion.id(), standing);
            }
            return PromotionUses.use(
                    work, promotion, coupon, earlier.orElse(null), command.reference(), command.account());
        });
    }

    private static @Nullable Coupon shown(Work work, Promotion promotion, @Nullable String code) {
        if (code == null) {
            return null;
        }
        Optional<Coupon> coupon = Coupon.isCode(code) ? Coupons.in(work).coded(code) : Optional.empty();
        return coupon.filter(c -> c.promotion().equals(promotion.id()))
                .orElseThrow(() -> new PromotionNotGrantedException(promotion.id(), PromotionStanding.COUPON_UNKNOWN));
    }

    private static @Nullable Long uses(Work work, Promotion promotion, @Nullable AccountId account) {
        if (account == null || promotion.maxUsesPerAccount() == null) {
            return null;
        }
        return Redemptions.in(work).usesBy(account, List.of(promotion.id())).getOrDefault(promotion.id(), 0L);
    }

    /**
     * Gives a use back: promotion and coupon may be used once more. What does not use the promotion, or gave its use back
     * already, stays as it is.
     *
     * @return the redemption, which counts no more; absent where the thing never used the promotion
     */
    public Optional<Redemption> release(PromotionId id, EntityRef reference) {
        return PromotionUses.persistently(desk, work -> {
            Promotion promotion = work.get(Promotions.TYPE, id);
            Optional<Redemption> made = Redemptions.in(work).of(id, reference);
            if (made.isEmpty() || !made.get().counts()) {
                return made;
            }
            work.save(Promotions.TYPE, Action.UPDATE, promotion.giveBack());
            CouponId coupon = made.get().coupon();
            if (coupon != null) {
                work.save(
                        Coupons.TYPE,
                        Action.UPDATE,
                        work.get(Coupons.TYPE, coupon).giveBack());
            }
            return Optional.of(
                    work.save(Redemptions.TYPE, Action.UPDATE, made.get().release()));
        });
    }

    /**
     * How promotions stand for somebody on a day, before anything is used; as {@link PromotionStandings#read}.
     *
     * @param promotions at most {@value Criteria#MAX_VALUES}
     * @param coupons the codes that are shown, at most {@value Criteria#MAX_VALUES}
     */
    public Map<PromotionId, PromotionStanding> standings(
            Collection<PromotionId> promotions,
            LocalDate date,
            @Nullable AccountId account,
            Collection<String> coupons) {
        return desk.run(work -> PromotionStandings.read(work, promotions, date, account, coupons));
    }

    /**
     * The redemption with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Redemption get(RedemptionId id) {
        return desk.run(work -> work.get(Redemptions.TYPE, id));
    }

    /** One page of redemptions, those that were given back included. */
    public Page<Redemption> find(Criteria<Redemption> where, Sort<Redemption> sort, PageRequest request) {
        return desk.run(work -> work.page(Redemptions.TYPE, where, sort, request));
    }

    /** What was done to a redemption, oldest first. */
    public List<HistoryEntry> history(RedemptionId id) {
        return desk.run(work -> work.historyOf(Redemptions.TYPE.refOf(work.get(Redemptions.TYPE, id))));
    }
}
