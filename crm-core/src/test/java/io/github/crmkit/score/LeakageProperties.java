package io.github.crmkit.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.score.Case.Snapshot;
import io.github.crmkit.track.DealPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What comes later is not known earlier. */
class LeakageProperties {

    @Property(tries = 500)
    void whatever_happens_later_changes_nothing_that_was_known_before(
            @ForAll long seed, @ForAll long otherwise, @ForAll @IntRange(min = 1, max = 15) int until) {
        DealPath path = random(seed, seed, until);
        DealPath other = random(seed, otherwise, until);
        Instant change = Samples.day(until);

        assertThat(knownBefore(change, other)).isEqualTo(knownBefore(change, path));
    }

    @Property(tries = 300)
    void nothing_that_is_learnt_from_was_known_only_at_the_decision(@ForAll long seed) {
        Optional<Case> found = DealStory.READER.caseOf(random(seed, seed, 20));

        found.ifPresent(decided -> assertThat(decided.reached())
                .allMatch(snapshot -> snapshot.asOf().isBefore(decided.decided())));
    }

    /** What the deal was like whenever it entered a stage by then; told through every way it may still end. */
    private static List<Snapshot> knownBefore(Instant moment, DealPath path) {
        List<Standing> rows = path.rows();
        DealPath ended = DealPath.of(Stream.concat(rows.stream(), end(path)).toList());
        return DealStory.READER.caseOf(ended).stream()
                .flatMap(decided -> decided.reached().stream())
                .filter(snapshot -> snapshot.asOf().isBefore(moment))
                .toList();
    }

    private static Stream<Standing> end(DealPath path) {
        return DealStory.begin().on(99).in(3).on(100).won().path().rows().stream()
                .map(row -> new Standing(
                        new StandingId(new UUID(8, row.version())),
                        row.deal(),
                        row.effective(),
                        row.recorded(),
                        path.rows().size() + row.version(),
                        row.by(),
                        row.state(),
                        false));
    }

    /** A random course of one deal: as the first seed has it up to a day, and as the second has it from then on. */
    private static DealPath random(long seed, long later, int until) {
        Random random = new Random(seed);
        DealStory story = DealStory.begin().on(0).in(1 + random.nextInt(3));
        for (int day = 1; day < 20; day++) {
            if (day == until) {
                random = new Random(later);
            }
            story.on(day);
            switch (random.nextInt(8)) {
                case 0, 1 -> story.in(1 + random.nextInt(3));
                case 2 -> story.amount("THB " + (1 + random.nextInt(1_000_000)));
                case 3 -> story.due(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
                case 4 -> story.owner(random.nextBoolean() ? DealStory.ANONG : DealStory.BOON);
                case 5 -> story.account();
                case 6 -> story.lost();
                default -> story.won();
            }
        }
        return story.path();
    }
}
