package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Parameters;
import java.util.ArrayList;
import java.util.List;

/** A statement that is being written, with the values of its parameters. */
final class Query {

    private final Dialect dialect;
    private final StringBuilder sql;
    private final List<ColumnType> types = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Query(Dialect dialect, String start) {
        this.dialect = dialect;
        this.sql = new StringBuilder(start.length() + 200).append(start);
    }

    Dialect dialect() {
        return dialect;
    }

    Query add(String text) {
        sql.append(text);
        return this;
    }

    /** Notes the value of the next question mark. */
    Query with(ColumnType type, Object value) {
        types.add(type);
        values.add(value);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    void bind(Parameters to) {
        for (int i = 0; i < values.size(); i++) {
            dialect.bind(to, i + 1, types.get(i), values.get(i));
        }
    }
}
