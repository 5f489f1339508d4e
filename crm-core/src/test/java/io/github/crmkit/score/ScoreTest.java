package io.github.crmkit.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    @Test
    void a_score_is_the_sum_of_its_contributions() {
        Score score = new Score(
                Segment.ALL,
                List.of(
                        Contribution.base(Math.log(3), Proportion.NONE),
                        Contribution.of("source", "web", -0.5, Proportion.NONE),
                        Contribution.notKnown("size")));

        assertThat(score.logOdds()).isEqualTo(Math.log(3) + -0.5);
        assertThat(score.probability()).isCloseTo(0.6453, within(0.0001));
        assertThat(score.percent()).isEqualTo(Percent.of("64.53"));
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "40, 99.99", "-40, 0.01", "800, 99.99", "-800, 0.01", "9, 99.99", "-9, 0.01"})
    void a_score_is_never_certain(double logOdds, String percent) {
        Score score = new Score(Segment.ALL, List.of(Contribution.base(logOdds, Proportion.NONE)));

        assertThat(score.percent()).isEqualTo(Percent.of(percent));
        assertThat(score.probability()).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void what_is_left_out_adds_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution("a", "b", 0.1, Proportion.NONE, Contribution.LeftOut.SELDOM_SEEN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution("a", "b", Double.NaN, Proportion.NONE, null));
        assertThat(Contribution.notKnown("a").reasonLeftOut()).contains(Contribution.LeftOut.NOT_KNOWN);
    }
}
