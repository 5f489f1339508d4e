package io.github.crmkit.track;

import static io.github.crmkit.track.MovementTerm.CREATED;
import static io.github.crmkit.track.MovementTerm.END;
import static io.github.crmkit.track.MovementTerm.START;
import static io.github.crmkit.track.MovementTerm.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.MissingRateException;
import io.github.crmkit.money.MoneyBag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RestatedMovementTest {

    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private static FixedRates usd(String first, String last) {
        CurrencyUnit usd = CurrencyUnit.of("USD");
        return FixedRates.of(
                new ExchangeRate(usd, THB, new BigDecimal(first), FIRST, "test"),
                new ExchangeRate(usd, THB, new BigDecimal(last), LAST, "test"));
    }

    private static Flow flow(long deals, String... amounts) {
        MoneyBag bag = MoneyBag.empty();
        for (String amount : amounts) {
            bag = bag.plus(Money.parse(amount));
        }
        return new Flow(deals, bag);
    }

    /** 100 USD and 50 THB are there, 20 USD come, 100 USD are won. */
    private static final MovementLine LINE = new MovementLine(Map.of(
            START, flow(2, "USD 100.00", "THB 50.00"),
            CREATED, flow(1, "USD 20.00"),
            WON, flow(1, "USD 100.00"),
            END, flow(2, "USD 20.00", "THB 50.00")));

    @Test
    void deals_move_at_the_rates_of_the_first_day_and_rates_on_a_line_of_their_own() {
        RestatedMovement restated = LINE.in(THB, usd("30", "35"), FIRST, LAST);

        assertThat(restated.amount(START)).isEqualTo(Money.parse("THB 3050.00"));
        assertThat(restated.amount(CREATED)).isEqualTo(Money.parse("THB 600.00"));
        assertThat(restated.amount(WON)).isEqualTo(Money.parse("THB 3000.00"));
        assertThat(restated.fx()).isEqualTo(Money.parse("THB 100.00"));
        assertThat(restated.amount(END)).isEqualTo(Money.parse("THB 750.00"));
        assertThat(restated.residual()).isEqualTo(Money.zero(THB));
    }

    @Test
    void falling_rates_take_away() {
        assertThat(LINE.in(THB, usd("30", "29.5"), FIRST, LAST).fx()).isEqualTo(Money.parse("THB -10.00"));
    }

    @Test
    void rates_that_do_not_end_are_rounded_so_that_the_statement_balances() {
        RestatedMovement restated = LINE.in(THB, usd("33.333333333", "33.333333333"), FIRST, LAST);

        // exactly 3383.3333333, 666.66666666, 3333.3333333 and 716.66666666
        assertThat(restated.amount(START)).isEqualTo(Money.parse("THB 3383.33"));
        assertThat(restated.amount(CREATED)).isEqualTo(Money.parse("THB 666.67"));
        assertThat(restated.amount(WON)).isEqualTo(Money.parse("THB 3333.33"));
        assertThat(restated.fx()).isEqualTo(Money.zero(THB));
        assertThat(restated.amount(END)).isEqualTo(Money.parse("THB 716.67"));
    }

    @Test
    void lines_that_are_empty_stay_so_when_a_cent_is_to_be_placed() {
        MovementLine line = new MovementLine(
                Map.of(START, flow(1, "USD 0.01"), CREATED, flow(1, "USD 0.01"), END, flow(2, "USD 0.02")));

        // 0.004 + 0.004 = 0.008, which are 0.00, 0.01 and 0.01
        RestatedMovement restated = line.in(THB, usd("0.4", "0.4"), FIRST, LAST);

        assertThat(restated.amount(START)).isEqualTo(Money.zero(THB));
        assertThat(restated.amount(CREATED)).isEqualTo(Money.parse("THB 0.01"));
        assertThat(restated.amount(END)).isEqualTo(Money.parse("THB 0.01"));
        assertThat(restated.fx()).isEqualTo(Money.zero(THB));
        assertThat(restated.residual()).isEqualTo(Money.zero(THB));
    }

    @Test
    void a_missing_rate_is_refused_on_either_day() {
        CurrencyUnit usd = CurrencyUnit.of("USD");
        ExchangeRate first = new ExchangeRate(usd, THB, BigDecimal.TEN, FIRST, "test");
        ExchangeRate last = new ExchangeRate(usd, THB, BigDecimal.TEN, LAST, "test");

        assertThatThrownBy(() -> LINE.in(THB, FixedRates.of(first), FIRST, LAST))
                .isInstanceOfSatisfying(
                        MissingRateException.class,
                        missing -> assertThat(missing.on()).isEqualTo(LAST));
        assertThatThrownBy(() -> LINE.in(THB, FixedRates.of(last), FIRST, LAST))
                .isInstanceOfSatisfying(
                        MissingRateException.class,
                        missing -> assertThat(missing.on()).isEqualTo(FIRST));
    }

    @Test
    void statements_read_as_tables() {
        assertThat(LINE.text()).isEqualTo("""
                                   deals    THB     USD
                  start                2  50.00  100.00
                + created              1   0.00   20.00
                + reopened             0   0.00    0.00
                + increased          (0)   0.00    0.00
                - decreased          (0)   0.00    0.00
                + pulled in            0   0.00    0.00
                - pushed out           0   0.00    0.00
                - won                  1   0.00  100.00
                - lost                 0   0.00    0.00
                - removed              0   0.00    0.00
                + transferred in       0   0.00    0.00
                - transferred out      0   0.00    0.00
                = end                  2  50.00   20.00
                """);
        assertThat(LINE.in(THB, usd("30", "35"), FIRST, LAST).text()).isEqualTo("""
                                        THB
                  start            3,050.00
                + created            600.00
                + reopened             0.00
                + increased            0.00
                - decreased            0.00
                + pulled in            0.00
                - pushed out           0.00
                - won              3,000.00
                - lost                 0.00
                - removed              0.00
                + transferred in       0.00
                - transferred out      0.00
                + exchange rates     100.00
                = end                750.00
                """);
    }
}
