package io.github.crmkit.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the mistakes of a table before anything runs on it. */
final class LifecycleCheck {

    private LifecycleCheck() {}

    static <S extends Enum<S>> void require(Lifecycle<S> lifecycle) {
        List<String> problems = problems(lifecycle);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "lifecycle of " + lifecycle.name() + " is broken: " + String.join("; ", problems));
        }
    }

    private static <S extends Enum<S>> List<String> problems(Lifecycle<S> lifecycle) {
        List<String> problems = new ArrayList<>();
        if (lifecycle.starts().isEmpty()) {
            problems.add("no start");
        }
        Set<S> reached = closure(lifecycle.starts(), lifecycle::next);
        Set<S> canEnd = closure(lifecycle.terminals(), state -> before(lifecycle, state));
        for (S state : lifecycle.states()) {
            Set<S> next = lifecycle.next(state);
            if (next.contains(state)) {
                problems.add(state + " leads to itself");
            }
            if (!lifecycle.starts().isEmpty() && !reached.contains(state)) {
                problems.add(state + " cannot be reached");
            }
            if (lifecycle.isTerminal(state)) {
                if (!next.isEmpty()) {
                    problems.add(state + " is terminal but has a way out");
                }
            } else if (next.isEmpty()) {
                problems.add(state + " has no way out but is not terminal");
            } else if (!lifecycle.terminals().isEmpty() && !canEnd.contains(state)) {
                problems.add(state + " never gets to a terminal state");
            }
        }
        return problems;
    }

    private static <S extends Enum<S>> Set<S> before(Lifecycle<S> lifecycle, S state) {
        return lifecycle.states().stream()
                .filter(from -> lifecycle.permits(from, state))
                .collect(Collectors.toSet());
    }

    private static <S extends Enum<S>> Set<S> closure(Set<S> from, Function<S, Set<S>> step) {
        if (from.isEmpty()) {
            return Set.of();
        }
        Set<S> seen = EnumSet.copyOf(from);
        Deque<S> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (S next : step.apply(open.remove())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
