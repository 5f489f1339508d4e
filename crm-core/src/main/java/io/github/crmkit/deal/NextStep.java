package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next about a deal. What is wrong with it is found with its {@link Dossier}.
 *
 * @param what 1 to {@value #MAX_WHAT} characters (UTF-16 units)
 * @param due the day by which it is to be done, in the organisation's zone; absent where none was set
 */
public record NextStep(String what, @Nullable LocalDate due) {

    /** The longest text, in UTF-16 units, inclusive. */
    public static final int MAX_WHAT = 300;

    public NextStep {
        what = DealRules.stripped(what);
    }

    /** Something without a day. */
    public static NextStep of(String what) {
        return new NextStep(what, null);
    }

    /** To be done by the end of this day. */
    public NextStep by(@Nullable LocalDate day) {
        return new NextStep(what, day);
    }

    /** The day by which it is to be done, where one was set. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(due);
    }

    void check(String path, Violations problems) {
        problems.plainText(what, MAX_WHAT, path + ".what");
        DealRules.checkDay(due, path + ".due", problems);
    }
}
