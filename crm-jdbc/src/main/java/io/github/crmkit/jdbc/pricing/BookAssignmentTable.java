package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.agreement.AssignmentScope;
import io.github.crmkit.agreement.BookAssignment;
import io.github.crmkit.agreement.BookAssignmentFields;
import io.github.crmkit.agreement.BookAssignmentId;
import io.github.crmkit.agreement.BookAssignments;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import org.joda.money.CurrencyUnit;

/** The assignments of price books. Its unique key begins with the scope, so that it serves its lookup as well. */
public final class BookAssignmentTable {

    private BookAssignmentTable() {}

    public static Table<BookAssignment, BookAssignmentId> declared() {
        return Table.of(BookAssignments.TYPE, "book_assignment", t -> {
            var scope = t.field(BookAssignmentFields.SCOPE);
            var account = t.field(BookAssignmentFields.ACCOUNT, "account_id");
            var word = t.field(BookAssignmentFields.WORD);
            t.derived(BookAssignmentFields.SCOPE_KEY);
            var book = t.field(BookAssignmentFields.BOOK, "price_book_id");
            var currency = t.field(BookAssignmentFields.CURRENCY);
            var from = t.field(BookAssignmentFields.VALID_FROM);
            var until = t.field(BookAssignmentFields.VALID_UNTIL);
            var active = t.field(BookAssignmentFields.ACTIVE);
            t.stamp(BookAssignmentFields.CREATED_AT, "created_at");
            t.index("ix_book_assignment_account", BookAssignmentFields.ACCOUNT.asc());
            t.index("ix_book_assignment_book", BookAssignmentFields.BOOK.asc());
            return row -> new BookAssignment(
                    row.id(),
                    row.stamp(),
                    AssignmentScope.of(row.get(scope), row.optional(account), row.optional(word)),
                    row.get(book),
                    CurrencyUnit.of(row.get(currency)),
                    Values.days(row.get(from), row.optional(until)),
                    row.get(active));
        });
    }
}
