package io.github.crmkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LifecycleProperties {

    enum Phase {
        A,
        B,
        C,
        D,
        E
    }

    record Edge(Phase from, Phase to) {}

    @Property
    void a_move_is_permitted_exactly_when_it_is_among_the_next_and_in_the_table(@ForAll("sound") Set<Edge> edges) {
        Lifecycle<Phase> lifecycle = build(edges);
        for (Phase from : Phase.values()) {
            for (Phase to : Phase.values()) {
                boolean listed = edges.contains(new Edge(from, to));
                assertThat(lifecycle.permits(from, to)).isEqualTo(listed);
                assertThat(lifecycle.next(from).contains(to)).isEqualTo(listed);
            }
        }
    }

    @Property
    void the_diagram_has_each_transition_once_and_no_other(@ForAll("sound") Set<Edge> edges) {
        Lifecycle<Phase> lifecycle = build(edges);
        List<String> expected = new ArrayList<>(List.of("[*] --> A"));
        edges.forEach(edge -> expected.add(edge.from() + " --> " + edge.to()));
        lifecycle.terminals().forEach(end -> expected.add(end + " --> [*]"));
        List<String> arrows =
                lifecycle.toMermaid().lines().skip(1).map(String::strip).toList();
        assertThat(arrows).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property
    void the_matrix_has_a_mark_for_each_transition(@ForAll("sound") Set<Edge> edges) {
        String matrix = build(edges).toText();
        assertThat(matrix.chars().filter(c -> c == 'x').count()).isEqualTo(edges.size());
        assertThat(matrix).isEqualTo(build(edges).toText());
    }

    @Property
    void the_options_are_the_next_states_and_refuse_the_rest_with_a_reason(
            @ForAll("sound") Set<Edge> edges, @ForAll Phase from) {
        Lifecycle<Phase> lifecycle = build(edges);
        List<Option<Phase>> options = lifecycle.<Phase>guarded(phase -> phase).options(from);
        assertThat(options).hasSize(Phase.values().length - 1);
        assertThat(options.stream().filter(Option::isAllowed).map(Option::target))
                .containsExactlyElementsOf(lifecycle.next(from));
    }

    @Property
    void a_table_is_accepted_exactly_when_a_walk_from_the_start_finds_every_state(@ForAll("any") Set<Edge> edges) {
        Set<Phase> found = EnumSet.of(Phase.A);
        // As many rounds as there are states: more cannot find anything new.
        for (int round = 0; round < Phase.values().length; round++) {
            edges.stream().filter(edge -> found.contains(edge.from())).forEach(edge -> found.add(edge.to()));
        }
        if (found.size() == Phase.values().length && endsWhereItCan(edges)) {
            assertThat(build(edges).states()).hasSize(Phase.values().length);
        } else {
            assertThatThrownBy(() -> build(edges)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Set<Edge>> any() {
        return Combinators.combine(Arbitraries.of(Phase.class), Arbitraries.of(Phase.class))
                .as(Edge::new)
                .filter(edge -> edge.from() != edge.to())
                .set()
                .ofMaxSize(14);
    }

    /** A chain through all states keeps every state reachable and able to end; E is left alone as the end. */
    @Provide
    Arbitrary<Set<Edge>> sound() {
        return any().map(more -> {
            Set<Edge> edges = new LinkedHashSet<>(more);
            edges.removeIf(edge -> edge.from() == Phase.E);
            for (int i = 1; i < Phase.values().length; i++) {
                edges.add(new Edge(Phase.values()[i - 1], Phase.values()[i]));
            }
            return edges;
        });
    }

    /** Terminal is what has no way out; then every state must be able to get to one of them, if there are any. */
    private static boolean endsWhereItCan(Set<Edge> edges) {
        Set<Phase> able = ends(edges);
        if (able.isEmpty()) {
            return true;
        }
        for (int round = 0; round < Phase.values().length; round++) {
            edges.stream().filter(edge -> able.contains(edge.to())).forEach(edge -> able.add(edge.from()));
        }
        return able.size() == Phase.values().length;
    }

    private static Set<Phase> ends(Set<Edge> edges) {
        Set<Phase> ends = EnumSet.allOf(Phase.class);
        edges.forEach(edge -> ends.remove(edge.from()));
        return ends;
    }

    private static Lifecycle<Phase> build(Set<Edge> edges) {
        Lifecycle.Builder<Phase> builder = Lifecycle.of(Phase.class).start(Phase.A);
        for (Edge edge : edges) {
            builder = builder.allow(edge.from(), edge.to());
        }
        for (Phase end : ends(edges)) {
            builder = builder.terminal(end);
        }
        return builder.build();
    }
}
