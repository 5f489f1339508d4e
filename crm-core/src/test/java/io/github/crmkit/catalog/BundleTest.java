package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.catalog.Bundle.Choice;
import io.github.crmkit.catalog.Bundle.Chosen;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Quantity;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class BundleTest {

    private static final ProductId DESK = id(1);
    private static final ProductId SCREW = id(2);
    private static final ProductId LAMP = id(3);
    private static final ProductId CHAIR = id(4);
    private static final ProductId MAT = id(5);

    private static final Bundle FIXED =
            Bundle.fixed(PricedOn.PARENT, Part.of(DESK, 1), new Part(SCREW, Quantity.parse("0.25")));

    private static final Bundle OFFICE = FIXED.choice(Choice.oneOf("Light", Part.of(LAMP, 1), Part.of(SCREW, 4)))
            .choice(new Choice("Extras", 0, 2, List.of(Part.of(CHAIR, 2), Part.of(MAT, 1), Part.of(LAMP, 1))));

    @Test
    void a_fixed_bundle_is_its_parts_times_how_many() {
        assertThat(FIXED.expand(Quantity.of(3), List.of()))
                .containsExactly(Part.of(DESK, 3), new Part(SCREW, Quantity.parse("0.75")));
        assertThat(FIXED.expand(Quantity.parse("0.5"), List.of()))
                .containsExactly(new Part(DESK, Quantity.parse("0.5")), new Part(SCREW, Quantity.parse("0.125")));
        assertThat(FIXED.isConfigurable()).isFalse();
        assertThat(FIXED.kind()).isEqualTo(Form.Kind.BUNDLE);
    }

    @Test
    void what_is_chosen_follows_in_the_order_of_the_choices_whatever_order_it_was_chosen_in() {
        List<Chosen> chosen =
                List.of(new Chosen("Extras", MAT), new Chosen(" Light ", LAMP), new Chosen("Extras", CHAIR));

        assertThat(OFFICE.expand(Quantity.of(10), chosen))
                .containsExactly(
                        Part.of(DESK, 10),
                        new Part(SCREW, Quantity.parse("2.5")),
                        Part.of(LAMP, 10),
                        Part.of(CHAIR, 20),
                        Part.of(MAT, 10));
        assertThat(OFFICE.isConfigurable()).isTrue();
    }

    @Test
    void a_product_that_is_a_part_and_chosen_as_well_stands_there_twice() {
        assertThat(OFFICE.expand(Quantity.of(2), List.of(new Chosen("Light", SCREW))))
                .containsExactly(Part.of(DESK, 2), new Part(SCREW, Quantity.parse("0.5")), Part.of(SCREW, 8));
        assertThat(OFFICE.products()).containsExactly(DESK, SCREW, LAMP, CHAIR, MAT);
    }

    @Test
    void everything_that_is_wrong_with_what_was_chosen_is_said_at_once() {
        List<Chosen> chosen = List.of(
                new Chosen("Extras", CHAIR),
                new Chosen("Colour", CHAIR),
                new Chosen("Light", CHAIR),
                new Chosen("Extras", CHAIR),
                new Chosen("Extras", MAT),
                new Chosen("Extras", LAMP));

        assertThat(refusal(() -> OFFICE.expand(Quantity.ZERO, chosen)))
                .containsExactly(
                        tuple("quantity", "quantity-positive"),
                        tuple("chosen[1]", "choice-unknown"),
                        tuple("chosen[2]", "option-unknown"),
                        tuple("chosen[3]", "option-twice"),
                        tuple("choices[0]", "choice-too-few"),
                        tuple("choices[1]", "choice-too-many"));
        assertThat(refusal(() -> FIXED.expand(Quantity.of(-1), List.of(new Chosen("Light", LAMP)))))
                .containsExactly(tuple("quantity", "quantity-positive"), tuple("chosen[0]", "choice-unknown"));
    }

    @Test
    void a_quantity_that_cannot_be_told_is_refused_and_never_rounded() {
        assertThat(refusal(() -> FIXED.expand(Quantity.parse("0.000001"), List.of())))
                .containsExactly(tuple("quantity", "quantity-scale"));
        Bundle many = Bundle.fixed(PricedOn.PARTS, Part.of(SCREW, 10));
        assertThat(refusal(() -> many.expand(Quantity.parse("999999999999999999"), List.of())))
                .containsExactly(tuple("quantity", "quantity-range"));
    }

    @Test
    void a_bundle_that_cannot_be_is_refused_with_everything_that_is_wrong() {
        assertThat(refusal(() -> new Bundle(PricedOn.BOTH, List.of(), List.of())))
                .containsExactly(tuple("parts", "bundle-empty"));
        Choice light = Choice.optional("Light", Part.of(LAMP, 1));
        assertThat(refusal(() ->
                        new Bundle(PricedOn.BOTH, List.of(Part.of(DESK, 1), Part.of(DESK, 2)), List.of(light, light))))
                .containsExactly(tuple("parts[1]", "part-twice"), tuple("choices[1]", "choice-twice"));
        List<Part> parts = IntStream.rangeClosed(0, Bundle.MAX_PARTS)
                .mapToObj(i -> Part.of(id(100 + i), 1))
                .toList();
        List<Choice> choices = IntStream.rangeClosed(0, Bundle.MAX_CHOICES)
                .mapToObj(i -> Choice.optional("Choice " + i, Part.of(LAMP, 1)))
                .toList();
        assertThat(refusal(() -> new Bundle(PricedOn.BOTH, parts, choices)))
                .containsExactly(tuple("parts", "too-many-parts"), tuple("choices", "too-many-choices"));
    }

    @Test
    void a_choice_that_cannot_be_made_is_refused() {
        Part lamp = Part.of(LAMP, 1);

        assertThat(refusal(() -> new Choice(" ", -1, 2, List.of(lamp))))
                .containsExactly(
                        tuple("name", "plain-text"),
                        tuple("atLeast", "choice-bounds"),
                        tuple("atMost", "choice-bounds"));
        assertThat(refusal(() -> new Choice("Light", 0, 0, List.of(lamp))))
                .containsExactly(tuple("atMost", "choice-bounds"));
        assertThat(refusal(() -> new Choice("Light", 2, 1, List.of(lamp, Part.of(MAT, 1)))))
                .containsExactly(tuple("atMost", "choice-bounds"));
        assertThat(refusal(() -> new Choice("Light", 1, 2, List.of(lamp, lamp))))
                .containsExactly(tuple("options[1]", "part-twice"));
    }

    @Test
    void a_part_of_nothing_is_refused() {
        assertThat(refusal(() -> Part.of(LAMP, 0))).containsExactly(tuple("quantity", "part-quantity"));
        assertThat(refusal(() -> Part.of(LAMP, -2))).containsExactly(tuple("quantity", "part-quantity"));
    }

    private static ProductId id(int number) {
        return new ProductId(new UUID(4, number));
    }

    private static List<Tuple> refusal(ThrowingCallable call) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call);
        return refused.violations().stream().map(v -> tuple(v.path(), v.code())).toList();
    }
}
