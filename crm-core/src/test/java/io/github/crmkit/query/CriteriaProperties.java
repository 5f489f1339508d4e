package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.storage.contract.RandomSamples;
import io.github.crmkit.storage.contract.sample.Sample;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CriteriaProperties {

    private static final List<Sample> SAMPLES = new RandomSamples(new Random(1)).samples(60);

    private static List<Sample> matching(Criteria<Sample> where) {
        return SAMPLES.stream().filter(where::matches).toList();
    }

    @Property(tries = 300)
    void not_holds_exactly_where_its_operand_does_not(@ForAll long seed) {
        Criteria<Sample> where = new RandomSamples(new Random(seed)).filter(5);

        assertThat(SAMPLES).allMatch(s -> where.not().matches(s) != where.matches(s));
        assertThat(matching(where.not().not())).isEqualTo(matching(where));
    }

    @Property(tries = 300)
    void de_morgan_holds_also_where_values_are_absent(@ForAll long seed) {
        RandomSamples random = new RandomSamples(new Random(seed));
        Criteria<Sample> a = random.filter(4);
        Criteria<Sample> b = random.filter(4);

        assertThat(matching(a.and(b).not())).isEqualTo(matching(a.not().or(b.not())));
        assertThat(matching(a.or(b).not())).isEqualTo(matching(a.not().and(b.not())));
    }

    @Property(tries = 200)
    void and_selects_what_both_select_and_or_what_either_does(@ForAll long seed) {
        RandomSamples random = new RandomSamples(new Random(seed));
        Criteria<Sample> a = random.filter(4);
        Criteria<Sample> b = random.filter(4);
        List<Sample> both = matching(a).stream().filter(matching(b)::contains).toList();

        assertThat(matching(a.and(b))).isEqualTo(both).isEqualTo(matching(b.and(a)));
        assertThat(matching(a.or(b)))
                .isEqualTo(matching(b.or(a)))
                .containsAll(matching(a))
                .containsAll(matching(b));
        assertThat(matching(a.or(b))).hasSize(matching(a).size() + matching(b).size() - both.size());
    }

    @Property(tries = 200)
    void the_same_filter_is_described_in_the_same_words(@ForAll long seed) {
        Criteria<Sample> one = new RandomSamples(new Random(seed)).filter(5);
        Criteria<Sample> same = new RandomSamples(new Random(seed)).filter(5);

        assertThat(one).isEqualTo(same);
        assertThat(one.describe()).isEqualTo(same.describe());
    }

    @Property(tries = 400)
    void filters_with_the_same_words_select_the_same(@ForAll long seed) {
        RandomSamples random = new RandomSamples(new Random(seed % 50));
        RandomSamples others = new RandomSamples(new Random(seed));
        Criteria<Sample> a = random.filter(1);
        Criteria<Sample> b = others.filter(1);

        if (a.describe().equals(b.describe())) {
            assertThat(matching(a)).isEqualTo(matching(b));
        } else {
            assertThat(a).isNotEqualTo(b);
        }
    }
}
