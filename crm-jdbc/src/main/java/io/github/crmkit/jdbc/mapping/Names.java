package io.github.crmkit.jdbc.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names that become part of SQL. */
final class Names {

    private static final Pattern DECLARED = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Words that some database reserves, or that read like a keyword in every statement. */
    private static final Set<String> RESERVED = Set.of(
            ("all and any array as asc between both case cast check column condition constraint create cross current_date"
                            + " day default delete desc distinct drop else end except exists fetch for foreign from full"
                            + " grant group having hour if in index inner insert intersect interval into is join key"
                            + " leading left like limit lock match minute month natural not null of offset on option or"
                            + " order outer over partition primary range rank references release replace right row"
                            + " rownum rows second select set some system_user table then to trailing union unique"
                            + " update user using value values view when where window with year")
                    .split(" "));

    private Names() {}

    /** The name as it was given, of a table, a column or an index. */
    static String declared(String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(name + " is a reserved word somewhere: choose another name");
        } else if (!DECLARED.matcher(name).matches()) {
            throw new IllegalArgumentException("a name in SQL is at most 40 of a-z, 0-9 and _, not: " + name);
        }
        return name;
    }

    /** The column for a field or key: {@code closeDate} and {@code close-date} become {@code close_date}. */
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
