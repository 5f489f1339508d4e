package io.github.crmkit.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PriceBookServiceTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");

    private final MemoryStorage storage = new MemoryStorage();
    private final PriceBookService books = new PriceBookService(CatalogDesk.of(storage, CatalogDesk.OURS));
    private final PriceBookService others = new PriceBookService(CatalogDesk.of(storage, CatalogDesk.THEIRS));

    @Test
    void retail_and_wholesale_are_just_two_books() {
        PriceBook retail = books.open(NewPriceBook.of("Retail", THB));
        PriceBook wholesale = books.open(NewPriceBook.of(" Wholesale ", THB));

        assertThat(books.get(retail.id())).isEqualTo(retail);
        assertThat(retail.active()).isTrue();
        assertThat(books.named("Wholesale")).contains(wholesale);
        assertThat(books.find(
                        PriceBookFields.CURRENCY.equalTo("THB"), PriceBookFields.NAME.desc(), PageRequest.first(10)))
                .containsExactly(wholesale, retail);
    }

    @Test
    void a_name_is_unique_within_the_tenant() {
        books.open(NewPriceBook.of("Retail", THB));

        assertThatThrownBy(() -> books.open(NewPriceBook.of("Retail", CurrencyUnit.USD)))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("name"));
        assertThat(others.open(NewPriceBook.of("Retail", THB)).name()).isEqualTo("Retail");
    }

    @Test
    void the_currency_of_a_book_never_changes() {
        PriceBook book = books.open(NewPriceBook.of("Retail", THB));
        PriceBook edited = books.edit(
                EditPriceBook.of(book).name("Shops").validity(DateRange.startingOn(LocalDate.of(2026, 1, 1))));

        assertThat(books.activate(books.deactivate(edited.id()).id()).currency())
                .isEqualTo(THB);
        assertThat(Arrays.stream(EditPriceBook.class.getRecordComponents())
                        .map(c -> c.getType().getSimpleName()))
                .as("there is no way to ask for it")
                .doesNotContain("CurrencyUnit");
        assertThat(edited.name()).isEqualTo("Shops");
    }

    @Test
    void a_bad_book_is_refused_with_everything_that_is_wrong() {
        DateRange far = DateRange.of(LocalDate.of(999, 12, 31), LocalDate.of(10_000, 1, 1));

        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class,
                () -> books.open(NewPriceBook.of("n".repeat(101), THB).validity(far)));

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("name", "plain-text"), tuple("validity", "out-of-range"));
        assertThat(books.named("n".repeat(101))).isEmpty();
    }

    @Test
    void history_tells_what_became_of_a_book() {
        PriceBook book = books.open(NewPriceBook.of("Retail", THB));
        books.edit(EditPriceBook.of(book).name("Shops"));
        books.deactivate(book.id());
        books.deactivate(book.id());
        books.activate(book.id());

        assertThat(books.history(book.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "price-book.opened", "price-book.edited", "price-book.deactivated", "price-book.activated");
    }

    @Test
    void an_edit_of_an_older_version_is_stale_unless_it_asks_for_what_is_there() {
        PriceBook seen = books.open(NewPriceBook.of("Retail", THB));
        PriceBook current = books.edit(EditPriceBook.of(seen).name("Shops"));

        assertThatThrownBy(() -> books.edit(EditPriceBook.of(seen).name("Stores")))
                .isInstanceOf(StaleVersionException.class);
        assertThat(books.edit(EditPriceBook.of(seen).name("Shops"))).isEqualTo(current);
    }

    @Test
    void another_tenants_book_is_as_unknown_as_one_that_never_was() {
        PriceBook theirs = others.open(NewPriceBook.of("Theirs", THB));
        PriceBookId never = new PriceBookId(new UUID(3, 3));

        NotFoundException foreign = catchThrowableOfType(NotFoundException.class, () -> books.get(theirs.id()));
        NotFoundException unknown = catchThrowableOfType(NotFoundException.class, () -> books.get(never));

        assertThat(foreign.getMessage().replace(theirs.id().text(), "?"))
                .isEqualTo(unknown.getMessage().replace(never.text(), "?"));
        assertThatThrownBy(() -> books.deactivate(theirs.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> books.edit(EditPriceBook.of(theirs).name("Ours")))
                .isInstanceOf(NotFoundException.class);
        assertThat(others.get(theirs.id())).isEqualTo(theirs);
    }
}
