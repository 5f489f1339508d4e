package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.catalog.Form.Model;
import io.github.crmkit.catalog.Form.Variant;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final ProductId SHIRT = new ProductId(new UUID(4, 1));

    @Test
    void a_variant_tells_its_values_in_the_order_of_the_axes_names() {
        Variant red = new Variant(SHIRT, Map.of("size", "M", "colour", " red = rot "));

        assertThat(red.text()).isEqualTo("colour=red = rot\nsize=M");
        assertThat(Variant.parse(SHIRT, red.text())).isEqualTo(red);
        assertThat(red.kind()).isEqualTo(Form.Kind.VARIANT);
        assertThatThrownBy(() -> red.values().put("cut", "wide")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void texts_that_tell_of_no_variant_are_refused() {
        assertThat(codes(() -> Variant.parse(SHIRT, "no values"))).containsExactly("values-number");
    }

    @Test
    void a_model_has_distinct_axes() {
        assertThat(new Model(List.of(" colour ", "size")).axes()).containsExactly("colour", "size");
        assertThat(codes(() -> new Model(List.of()))).containsExactly("axes-number");
        assertThat(codes(() -> new Model(List.of("a", "b", "c", "d", "e", "f"))))
                .containsExactly("axes-number");
        assertThat(codes(() -> new Model(List.of("a", "a=b", " a", "x".repeat(41)))))
                .containsExactly("axis-name", "axis-twice", "axis-name");
    }

    @Test
    void a_variant_that_cannot_be_is_refused_with_everything_that_is_wrong() {
        assertThat(codes(() -> new Variant(SHIRT, Map.of()))).containsExactly("values-number");
        assertThat(codes(() -> new Variant(SHIRT, Map.of("colour", "v".repeat(101), "size=", "M"))))
                .containsExactlyInAnyOrder("plain-text", "axis-name");
        assertThat(codes(() -> new Variant(SHIRT, Map.of("size", "M", " size", "L"))))
                .containsExactly("axis-twice");
    }

    @Test
    void a_model_is_never_for_sale_and_everything_else_is_on_its_days() {
        LocalDate day = LocalDate.of(2026, 5, 4);
        ProductBuilder product = ProductBuilder.aProduct();

        assertThat(product.build().isForSale(day)).isTrue();
        assertThat(product.archived().build().isForSale(day)).isFalse();
        assertThat(product.form(new Model(List.of("size"))).build().isForSale(day))
                .isFalse();
        assertThat(product.form(new Variant(SHIRT, Map.of("size", "M"))).build().isForSale(day))
                .isTrue();
        assertThat(product.soldUntil(day).build().isForSale(day)).isFalse();
        assertThat(product.soldUntil(day).build().isForSale(day.minusDays(1))).isTrue();
        assertThat(product.soldUntil(day).build().isActive()).isTrue();
    }

    private static List<String> codes(ThrowingCallable call) {
        return catchThrowableOfType(RuleViolationsException.class, call).violations().stream()
                .map(Violation::code)
                .toList();
    }
}
