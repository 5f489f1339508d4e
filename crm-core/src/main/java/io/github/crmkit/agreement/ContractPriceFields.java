package io.github.crmkit.agreement;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What contracted prices may be filtered and sorted by. */
public final class ContractPriceFields {

    public static final Field<ContractPrice, AccountId> ACCOUNT =
            Field.id("account", AccountId::new, ContractPrice::account);
    public static final Field<ContractPrice, ProductId> PRODUCT =
            Field.id("product", ProductId::new, ContractPrice::product);
    public static final TextField<ContractPrice> UNIT = Field.text("unit", Product.MAX_WORD, ContractPrice::unit);

    /** The ISO 4217 code of the price, three letters. */
    public static final TextField<ContractPrice> CURRENCY =
            Field.text("currency", 3, p -> p.price().currency().getCode());

    /** The price of one unit, in {@link #CURRENCY}. */
    public static final OrderedField<ContractPrice, BigDecimal> PRICE =
            Field.decimal("price", UnitPrice.MAX_SCALE, p -> p.price().amount());

    /** The first valid day, inclusive; {@link PriceEntry#SINCE_EVER} where there is no beginning, never absent. */
    public static final OrderedField<ContractPrice, LocalDate> VALID_FROM =
            Field.date("validFrom", p -> Days.first(p.validity()));

    /** The first day on which it is no longer valid. */
    public static final OrderedField<ContractPrice, LocalDate> VALID_UNTIL =
            Field.<ContractPrice>date("validUntil", p -> p.validity().until()).optional();

    public static final Field<ContractPrice, Boolean> ACTIVE = Field.bool("active", ContractPrice::active);

    /** The contract that it stands in. */
    public static final TextField<ContractPrice> REFERENCE = Field.<ContractPrice>text(
                    "reference", ContractPrice.MAX_REFERENCE, ContractPrice::reference)
            .optional();

    public static final OrderedField<ContractPrice, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    static final List<Field<ContractPrice, ?>> ALL =
            List.of(ACCOUNT, PRODUCT, UNIT, CURRENCY, PRICE, VALID_FROM, VALID_UNTIL, ACTIVE, REFERENCE, CREATED_AT);

    private ContractPriceFields() {}
}
