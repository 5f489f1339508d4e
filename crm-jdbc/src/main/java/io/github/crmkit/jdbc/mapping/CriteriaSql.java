package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a filter as SQL.
 *
 * <p>SQL's NOT is three-valued, the filter's is two-valued. So no NOT is written at all: negation is pushed down to the
 * single comparisons, where the opposite also holds for absent values. Among AND and OR alone, unknown counts as false.
 */
final class CriteriaSql {

    private static final String TRUE = "1 = 1";
    private static final String FALSE = "1 = 0";

    private final Table<?, ?> table;
    private final Query query;

    CriteriaSql(Table<?, ?> table, Query query) {
        this.table = table;
        this.query = query;
    }

    /** Writes the conditions of a listing: rows of this tenant for which the filter holds. */
    static <T> void writeAll(Table<T, ?> table, Criteria<T> where, TenantId tenant, Query query) {
        CriteriaSql sql = new CriteriaSql(table, query);
        List<Criteria<T>> parts = parts(where);
        Criteria.In<T> listed = query.dialect().pairsTenantWithListed() ? listed(table, parts) : null;
        if (listed == null) {
            query.add(Table.TENANT + " = ?").with(ColumnType.ID, tenant.value());
        } else {
            String column = table.columnOf(listed.field());
            KeyList.write(query, "", column, typeOf(listed.field()), tenant, listed.values());
        }
        for (Criteria<T> part : parts) {
            if (part != listed && !(part instanceof Criteria.All)) {
                query.add(" and ");
                sql.write(part, true);
            }
        }
    }

    /** What has to hold all together. */
    static <T> List<Criteria<T>> parts(Criteria<T> where) {
        return where instanceof Criteria.And<T> and ? and.parts() : List.of(where);
    }

    /** A list of values of which the rows are found by a key. */
    private static <T> Criteria.@Nullable In<T> listed(Table<T, ?> table, List<Criteria<T>> parts) {
        for (Criteria<T> part : parts) {
            if (part instanceof Criteria.In<T> in && in.values().size() > 1 && table.leadsKey(in.field())) {
                return in;
            }
        }
        return null;
    }

    /** Writes where the filter holds, or, if it is not {@code wanted}, where it does not. */
    void write(Criteria<?> criteria, boolean wanted) {
        if (criteria instanceof Criteria.Compare<?> c) {
            compare(c, wanted);
        } else if (criteria instanceof Criteria.In<?> in) {
            in(in, wanted);
        } else if (criteria instanceof Criteria.IsNull<?> isNull) {
            query.add(table.columnOf(isNull.field())).add(wanted ? " is null" : " is not null");
        } else if (criteria instanceof Criteria.Like<?> like) {
            like(like, wanted);
        } else if (criteria instanceof Criteria.And<?> and) {
            join(and.parts(), wanted, wanted);
        } else if (criteria instanceof Criteria.Or<?> or) {
            join(or.parts(), wanted, !wanted);
        } else if (criteria instanceof Criteria.Not<?> not) {
            write(not.part(), !wanted);
        } else {
            query.add(wanted ? TRUE : FALSE);
        }
    }

    private void join(List<? extends Criteria<?>> parts, boolean wanted, boolean all) {
        if (parts.isEmpty()) {
            query.add(all ? TRUE : FALSE);
            return;
        }
        String word = "(";
        for (Criteria<?> part : parts) {
            query.add(word);
            write(part, wanted);
            word = all ? " and " : " or ";
        }
        query.add(")");
    }

    private void compare(Criteria.Compare<?> c, boolean wanted) {
        String column = table.columnOf(c.field());
        Criteria.Operator operator = wanted ? c.operator() : c.operator().opposite();
        open(c.field(), wanted);
        query.add(column).add(" ").add(operator.sign()).add(" ?");
        query.with(typeOf(c.field()), c.value());
        close(c.field(), column, wanted);
    }

    private void in(Criteria.In<?> in, boolean wanted) {
        if (in.values().isEmpty()) {
            query.add(wanted ? FALSE : TRUE);
            return;
        }
        String column = table.columnOf(in.field());
        open(in.field(), wanted);
        query.add(column);
        KeyList.writeList(query, typeOf(in.field()), in.values(), wanted);
        close(in.field(), column, wanted);
    }

    private void like(Criteria.Like<?> like, boolean wanted) {
        TextField<?> field = like.field();
        String column = like.match().onFolded() ? table.foldedColumnOf(field) : table.columnOf(field);
        open(field, wanted);
        if (like.match() == Criteria.Match.SAME_TEXT) {
            query.add(column).add(wanted ? " = ?" : " <> ?").with(typeOf(field), like.text());
        } else if (wanted && isStart(like) && !query.dialect().likeFindsEveryStart()) {
            start(column, typeOf(field), like.text());
        } else {
            query.add(column).add(wanted ? " like ? escape '!'" : " not like ? escape '!'");
            query.with(typeOf(field), pattern(like));
        }
        close(field, column, wanted);
    }

    private static boolean isStart(Criteria.Like<?> like) {
        return like.match() == Criteria.Match.STARTS_WITH || like.match() == Criteria.Match.STARTS_WITH_TEXT;
    }

    /** From the beginning itself, inclusive, to the first text behind all that begin so. */
    private void start(String column, ColumnType type, String text) {
        query.add("(").add(column).add(" >= ?").with(type, text);
        String end = behindAllThatStartWith(text);
        if (end != null) {
            query.add(" and ").add(column).add(" < ?").with(type, end);
        }
        query.add(")");
    }

    private static @Nullable String behindAllThatStartWith(String text) {
        int kept = text.length();
        while (kept > 0) {
            int last = text.codePointBefore(kept);
            kept -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return text.substring(0, kept) + Character.toString(next);
            }
        }
        return null;
    }

    private static String pattern(Criteria.Like<?> like) {
        String literal = like.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return switch (like.match()) {
            case CONTAINS -> "%" + literal + "%";
            case STARTS_WITH, STARTS_WITH_TEXT -> literal + "%";
            case ENDS_WITH -> "%" + literal;
            case SAME_TEXT -> literal;
        };
    }

    private void open(Field<?, ?> field, boolean wanted) {
        if (!wanted && field.nullable()) {
            query.add("(");
        }
    }

    private void close(Field<?, ?> field, String column, boolean wanted) {
        if (!wanted && field.nullable()) {
            query.add(" or ").add(column).add(" is null)");
        }
    }

    private static ColumnType typeOf(Field<?, ?> field) {
        return Codec.typeOf(field.type());
    }
}
