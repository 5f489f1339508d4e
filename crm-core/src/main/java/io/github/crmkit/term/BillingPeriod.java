package io.github.crmkit.term;

import java.util.Locale;

/** What a price that recurs is for. */
public enum BillingPeriod {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    BillingPeriod(int months) {
        this.months = months;
    }

    /** How many months it has. */
    public int months() {
        return months;
    }

    /** In words, for example {@code half year}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
