package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.kernel.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Conditions that name rows of one tenant by values of a column that leads a key, so that each database uses that key. */
final class KeyList {

    private KeyList() {}

    /** Hands over ids in parts that one statement should name. */
    static void inParts(int most, List<UUID> ids, Consumer<List<UUID>> work) {
        for (int from = 0; from < ids.size(); from += most) {
            work.accept(ids.subList(from, Math.min(ids.size(), from + most)));
        }
    }

    /** Writes that a row is one of these; {@code alias} stands before the columns: nothing, or an alias and a point. */
    static void writeIds(Query query, String alias, TenantId tenant, List<UUID> ids) {
        write(query, alias, Table.ID, ColumnType.ID, tenant, ids);
    }

    /** Writes that a row has one of these values in a column of this type. */
    static void write(Query query, String alias, String column, ColumnType type, TenantId tenant, List<?> values) {
        String tenantColumn = alias + Table.TENANT;
        if (values.size() > 1 && query.dialect().pairsTenantWithListed()) {
            query.add("(" + tenantColumn + ", " + alias + column + ") in (");
            Placeholders.write(query, "(?, ?)", values.size());
            query.add(")");
            for (Object value : Placeholders.padded(values)) {
                query.with(ColumnType.ID, tenant.value()).with(type, value);
            }
        } else {
            query.add(tenantColumn + " = ? and ").with(ColumnType.ID, tenant.value());
            query.add(alias + column);
            writeList(query, type, values, true);
        }
    }

    /** Writes what follows a column, so that its value is in the list, or is not. */
    static void writeList(Query query, ColumnType type, List<?> values, boolean wanted) {
        if (values.size() == 1) {
            query.add(wanted ? " = ?" : " <> ?").with(type, values.get(0));
            return;
        }
        query.add(wanted ? " in (" : " not in (");
        Placeholders.write(query, "?", values.size());
        query.add(")");
        for (Object value : Placeholders.padded(values)) {
            query.with(type, value);
        }
    }
}
