package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;

class DerivationProperties {

    private static final int BOOKS = 11;
    private static final int ALONE = -1;

    /** An edit: which book is to be derived from which; a book from itself is to stand alone. */
    record Edit(int book, int base) {}

    @Property(tries = 300)
    void an_edit_is_refused_exactly_where_it_closes_a_circle_or_makes_a_chain_too_long(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = BOOKS * BOOKS - 1) Integer> edits) {
        PriceBookService service = service();
        List<PriceBookId> books = open(service);
        int[] bases = new int[BOOKS];
        Arrays.fill(bases, ALONE);
        for (int number : edits) {
            Edit edit = new Edit(number / BOOKS, number % BOOKS);
            int[] wanted = bases.clone();
            wanted[edit.book()] = edit.book() == edit.base() ? ALONE : edit.base();
            boolean possible = longest(wanted) <= Derivation.MAX_BOOKS;

            assertThat(apply(service, books, edit)).as("%s on %s", edit, bases).isEqualTo(possible);
            bases = possible ? wanted : bases;
        }
        assertThat(basesOf(service, books)).containsExactly(bases);
    }

    @Property(tries = 60)
    void edits_at_the_same_time_never_leave_a_circle_or_a_chain_too_long(
            @ForAll @Size(min = 8, max = 32) List<@IntRange(max = BOOKS * BOOKS - 1) Integer> edits) throws Exception {
        PriceBookService service = service();
        List<PriceBookId> books = open(service);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier start = new CyclicBarrier(4);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                int writer = w;
                writers.add(() -> {
                    start.await();
                    for (int i = writer; i < edits.size(); i += 4) {
                        apply(service, books, new Edit(edits.get(i) / BOOKS, edits.get(i) % BOOKS));
                    }
                    return true;
                });
            }
            for (Future<Boolean> writer : pool.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(longest(basesOf(service, books))).isLessThanOrEqualTo(Derivation.MAX_BOOKS);
    }

    private static PriceBookService service() {
        return new PriceBookService(CatalogDesk.of(new MemoryStorage(), CatalogDesk.OURS));
    }

    private static List<PriceBookId> open(PriceBookService service) {
        List<PriceBookId> books = new ArrayList<>();
        for (int i = 0; i < BOOKS; i++) {
            books.add(
                    service.open(NewPriceBook.of("Book " + i, CurrencyUnit.USD)).id());
        }
        return books;
    }

    /** Whether it was done; another writer in between counts as not. */
    private static boolean apply(PriceBookService service, List<PriceBookId> books, Edit edit) {
        EditPriceBook command = EditPriceBook.of(service.get(books.get(edit.book())));
        try {
            service.edit(
                    edit.book() == edit.base()
                            ? command.standingAlone()
                            : command.derivedFrom(books.get(edit.base()), PriceFormula.same()));
            return true;
        } catch (RuleViolationsException | StaleVersionException refused) {
            return false;
        }
    }

    private static int[] basesOf(PriceBookService service, List<PriceBookId> books) {
        return books.stream()
                .mapToInt(id -> service.get(id)
                        .derivedFrom()
                        .map(d -> books.indexOf(d.base()))
                        .orElse(ALONE))
                .toArray();
    }

    /** How many books the longest chain has; more than there are books where one runs in a circle. */
    private static int longest(int[] bases) {
        int longest = 0;
        for (int book = 0; book < BOOKS; book++) {
            int length = 0;
            for (int at = book; at != ALONE && length <= BOOKS; at = bases[at]) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
