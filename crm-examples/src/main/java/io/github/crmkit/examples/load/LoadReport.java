package io.github.crmkit.examples.load;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.examples.folder.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The account of one load: what became of every row, what was repaired, and what was not used. It is filled by one
 * thread while the load runs.
 *
 * <p>For each source, rows read = created + unchanged + used + refused; {@link #balances()} says whether that holds.
 */
public final class LoadReport {

    private final Map<Source, Tally> tallies = new EnumMap<>(Source.class);
    private final List<RowProblem> refused = new ArrayList<>();

    /** What happened to the rows of one source. */
    private static final class Tally {
        private final String file;
        private final List<String> unusedColumns;
        private final Map<String, LineNumbers> repairs = new LinkedHashMap<>();
        private final Map<String, LineNumbers> notes = new LinkedHashMap<>();
        private final Map<String, LineNumbers> unkept = new LinkedHashMap<>();
        private final LineNumbers repaired = new LineNumbers();
        private long read;
        private long created;
        private long unchanged;
        private long used;
        private long refused;

        private Tally(String file, List<String> unusedColumns) {
            this.file = file;
            this.unusedColumns = List.copyOf(unusedColumns);
        }
    }

    /** Opens the account of a table. */
    void begin(CsvTable table) {
        tallies.put(table.source(), new Tally(table.file(), table.unusedColumns()));
    }

    /**
     * Counts the row as read and makes something of it; a row that cannot be used is refused and gives nothing. Whoever
     * gets something says later whether it was created, unchanged, used or refused after all.
     */
    <T> Optional<T> take(CsvRow row, Function<CsvRow, T> reading) {
        Tally tally = tally(row.source());
        tally.read++;
        Optional<T> taken = row.read(reading);
        if (taken.isEmpty()) {
            tally.refused++;
            refused.addAll(row.problems());
            return taken;
        }
        for (String repair : row.repairs()) {
            tally.repaired.add(row.line());
            line(tally.repairs, repair, row.line());
        }
        row.notes().forEach(note -> line(tally.notes, note, row.line()));
        return taken;
    }

    /** The row made a new record. */
    void created(CsvRow row) {
        tally(row.source()).created++;
    }

    /** What the row says is there already. */
    void unchanged(CsvRow row) {
        tally(row.source()).unchanged++;
    }

    /** The row was used while the program ran; it says nothing that is to be kept. */
    void used(CsvRow row) {
        tally(row.source()).used++;
    }

    /** The row could be read, but not be used after all. */
    void refused(CsvRow row, String reason) {
        tally(row.source()).refused++;
        refused.add(new RowProblem(row.file(), row.line(), reason));
    }

    /** Something about a row that was used is worth knowing; equal words are counted together. */
    void noted(CsvRow row, String what) {
        line(tally(row.source()).notes, Shown.line(what), row.line());
    }

    /** The row was used, but there is no place for what this field of it says. */
    void unkept(CsvRow row, String field) {
        line(tally(row.source()).unkept, field, row.line());
    }

    /** Rows of this source that were found in the file; 0 for a source that was not loaded. */
    public long read(Source source) {
        return count(source, tally -> tally.read);
    }

    /** Rows of this source that made a new record. */
    public long created(Source source) {
        return count(source, tally -> tally.created);
    }

    /** Rows of this source that say what was there already. */
    public long unchanged(Source source) {
        return count(source, tally -> tally.unchanged);
    }

    /** Rows of this source that were used and say nothing that is to be kept. */
    public long used(Source source) {
        return count(source, tally -> tally.used);
    }

    /** Rows of this source that could not be used. */
    public long refused(Source source) {
        return count(source, tally -> tally.refused);
    }

    /** Rows of this source in which a value was replaced as the mapping says. */
    public long repaired(Source source) {
        return count(source, tally -> (long) tally.repaired.size());
    }

    /** Every reason why a row was refused, file by file and line by line. */
    public List<RowProblem> problems() {
        List<String> files = tallies.values().stream().map(tally -> tally.file).toList();
        return refused.stream()
                .sorted(Comparator.comparingInt((RowProblem problem) -> files.indexOf(problem.file()))
                        .thenComparingLong(RowProblem::line))
                .toList();
    }

    /** Whether every row that was read is accounted for. */
    public boolean balances() {
        return tallies.values().stream()
                .allMatch(tally -> tally.read == tally.created + tally.unchanged + tally.used + tally.refused);
    }

    /** The account with every line number. */
    public String render() {
        return render(Integer.MAX_VALUE);
    }

    /**
     * The account for a terminal.
     *
     * @param most how many refused rows, and how many line ranges of a repair or a note, are shown; what is left out is
     *     counted, and fields that are not kept are counted only
     */
    public String render(int most) {
        StringBuilder out = new StringBuilder(counts().render());
        section(out, "Repaired", most, tally -> tally.repairs);
        section(out, "Noted", most, tally -> tally.notes);
        unkept(out, most);
        refusals(out, most);
        unusedColumns(out);
        return out.toString();
    }

    private TextTable counts() {
        TextTable table = TextTable.of(
                text("Source"),
                text("File"),
                number("Rows"),
                number("Created"),
                number("Unchanged"),
                number("Used"),
                number("Refused"),
                number("Repaired"));
        tallies.forEach((source, tally) -> table.row(
                source.label(),
                tally.file,
                Counts.of(tally.read),
                Counts.of(tally.created),
                Counts.of(tally.unchanged),
                Counts.of(tally.used),
                Counts.of(tally.refused),
                Counts.of(tally.repaired.size())));
        return table;
    }

    private void section(StringBuilder out, String title, int most, Function<Tally, Map<String, LineNumbers>> entries) {
        StringBuilder lines = new StringBuilder();
        for (Tally tally : tallies.values()) {
            entries.apply(tally)
                    .forEach((what, numbers) -> lines.append("  ")
                            .append(tally.file)
                            .append(": ")
                            .append(what)
                            .append(": ")
                            .append(Counts.of(numbers.size()))
                            .append(numbers.size() == 1 ? " row, line " : " rows, lines ")
                            .append(numbers.render(most))
                            .append('\n'));
        }
        if (!lines.isEmpty()) {
            out.append('\n').append(title).append('\n').append(lines);
        }
    }

    /** Line by line where everything is asked for; otherwise one line for each file. */
    private void unkept(StringBuilder out, int most) {
        String title = "Not kept, there is no place for it";
        if (most == Integer.MAX_VALUE) {
            section(out, title, most, tally -> tally.unkept);
            return;
        }
        StringBuilder lines = new StringBuilder();
        tallies.values().stream()
                .filter(tally -> !tally.unkept.isEmpty())
                .forEach(tally -> lines.append("  ")
                        .append(tally.file)
                        .append(tally.unkept.entrySet().stream()
                                .map(entry -> entry.getKey() + " of "
                                        + Counts.of(entry.getValue().size()) + " rows")
                                .collect(Collectors.joining(", ", ": ", "\n"))));
        if (!lines.isEmpty()) {
            out.append('\n').append(title).append('\n').append(lines);
        }
    }

    private void refusals(StringBuilder out, int most) {
        if (refused.isEmpty()) {
            return;
        }
        out.append("\nRefused\n");
        problems().stream()
                .limit(most)
                .forEach(problem -> out.append("  ").append(problem).append('\n'));
        if (refused.size() > most) {
            out.append("  and ").append(Counts.of(refused.size() - most)).append(" more reasons\n");
        }
    }

    /** A file can serve two sources; a column is not used when neither of them reads it. */
    private void unusedColumns(StringBuilder out) {
        Map<String, List<String>> byFile = new LinkedHashMap<>();
        for (Tally tally : tallies.values()) {
            byFile.merge(tally.file, tally.unusedColumns, LoadReport::inBoth);
        }
        byFile.values().removeIf(List::isEmpty);
        if (!byFile.isEmpty()) {
            out.append("\nColumns not used\n");
            byFile.forEach((file, columns) -> out.append(Shown.line("  " + file + ": " + String.join(", ", columns)))
                    .append('\n'));
        }
    }

    private static List<String> inBoth(List<String> some, List<String> others) {
        return some.stream().filter(others::contains).toList();
    }

    private Tally tally(Source source) {
        Tally tally = tallies.get(source);
        if (tally == null) {
            throw new IllegalArgumentException("the account of " + source.label() + " was not opened");
        }
        return tally;
    }

    private long count(Source source, Function<Tally, Long> counting) {
        Tally tally = tallies.get(source);
        return tally == null ? 0 : counting.apply(tally);
    }

    private static void line(Map<String, LineNumbers> lines, String what, long line) {
        lines.computeIfAbsent(what, any -> new LineNumbers()).add(line);
    }
}
