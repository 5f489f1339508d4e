package io.github.crmkit.pricebook;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the entries of price books may be filtered and sorted by. */
public final class PriceEntryFields {

    public static final Field<PriceEntry, PriceBookId> BOOK = Field.id("book", PriceBookId::new, PriceEntry::book);
    public static final Field<PriceEntry, ProductId> PRODUCT = Field.id("product", ProductId::new, PriceEntry::product);
    public static final TextField<PriceEntry> UNIT = Field.text("unit", Product.MAX_WORD, PriceEntry::unit);

    /** The tier's lower bound, inclusive. */
    public static final OrderedField<PriceEntry, BigDecimal> FROM_QUANTITY =
            Field.decimal("fromQuantity", Quantity.MAX_SCALE, e -> e.from().value());

    /** The ISO 4217 code of the price, three letters. */
    public static final TextField<PriceEntry> CURRENCY =
            Field.text("currency", 3, e -> e.price().currency().getCode());

    /** The price of one unit, in {@link #CURRENCY}. */
    public static final OrderedField<PriceEntry, BigDecimal> PRICE =
            Field.decimal("price", UnitPrice.MAX_SCALE, e -> e.price().amount());

    public static final Field<PriceEntry, Tiering> TIERING =
            Field.constant("tiering", Tiering.class, PriceEntry::tiering);

    /** What one unit costs at least, in {@link #CURRENCY}. */
    public static final OrderedField<PriceEntry, BigDecimal> FLOOR = Field.<PriceEntry>decimal(
                    "floor",
                    UnitPrice.MAX_SCALE,
                    e -> e.within()
                            .flatMap(PriceBounds::lowest)
                            .map(UnitPrice::amount)
                            .orElse(null))
            .optional();

    /** What one unit costs at most, in {@link #CURRENCY}. */
    public static final OrderedField<PriceEntry, BigDecimal> CEILING = Field.<PriceEntry>decimal(
                    "ceiling",
                    UnitPrice.MAX_SCALE,
                    e -> e.within()
                            .flatMap(PriceBounds::highest)
                            .map(UnitPrice::amount)
                            .orElse(null))
            .optional();

    /** The first valid day, inclusive; {@link PriceEntry#SINCE_EVER} where there is no beginning, never absent. */
    public static final OrderedField<PriceEntry, LocalDate> VALID_FROM =
            Field.date("validFrom", e -> e.validity().firstDay().orElse(PriceEntry.SINCE_EVER));

    /** The first day on which it is no longer valid. */
    public static final OrderedField<PriceEntry, LocalDate> VALID_UNTIL =
            Field.<PriceEntry>date("validUntil", e -> e.validity().until()).optional();

    public static final Field<PriceEntry, Boolean> ACTIVE = Field.bool("active", PriceEntry::active);
    public static final OrderedField<PriceEntry, Instant> CREATED_AT =
            Field.instant("createdAt", e -> e.stamp().createdAt());

    static final List<Field<PriceEntry, ?>> ALL = List.of(
            BOOK,
            PRODUCT,
            UNIT,
            FROM_QUANTITY,
            CURRENCY,
            PRICE,
            TIERING,
            FLOOR,
            CEILING,
            VALID_FROM,
            VALID_UNTIL,
            ACTIVE,
            CREATED_AT);

    private PriceEntryFields() {}
}
