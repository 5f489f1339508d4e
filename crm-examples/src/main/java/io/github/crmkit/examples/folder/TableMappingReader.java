package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.console.Shown;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the part of a mapping that speaks of sources: keys like {@code deals.column.ref}. */
final class TableMappingReader {

    private static final String ARROW = "->";

    private final Optional<DateFormat> dates;
    private final List<String> problems;
    private final Map<Source, Draft> drafts = new EnumMap<>(Source.class);

    /** What was read of one source so far. */
    private static final class Draft {
        private Optional<String> file = Optional.empty();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, String> defaults = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> repairs = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> translations = new LinkedHashMap<>();
    }

    /**
     * @param dates how dates are written, if the mapping says it well
     * @param problems takes what is wrong
     */
    TableMappingReader(Optional<DateFormat> dates, List<String> problems) {
        this.dates = dates;
        this.problems = problems;
    }

    /** The sources of these entries, none of which may be about anything else. */
    Map<Source, TableMapping> read(Map<String, String> entries) {
        entries.forEach(this::entry);
        Map<Source, TableMapping> tables = new EnumMap<>(Source.class);
        drafts.forEach((source, draft) -> draft.file.ifPresentOrElse(
                file -> tables.put(
                        source,
                        new TableMapping(
                                source, file, draft.columns, draft.defaults, draft.repairs, draft.translations)),
                () -> problems.add(source.label() + ".file is missing, but other keys speak of " + source.label())));
        if (drafts.isEmpty()) {
            problems.add("there is no source, for example deals.file = deals.csv");
        }
        return tables;
    }

    private void entry(String key, String value) {
        String[] parts = key.split("\\.", -1);
        Optional<Source> source = Source.labelled(parts[0]);
        if (source.isEmpty() || parts.length < 2 || parts.length > 3) {
            unknown(key);
        } else if (value.isEmpty()) {
            problems.add(Shown.line(key + " has no value"));
        } else if (parts.length == 2) {
            fileEntry(source.get(), key, value);
        } else {
            source.get()
                    .field(parts[2])
                    .ifPresentOrElse(field -> fieldEntry(source.get(), field, key, value), () -> unknown(key));
        }
    }

    private void fileEntry(Source source, String key, String value) {
        if (!key.endsWith(".file")) {
            unknown(key);
        } else if (value.matches(".*[/\\\\\\p{Cntrl}].*") || value.equals(".") || value.equals("..")) {
            problems.add(key + " is " + Shown.quoted(value) + ", not the name of a file in the folder");
        } else {
            draft(source).file = Optional.of(value);
        }
    }

    private void fieldEntry(Source source, SourceField field, String key, String value) {
        Draft draft = draft(source);
        switch (key.split("\\.", -1)[1]) {
            case "column" -> draft.columns.put(field.name(), value);
            case "default" -> {
                checkDefault(field, key, value);
                draft.defaults.put(field.name(), value);
            }
            case "repair" -> draft.repairs.put(field.name(), pairs(key, value));
            case "translate" -> draft.translations.put(field.name(), pairs(key, value));
            default -> unknown(key);
        }
    }

    private void checkDefault(SourceField field, String key, String value) {
        boolean usable = switch (field.kind()) {
            case TEXT -> true;
            case DATE -> dates.isEmpty() || dates.get().parse(value).isPresent();
            case DECIMAL -> Decimals.parse(value).isPresent();
        };
        if (!usable) {
            problems.add(key + " is " + Shown.quoted(value) + ", not a "
                    + (field.kind() == SourceField.Kind.DATE ? "date in date.format" : "plain decimal number"));
        }
    }

    /** Reads {@code from -> to; from -> to}; what follows an arrow may be empty, what stands before it may not. */
    private Map<String, String> pairs(String key, String value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : value.split(";", -1)) {
            String[] sides = pair.split(ARROW, -1);
            if (sides.length != 2 || sides[0].isBlank()) {
                problems.add(key + " has " + Shown.quoted(pair.strip()) + ", not a pair like: from -> to");
            } else if (pairs.put(sides[0].strip(), sides[1].strip()) != null) {
                problems.add(key + " has " + Shown.quoted(sides[0].strip()) + " twice");
            }
        }
        return pairs;
    }

    private Draft draft(Source source) {
        return drafts.computeIfAbsent(source, any -> new Draft());
    }

    private void unknown(String key) {
        problems.add(Shown.line("unknown key " + key));
    }
}
