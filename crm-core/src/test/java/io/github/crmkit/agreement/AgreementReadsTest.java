package io.github.crmkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.Desk;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class AgreementReadsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Desk desk = CatalogDesk.of(storage, CatalogDesk.OURS);
    private final AccountId account = new AccountService(desk)
            .create(NewAccount.of("Siam Tiles").group("Wholesale").territory("Bangkok"))
            .id();

    @Test
    void the_book_of_an_account_is_found_in_four_queries_however_much_was_assigned() {
        PriceBookService books = new PriceBookService(desk);
        BookAssignmentService assignments = new BookAssignmentService(desk);
        for (int year = 0; year < 20; year++) {
            DateRange days = DateRange.of(MAY.plusYears(year), MAY.plusYears(year + 1));
            var book = books.open(NewPriceBook.of("Book " + year, CurrencyUnit.USD))
                    .id();
            assignments.assign(AssignBook.toAccount(account, book).validity(days));
            assignments.assign(AssignBook.toGroup("Wholesale", book).validity(days));
            assignments.assign(AssignBook.toTerritory("Bangkok", book).validity(days));
            assignments.assign(AssignBook.toEveryone(book).validity(days));
        }
        storage.reads();

        assertThat(assignments.resolve(account, CurrencyUnit.USD, MAY.plusYears(7)))
                .isInstanceOf(BookChoice.AssignedBook.class);
        assertThat(storage.reads())
                .containsExactly("find account", "page book-assignment", "findAll price-book", "page price-book");
    }

    @Test
    void prices_are_agreed_on_in_three_queries_however_many() {
        ProductService products = new ProductService(desk);
        List<NewContractPrice> asked = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            asked.add(NewContractPrice.of(
                    products.create(NewProduct.of("SKU-" + i, "Tile " + i)).id(), BigMoney.parse("USD 1")));
        }
        storage.reads();
        storage.writes();

        new ContractPriceService(desk).agreeAll(account, asked);

        assertThat(storage.reads()).containsExactly("find account", "findAll product", "page contract-price");
        assertThat(storage.writes()).containsExactly("update account", "insertAll contract-price", "insertAll history");
    }
}
