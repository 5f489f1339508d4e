package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.storage.contract.sample.Measures;
import io.github.crmkit.storage.contract.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What an update does that leaves out absent values. */
final class ToyMerge {

    private ToyMerge() {}

    @SuppressWarnings("unchecked") // a sample stays a sample
    static <T> T keepingWhatIsAbsent(T before, T after) {
        if (!(before instanceof Sample old) || !(after instanceof Sample next)) {
            return after;
        }
        return (T) new Sample(
                next.id(),
                either(next.reference(), old.reference()),
                next.name(),
                either(next.remark(), old.remark()),
                new Measures(
                        either(next.measures().quantity(), old.measures().quantity()),
                        either(next.measures().amount(), old.measures().amount()),
                        either(next.measures().rate(), old.measures().rate())),
                either(next.active(), old.active()),
                either(next.dueOn(), old.dueOn()),
                either(next.happenedAt(), old.happenedAt()),
                either(next.colour(), old.colour()),
                either(next.ownerId(), old.ownerId()),
                next.stamp());
    }

    private static <V> @Nullable V either(@Nullable V after, @Nullable V before) {
        return after != null ? after : before;
    }
}
