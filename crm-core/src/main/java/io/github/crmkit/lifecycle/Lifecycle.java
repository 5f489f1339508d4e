package io.github.crmkit.lifecycle;

import io.github.crmkit.kernel.Violation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which state may follow which: a positive table over an enum. Immutable, and one constant beside its enum:
 *
 * <pre>{@code
 * Lifecycle<TicketStatus> LIFECYCLE = Lifecycle.of(TicketStatus.class)
 *         .start(OPEN)
 *         .allow(OPEN, PENDING, SOLVED)
 *         .allow(PENDING, OPEN)
 *         .terminal(SOLVED)
 *         .build();
 * }</pre>
 *
 * <p>Building it checks it: every state can be reached from a start, only terminal states have no way out, and where
 * there are terminal states every other state can get to one.
 *
 * @param <S> the states
 */
public final class Lifecycle<S extends Enum<S>> {

    private final String name;
    private final Class<S> type;
    private final Set<S> starts;
    private final Set<S> terminals;
    private final Map<S, Set<S>> table;

    private Lifecycle(Builder<S> draft) {
        this.name = draft.name;
        this.type = draft.type;
        this.starts = Collections.unmodifiableSet(draft.starts);
        this.terminals = Collections.unmodifiableSet(draft.terminals);
        Map<S, Set<S>> rows = new EnumMap<>(type);
        draft.table.forEach((from, targets) -> rows.put(from, Collections.unmodifiableSet(targets)));
        this.table = Collections.unmodifiableMap(rows);
        LifecycleCheck.require(this);
    }

    /** An empty table over the constants of this enum, named after it: {@code LeadStatus} is "lead status". */
    public static <S extends Enum<S>> Builder<S> of(Class<S> states) {
        String words = states.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return new Builder<>(words.toLowerCase(Locale.ROOT), states);
    }

    /** What kind of state this is about, for people. */
    public String name() {
        return name;
    }

    /** Every state, in the order of the enum. */
    public Set<S> states() {
        return EnumSet.allOf(type);
    }

    /** The states that something new may be in. */
    public Set<S> starts() {
        return starts;
    }

    /** The states that nothing leaves. */
    public Set<S> terminals() {
        return terminals;
    }

    /** Whether nothing leaves this state. */
    public boolean isTerminal(S state) {
        return terminals.contains(state);
    }

    /** Whether the subject has this state already; asking for it is then success without a change. */
    public boolean isSame(S from, S to) {
        return from == to;
    }

    /** Whether the table leads from one state to the other; never true for a state and itself. */
    public boolean permits(S from, S to) {
        return next(from).contains(to);
    }

    /** The states that may follow, in the order of the enum; unmodifiable. */
    public Set<S> next(S from) {
        return table.getOrDefault(from, Set.of());
    }

    /**
     * Refuses a move that is not in the table. Ask {@link #isSame} first: from a state to itself there is no move.
     *
     * @throws IllegalTransitionException with the reason {@code no-transition}
     */
    public void require(S from, S to) {
        List<Violation> reasons = refusals(from, to);
        if (!reasons.isEmpty()) {
            throw new IllegalTransitionException(name, from.name(), to.name(), reasons);
        }
    }

    /** Why the table does not lead there; empty when it does. */
    List<Violation> refusals(S from, S to) {
        if (permits(from, to)) {
            return List.of();
        }
        String message = isTerminal(from) ? from + " is final" : "there is no way from " + from + " to " + to;
        return List.of(new Violation("", "no-transition", message));
    }

    /**
     * This table with conditions that look at a subject.
     *
     * @param state how to read the present state off the subject
     * @param <T> what the guards look at
     */
    public <T> GuardedLifecycle<S, T> guarded(Function<T, S> state) {
        return new GuardedLifecycle<>(this, state);
    }

    /**
     * The whole table as text, always the same: a row for each state, {@code x} where it leads to the state of the
     * column and {@code .} where it does not. Rows of starting states begin with {@code >}, of terminal ones with
     * {@code *}.
     */
    public String toText() {
        return LifecycleDrawing.text(this);
    }

    /** The table as a Mermaid {@code stateDiagram-v2}, each transition once, in the order of the enum. */
    public String toMermaid() {
        return LifecycleDrawing.mermaid(this);
    }

    /** As {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }

    /** A table in the making. Immutable: every method returns another one. */
    public static final class Builder<S extends Enum<S>> {

        private final String name;
        private final Class<S> type;
        private final Set<S> starts;
        private final Set<S> terminals;
        private final Map<S, Set<S>> table;

        private Builder(String name, Class<S> type) {
            this.name = name;
            this.type = type;
            this.starts = EnumSet.noneOf(type);
            this.terminals = EnumSet.noneOf(type);
            this.table = new EnumMap<>(type);
        }

        private Builder(Builder<S> other) {
            this(other.name, other.type);
            starts.addAll(other.starts);
            terminals.addAll(other.terminals);
            other.table.forEach((from, targets) -> table.put(from, EnumSet.copyOf(targets)));
        }

        /** Something new may be in these states. */
        @SafeVarargs
        public final Builder<S> start(S first, S... more) {
            Builder<S> copy = new Builder<>(this);
            copy.starts.add(first);
            for (S state : more) {
                copy.starts.add(state);
            }
            return copy;
        }

        /** From this state to each of those; added to what the row already allows. */
        @SafeVarargs
        public final Builder<S> allow(S from, S to, S... more) {
            Builder<S> copy = new Builder<>(this);
            Set<S> row = copy.table.computeIfAbsent(from, none -> EnumSet.noneOf(type));
            row.add(to);
            for (S state : more) {
                row.add(state);
            }
            return copy;
        }

        /** Nothing leaves these states. */
        @SafeVarargs
        public final Builder<S> terminal(S first, S... more) {
            Builder<S> copy = new Builder<>(this);
            copy.terminals.add(first);
            for (S state : more) {
                copy.terminals.add(state);
            }
            return copy;
        }

        /**
         * The finished lifecycle.
         *
         * @throws IllegalArgumentException with everything that is wrong with the table: it is an error of the program
         */
        public Lifecycle<S> build() {
            return new Lifecycle<>(new Builder<>(this));
        }
    }
}
