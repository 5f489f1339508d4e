package io.github.crmkit.agreement;

import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the assignments of price books may be filtered and sorted by. */
public final class BookAssignmentFields {

    public static final Field<BookAssignment, AssignmentScope.Kind> SCOPE =
            Field.constant("scope", AssignmentScope.Kind.class, a -> a.scope().kind());

    /** The account of an own assignment. */
    public static final Field<BookAssignment, AccountId> ACCOUNT = Field.<BookAssignment, AccountId>id(
                    "account", AccountId::new, a -> a.scope().ownAccount().orElse(null))
            .optional();

    /** The group or territory of an assignment to one. */
    public static final TextField<BookAssignment> WORD = Field.<BookAssignment>text(
                    "word", Account.MAX_WORD, a -> a.scope().word().orElse(null))
            .optional();

    /** The whole scope in one text, never absent: a unique key compares it. */
    public static final TextField<BookAssignment> SCOPE_KEY =
            Field.text("scopeKey", AssignmentScope.MAX_KEY, a -> a.scope().key());

    public static final Field<BookAssignment, PriceBookId> BOOK =
            Field.id("book", PriceBookId::new, BookAssignment::book);

    /** The ISO 4217 code, three letters. */
    public static final TextField<BookAssignment> CURRENCY =
            Field.text("currency", 3, a -> a.currency().getCode());

    /** The first valid day, inclusive; {@link PriceEntry#SINCE_EVER} where there is no beginning, never absent. */
    public static final OrderedField<BookAssignment, LocalDate> VALID_FROM =
            Field.date("validFrom", a -> Days.first(a.validity()));

    /** The first day on which it is no longer valid. */
    public static final OrderedField<BookAssignment, LocalDate> VALID_UNTIL =
            Field.<BookAssignment>date("validUntil", a -> a.validity().until()).optional();

    public static final Field<BookAssignment, Boolean> ACTIVE = Field.bool("active", BookAssignment::active);
    public static final OrderedField<BookAssignment, Instant> CREATED_AT =
            Field.instant("createdAt", a -> a.stamp().createdAt());

    static final List<Field<BookAssignment, ?>> ALL =
            List.of(SCOPE, ACCOUNT, WORD, SCOPE_KEY, BOOK, CURRENCY, VALID_FROM, VALID_UNTIL, ACTIVE, CREATED_AT);

    private BookAssignmentFields() {}
}
