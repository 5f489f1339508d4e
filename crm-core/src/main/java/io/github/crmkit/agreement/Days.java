package io.github.crmkit.agreement;

import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/** Days of which the first one is part of a key. */
final class Days {

    private Days() {}

    /** A beginning on the very first day is none, so that both read back from storage as the same. */
    static DateRange kept(DateRange days) {
        return PriceEntry.SINCE_EVER.equals(days.from()) ? new DateRange(null, days.until()) : days;
    }

    /** The first day as stored: an absent value would not be compared by a unique key. */
    static LocalDate first(DateRange days) {
        return Optional.ofNullable(days.from()).orElse(PriceEntry.SINCE_EVER);
    }
}
