package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;
import static io.github.crmkit.jdbc.table.PriceSamples.BAHT;
import static io.github.crmkit.jdbc.table.PriceSamples.DAY;
import static io.github.crmkit.jdbc.table.PriceSamples.DINAR;
import static io.github.crmkit.jdbc.table.PriceSamples.YEN;

import io.github.crmkit.agreement.AssignmentScope;
import io.github.crmkit.agreement.BookAssignment;
import io.github.crmkit.agreement.BookAssignmentId;
import io.github.crmkit.agreement.BookAssignments;
import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPriceId;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.time.DateRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was agreed on with the accounts of {@link PartySamples} about the products and books of {@link PriceSamples}. */
final class AgreementSamples {

    private AgreementSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(ContractPrices.TYPE, contractPrices()), new Kind<>(BookAssignments.TYPE, assignments()));
    }

    private static List<ContractPrice> contractPrices() {
        DateRange always = DateRange.always();
        String longest = "999999999999999999.999999";
        return List.of(
                agreed(1, PartySamples.SIAM, "box", "THB 99.5", DateRange.ofDays(FIRST_DAY, DAY), true, "C-1"),
                agreed(2, PartySamples.SIAM, "box", "JPY 0", always, true, null),
                agreed(3, PartySamples.SIAM, "Box", "KWD 0.000001", always, false, "c-1"),
                agreed(
                        4,
                        PartySamples.UNKNOWN,
                        emoji(Product.MAX_WORD),
                        "THB " + longest,
                        new DateRange(null, FIRST_DAY),
                        true,
                        thai(ContractPrice.MAX_REFERENCE)),
                agreed(
                        5,
                        PartySamples.UNKNOWN,
                        thai(Product.MAX_WORD),
                        "USD 1",
                        new DateRange(DAY, LAST_DAY),
                        true,
                        special(ContractPrice.MAX_REFERENCE)));
    }

    private static ContractPrice agreed(
            int number,
            AccountId account,
            String unit,
            String price,
            DateRange days,
            boolean active,
            @Nullable String reference) {
        return new ContractPrice(
                new ContractPriceId(id(540 + number)),
                first(number),
                account,
                number % 2 == 0 ? CatalogSamples.GROUT.id() : PriceSamples.TILE.id(),
                unit,
                UnitPrice.parse(price),
                days,
                active,
                reference);
    }

    private static List<BookAssignment> assignments() {
        DateRange always = DateRange.always();
        return List.of(
                assigned(1, new AssignmentScope.Own(PartySamples.SIAM), BAHT, always, true),
                assigned(2, new AssignmentScope.Group("Wholesale"), BAHT, DateRange.ofDays(FIRST_DAY, DAY), true),
                assigned(3, new AssignmentScope.Group("wholesale"), YEN, always, false),
                assigned(4, new AssignmentScope.Territory("Wholesale"), YEN, new DateRange(DAY, LAST_DAY), true),
                assigned(5, new AssignmentScope.Territory(thai(Account.MAX_WORD)), DINAR, always, true),
                assigned(6, new AssignmentScope.Group(emoji(Account.MAX_WORD)), DINAR, always, true),
                assigned(7, new AssignmentScope.Default(), BAHT, new DateRange(null, FIRST_DAY), true));
    }

    private static BookAssignment assigned(
            int number, AssignmentScope scope, PriceBook book, DateRange days, boolean active) {
        return new BookAssignment(
                new BookAssignmentId(id(550 + number)),
                first(number % 3 + 1),
                scope,
                book.id(),
                book.currency(),
                days,
                active);
    }
}
