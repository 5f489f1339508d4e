package io.github.crmkit.examples.folder;

import java.util.Map;

/**
 * What a mapping says about one source. Every map is keyed by the field of the source.
 *
 * @param file the name of the file in the folder
 * @param columns the column of a field; a field that is not named has the column of its own name, if there is one
 * @param defaults what an empty or absent cell stands for
 * @param repairs wrong values and what they should have been; each use is reported
 * @param translations values in the file's words and what they are called here; not reported
 */
record TableMapping(
        Source source,
        String file,
        Map<String, String> columns,
        Map<String, String> defaults,
        Map<String, Map<String, String>> repairs,
        Map<String, Map<String, String>> translations) {

    TableMapping {
        columns = Map.copyOf(columns);
        defaults = Map.copyOf(defaults);
        repairs = Map.copyOf(repairs);
        translations = Map.copyOf(translations);
    }

    /** The column in which the field is looked for. */
    String columnOf(SourceField field) {
        return columns.getOrDefault(field.name(), field.name());
    }
}
