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

    public static final Field<PriceBook, PriceBook.Kind> KIND =
            Field.constant("kind", PriceBook.Kind.class, PriceBook::kind);
    public static final Field<PriceBook, Boolean> TAX_INCLUDED = Field.bool("taxIncluded", PriceBook::taxIncluded);
    public static final Field<PriceBook, QuantityPool> POOL =
            Field.constant("pool", QuantityPool.class, PriceBook::pool);

    /** The book that it is derived from. */
    public static final Field<PriceBook, PriceBookId> BASE = Field.<PriceBook, PriceBookId>id(
                    "base",
                    PriceBookId::new,
                    b -> b.derivedFrom().map(Derivation::base).orElse(null))
            .optional();

    /** The currency of an active standard book, absent for all others: a unique key, so that a currency has one at most. */
    public static final TextField<PriceBook> STANDARD_MARK = Field.<PriceBook>text(
                    "standardMark",
                    3,
                    b -> b.active() && b.kind() == PriceBook.Kind.STANDARD
                            ? b.currency().getCode()
                            : null)
            .optional();

    /** The first valid day, inclusive. */
    public static final OrderedField<PriceBook, LocalDate> VALID_FROM =
            Field.<PriceBook>date("validFrom", b -> b.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<PriceBook, LocalDate> VALID_UNTIL =
            Field.<PriceBook>date("validUntil", b -> b.validity().until()).optional();

    public static final Field<PriceBook, Boolean> ACTIVE = Field.bool("active", PriceBook::active);
    public static final OrderedField<PriceBook, Instant> CREATED_AT =
            Field.instant("createdAt", b -> b.stamp().createdAt());

    static final List<Field<PriceBook, ?>> ALL = List.of(
            NAME, CURRENCY, KIND, VALID_FROM, VALID_UNTIL, ACTIVE, TAX_INCLUDED, POOL, BASE, STANDARD_MARK, CREATED_AT);

    /** What history tells besides: what the prices of the base become here. */
    static final List<Field<PriceBook, ?>> TOLD = List.of(Field.<PriceBook>text(
                    "formula",
                    Integer.MAX_VALUE,
                    b -> b.derivedFrom().map(d -> d.formula().toString()).orElse(null))
            .optional());

    private PriceBookFields() {}
}
