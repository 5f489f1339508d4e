package io.github.crmkit.jdbc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

    record Step(String rule, @Nullable String note, long rank, List<Step> rejected) {}

    /** Version 2 gave the rank; version 1 had none. */
    private static final class StepShape implements JsonShape<Step> {

        @Override
        public int version() {
            return 2;
        }

        @Override
        public void write(JsonOut to, Step step) {
            to.text("rule", step.rule())
                    .text("note", step.note())
                    .number("rank", step.rank())
                    .list("rejected", step.rejected(), this);
        }

        @Override
        public Step read(JsonObject from, int version) {
            return new Step(
                    from.text("rule"),
                    from.optional("note"),
                    version == 1 ? 0 : from.number("rank"),
                    from.list("rejected", this, version));
        }
    }

    private static final StepShape SHAPE = new StepShape();

    @Property(tries = 200)
    void what_was_written_is_read(@ForAll String rule, @ForAll String note, @ForAll long rank) {
        List<Step> steps = List.of(
                new Step(rule, null, rank, List.of(new Step(note, note, -rank, List.of()))),
                new Step("last", "", 0, List.of()));
        assertThat(JsonText.read(SHAPE, JsonText.write(SHAPE, steps))).isEqualTo(steps);
    }

    @Test
    void absent_parts_are_left_out_and_the_version_is_told() {
        assertThat(JsonText.write(SHAPE, List.of(new Step("list", null, 1, List.of()))))
                .isEqualTo("{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1}]}");
    }

    @Test
    void older_versions_are_read_and_a_part_that_is_null_counts_as_absent() {
        assertThat(JsonText.read(SHAPE, "{\"v\":1,\"of\":[{\"rule\":\"list\"}]}"))
                .containsExactly(new Step("list", null, 0, List.of()));
        assertThat(JsonText.read(SHAPE, "{\"v\":2,\"of\":[{\"rule\":\"list\",\"note\":null,\"rank\":3}]}"))
                .containsExactly(new Step("list", null, 3, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{\"v\":2}x",
                "{\"v\":\"two\",\"of\":[]}",
                "{\"v\":2,\"of\":[7]}",
                "{\"v\":2,\"of\":[{\"rank\":1}]}",
                "{\"v\":2,\"of\":[{\"rule\":{}}]}",
                "{\"v\":2,\"of\":[{\"rule\":[],\"rank\":1}]}",
                "{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1}]",
                "{\"v\":2,\"of\":7}",
                "{\"v\":3,\"of\":[]}",
                "{\"v\":2,\"of\":[{\"rank\":1,\"rule\":\"list\"}]}",
                "{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1,\"note\":\"late\"}]}",
                "{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1,\"new\":1}]}",
                "{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1,\"rejected\":7}]}",
                "{\"v\":2,\"of\":[{\"rule\":\"list\",\"rank\":1,\"rejected\":[{\"rule\":\"a\"}]}]}",
                "{\"of\":[],\"v\":2}",
                "{\"v\":2,\"of\":[],\"v\":2}"
            })
    void what_was_never_written_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.read(SHAPE, text)).isInstanceOf(IllegalArgumentException.class);
    }
}
