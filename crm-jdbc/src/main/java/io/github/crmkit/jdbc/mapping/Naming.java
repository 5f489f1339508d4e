package io.github.crmkit.jdbc.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are and what their names begin with. Names are written without quotes, so the database's own rule for
 * upper and lower case applies to them.
 *
 * @param schema null for the connection's own schema
 * @param prefix what every table, key and index name begins with; may be empty where there is a schema
 */
public record Naming(@Nullable String schema, String prefix) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,30}");
    private static final int LONGEST_NAME = 63;

    public Naming {
        if (schema != null && !ALLOWED.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "a schema name is 1 to 31 letters, digits and underscores, no digit first");
        }
        if (schema == null && prefix.isEmpty()) {
            throw new IllegalArgumentException(
                    "without a schema of their own tables need a prefix: lead is a reserved word");
        }
        if (!prefix.isEmpty() && !ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix is 1 to 31 letters, digits and underscores, no digit first");
        }
    }

    /** The table's name as statements write it. */
    public String table(String declared) {
        return beforeTable() + shortEnough(declared);
    }

    /** The name of a key or an index. */
    public String key(String declared) {
        return prefix + shortEnough(declared);
    }

    /** What stands before the declared name of a table. */
    public String beforeTable() {
        return schema == null ? prefix : schema + "." + prefix;
    }

    private String shortEnough(String declared) {
        if (prefix.length() + declared.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("with its prefix, " + declared + " is longer than " + LONGEST_NAME);
        }
        return declared;
    }
}
