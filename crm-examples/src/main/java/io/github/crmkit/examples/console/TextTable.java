package io.github.crmkit.examples.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of plain text for a terminal: text columns to the left, number columns to the right, widths as the terminal
 * shows them. It is filled once and rendered once; it is not safe for use by several threads.
 */
public final class TextTable {

    private static final String GAP = "  ";

    /** One column: its title, and on which side its cells stand. */
    public record Column(String title, boolean right) {

        /** A column of text. */
        public static Column text(String title) {
            return new Column(title, false);
        }

        /** A column of numbers, aligned to the right. */
        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    private final List<Column> columns;

    /** The rows in order; an empty row stands for a rule across the table. */
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** An empty table with these columns, at least one. */
    public static TextTable of(Column... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("a table needs a column");
        }
        return new TextTable(List.of(columns));
    }

    /**
     * Adds a row; line breaks and other control characters in a cell are shown as spaces.
     *
     * @throws IllegalArgumentException when the number of cells is not the number of columns
     */
    public TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of this table has " + columns.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells).stream().map(TextTable::onOneLine).toList());
        return this;
    }

    /** Adds a rule across the table, for example above a total. */
    public TextTable rule() {
        rows.add(List.of());
        return this;
    }

    /** The columns, in their order. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows as they are now, in their order, each with a cell for every column; a rule is a row without cells. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** How many columns of a terminal it is wide. */
    public int width() {
        int gaps = GAP.length() * (columns.size() - 1);
        return gaps + IntStream.of(widths()).sum();
    }

    /** The table as lines, each with a line break; no line ends with spaces. */
    public String render() {
        int[] widths = widths();
        StringBuilder out = new StringBuilder();
        appendLine(out, columns.stream().map(Column::title).toList(), widths);
        appendRule(out, widths);
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                appendRule(out, widths);
            } else {
                appendLine(out, row, widths);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return render();
    }

    private int[] widths() {
        int[] widths = columns.stream()
                .mapToInt(column -> DisplayWidth.of(column.title()))
                .toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private void appendLine(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static void appendRule(StringBuilder out, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            out.append(i == 0 ? "" : GAP).append("-".repeat(widths[i]));
        }
        out.append('\n');
    }

    private static String onOneLine(String cell) {
        return cell.replaceAll("\\p{Cntrl}", " ");
    }
}
