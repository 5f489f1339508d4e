package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.storage.contract.RandomSamples;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class CriteriaReaderProperties {

    private static final CriteriaReader<Sample> READER = new CriteriaReader<>(SampleFields.ALL);

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void what_describe_wrote_is_read_back_as_an_equal_filter(@ForAll long seed) {
        Criteria<Sample> where = new RandomSamples(new Random(seed)).filter(5);

        assertThat(READER.read(where.describe())).isEqualTo(where);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void a_damaged_text_is_read_as_what_it_says_or_refused_with_a_place_within_it(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text =
                new StringBuilder(new RandomSamples(random).filter(4).describe());
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(text.length() + 1);
            String signs = "() [],\"<>=anot1x \0é";
            if (random.nextBoolean() || at == text.length()) {
                text.insert(at, signs.charAt(random.nextInt(signs.length())));
            } else {
                text.deleteCharAt(at);
            }
        }

        Throwable refused = catchThrowable(() -> READER.read(text.toString()));

        if (refused == null) {
            Criteria<Sample> read = READER.read(text.toString());
            assertThat(READER.read(read.describe())).isEqualTo(read);
        } else if (refused instanceof InvalidCriteriaException invalid) {
            assertThat(invalid.problems())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.position()).isBetween(0, text.length()));
        } else {
            assertThat(refused).isInstanceOf(LimitExceededException.class);
        }
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void folding_twice_folds_once(@ForAll String text) {
        assertThat(TextField.fold(TextField.fold(text))).isEqualTo(TextField.fold(text));
    }
}
