package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.contract.sample.Colour;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValueTypeTest {

    private static <V> void survives(ValueType<V> type, V value) {
        Object plain = type.toPlain(value);

        assertThat(type.fromPlain(plain)).isEqualTo(value);
        assertThat(type.fromPlain(type.parse(type.format(plain)))).isEqualTo(value);
    }

    @Test
    void every_kind_survives_its_plain_form_and_its_text() {
        survives(ValueType.text(40), "a😀 \"'\n");
        survives(ValueType.integer(), Long.MIN_VALUE);
        survives(ValueType.smallInteger(), Integer.MAX_VALUE);
        survives(ValueType.decimal(2), new BigDecimal("-0.10"));
        survives(ValueType.decimal(6), new BigDecimal("999999999999999.000001"));
        survives(ValueType.bool(), false);
        survives(ValueType.date(), LocalDate.of(1582, 10, 10));
        survives(ValueType.instant(), Instant.parse("2026-10-25T00:30:00.000001Z"));
        survives(ValueType.constant(Colour.class), Colour.AMBER);
        survives(ValueType.id(UserId::new), new UserId(new UUID(-1, 0)));
    }

    @Test
    void decimals_take_the_scale_of_their_type_and_are_never_rounded() {
        assertThat(ValueType.decimal(2).toPlain(new BigDecimal("1E+2"))).isEqualTo(new BigDecimal("100.00"));
        assertThatThrownBy(() -> ValueType.decimal(2).toPlain(new BigDecimal("0.005")))
                .isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueType.decimal(2).parse("1E+999999999"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueType.decimal(2).parse("1.0"));
    }

    @Test
    void years_that_some_store_loses_have_no_plain_form() {
        ValueType<LocalDate> date = ValueType.date();
        ValueType<Instant> instant = ValueType.instant();

        assertThat(date.toPlain(LocalDate.of(1000, 1, 1))).isEqualTo(LocalDate.of(1000, 1, 1));
        assertThat(instant.toPlain(Instant.parse("9999-12-31T23:59:59.999999Z")))
                .isNotNull();
        for (LocalDate far : List.of(LocalDate.MIN, LocalDate.of(999, 12, 31), LocalDate.of(10_000, 1, 1))) {
            assertThatThrownBy(() -> date.toPlain(far)).isInstanceOf(DateTimeException.class);
        }
        assertThatThrownBy(() -> instant.toPlain(Instant.parse("0999-12-31T23:59:59.999999Z")))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> instant.toPlain(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void text_with_the_zero_character_has_no_plain_form() {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueType.text(9).toPlain("a\0"));
    }

    @Test
    void constants_know_their_longest_name_and_sort_by_name() {
        ValueType<Colour> colour = ValueType.constant(Colour.class);

        assertThat(colour.size()).isEqualTo("GREEN".length());
        assertThat(colour.compare("RED", "AMBER")).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> colour.fromPlain("PINK"));
    }

    @Test
    void ids_are_ordered_as_unsigned_numbers() {
        ValueType<UserId> id = ValueType.id(UserId::new);

        assertThat(id.compare(new UUID(Long.MIN_VALUE, 0), new UUID(Long.MAX_VALUE, 0)))
                .isPositive();
        assertThat(id.compare(new UUID(1, -1), new UUID(1, 1))).isPositive();
        assertThat(id.compare(new UUID(1, -1), new UUID(2, 0))).isNegative();
        assertThat(id.compare(new UUID(3, 4), new UUID(3, 4))).isZero();
    }
}
