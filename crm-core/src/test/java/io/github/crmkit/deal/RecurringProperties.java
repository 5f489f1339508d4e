package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class RecurringProperties {

    @Property
    void a_year_never_strays_from_its_exact_value_by_more_than_half_a_cent(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long cents,
            @ForAll @IntRange(min = 1, max = Recurring.MAX_MONTHS) int months) {
        Money amount = Money.ofMinor(CurrencyUnit.USD, cents);

        BigDecimal year = new Recurring(amount, months).perYear().getAmount();

        BigDecimal off = year.multiply(BigDecimal.valueOf(months))
                .subtract(amount.getAmount().multiply(BigDecimal.valueOf(12)))
                .abs();
        assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(months)));
    }
}
