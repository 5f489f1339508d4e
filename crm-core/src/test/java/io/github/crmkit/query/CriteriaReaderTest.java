package io.github.crmkit.query;

import static io.github.crmkit.query.InvalidCriteriaException.Reason.MIXED;
import static io.github.crmkit.query.InvalidCriteriaException.Reason.SYNTAX;
import static io.github.crmkit.query.InvalidCriteriaException.Reason.UNCLOSED_TEXT;
import static io.github.crmkit.query.InvalidCriteriaException.Reason.UNKNOWN_FIELD;
import static io.github.crmkit.query.InvalidCriteriaException.Reason.WRONG_OPERATOR;
import static io.github.crmkit.query.InvalidCriteriaException.Reason.WRONG_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.query.InvalidCriteriaException.Problem;
import io.github.crmkit.query.InvalidCriteriaException.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaReaderTest {

    private enum Mood {
        GOOD,
        BAD
    }

    private record Thing(String name, BigDecimal size, Mood mood, boolean big, LocalDate day) {}

    private static final TextField<Thing> NAME =
            Field.<Thing>text("name", 10, Thing::name).folded();
    private static final TextField<Thing> CODE = Field.text("code", 10, Thing::name);
    private static final OrderedField<Thing, BigDecimal> SIZE = Field.decimal("size", 2, Thing::size);
    private static final OrderedField<Thing, Long> COUNT = Field.integer("count", t -> 1L);
    private static final Field<Thing, Mood> MOOD = Field.constant("mood", Mood.class, Thing::mood);
    private static final Field<Thing, Boolean> BIG = Field.bool("big", Thing::big);
    private static final OrderedField<Thing, LocalDate> DAY = Field.date("day", Thing::day);

    private static final CriteriaReader<Thing> READER =
            new CriteriaReader<>(List.of(NAME, CODE, SIZE, COUNT, MOOD, BIG, DAY));

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidCriteriaException.class, () -> READER.read(text))
                .problems();
    }

    @Test
    void people_may_leave_out_what_can_only_be_meant_in_one_way() {
        assertThat(READER.read("size>=10 and  not name is absent"))
                .isEqualTo(SIZE.greaterThanEqual(new BigDecimal("10.00")).and(NAME.notNull()));
        assertThat(READER.read("((mood = GOOD))")).isEqualTo(MOOD.equalTo(Mood.GOOD));
        assertThat(READER.read(" size in [1,2.5] ").describe()).isEqualTo("size in [1.00, 2.50]");
        assertThat(READER.read("name same text \"ÄRA\"")).isEqualTo(NAME.sameText("ära"));
        assertThat(READER.read("all")).isEqualTo(Criteria.all());
        assertThat(READER.read("not all")).isEqualTo(Criteria.none());
    }

    @Test
    void all_of_nothing_and_any_of_nothing_differ_in_words() {
        Criteria<Thing> every = new Criteria.And<>(List.of());
        Criteria<Thing> any = new Criteria.Or<>(List.of());

        assertThat(List.of(every.describe(), any.describe())).containsExactly("(and)", "(or)");
        assertThat(READER.read("(and)")).isEqualTo(every);
        assertThat(READER.read("(or)")).isEqualTo(any);
    }

    @Test
    void quotes_within_a_text_are_doubled() {
        assertThat(READER.read("name = \"60\"\" tile\"")).isEqualTo(NAME.equalTo("60\" tile"));
        assertThat(READER.read("name in [\"a, b\", \"c]\"]")).isEqualTo(NAME.in("a, b", "c]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "colour = \"red\"      | 0  | UNKNOWN_FIELD",
                "big = true and x = 1  | 15 | UNKNOWN_FIELD",
                "name = \"red          | 7  | UNCLOSED_TEXT",
                "name = red            | 7  | WRONG_VALUE",
                "size = 1.234          | 7  | WRONG_VALUE",
                "size = 1e3            | 7  | WRONG_VALUE",
                "size = \"1\"          | 7  | WRONG_VALUE",
                "count = 1.5           | 8  | WRONG_VALUE",
                "mood = HAPPY          | 7  | WRONG_VALUE",
                "big = yes             | 6  | WRONG_VALUE",
                "day = 2026-02-30      | 6  | WRONG_VALUE",
                "day = +12026-01-01    | 6  | WRONG_VALUE",
                "big > true            | 4  | WRONG_OPERATOR",
                "size contains \"1\"   | 5  | WRONG_OPERATOR",
                "code same text \"a\"  | 5  | WRONG_OPERATOR",
                "name like \"a\"       | 5  | SYNTAX",
                "name =                | 6  | SYNTAX",
                "size in [1, ]         | 12 | SYNTAX",
                "(big = true           | 11 | SYNTAX",
                "big = true)           | 10 | SYNTAX",
                "()                    | 1  | SYNTAX",
                "big = true BIG = true | 11 | SYNTAX",
                "'big = true or big = false and size = 1' | 26 | MIXED"
            })
    void a_refusal_says_what_is_wrong_and_where(String text, int position, Reason reason) {
        assertThat(problems(text)).containsExactly(new Problem(position, reason));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(problems("colour = 1 and big > maybe and (mood = X or size in [1, z, 2]) and name = \"a"))
                .containsExactly(
                        new Problem(0, UNKNOWN_FIELD),
                        new Problem(21, WRONG_VALUE),
                        new Problem(39, WRONG_VALUE),
                        new Problem(56, WRONG_VALUE),
                        new Problem(74, UNCLOSED_TEXT));
        assertThat(problems("")).containsExactly(new Problem(0, SYNTAX));
        assertThat(problems("big > true and size contains \"x\" or all"))
                .extracting(Problem::reason)
                .containsExactly(WRONG_OPERATOR, WRONG_OPERATOR, MIXED);
    }

    @Test
    void a_message_never_quotes_what_was_given() {
        assertThatThrownBy(() -> READER.read("secret = \"4711\""))
                .hasMessage("not a filter: at 0: there is no such field")
                .isInstanceOfSatisfying(
                        InvalidCriteriaException.class,
                        e -> assertThat(e.code()).isEqualTo("invalid-criteria"));
    }

    @Test
    void what_is_too_large_is_refused_before_it_takes_all_memory() {
        String deep = "(".repeat(100_000);
        String nots = "not ".repeat(100_000) + "all";
        String wide = IntStream.range(0, 2_000).mapToObj(i -> "all").collect(Collectors.joining(" and "));
        String list =
                IntStream.range(0, 2_000).mapToObj(i -> "" + i).collect(Collectors.joining(", ", "count in [", "]"));

        for (String text : List.of(deep, nots, wide, list)) {
            assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> READER.read(text));
        }
        assertThat(problems("size = 1E999999999")).containsExactly(new Problem(7, WRONG_VALUE));
    }

    @Test
    void no_field_is_named_like_a_word_that_begins_a_part() {
        assertThatThrownBy(() -> new CriteriaReader<>(List.of(Field.<Thing>bool("not", Thing::big))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CriteriaReader<>(List.of(BIG, BIG))).isInstanceOf(IllegalArgumentException.class);
    }
}
