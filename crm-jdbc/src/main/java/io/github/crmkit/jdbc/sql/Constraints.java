package io.github.crmkit.jdbc.sql;

import java.util.Locale;
import java.util.Map;

/**
 * What a duplicate in a table means: the entity type it belongs to, and which unique key each constraint stands for.
 *
 * @param type the name of the entity type
 * @param keys the key's name by its constraint's name in lower case
 */
public record Constraints(String type, Map<String, String> keys) {

    /** The key that is meant when no other constraint is named: the identity itself. */
    private static final String IDENTITY = "id";

    public Constraints {
        keys = Map.copyOf(keys);
    }

    /** The key whose constraint a database's message names. */
    String keyNamedIn(String message) {
        for (String word : message.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+", -1)) {
            // H2 names the index that it made for the constraint
            int index = word.lastIndexOf("_index_");
            String key = keys.get(index < 0 ? word : word.substring(0, index));
            if (key != null) {
                return key;
            }
        }
        return IDENTITY;
    }
}
