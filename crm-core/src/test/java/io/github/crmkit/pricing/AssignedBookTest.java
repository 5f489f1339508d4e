package io.github.crmkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.Desk;
import io.github.crmkit.agreement.BookAssignment;
import io.github.crmkit.agreement.BookAssignmentService;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.BookAssignments;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.agreement.BookChoice.AssignedBook;
import io.github.crmkit.agreement.BookChoice.NoBook;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.price.ProofText;
import io.github.crmkit.price.WhatIf;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices of a request that names no book. */
class AssignedBookTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Desk desk = CatalogDesk.of(storage, CatalogDesk.OURS);
    private final PriceBookService books = new PriceBookService(desk);
    private final BookAssignmentService assignments = new BookAssignmentService(desk);
    private final PricingService pricing = new PricingService(desk, PricingTerms.standard());
    private final Product tile = new ProductService(desk).create(NewProduct.of("TILE-60", "Floor tile"));
    private final Account siam = new AccountService(desk)
            .create(NewAccount.of("Siam").group("Dealers").territory("North"));
    private final Account other = new AccountService(desk).create(NewAccount.of("Other"));
    private final PricingRequest asked = PricingRequest.assigned(THB, DAY).line(PriceRequest.of(tile.id(), 2));

    private PriceBookId own;
    private PriceBookId dealers;
    private PriceBookId everyone;

    @BeforeEach
    void open() {
        own = book("Siam", THB, "80");
        dealers = book("Dealers", THB, "90");
        everyone = book("Everyone", THB, "100");
    }

    private PriceBookId book(String name, CurrencyUnit currency, String price) {
        PriceBookId id = books.open(NewPriceBook.of(name, currency)).id();
        new PriceEntryService(desk).setPrice(id, NewPrice.of(tile.id(), Money.parse(currency + " " + price)));
        return id;
    }

    private String total(PricingRequest request) {
        return pricing.priceAll(request).total().map(Money::toString).orElse("none");
    }

    @Test
    void the_narrowest_assignment_gives_the_book_and_the_answer_says_why() {
        BookAssignment toOwn = assignments.assign(AssignBook.toAccount(siam.id(), own));
        BookAssignment toGroup = assignments.assign(AssignBook.toGroup("Dealers", dealers));
        BookAssignment toAll = assignments.assign(AssignBook.toEveryone(everyone));

        PricedLines priced = pricing.priceAll(asked.account(siam.id()));

        assertThat(priced.total()).contains(Money.parse("THB 160"));
        assertThat(priced.bookChoice()).containsInstanceOf(AssignedBook.class);
        AssignedBook choice = (AssignedBook) priced.bookChoice().orElseThrow();
        assertThat(choice.reason()).isEqualTo(BookChoice.Reason.OWN);
        assertThat(choice.assignedBy()).contains(toOwn.id());
        assertThat(choice.rejected()).hasSize(2);
        assertThat(ProofText.of(priced)).isEqualTo("""
                        price book %s: assigned to the account
                          not book assignment %s: a narrower scope has a book
                          not book assignment %s: a narrower scope has a book
                        2 piece: THB 160.00
                          list 80.00
                        """.formatted(
                        own.text(), toGroup.id().text(), toAll.id().text()));
    }

    @Test
    void each_scope_comes_in_its_turn_and_a_named_book_needs_none() {
        PriceBookId standard =
                books.open(NewPriceBook.of("Standard", THB).standard()).id();
        new PriceEntryService(desk).setPrice(standard, NewPrice.of(tile.id(), Money.parse("THB 120")));
        assertThat(total(asked.account(siam.id()))).isEqualTo("THB 240.00");
        assignments.assign(AssignBook.toEveryone(everyone));
        assertThat(total(asked.account(siam.id()))).isEqualTo("THB 200.00");
        assignments.assign(AssignBook.toTerritory("North", dealers));
        assertThat(total(asked.account(siam.id()))).isEqualTo("THB 180.00");
        assignments.assign(AssignBook.toGroup("Dealers", own));
        assertThat(total(asked.account(siam.id()))).isEqualTo("THB 160.00");

        assertThat(total(asked.account(other.id()))).isEqualTo("THB 200.00");
        assertThat(total(asked)).as("for nobody in particular").isEqualTo("THB 200.00");
        PricedLines named = pricing.priceAll(asked.account(siam.id()).book(standard));
        assertThat(named.total()).contains(Money.parse("THB 240.00"));
        assertThat(named.bookChoice()).isEmpty();
    }

    @Test
    void without_a_book_no_line_has_a_price_and_each_says_why() {
        BookAssignment later = assignments.assign(
                AssignBook.toAccount(siam.id(), own).validity(DateRange.startingOn(DAY.plusDays(1))));
        PricingRequest request = asked.account(siam.id());

        PricedLines priced = pricing.priceAll(request);

        assertThat(priced.asked())
                .hasSize(1)
                .allSatisfy(r -> assertThat(r)
                        .isInstanceOfSatisfying(
                                NoPrice.class, n -> assertThat(n.reason()).isEqualTo(NoPrice.Reason.NO_BOOK)));
        assertThat(priced.currency()).isEqualTo(THB);
        assertThat(priced.total()).isEmpty();
        assertThat(priced.bookChoice()).containsInstanceOf(NoBook.class);
        assertThat(ProofText.of(priced)).isEqualTo("""
                        no price book: none is assigned that applies, nor is there a standard one
                          not book assignment %s: is not valid yet
                        2 piece: no price: none is assigned that applies, nor is there a standard one
                        """.formatted(later.id().text()));
        assertThat(pricing.netAll(request)).first().isInstanceOf(NoPrice.class);
        assertThat(pricing.nextThreshold(request, 0)).isEmpty();
        WhatIf nextDay = pricing.whatIf(request, request.date(DAY.plusDays(1)));
        assertThat(nextDay.otherwise().total()).contains(Money.parse("THB 160"));
        assertThat(pricing.whatIf(request, RuleBook.empty()).lines()).allMatch(d -> d.isNone());
    }

    @Test
    void two_that_claim_the_buyer_alike_make_no_price() {
        books.open(NewPriceBook.of("One", CurrencyUnit.USD).standard());
        BookAssignment one = assignments.assign(
                AssignBook.toGroup("Dealers", dealers).validity(DateRange.of(DAY.minusDays(9), DAY)));
        BookAssignment two =
                assignments.assign(AssignBook.toGroup("Dealers", own).validity(DateRange.startingOn(DAY)));
        // the door refuses overlapping days, so the store is told past it
        desk.storage().inUnit(CatalogDesk.OURS, unit -> {
            var kept = unit.repository(BookAssignments.TYPE);
            BookAssignment longer = new BookAssignment(
                    one.id(),
                    one.stamp().next(one.stamp().createdAt(), one.stamp().createdBy()),
                    one.scope(),
                    one.book(),
                    one.currency(),
                    DateRange.startingOn(DAY.minusDays(9)),
                    true);
            kept.update(longer);
            return longer;
        });

        PricedLines priced = pricing.priceAll(asked.account(siam.id()));

        NoPrice none = (NoPrice) priced.asked().get(0);
        assertThat(none.reason()).isEqualTo(NoPrice.Reason.TIED_BOOKS);
        assertThat(none.message()).contains(one.id().text()).contains(two.id().text());
    }

    @Test
    void what_is_wrong_is_said_whether_there_is_a_book_or_not() {
        PricingRequest wrong = asked.account(siam.id())
                .line(PriceRequest.of(tile.id(), 1).unit("barrel"))
                .line(PriceRequest.of(new ProductId(new UUID(3, 3)), 1));

        assertRefused(wrong, tuple("lines[1].unit", "unit-unknown"), tuple("lines[2].product", "not-found"));
        assignments.assign(AssignBook.toEveryone(everyone));
        assertRefused(wrong, tuple("lines[1].unit", "unit-unknown"), tuple("lines[2].product", "not-found"));
        assertRefused(
                PricingRequest.of(everyone, DAY).book(null).line(PriceRequest.of(tile.id(), 1)),
                tuple("book", "not-null"));
        PriceBookId dollars = book("Dollars", CurrencyUnit.USD, "3");
        assertRefused(asked.book(dollars), tuple("currency", "currency-mismatch"));
        assertThatThrownBy(() -> pricing.priceAll(asked.account(new AccountId(new UUID(5, 5)))))
                .isInstanceOf(NotFoundException.class);
    }

    private void assertRefused(PricingRequest request, Tuple... faults) {
        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pricing.priceAll(request));
        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(faults);
    }

    @Test
    void a_book_is_found_in_three_more_reads_than_a_named_one_however_many_lines() {
        assignments.assign(AssignBook.toEveryone(everyone));
        storage.reads();

        List<NetResult> nets = pricing.netAll(asked.account(siam.id()));

        assertThat(nets).hasSize(1);
        assertThat(storage.reads())
                .containsExactly(
                        "find account",
                        "page book-assignment",
                        "findAll price-book",
                        "page price-book",
                        "findAll product",
                        "page rule-set",
                        "page price-entry",
                        "page contract-price");
        pricing.netAll(asked.account(siam.id()).book(everyone));
        assertThat(storage.reads())
                .as("a book that is named")
                .containsExactly(
                        "find account",
                        "find price-book",
                        "findAll product",
                        "page rule-set",
                        "page price-entry",
                        "page contract-price");
    }
}
