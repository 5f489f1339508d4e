package io.github.crmkit.lifecycle;

import io.github.crmkit.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A lifecycle with conditions on its moves that look at the subject. Immutable: adding a guard returns another one. Made
 * by {@link Lifecycle#guarded}.
 *
 * @param <S> the states
 * @param <T> what the guards look at: the subject, or a move of it with everything that was said
 */
public final class GuardedLifecycle<S extends Enum<S>, T> {

    private final Lifecycle<S> lifecycle;
    private final Function<T, S> state;
    private final List<Attached<S, T>> guards;

    GuardedLifecycle(Lifecycle<S> lifecycle, Function<T, S> state) {
        this(lifecycle, state, List.of());
    }

    private GuardedLifecycle(Lifecycle<S> lifecycle, Function<T, S> state, List<Attached<S, T>> guards) {
        this.lifecycle = lifecycle;
        this.state = state;
        this.guards = guards;
    }

    /** The table underneath. */
    public Lifecycle<S> lifecycle() {
        return lifecycle;
    }

    /**
     * A condition on one transition.
     *
     * @throws IllegalArgumentException where the table has no such transition: the guard would never be asked
     */
    public GuardedLifecycle<S, T> between(S from, S to, Guard<? super T> guard) {
        if (!lifecycle.permits(from, to)) {
            throw new IllegalArgumentException("no transition from " + from + " to " + to + " to guard");
        }
        return with((a, b) -> a == from && b == to, guard);
    }

    /** A condition on every transition into this state. */
    public GuardedLifecycle<S, T> entering(S to, Guard<? super T> guard) {
        return with((a, b) -> b == to, guard);
    }

    /** A condition on every transition out of this state. */
    public GuardedLifecycle<S, T> leaving(S from, Guard<? super T> guard) {
        return with((a, b) -> a == from, guard);
    }

    /** A condition on every transition. */
    public GuardedLifecycle<S, T> always(Guard<? super T> guard) {
        return with((a, b) -> true, guard);
    }

    /** Whether the subject has this state already; asking for it is then success without a change. */
    public boolean isSame(T subject, S to) {
        return lifecycle.isSame(state.apply(subject), to);
    }

    /**
     * Everything that keeps the subject from that state now, in the order the guards were added, each reason once; empty
     * when it may go there. Where the table does not lead there, that is the only reason.
     */
    public List<Violation> refusals(T subject, S to) {
        S from = state.apply(subject);
        List<Violation> reasons = new ArrayList<>(lifecycle.refusals(from, to));
        if (reasons.isEmpty()) {
            guards.stream()
                    .filter(attached -> attached.applies().test(from, to))
                    .flatMap(attached -> attached.guard().refuse(subject).stream())
                    .distinct()
                    .forEach(reasons::add);
        }
        return List.copyOf(reasons);
    }

    /** Whether the subject may go to that state now. */
    public boolean permits(T subject, S to) {
        return refusals(subject, to).isEmpty();
    }

    /**
     * Refuses a move that the table or a guard forbids. Ask {@link #isSame} first: from a state to itself there is no
     * move.
     *
     * @throws IllegalTransitionException with every reason
     */
    public void require(T subject, S to) {
        List<Violation> reasons = refusals(subject, to);
        if (!reasons.isEmpty()) {
            throw new IllegalTransitionException(
                    lifecycle.name(), state.apply(subject).name(), to.name(), reasons);
        }
    }

    /** What the subject may do next, and why not the rest: every state but its own, in the order of the enum. */
    public List<Option<S>> options(T subject) {
        return lifecycle.states().stream()
                .filter(to -> !isSame(subject, to))
                .map(to -> new Option<>(to, refusals(subject, to)))
                .toList();
    }

    private GuardedLifecycle<S, T> with(BiPredicate<S, S> applies, Guard<? super T> guard) {
        List<Attached<S, T>> more = new ArrayList<>(guards);
        more.add(new Attached<>(applies, guard));
        return new GuardedLifecycle<>(lifecycle, state, List.copyOf(more));
    }

    private record Attached<S, T>(BiPredicate<S, S> applies, Guard<? super T> guard) {}
}
