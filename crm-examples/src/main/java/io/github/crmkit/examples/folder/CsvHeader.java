package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.csv.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of one CSV file, matched with what the mapping says about it.
 *
 * @param titles the titles of the columns, without spaces around them
 * @param positions the column of each field that has one
 */
record CsvHeader(TableMapping mapping, DateFormat dates, List<String> titles, Map<String, Integer> positions) {

    CsvHeader {
        titles = List.copyOf(titles);
        positions = Map.copyOf(positions);
    }

    /** Reads the first record of a file; what is wrong is added to the problems. */
    static CsvHeader read(Optional<RawRecord> first, TableMapping mapping, DateFormat dates, List<String> problems) {
        List<String> titles = titles(first, problems);
        Map<String, Integer> positions = new HashMap<>();
        if (problems.isEmpty()) {
            for (SourceField field : mapping.source().fields()) {
                place(field, mapping, titles, positions, problems);
            }
        }
        return new CsvHeader(mapping, dates, titles, positions);
    }

    private static List<String> titles(Optional<RawRecord> first, List<String> problems) {
        if (first.isEmpty()) {
            problems.add("is empty");
        } else if (first.get().isMalformed()) {
            problems.add("the first line has broken quotation marks");
        } else if (first.get().cells().stream().anyMatch(CsvRow::isUnreadable)) {
            problems.add("is not text in UTF-8");
        } else if (first.get().count() > first.get().cells().size()) {
            problems.add("has " + first.get().count() + " columns");
        }
        return first.map(RawRecord::cells).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
    }

    private static void place(
            SourceField field,
            TableMapping mapping,
            List<String> titles,
            Map<String, Integer> positions,
            List<String> problems) {
        String title = mapping.columnOf(field);
        switch (Collections.frequency(titles, title)) {
            case 0 -> {
                boolean named = mapping.columns().containsKey(field.name());
                if (named || (field.required() && !mapping.defaults().containsKey(field.name()))) {
                    problems.add("has no column " + Shown.quoted(title) + " for " + keyOf(mapping, field));
                }
            }
            case 1 -> positions.put(field.name(), titles.indexOf(title));
            default -> problems.add("has more than one column " + Shown.quoted(title));
        }
    }

    private static String keyOf(TableMapping mapping, SourceField field) {
        return mapping.source().label() + ".column." + field.name();
    }

    /** The titles that no field is read from. */
    List<String> unusedColumns() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            if (!positions.containsValue(i)) {
                unused.add(titles.get(i).isEmpty() ? "column " + (i + 1) : titles.get(i));
            }
        }
        return unused;
    }

    /** The position of the field's column, or null when the file has none. */
    @Nullable
    Integer position(SourceField field) {
        return positions.get(field.name());
    }
}
