package io.github.crmkit.jdbc.value;

import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the small values that several tables have lie in columns, and how the decimals of a column become the value that was
 * stored: a column keeps the most decimals that its kind may have, the value has as many as it was made with.
 */
public final class Values {

    public static final Codec<EmailAddress> EMAIL =
            Codec.text(EmailAddress.MAX_LENGTH).as(EmailAddress::value, EmailAddress::new);

    public static final Codec<PhoneNumber> PHONE =
            Codec.text(PhoneNumber.MAX_LENGTH).as(PhoneNumber::raw, PhoneNumber::new);

    public static final Codec<Percent> PERCENT =
            Codec.decimal(Percent.MAX_SCALE).as(Percent::value, Percent::new);

    public static final Codec<Quantity> QUANTITY =
            Codec.decimal(Quantity.MAX_SCALE).as(Quantity::value, Quantity::new);

    /** The number of a unit price; its currency has a column of its own. */
    public static final Codec<BigDecimal> PRICE = Codec.decimal(UnitPrice.MAX_SCALE);

    /** The ISO 4217 code, three letters. */
    public static final Codec<CurrencyUnit> CURRENCY = Codec.text(3).as(CurrencyUnit::getCode, CurrencyUnit::of);

    private Values() {}

    /** An amount with the decimals of its currency, from a column that has more. */
    public static Money money(CurrencyUnit currency, BigDecimal stored) {
        return Money.of(currency, stored, RoundingMode.UNNECESSARY);
    }

    /** Days whose first one is part of a key, where {@link PriceEntry#SINCE_EVER} stands for none. */
    public static DateRange days(LocalDate first, @Nullable LocalDate until) {
        return new DateRange(first.equals(PriceEntry.SINCE_EVER) ? null : first, until);
    }

    /** A unit price with the decimals that it was made with. */
    public static UnitPrice price(CurrencyUnit currency, BigDecimal stored) {
        return new UnitPrice(BigMoney.of(currency, stored));
    }
}
