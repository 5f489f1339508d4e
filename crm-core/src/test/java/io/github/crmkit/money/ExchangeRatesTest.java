package io.github.crmkit.money;

import static io.github.crmkit.money.Refusals.assertRefused;
import static io.github.crmkit.money.Refusals.assertRefusedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final ExchangeRate YEN_TO_DOLLARS = rate(CurrencyUnit.JPY, CurrencyUnit.USD, "0.009502", FRIDAY);
    private static final ExchangeRates RATES = FixedRates.of(YEN_TO_DOLLARS);
    private static final Money YEN = Money.parse("JPY 1000");

    @Test
    void a_conversion_states_its_rate_and_keeps_the_original() {
        ConvertedMoney made = RATES.convert(YEN, CurrencyUnit.USD, FRIDAY);
        assertThat(made.original()).isEqualTo(YEN);
        assertThat(made.converted()).isEqualTo(Money.parse("USD 9.50"));
        assertThat(made.rate()).isEqualTo(YEN_TO_DOLLARS);
    }

    @Test
    void a_sum_over_currencies_is_converted_exactly_and_rounded_when_asked() {
        ExactSum sum = ExactSum.empty().plus(YEN).plus(Money.parse("JPY 1")).plus(Money.parse("USD 1.00"));

        ExactSum dollars = sum.in(CurrencyUnit.USD, RATES, FRIDAY);

        assertThat(dollars).hasToString("[USD 10.511502]");
        assertThat(dollars.currencies()).containsExactly(CurrencyUnit.USD);
        assertThat(sum.currencies()).containsExactly(CurrencyUnit.JPY, CurrencyUnit.USD);
        assertThatThrownBy(() -> sum.in(CurrencyUnit.EUR, RATES, FRIDAY)).isInstanceOf(MissingRateException.class);
        assertThat(RATES.required(CurrencyUnit.JPY, CurrencyUnit.USD, FRIDAY)).isEqualTo(YEN_TO_DOLLARS);
    }

    @Test
    void a_conversion_is_rounded_once_by_the_mode_asked_for() {
        Money yen = Money.parse("JPY 250");
        assertThat(RATES.convert(yen, CurrencyUnit.USD, FRIDAY, RoundingMode.DOWN)
                        .converted())
                .isEqualTo(Money.parse("USD 2.37"));
        assertThat(RATES.convert(yen, CurrencyUnit.USD, FRIDAY).converted()).isEqualTo(Money.parse("USD 2.38"));
    }

    @Test
    void a_missing_rate_is_refused_never_one_never_older_never_turned_round() {
        assertMissing(RATES, YEN, CurrencyUnit.USD, SATURDAY);
        assertMissing(RATES, YEN, CurrencyUnit.USD, FRIDAY.minusDays(1));
        assertMissing(RATES, Money.parse("USD 1.00"), CurrencyUnit.JPY, FRIDAY);
        assertMissing(RATES, YEN, CurrencyUnit.EUR, FRIDAY);
        assertMissing(ExchangeRates.none(), YEN, CurrencyUnit.USD, FRIDAY);
    }

    @Test
    void an_answer_for_another_day_or_pair_counts_as_none() {
        assertMissing((from, to, on) -> Optional.of(YEN_TO_DOLLARS), YEN, CurrencyUnit.USD, SATURDAY);
        assertMissing((from, to, on) -> Optional.of(YEN_TO_DOLLARS), YEN, CurrencyUnit.EUR, FRIDAY);
        assertMissing((from, to, on) -> Optional.of(YEN_TO_DOLLARS), Money.parse("EUR 1.00"), CurrencyUnit.USD, FRIDAY);
    }

    @Test
    void an_amount_in_the_right_currency_already_needs_no_rate() {
        ConvertedMoney same = ExchangeRates.none().convert(YEN, CurrencyUnit.JPY, SATURDAY);
        assertThat(same.converted()).isEqualTo(YEN);
        assertThat(same.rate()).isEqualTo(ExchangeRate.identity(CurrencyUnit.JPY, SATURDAY));
        assertThat(same.rate().rate()).isEqualByComparingTo("1");
    }

    @Test
    void a_rate_says_everything_that_is_wrong_with_it() {
        assertRefusedWith(
                () -> new ExchangeRate(CurrencyUnit.USD, CurrencyUnit.USD, BigDecimal.ZERO, FRIDAY, " "),
                "exchange-rate-positive",
                "exchange-rate-identity",
                "exchange-rate-source");
        assertRefused(
                "exchange-rate-scale", () -> rate(CurrencyUnit.USD, CurrencyUnit.JPY, "0.0000000000000001", FRIDAY));
    }

    @Test
    void a_table_takes_one_rate_for_each_pair_and_day() {
        ExchangeRate other = rate(CurrencyUnit.JPY, CurrencyUnit.USD, "0.0096", FRIDAY);
        assertRefused("exchange-rate-duplicate", () -> FixedRates.of(YEN_TO_DOLLARS, other));
        ExchangeRate again = rate(CurrencyUnit.JPY, CurrencyUnit.USD, "0.00950200", FRIDAY);
        assertThat(FixedRates.of(YEN_TO_DOLLARS, again).rate(CurrencyUnit.JPY, CurrencyUnit.USD, FRIDAY))
                .contains(YEN_TO_DOLLARS);
    }

    @Test
    void converted_money_is_in_the_currencies_of_its_rate() {
        assertThatThrownBy(() -> new ConvertedMoney(YEN, Money.parse("EUR 9.50"), YEN_TO_DOLLARS))
                .isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> new ConvertedMoney(Money.parse("EUR 1.00"), Money.parse("USD 9.50"), YEN_TO_DOLLARS))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    private static void assertMissing(ExchangeRates rates, Money amount, CurrencyUnit to, LocalDate on) {
        assertThatThrownBy(() -> rates.convert(amount, to, on))
                .isInstanceOfSatisfying(MissingRateException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("missing-rate");
                    assertThat(refusal.from()).isEqualTo(amount.getCurrencyUnit());
                    assertThat(refusal.to()).isEqualTo(to);
                    assertThat(refusal.on()).isEqualTo(on);
                });
    }

    private static ExchangeRate rate(CurrencyUnit from, CurrencyUnit to, String rate, LocalDate on) {
        return new ExchangeRate(from, to, new BigDecimal(rate), on, "central bank");
    }
}
