package io.github.crmkit.pricebook;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What price books may be filtered and sorted by. */
public final class PriceBookFields {

    public static final TextField<PriceBook> NAME =
            Field.text("name", PriceBook.MAX_NAME, PriceBook::name).folded();

    /** The ISO 4217 code, three letters. */
    public static final TextField<PriceBook> CURRENCY =
            Field.text("currency", 3, b -> b.currency().getCode());

    /** The first valid day, inclusive. */
    public static final OrderedField<PriceBook, LocalDate> VALID_FROM =
            Field.<PriceBook>date("validFrom", b -> b.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<PriceBook, LocalDate> VALID_UNTIL =
            Field.<PriceBook>date("validUntil", b -> b.validity().until()).optional();

    public static final Field<PriceBook, Boolean> ACTIVE = Field.bool("active", PriceBook::active);
    public static final OrderedField<PriceBook, Instant> CREATED_AT =
            Field.instant("createdAt", b -> b.stamp().createdAt());

    static final List<Field<PriceBook, ?>> ALL = List.of(NAME, CURRENCY, VALID_FROM, VALID_UNTIL, ACTIVE, CREATED_AT);

    private PriceBookFields() {}
}
