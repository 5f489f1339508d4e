package io.github.crmkit.lifecycle;

/** Draws a lifecycle; the same table always gives the same text. */
final class LifecycleDrawing {

    private LifecycleDrawing() {}

    static <S extends Enum<S>> String text(Lifecycle<S> lifecycle) {
        int width = lifecycle.states().stream()
                .mapToInt(state -> state.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(width + 2));
        lifecycle.states().forEach(state -> text.append(' ').append(state.name()));
        text.append('\n');
        for (S from : lifecycle.states()) {
            text.append(mark(lifecycle, from)).append(' ').append(padded(from.name(), width));
            StringBuilder cells = new StringBuilder();
            for (S to : lifecycle.states()) {
                String cell = lifecycle.permits(from, to) ? "x" : ".";
                cells.append(' ').append(padded(cell, to.name().length()));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static <S extends Enum<S>> String mermaid(Lifecycle<S> lifecycle) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        lifecycle.starts().forEach(state -> arrow(text, "[*]", state.name()));
        for (S from : lifecycle.states()) {
            lifecycle.next(from).forEach(to -> arrow(text, from.name(), to.name()));
        }
        lifecycle.terminals().forEach(state -> arrow(text, state.name(), "[*]"));
        return text.toString();
    }

    private static <S extends Enum<S>> String mark(Lifecycle<S> lifecycle, S state) {
        if (lifecycle.isTerminal(state)) {
            return "*";
        }
        return lifecycle.starts().contains(state) ? ">" : " ";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static void arrow(StringBuilder text, String from, String to) {
        text.append("    ").append(from).append(" --> ").append(to).append('\n');
    }
}
