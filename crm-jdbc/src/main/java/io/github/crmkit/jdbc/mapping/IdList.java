package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.kernel.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Conditions that name rows of one tenant by their ids, so that each database finds them by the key. */
final class IdList {

    private IdList() {}

    /** Hands over the ids in parts that one statement may name. */
    static void inParts(Dialect dialect, List<UUID> ids, Consumer<List<UUID>> work) {
        int most = dialect.idsAtOnce();
        for (int from = 0; from < ids.size(); from += most) {
            work.accept(ids.subList(from, Math.min(ids.size(), from + most)));
        }
    }

    /**
     * Writes that a row is one of these.
     *
     * @param table what stands before the columns: nothing, or an alias and a point
     */
    static void write(Query query, String table, TenantId tenant, List<UUID> ids) {
        String tenantColumn = table + Table.TENANT;
        String idColumn = table + Table.ID;
        if (ids.size() == 1) {
            query.add(tenantColumn + " = ? and " + idColumn + " = ?");
            query.with(ColumnType.ID, tenant.value()).with(ColumnType.ID, ids.get(0));
        } else if (query.dialect().pairsTenantWithIds()) {
            query.add("(" + tenantColumn + ", " + idColumn + ") in (");
            Placeholders.write(query, "(?, ?)", ids.size());
            query.add(")");
            Placeholders.padded(ids)
                    .forEach(id -> query.with(ColumnType.ID, tenant.value()).with(ColumnType.ID, id));
        } else {
            query.add(tenantColumn + " = ? and " + idColumn + " in (").with(ColumnType.ID, tenant.value());
            Placeholders.write(query, "?", ids.size());
            query.add(")");
            Placeholders.padded(ids).forEach(id -> query.with(ColumnType.ID, id));
        }
    }
}
