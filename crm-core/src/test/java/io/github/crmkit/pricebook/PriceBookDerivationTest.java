package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookDerivationTest {

    private static final PriceFormula LESS = PriceFormula.discount(Percent.of(10));

    private final PriceBookService books = new PriceBookService(CatalogDesk.of(new MemoryStorage(), CatalogDesk.OURS));

    @Test
    void a_book_in_another_currency_is_derived_and_stands_alone_again() {
        PriceBook yen = books.open(NewPriceBook.of("Japan", CurrencyUnit.JPY).standard());
        PriceBook dollars =
                books.open(NewPriceBook.of("Export", CurrencyUnit.USD).derivedFrom(yen.id(), LESS));

        assertThat(books.get(dollars.id()).derivedFrom()).contains(Derivation.of(yen.id(), LESS));
        assertThat(books.edit(EditPriceBook.of(dollars).standingAlone()).derivedFrom())
                .isEmpty();
        assertThat(books.history(dollars.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("price-book.opened", "price-book.derived");
    }

    @Test
    void history_tells_what_became_of_the_formula() {
        PriceBook base = open("Base");
        PriceBook book = books.open(NewPriceBook.of("Shop", CurrencyUnit.USD).derivedFrom(base.id(), LESS));

        books.edit(EditPriceBook.of(book).name("Shops").derivedFrom(base.id(), PriceFormula.same()));

        HistoryEntry last = books.history(book.id()).get(1);
        assertThat(books.history(book.id()))
                .extracting(HistoryEntry::code)
                .contains("price-book.opened", "price-book.edited");
        assertThat(last.changes())
                .contains(new FieldChange("formula", "discount 10 %", "as the base"))
                .contains(new FieldChange("name", "Shop", "Shops"));
    }

    @Test
    void deriving_gives_every_book_above_a_new_version_and_a_new_formula_none() {
        PriceBook top = open("Top");
        PriceBook middle = derived("Middle", top);
        PriceBook book = derived("Book", middle);

        assertThat(books.get(middle.id()).stamp().version()).isEqualTo(2);
        assertThat(books.get(top.id()).stamp().version()).isEqualTo(3);
        assertThat(books.history(top.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("price-book.opened", "price-book.leant-on", "price-book.leant-on");
        books.edit(EditPriceBook.of(book).derivedFrom(middle.id(), PriceFormula.same()));
        books.edit(EditPriceBook.of(books.get(book.id())).name("Other"));
        assertThat(books.get(middle.id()).stamp().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void a_circle_of_any_length_is_refused(int length) {
        List<PriceBook> chain = chain(length);
        PriceBook first = chain.get(0);
        PriceBook last = chain.get(length - 1);

        assertThat(violations(
                        () -> books.edit(EditPriceBook.of(books.get(first.id())).derivedFrom(last.id(), LESS))))
                .containsExactly(tuple("derivation.base", "derivation-circle"));
        assertThat(books.get(first.id()).derivedFrom()).isEmpty();
    }

    @Test
    void eight_books_make_a_chain_and_nine_do_not() {
        List<PriceBook> chain = chain(8);
        PriceBook alone = open("Alone");

        assertThat(violations(() -> derived("Ninth", chain.get(7))))
                .containsExactly(tuple("derivation.base", "derivation-length"));
        assertThat(violations(() -> books.edit(
                        EditPriceBook.of(books.get(chain.get(0).id())).derivedFrom(alone.id(), LESS))))
                .as("what hangs below counts as well")
                .containsExactly(tuple("derivation.base", "derivation-length"));
        assertThat(derived("Beside", chain.get(6)).derivedFrom()).isPresent();
    }

    @Test
    void a_book_with_tax_is_not_derived_from_one_without() {
        PriceBook net = open("Net");

        assertThat(violations(() -> books.open(NewPriceBook.of("Gross", CurrencyUnit.USD)
                        .includingTax()
                        .derivedFrom(net.id(), LESS))))
                .containsExactly(tuple("derivation.base", "derivation-tax"));
    }

    @Test
    void everything_that_is_wrong_with_a_book_is_said_at_once() {
        PriceBookId nowhere = new PriceBookId(new UUID(3, 3));

        assertThat(violations(
                        () -> books.open(NewPriceBook.of(" ", CurrencyUnit.USD).derivedFrom(nowhere, LESS))))
                .containsExactly(tuple("name", "plain-text"), tuple("derivation.base", "not-found"));
        PriceBook book = open("Book");
        assertThat(violations(() -> books.edit(EditPriceBook.of(book).name(" ").derivedFrom(book.id(), LESS))))
                .containsExactly(tuple("name", "plain-text"), tuple("derivation.base", "derivation-circle"));
    }

    @Test
    @SuppressWarnings("NullAway") // what binding a request body without checks can lead to
    void what_a_host_left_out_is_refused_like_any_other_mistake() {
        assertThat(violations(() -> books.edit(new EditPriceBook(null, 0, null, null, null, null))))
                .extracting(t -> t.toList().get(0))
                .containsExactly("id", "name", "pool", "validity", "version");
        assertThat(violations(() -> books.open(new NewPriceBook(null, null, null, null, false, null, null))))
                .extracting(t -> t.toList().get(0))
                .containsExactly("currency", "kind", "name", "pool", "validity");
    }

    @Test
    void a_currency_has_one_active_standard_book() {
        PriceBook first = books.open(NewPriceBook.of("List", CurrencyUnit.USD).standard());
        books.open(NewPriceBook.of("Euro list", CurrencyUnit.EUR).standard());

        assertThatThrownBy(() ->
                        books.open(NewPriceBook.of("List 2", CurrencyUnit.USD).standard()))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("standard"));
        books.deactivate(first.id());
        books.open(NewPriceBook.of("List 2", CurrencyUnit.USD).standard());
        assertThatThrownBy(() -> books.activate(first.id())).isInstanceOf(DuplicateKeyException.class);
        assertThat(books.get(first.id()).active()).isFalse();
    }

    @Test
    void an_older_view_of_a_book_derives_nothing() {
        PriceBook base = open("Base");
        PriceBook seen = open("Seen");
        books.edit(EditPriceBook.of(seen).name("Seen by another"));

        assertThatThrownBy(() -> books.edit(EditPriceBook.of(seen).derivedFrom(base.id(), LESS)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(books.get(base.id()).stamp().version()).isEqualTo(1);
    }

    private PriceBook open(String name) {
        return books.open(NewPriceBook.of(name, CurrencyUnit.USD));
    }

    private PriceBook derived(String name, PriceBook base) {
        return books.open(NewPriceBook.of(name, CurrencyUnit.USD).derivedFrom(base.id(), LESS));
    }

    private List<PriceBook> chain(int length) {
        List<PriceBook> chain = new ArrayList<>(List.of(open("Book 1")));
        while (chain.size() < length) {
            chain.add(derived("Book " + (chain.size() + 1), chain.get(chain.size() - 1)));
        }
        return chain;
    }

    private static List<Tuple> violations(ThrowingCallable doing) {
        return catchThrowableOfType(RuleViolationsException.class, doing).violations().stream()
                .map(v -> tuple(v.path(), v.code()))
                .toList();
    }
}
