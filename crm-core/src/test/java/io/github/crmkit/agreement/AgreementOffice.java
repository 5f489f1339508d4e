package io.github.crmkit.agreement;

import static io.github.crmkit.access.TestOffice.SOMCHAI;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.query.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;

/** An office with a customer, a product and two books in dollars, for tests of what is agreed on. */
final class AgreementOffice {

    static final List<EntityType<?, ?>> ALL = List.of(Accounts.TYPE, ContractPrices.TYPE, BookAssignments.TYPE);
    static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    final TestOffice office = TestOffice.open();
    final Desk desk = office.deskOf(SOMCHAI);
    final Account siam = new AccountService(desk)
            .create(NewAccount.of("Siam Tiles").group("Wholesale").territory("Bangkok"));
    final ProductId tile = new ProductService(desk)
            .create(NewProduct.of("TILE-60", "Floor tile").unit("box"))
            .id();
    final PriceBook wholesale = open("Wholesale");
    final PriceBook retail = open("Retail");

    PriceBook open(String name) {
        return new PriceBookService(desk).open(NewPriceBook.of(name, CurrencyUnit.USD));
    }

    ContractPriceService prices() {
        return new ContractPriceService(desk);
    }

    ContractPriceService prices(AccessPolicy policy) {
        return new ContractPriceService(office.under(policy).deskOf(SOMCHAI));
    }

    BookAssignmentService assignments() {
        return new BookAssignmentService(desk);
    }

    BookAssignmentService assignments(AccessPolicy policy) {
        return new BookAssignmentService(office.under(policy).deskOf(SOMCHAI));
    }

    /** Path and code of everything that it is refused for. */
    static List<Tuple> violations(ThrowingCallable doing) {
        return Assertions.catchThrowableOfType(RuleViolationsException.class, doing).violations().stream()
                .map(v -> Assertions.tuple(v.path(), v.code()))
                .toList();
    }
}
