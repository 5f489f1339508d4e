package io.github.crmkit.promotion;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.promotion.PromotionService.EditPromotion;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Limits hold exactly, however many ask at once. */
class RedemptionRaceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final AccountId SIAM = new AccountId(new UUID(3, 1));
    private static final int CALLERS = 16;

    private static Desk desk(Storage storage) {
        return new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
    }

    private static EntityRef quote(int number) {
        return new EntityRef("quote", new UUID(9, number));
    }

    @RepeatedTest(20)
    void a_limit_is_reached_and_never_exceeded() throws Exception {
        Desk desk = desk(new MemoryStorage());
        Promotion summer =
                new PromotionService(desk).open(NewPromotion.of("Summer").maxUses(5L));

        List<Boolean> made = together(CALLERS, desk, i -> Redeem.of(summer.id(), quote(i), DAY));

        assertThat(made).filteredOn(m -> m).hasSize(5);
        assertThat(new PromotionService(desk).get(summer.id()).used()).isEqualTo(5);
        assertThat(counting(desk)).isEqualTo(5);
    }

    @RepeatedTest(20)
    void a_coupon_for_one_use_is_used_once_and_an_account_has_its_share() throws Exception {
        Desk desk = desk(new MemoryStorage());
        PromotionService promotions = new PromotionService(desk);
        Promotion summer = promotions.open(NewPromotion.of("Summer").withCoupon());
        Promotion winter = promotions.open(NewPromotion.of("Winter").maxUsesPerAccount(3L));
        promotions.issueCoupons(summer.id(), List.of(NewCoupon.once("once")));

        List<Boolean> withCoupon = together(
                CALLERS, desk, i -> Redeem.of(summer.id(), quote(i), DAY).coupon("once"));
        List<Boolean> byAccount = together(
                CALLERS, desk, i -> Redeem.of(winter.id(), quote(i), DAY).by(SIAM));

        assertThat(withCoupon).filteredOn(m -> m).hasSize(1);
        assertThat(byAccount).filteredOn(m -> m).hasSize(3);
    }

    @RepeatedTest(20)
    void the_same_thing_asking_many_times_at_once_uses_it_once() throws Exception {
        Desk desk = desk(new MemoryStorage());
        Promotion summer =
                new PromotionService(desk).open(NewPromotion.of("Summer").maxUses(5L));

        List<Boolean> made = together(CALLERS, desk, i -> Redeem.of(summer.id(), quote(1), DAY));

        assertThat(made).hasSize(CALLERS).containsOnly(true);
        assertThat(new PromotionService(desk).get(summer.id()).used()).isEqualTo(1);
        assertThat(counting(desk)).isEqualTo(1);
    }

    @RepeatedTest(20)
    void a_busy_promotion_is_edited_without_a_conflict_and_no_use_is_lost() throws Exception {
        Desk desk = desk(new MemoryStorage());
        PromotionService promotions = new PromotionService(desk);
        Promotion summer = promotions.open(NewPromotion.of("Summer").maxUses(100L));
        ExecutorService editor = Executors.newSingleThreadExecutor();
        try {
            Future<Promotion> edited =
                    editor.submit(() -> promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(CALLERS + 1L))));
            List<Boolean> made = together(CALLERS, desk, i -> Redeem.of(summer.id(), quote(i), DAY));

            assertThat(made).containsOnly(true);
            assertThat(edited.get().edition()).isEqualTo(2);
        } finally {
            editor.shutdownNow();
        }
        assertThat(promotions.get(summer.id()).used()).isEqualTo(CALLERS);
        assertThat(promotions.get(summer.id()).maxUses()).isEqualTo(CALLERS + 1L);
    }

    /** The breach: a host's own repository of promotions that does not look at versions. */
    @Test
    void without_the_check_of_versions_a_limit_would_be_exceeded() throws Exception {
        Promotion summer = new PromotionService(desk(new MemoryStorage()))
                .open(NewPromotion.of("Summer").maxUses(1L));
        Careless promotions = new Careless(new AtomicReference<>(summer), new CyclicBarrier(2));
        Desk desk = desk(new MemoryStorage().replacing(Promotions.TYPE, unit -> promotions));

        List<Boolean> made = together(2, desk, i -> Redeem.of(summer.id(), quote(i), DAY));

        assertThat(made).as("both had the last one").containsExactly(true, true);
        assertThat(counting(desk)).isEqualTo(2);
    }

    /** Holds one promotion, lets two read it before either writes, and writes whatever it is given. */
    private record Careless(AtomicReference<Promotion> kept, CyclicBarrier bothHaveRead) implements Promotions {

        @Override
        public Optional<Promotion> find(PromotionId id) {
            try {
                Promotion read = kept.get();
                bothHaveRead.await(10, TimeUnit.SECONDS);
                return Optional.of(read);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        }

        @Override
        public void update(Promotion state) {
            kept.set(state);
        }

        @Override
        public List<Promotion> findAll(Collection<PromotionId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Promotion> page(Criteria<Promotion> where, Sort<Promotion> sort, PageRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Criteria<Promotion> where) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void insert(Promotion state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void insertAll(List<Promotion> states) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Promotion state) {
            throw new UnsupportedOperationException();
        }
    }

    private static long counting(Desk desk) {
        return desk.storage()
                .inUnit(TENANT, unit -> unit.repository(Redemptions.TYPE).count(RedemptionFields.COUNTS.equalTo(true)));
    }

    /** Whether each of them got what it asked for; the others were refused with a type. */
    private static List<Boolean> together(int callers, Desk desk, IntFunction<Redeem> asks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Redeem command = asks.apply(i);
                tasks.add(() -> {
                    start.await();
                    return redeemed(desk, command);
                });
            }
            List<Boolean> made = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                made.add(one.get());
            }
            return made;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean redeemed(Desk desk, Redeem command) {
        while (true) {
            try {
                return new RedemptionService(desk).redeem(command).counts();
            } catch (StaleVersionException givenUp) {
                Thread.onSpinWait(); // asked again, as a host would
            } catch (PromotionNotGrantedException refused) {
                return false;
            }
        }
    }
}
