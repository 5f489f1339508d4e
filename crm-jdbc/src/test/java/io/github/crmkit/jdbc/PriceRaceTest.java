package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two transactions, each of which is right while it does not know of the other: neither commits before both have written. */
class PriceRaceTest {

    private static final PriceFormula SAME = PriceFormula.same();
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_books_are_not_derived_from_each_other(Engine engine) throws Exception {
        CrmSession session = session(engine);
        PriceBook one = open(session, "One");
        PriceBook other = open(session, "Other");

        assertThat(race(session, tx -> derive(tx, one, other), tx -> derive(tx, other, one)))
                .isEqualTo(1);
        assertThat(List.of(
                        session.priceBooks().get(one.id()), session.priceBooks().get(other.id())))
                .filteredOn(b -> b.derivedFrom().isPresent())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_longer_circle_is_not_closed_by_two_either(Engine engine) throws Exception {
        CrmSession session = session(engine);
        PriceBook first = open(session, "First");
        PriceBook second = open(session, "Second");
        PriceBook third = open(session, "Third");
        PriceBook fourth = open(session, "Fourth");
        derive(session, second, third);
        derive(session, fourth, first);

        assertThat(race(session, tx -> derive(tx, first, second), tx -> derive(tx, third, fourth)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_currency_does_not_get_two_standard_books(Engine engine) throws Exception {
        CrmSession session = session(engine);

        assertThat(race(
                        session,
                        tx -> tx.priceBooks()
                                .open(NewPriceBook.of("One", CurrencyUnit.USD).standard()),
                        tx -> tx.priceBooks()
                                .open(NewPriceBook.of("Other", CurrencyUnit.USD).standard())))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_day_does_not_get_two_contracted_prices(Engine engine) throws Exception {
        CrmSession session = session(engine);
        AccountId account =
                session.accounts().create(NewAccount.of("Siam Tiles")).id();
        ProductId tile = session.products()
                .create(NewProduct.of("TILE-60", "Floor tile"))
                .id();

        assertThat(race(
                        session,
                        tx -> agree(tx, account, tile, "USD 10", DateRange.startingOn(MAY)),
                        tx -> agree(tx, account, tile, "USD 9", DateRange.startingOn(MAY.plusDays(1)))))
                .isEqualTo(1);
        assertThat(session.contractPrices().find(account, Criteria.all(), Sort.byId(), PageRequest.first(9)))
                .hasSize(1);
    }

    private static CrmSession session(Engine engine) {
        return Crm.on(MigratedDatabase.of(engine).storage())
                .as(Caller.of(MigratedDatabase.newTenant(), new UserId(new UUID(0, 1))));
    }

    private static PriceBook open(CrmSession session, String name) {
        return session.priceBooks().open(NewPriceBook.of(name, CurrencyUnit.USD));
    }

    private static void derive(CrmSession session, PriceBook book, PriceBook base) {
        PriceBook seen = session.priceBooks().get(book.id());
        session.priceBooks().edit(EditPriceBook.of(seen).derivedFrom(base.id(), SAME));
    }

    private static void agree(CrmSession tx, AccountId account, ProductId tile, String price, DateRange days) {
        tx.contractPrices()
                .agree(account, NewContractPrice.of(tile, BigMoney.parse(price)).validity(days));
    }

    /** How many of the two were stored. One that waits for the other's row is not waited for in turn. */
    private static int race(CrmSession session, Consumer<CrmSession> one, Consumer<CrmSession> other) throws Exception {
        CountDownLatch written = new CountDownLatch(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = new ArrayList<>();
            for (Consumer<CrmSession> writing : List.of(one, other)) {
                both.add(() -> stored(session, writing, written));
            }
            int stored = 0;
            for (Future<Integer> done : pool.invokeAll(both)) {
                stored += done.get();
            }
            return stored;
        } finally {
            pool.shutdownNow();
        }
    }

    private static int stored(CrmSession session, Consumer<CrmSession> writing, CountDownLatch written) {
        try {
            session.transact(tx -> {
                writing.accept(tx);
                written.countDown();
                await(written);
            });
            return 1;
        } catch (StaleVersionException | DuplicateKeyException faster) {
            return 0;
        }
    }

    private static void await(CountDownLatch written) {
        try {
            if (!written.await(300, TimeUnit.MILLISECONDS)) {
                return; // the other one waits for a row of this one
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
