package io.github.crmkit.examples.page;

import io.github.crmkit.examples.console.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page: charts, and the tables with the same numbers.
 *
 * @param title also of the section's place in the page
 * @param notes what must be known to read it, a sentence or two each
 * @param charts in their order
 * @param tables in their order
 */
public record Section(String title, List<String> notes, List<Chart> charts, List<Table> tables) {

    /**
     * A table with its title.
     *
     * @param folded whether it is shown only when somebody asks for it; for long ones
     */
    public record Table(String title, TextTable rows, boolean folded) {}

    public Section {
        notes = List.copyOf(notes);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }

    /** With nothing in it yet. */
    public static Section titled(String title) {
        return new Section(title, List.of(), List.of(), List.of());
    }

    /** With a note more. */
    public Section note(String note) {
        return new Section(title, plus(notes, note), charts, tables);
    }

    /** With a chart more. */
    public Section chart(Chart chart) {
        return new Section(title, notes, plus(charts, chart), tables);
    }

    /** With a table more, which is shown. */
    public Section table(String caption, TextTable table) {
        return new Section(title, notes, charts, plus(tables, new Table(caption, table, false)));
    }

    /** With a long table more, which is shown to those who unfold it. */
    public Section folded(String caption, TextTable table) {
        return new Section(title, notes, charts, plus(tables, new Table(caption, table, true)));
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
