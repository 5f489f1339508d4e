package io.github.crmkit.promotion;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps promotions and their coupons, for one caller. {@link RedemptionService} uses them. */
public final class PromotionService {

    /** The most coupons that are issued at once. */
    public static final int MAX_COUPONS = Criteria.MAX_VALUES;

    private final Desk desk;

    public PromotionService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks for a new promotion.
     *
     * @param name unique within the tenant
     * @param validity the days on which it is granted
     * @param needsCoupon whether it is granted with one of its coupons only
     * @param maxUses how often in all; absent for no limit
     * @param maxUsesPerAccount how often to each account; absent for no limit
     */
    public record NewPromotion(
            @NotNull @PlainText(max = Promotion.MAX_NAME) String name,
            @NotNull DateRange validity,
            boolean needsCoupon,
            @Nullable @PositiveOrZero Long maxUses,
            @Nullable @PositiveOrZero Long maxUsesPerAccount)
            implements Command {

        /** Granted to everyone on all days, without limits. */
        public static NewPromotion of(String name) {
            return new NewPromotion(name, DateRange.always(), false, null, null);
        }

        /** On these days. */
        public NewPromotion validity(DateRange days) {
            return new NewPromotion(name, days, needsCoupon, maxUses, maxUsesPerAccount);
        }

        /** To whoever shows one of its coupons. */
        public NewPromotion withCoupon() {
            return new NewPromotion(name, validity, true, maxUses, maxUsesPerAccount);
        }

        /** At most so often in all; absent for no limit. */
        public NewPromotion maxUses(@Nullable Long limit) {
            return new NewPromotion(name, validity, needsCoupon, limit, maxUsesPerAccount);
        }

        /** At most so often to each account; absent for no limit. */
        public NewPromotion maxUsesPerAccount(@Nullable Long limit) {
            return new NewPromotion(name, validity, needsCoupon, maxUses, limit);
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Asks for another name, other days and other limits: starts from the promotion as the caller saw it.
     *
     * @param edition the {@link Promotion#edition} that the caller saw; uses make no new one
     * @param terms what it is to say
     */
    public record EditPromotion(
            @NotNull PromotionId id,
            @Positive long edition,
            @NotNull @Valid NewPromotion terms) implements Command {

        /** Everything as it is. */
        public static EditPromotion of(Promotion seen) {
            return new EditPromotion(
                    seen.id(),
                    seen.edition(),
                    new NewPromotion(
                            seen.name(),
                            seen.validity(),
                            seen.needsCoupon(),
                            seen.maxUses(),
                            seen.maxUsesPerAccount()));
        }

        /** With these terms. */
        public EditPromotion terms(Function<NewPromotion, NewPromotion> change) {
            return new EditPromotion(id, edition, change.apply(terms));
        }

        @Override
        public void check(Violations problems) {
            if (terms != null) { // reported by its own constraint
                Violations inside = new Violations();
                terms.check(inside);
                inside.list().forEach(v -> problems.addAll(List.of(v.under("terms"))));
            }
        }
    }

    /**
     * Asks for a coupon.
     *
     * @param code as {@link Coupon} has it, in either case
     * @param validity the days on which it can be shown
     * @param maxUses how often it can be used; absent for no limit of its own
     */
    public record NewCoupon(
            @NotNull String code,
            @NotNull DateRange validity,
            @Nullable @PositiveOrZero Long maxUses) implements Command {

        /** To be used once, on all days. */
        public static NewCoupon once(String code) {
            return new NewCoupon(code, DateRange.always(), 1L);
        }

        /** To be used as often as the promotion is granted, on all days. */
        public static NewCoupon shared(String code) {
            return new NewCoupon(code, DateRange.always(), null);
        }

        /** On these days. */
        public NewCoupon validity(DateRange days) {
            return new NewCoupon(code, days, maxUses);
        }

        /** At most so often; absent for no limit of its own. */
        public NewCoupon maxUses(@Nullable Long limit) {
            return new NewCoupon(code, validity, limit);
        }

        @Override
        public void check(Violations problems) { // absent values are reported by their own constraints
            if (code != null) {
                Coupon.checkCode(code, problems);
            }
            if (validity != null) {
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Opens a promotion.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken
     */
    public Promotion open(NewPromotion command) {
        return desk.run(command, work -> {
            Promotion promotion = new Promotion(
                    new PromotionId(work.newId()),
                    work.firstStamp(),
                    command.name(),
                    command.validity(),
                    true,
                    command.needsCoupon(),
                    command.maxUses(),
                    command.maxUsesPerAccount(),
                    0,
                    1);
            return work.save(Promotions.TYPE, Action.CREATE, Change.created(promotion, new PromotionEvent.Opened()));
        });
    }

    /**
     * Gives a promotion another name, other days and other limits; uses stay as they are, also above a lower limit. Where it has
     * them, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with them
     * @throws StaleVersionException where somebody else changed it since the caller saw it; using it is no change
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name is taken
     */
    public Promotion edit(EditPromotion command) {
        desk.commandCheck().require(command);
        Edited edited = PromotionUses.persistently(desk, work -> {
            Promotion promotion = work.get(Promotions.TYPE, command.id());
            NewPromotion terms = command.terms();
            Change<Promotion> change = promotion.edit(
                    terms.name(), terms.validity(), terms.needsCoupon(), terms.maxUses(), terms.maxUsesPerAccount());
            return !change.isNone() && promotion.edition() != command.edition()
                    ? new Edited(promotion, false)
                    : new Edited(work.save(Promotions.TYPE, Action.UPDATE, change), true);
        });
        if (!edited.asSeen()) {
            Promotion current = edited.promotion();
            throw new StaleVersionException(Promotions.TYPE.refOf(current), command.edition(), current);
        }
        return edited.promotion();
    }

    /** @param asSeen whether it had the edition that the caller saw; if not, it stays as it is */
    private record Edited(Promotion promotion, boolean asSeen) {}

    /** Lets a promotion be granted again. */
    public Promotion activate(PromotionId id) {
        return decide(id, Promotion::activate);
    }

    /** Stops a promotion from being granted; its uses stay as they are. */
    public Promotion deactivate(PromotionId id) {
        return decide(id, Promotion::deactivate);
    }

    private Promotion decide(PromotionId id, Function<Promotion, Change<Promotion>> decision) {
        return PromotionUses.persistently(
                desk, work -> work.save(Promotions.TYPE, Action.UPDATE, decision.apply(work.get(Promotions.TYPE, id))));
    }

    /**
     * Issues coupons of a promotion: all of them, or none.
     *
     * @param coupons at most {@value #MAX_COUPONS}
     * @return in the order of what was asked
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such promotion
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, under
     *     {@code coupons[i]}; among them {@code coupon-twice} and, for a code that exists, {@code coupon-taken}
     */
    public List<Coupon> issueCoupons(PromotionId id, List<NewCoupon> coupons) {
        if (coupons.size() > MAX_COUPONS) {
            throw new LimitExceededException("number of coupons to issue at once", MAX_COUPONS);
        }
        return desk.runIdempotent(work -> {
            Promotion promotion = work.get(Promotions.TYPE, id);
            Violations problems = desk.commandCheck().inspectAll("coupons", coupons);
            checkCodes(work, coupons, problems);
            problems.throwIfAny("coupons");
            return coupons.isEmpty() ? List.of() : issue(work, promotion, coupons);
        });
    }

    private static void checkCodes(Work work, List<NewCoupon> coupons, Violations problems) {
        List<String> codes = coupons.stream()
                .map(NewCoupon::code)
                .filter(Objects::nonNull)
                .filter(Coupon::isCode) // nothing is asked of the store that it could not keep
                .toList();
        Set<String> taken =
                Coupons.in(work).coded(codes).stream().map(Coupon::code).collect(Collectors.toSet());
        Map<String, Integer> earlier = new HashMap<>();
        for (int i = 0; i < coupons.size(); i++) {
            if (coupons.get(i).code() != null) {
                String path = "coupons[" + i + "].code";
                String code = Coupon.normal(coupons.get(i).code());
                Integer other = earlier.putIfAbsent(code, i);
                problems.require(other == null, path, "coupon-twice", "must differ from coupons[" + other + "]");
                problems.require(!taken.contains(code), path, "coupon-taken", "must be a code that does not exist");
            }
        }
    }

    private static List<Coupon> issue(Work work, Promotion promotion, List<NewCoupon> coupons) {
        List<Change<Coupon>> issued = new ArrayList<>();
        for (NewCoupon asked : coupons) {
            Coupon coupon = new Coupon(
                    new CouponId(work.newId()),
                    work.firstStamp(),
                    asked.code(),
                    promotion.id(),
                    asked.validity(),
                    true,
                    asked.maxUses(),
                    0);
            issued.add(Change.created(coupon, new PromotionEvent.CouponIssued()));
        }
        return work.saveAllNew(Coupons.TYPE, issued);
    }

    /** Lets a coupon be shown again. */
    public Coupon activateCoupon(CouponId id) {
        return decideCoupon(id, Coupon::activate);
    }

    /** Keeps a coupon from being shown; its uses stay as they are. */
    public Coupon deactivateCoupon(CouponId id) {
        return decideCoupon(id, Coupon::deactivate);
    }

    private Coupon decideCoupon(CouponId id, Function<Coupon, Change<Coupon>> decision) {
        return PromotionUses.persistently(
                desk, work -> work.save(Coupons.TYPE, Action.UPDATE, decision.apply(work.get(Coupons.TYPE, id))));
    }

    /**
     * The promotion with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Promotion get(PromotionId id) {
        return desk.run(work -> work.get(Promotions.TYPE, id));
    }

    /** The promotion of exactly this name. */
    public Optional<Promotion> named(String name) {
        return desk.run(work -> Promotions.in(work).named(name));
    }

    /** One page of promotions. */
    public Page<Promotion> find(Criteria<Promotion> where, Sort<Promotion> sort, PageRequest request) {
        return desk.run(work -> work.page(Promotions.TYPE, where, sort, request));
    }

    /** The coupon with this code, in either case. */
    public Optional<Coupon> coupon(String code) {
        return desk.run(work -> Coupons.in(work).coded(code));
    }

    /** One page of coupons. */
    public Page<Coupon> findCoupons(Criteria<Coupon> where, Sort<Coupon> sort, PageRequest request) {
        return desk.run(work -> work.page(Coupons.TYPE, where, sort, request));
    }

    /** What was done to a promotion, its uses included, oldest first; coupons have histories of their own. */
    public List<HistoryEntry> history(PromotionId id) {
        return desk.run(work -> work.historyOf(Promotions.TYPE.refOf(work.get(Promotions.TYPE, id))));
    }
}
