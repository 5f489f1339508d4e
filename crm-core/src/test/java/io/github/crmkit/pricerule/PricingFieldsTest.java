package io.github.crmkit.pricerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.query.InvalidCriteriaException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingFieldsTest {

    private static final PricingFields FIELDS = PricingFields.standard()
            .withCustom(
                    CustomField.text("tone", 5),
                    CustomField.integer("pallets"),
                    CustomField.decimal("share", 2),
                    CustomField.bool("urgent"),
                    CustomField.date("ordered"));

    private static final UUID ONE = UUID.fromString("00000000-0000-0001-0000-000000000001");

    private static final PricingContext LINE = new PricingContext(
            PricingContext.Customer.of(new AccountId(ONE), "gold", "north")
                    .through("web", "spring")
                    .custom(Map.of(
                            "tone",
                            "warm",
                            "pallets",
                            7L,
                            "share",
                            new BigDecimal("0.5"),
                            "urgent",
                            true,
                            "ordered",
                            LocalDate.of(2026, 5, 4))),
            new PricingContext.Article(
                    new ProductId(ONE),
                    new ProductId(new UUID(2, 2)),
                    List.of(new CategoryId(ONE), new CategoryId(new UUID(3, 3))),
                    "TILE-60"),
            Quantity.parse("12.5"),
            "box",
            LocalDate.of(2026, 6, 15),
            CurrencyUnit.of("THB"),
            new PriceBookId(ONE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account = 00000000-0000-0001-0000-000000000001",
                "group = \"gold\"",
                "group same text \"GOLD\"",
                "territory in [\"north\", \"south\"]",
                "channel = \"web\"",
                "campaign starts with \"spr\"",
                "product = 00000000-0000-0001-0000-000000000001",
                "model = 00000000-0000-0002-0000-000000000002",
                "category = 00000000-0000-0001-0000-000000000001",
                "categoryPath contains \"/00000000-0000-0003-0000-000000000003/\"",
                "categoryPath starts with \"/00000000-0000-0003\"",
                "sku = \"TILE-60\"",
                "quantity >= 12.5 and quantity < 13",
                "unit = \"box\"",
                "date >= 2026-06-15",
                "currency = \"THB\"",
                "book = 00000000-0000-0001-0000-000000000001",
                "tone = \"warm\"",
                "pallets > 6",
                "share = 0.50",
                "urgent = true",
                "ordered = 2026-05-04"
            })
    void every_fact_can_be_asked_for_by_its_name(String condition) {
        assertThat(FIELDS.read(condition).matches(LINE)).isTrue();
        assertThat(FIELDS.read("not (" + condition + ")").matches(LINE)).isFalse();
    }

    @Test
    void what_was_not_declared_cannot_be_asked_for() {
        assertThatThrownBy(() -> PricingFields.standard().read("pallets > 6"))
                .isInstanceOf(InvalidCriteriaException.class)
                .hasMessage("not a filter: at 0: there is no such field");
        assertThat(PricingFields.standard().field("pallets")).isEmpty();
        assertThat(FIELDS.field("pallets")).isPresent();
        assertThat(FIELDS.all()).hasSize(PricingFields.standard().all().size() + 5);
    }

    @Test
    void values_that_are_not_as_declared_are_refused_all_at_once() {
        Map<String, Object> wrong = Map.of(
                "tone",
                "too warm",
                "pallets",
                7,
                "share",
                new BigDecimal("0.555"),
                "urgent",
                "yes",
                "ordered",
                LocalDate.of(999, 1, 1),
                "colour",
                "red");

        assertThat(catchThrowableOfType(RuleViolationsException.class, () -> FIELDS.requireValid(wrong))
                        .violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "custom.tone", "custom.pallets", "custom.share", "custom.urgent", "custom.ordered", "custom");
        FIELDS.requireValid(LINE.customer().custom());
    }

    @Test
    void a_custom_field_has_a_name_that_no_other_has() {
        assertThatThrownBy(() -> FIELDS.withCustom(CustomField.integer("quantity")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FIELDS.withCustom(CustomField.integer("not")))
                .isInstanceOf(IllegalArgumentException.class);
        for (String name : List.of("", "Colour", "a b", "x".repeat(61))) {
            assertThatThrownBy(() -> CustomField.bool(name)).isInstanceOf(RuleViolationsException.class);
        }
        assertThatThrownBy(() -> CustomField.decimal("a", 7)).isInstanceOf(RuleViolationsException.class);
        assertThatThrownBy(() -> CustomField.text("a", 0)).isInstanceOf(RuleViolationsException.class);
    }
}
