package io.github.crmkit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandCheckTest {

    private static final CommandCheck CHECK = new CommandCheck();

    /** Public as commands are: the validator reads its components. */
    public record OrderedLine(
            @PlainText(max = 10) @Nullable String text,
            @Positive int quantity) {}

    /** A command with a rule between its components. */
    public record PlaceOrder(
            @NotNull @PlainText(max = 5) String name,
            @PlainText(max = 20, multiline = true) @Nullable String remark,
            @Size(max = 2) List<@Valid OrderedLine> lines,
            @Positive int from,
            int to)
            implements Command {

        @Override
        public void check(Violations problems) {
            problems.require(from <= to, "", "range", "must not end before it starts");
        }
    }

    private static List<String> found(Command command) {
        return CHECK.inspect(command).list().stream()
                .map(v -> v.path() + " " + v.code())
                .toList();
    }

    @Test
    void a_good_command_passes() {
        PlaceOrder good = new PlaceOrder("ไทย", "one\ntwo", List.of(new OrderedLine("tile", 1)), 1, 1);

        assertThat(found(good)).isEmpty();
        CHECK.require(good);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_the_order_of_paths() {
        PlaceOrder bad = new PlaceOrder(
                " ",
                "a\u0007b",
                List.of(new OrderedLine("ok", 0), new OrderedLine("far too long", 1), new OrderedLine(null, -1)),
                0,
                -1);

        assertThat(found(bad))
                .containsExactly(
                        "from positive",
                        "lines size",
                        "lines[0].quantity positive",
                        "lines[1].text plain-text",
                        "lines[2].quantity positive",
                        "name plain-text",
                        "remark plain-text",
                        " range");
    }

    @Test
    void the_refusal_names_the_command_and_quotes_nothing_given() {
        PlaceOrder bad = new PlaceOrder("${1+1} {max} secret", null, List.of(), 3, 1);

        assertThatThrownBy(() -> CHECK.require(bad))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        e -> assertThat(e.violations()).hasSize(2))
                .hasMessage("place order refused: name: must be plain text of 1 to 5 characters (plain-text);"
                        + " must not end before it starts (range)");
    }

    @Test
    void absence_is_told_once() {
        assertThat(found(new PlaceOrder(null, null, List.of(), 1, 1))).containsExactly("name not-null");
    }

    @Test
    void messages_are_english_wherever_the_machine_stands() {
        Locale here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            PlaceOrder bad = new PlaceOrder(null, null, List.of(), 0, 1);
            assertThat(new CommandCheck().inspect(bad).list())
                    .extracting(Violation::message)
                    .containsExactly("must be greater than 0", "must not be null");
        } finally {
            Locale.setDefault(here);
        }
    }

    @Test
    void of_many_commands_each_violation_says_whose_it_is() {
        PlaceOrder good = new PlaceOrder("a", null, List.of(), 1, 1);
        PlaceOrder bad = new PlaceOrder(null, null, List.of(), 1, 0);

        assertThat(CHECK.inspectAll(List.of(good, bad)).list())
                .extracting(Violation::path)
                .containsExactly("[1].name", "[1]");
        assertThat(CHECK.inspectAll("orders", List.of(bad)).list())
                .extracting(Violation::path)
                .containsExactly("orders[0].name", "orders[0]");
        assertThatThrownBy(() -> CHECK.inspectAll(Collections.nCopies(CommandCheck.MAX_BATCH + 1, good)))
                .isInstanceOf(LimitExceededException.class);
    }
}
