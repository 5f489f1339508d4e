package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void a_mode_is_symmetric_exactly_when_it_rounds_credits_like_charges(RoundingMode mode) {
        assertThat(Rounding.isSymmetric(mode)).isEqualTo(isMirrored("0.25", mode) && isMirrored("0.5", mode));
    }

    private static boolean isMirrored(String number, RoundingMode mode) {
        BigDecimal value = new BigDecimal(number);
        BigDecimal charge = value.setScale(0, mode);
        BigDecimal credit = value.negate().setScale(0, mode);
        return charge.add(credit).signum() == 0;
    }
}
