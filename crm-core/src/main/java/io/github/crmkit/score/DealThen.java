package io.github.crmkit.score;

import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.track.DealPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A deal as it stood at a moment, with how it had come there, and nothing of what came later. As far as is known now: what
 * was written down later about the time before is in it.
 *
 * @param course how it stood one after another, by time, at least once; the last one is how it stood at the moment
 * @param asOf the moment, in microseconds
 * @param day the day of the moment, in the organisation's zone
 */
public record DealThen(List<Held> course, Instant asOf, LocalDate day) {

    /**
     * How a deal stood from a moment on, until the next one.
     *
     * @param since from when on, in microseconds
     */
    public record Held(Instant since, Standing.State state) {}

    /** @throws IllegalArgumentException where nothing is known of the deal, or something of a later time */
    public DealThen {
        course = List.copyOf(course);
        if (course.isEmpty() || course.get(course.size() - 1).since().isAfter(asOf)) {
            throw new IllegalArgumentException("a deal is told as it stood by a moment");
        }
    }

    /** How it stood at the moment. */
    public Standing.State state() {
        return course.get(course.size() - 1).state();
    }

    /** When it came into being, as far as is known. */
    public Instant began() {
        return course.get(0).since();
    }

    /** How the deal stood one after another; of what began at the same moment the last one holds. */
    static List<Held> courseOf(DealPath path) {
        List<Held> course = new ArrayList<>();
        for (Standing row : path.rows()) {
            int last = course.size() - 1;
            if (last >= 0 && course.get(last).since.equals(row.effective())) {
                course.remove(last);
            }
            course.add(new Held(row.effective(), row.state()));
        }
        return Collections.unmodifiableList(course);
    }
}
