package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Parameters;
import java.util.ArrayList;
import java.util.List;

/** A statement that is being written, with the values of its parameters. Belongs to one thread. */
public final class Query {

    private final Dialect dialect;
    private final StringBuilder sql;
    private final List<ColumnType> types = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** A statement in this dialect that starts like this. */
    public Query(Dialect dialect, String start) {
        this.dialect = dialect;
        this.sql = new StringBuilder(start.length() + 200).append(start);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Writes on; the text is the library's own, never a user's. */
    public Query add(String text) {
        sql.append(text);
        return this;
    }

    /** Notes the value of the next question mark. */
    public Query with(ColumnType type, Object value) {
        types.add(type);
        values.add(value);
        return this;
    }

    /** The text so far. */
    public String sql() {
        return sql.toString();
    }

    /** Binds the values to their question marks. */
    public void bind(Parameters to) {
        for (int i = 0; i < values.size(); i++) {
            dialect.bind(to, i + 1, types.get(i), values.get(i));
        }
    }
}
