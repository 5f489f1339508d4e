package io.github.crmkit.track;

import static io.github.crmkit.track.Story.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.opportunity.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DealPathTest {

    /** Opened on the 3rd, grown on the 10th; on the 20th it was noted that it had already grown on the 5th. */
    private static final Story LATE =
            Story.of(1).on(3).opened("100").on(10).amount("200").on(5).noted(20).amount("150");

    private static String amountFrom(DealPath path, Viewpoint from) {
        return path.stateAt(from)
                .flatMap(Standing.State::value)
                .map(Money::toString)
                .orElse("none");
    }

    @Test
    void a_row_holds_from_its_own_moment_until_the_next_one() {
        DealPath path = LATE.path();

        assertThat(amountFrom(path, Viewpoint.asOf(day(3).minusNanos(1000)))).isEqualTo("none");
        assertThat(amountFrom(path, Viewpoint.asOf(day(3)))).isEqualTo("THB 100.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(5)))).isEqualTo("THB 150.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(10).minusNanos(1000)))).isEqualTo("THB 150.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(30)))).isEqualTo("THB 200.00");
    }

    @Test
    void what_was_believed_knows_nothing_of_what_was_written_down_later() {
        DealPath path = LATE.path();

        assertThat(amountFrom(path, Viewpoint.knownAt(day(6)))).isEqualTo("THB 100.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(6)).asKnownAt(day(20).minusNanos(1000))))
                .isEqualTo("THB 100.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(6)).asKnownAt(day(20)))).isEqualTo("THB 150.00");
        assertThat(path.knownAt(day(19)).orElseThrow().rows()).hasSize(2);
        assertThat(path.knownAt(day(2))).isEmpty();
        assertThat(path.knownAt(null)).contains(path);
    }

    @Test
    void of_two_rows_of_one_moment_the_later_recorded_one_holds() {
        DealPath path = Story.of(1)
                .on(3)
                .opened("100")
                .on(3)
                .noted(8)
                .amount("300")
                .on(3)
                .noted(5)
                .amount("200")
                .path();

        assertThat(amountFrom(path, Viewpoint.asOf(day(3)))).isEqualTo("THB 300.00");
        assertThat(amountFrom(path, Viewpoint.asOf(day(3)).asKnownAt(day(6)))).isEqualTo("THB 200.00");
    }

    @Test
    void of_two_rows_written_down_together_the_later_version_holds() {
        DealPath path = Story.of(1).on(3).opened("100").amount("300").path();

        assertThat(amountFrom(path, Viewpoint.asOf(day(3)))).isEqualTo("THB 300.00");
        assertThat(path.last().version()).isEqualTo(2);
    }

    @Test
    void a_removed_deal_stands_nowhere_any_more_but_its_row_is_there() {
        DealPath path = Story.of(1).on(3).opened("100").on(7).removed().path();

        assertThat(path.stateAt(Viewpoint.asOf(day(7)))).isEmpty();
        assertThat(path.at(Viewpoint.asOf(day(7)))).map(Standing::removed).contains(true);
        assertThat(amountFrom(path, Viewpoint.asOf(day(6)))).isEqualTo("THB 100.00");
    }

    @Test
    void a_path_is_of_one_deal_and_in_order() {
        List<Standing> rows = new ArrayList<>(LATE.path().rows());
        Collections.reverse(rows);
        Standing other = Story.of(2).on(4).opened("5").rows().get(0);

        assertThat(DealPath.of(rows)).isEqualTo(LATE.path());
        assertThatThrownBy(() -> new DealPath(other.deal(), rows)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DealPath(rows.get(0).deal(), rows)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DealPath.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
