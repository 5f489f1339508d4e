package io.github.crmkit.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.StageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal goes to another stage, written by hand: read, checked, updated under its version, told to history and counted. */
final class HandMoves {

    private static final String FIND = "select version, name, owner_id, account_id, pipeline_id, stage_id, category,"
            + " outcome, entered_at, stage_probability, manual_probability, probability, amount, currency, close_date,"
            + " dossier from crm_opportunity where tenant_id = ? and id = ?";
    private static final String STAGES = "select stages from crm_pipeline where tenant_id = ? and id = ?";
    private static final String UPDATE = "update crm_opportunity set version = ?, changed_at = ?, changed_by = ?,"
            + " stage_id = ?, category = ?, outcome = ?, entered_at = ?, last_open_stage_id = ?, stage_probability = ?,"
            + " manual_probability = null, judged_by = null, judged_at = null, probability = ?"
            + " where tenant_id = ? and id = ? and version = ?";
    private static final String HISTORY = "insert into crm_history (tenant_id, id, subject_type, subject_id,"
            + " subject_version, occurred_at, actor_id, code, changes) values (?, ?, 'opportunity', ?, ?, ?, ?,"
            + " 'opportunity.moved', ?)";
    private static final String STANDING = "insert into crm_standing (tenant_id, id, opportunity_id, effective_at,"
            + " recorded_at, opportunity_version, actor_id, pipeline_id, stage_id, outcome, category, probability, amount,"
            + " currency, close_date, owner_id, account_id, removed)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)";
    private static final JsonFactory JSON = new JsonFactory();

    private final TenantId tenant;
    private final UserId user;
    private final IdGenerator ids;

    HandMoves(TenantId tenant, UserId user, IdGenerator ids) {
        this.tenant = tenant;
        this.user = user;
        this.ids = ids;
    }

    private record Deal(
            long version,
            UUID owner,
            @Nullable UUID account,
            UUID pipeline,
            UUID stage,
            String category,
            String outcome,
            Instant enteredAt,
            BigDecimal probability,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Date closeDate) {}

    private record Stage(BigDecimal probability, String category, String outcome, boolean active) {}

    long move(Connection connection, OpportunityId id, StageId to, Instant now) throws SQLException {
        Deal deal = deal(connection, id);
        Stage stage = stage(connection, deal.pipeline(), to);
        if (!stage.active() || !deal.outcome().equals("OPEN")) {
            throw new IllegalStateException("the deal may not go there");
        }
        update(connection, id, deal, to, stage, now);
        tell(connection, id, deal, to, stage, now);
        count(connection, id, deal, to, stage, now);
        return deal.version() + 1;
    }

    private Deal deal(Connection connection, OpportunityId id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, tenant.value());
            find.setObject(2, id.value());
            try (ResultSet row = find.executeQuery()) {
                row.next();
                row.getString(16);
                return new Deal(
                        row.getLong(1),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getString(8),
                        Hand.instant(row, 9),
                        row.getBigDecimal(12),
                        row.getBigDecimal(13),
                        row.getString(14),
                        row.getDate(15));
            }
        }
    }

    private Stage stage(Connection connection, UUID pipeline, StageId wanted) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(STAGES)) {
            find.setObject(1, tenant.value());
            find.setObject(2, pipeline);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return read(row.getString(1), wanted.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The fields of a stage stand behind its id, at the first level of the list. */
    private static Stage read(String stages, String wanted) throws IOException {
        try (JsonParser parser = JSON.createParser(stages)) {
            boolean found = false;
            BigDecimal probability = BigDecimal.ZERO;
            String category = "";
            String outcome = "";
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = parser.currentName();
                String text = parser.nextTextValue();
                switch (field) {
                    case "id" -> found = wanted.equals(text);
                    case "probability" -> probability = new BigDecimal(text);
                    case "category" -> category = text;
                    case "outcome" -> outcome = text;
                    case "active" -> {
                        if (found) {
                            return new Stage(probability, category, outcome, Boolean.parseBoolean(text));
                        }
                    }
                    default -> {}
                }
            }
        }
        throw new IllegalStateException("no such stage");
    }

    private void update(Connection connection, OpportunityId id, Deal deal, StageId to, Stage stage, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, deal.version() + 1);
            Hand.instant(update, 2, now);
            update.setObject(3, user.value());
            update.setObject(4, to.value());
            update.setString(5, stage.category());
            update.setString(6, stage.outcome());
            Hand.instant(update, 7, now);
            update.setObject(8, to.value());
            update.setBigDecimal(9, stage.probability());
            update.setBigDecimal(10, stage.probability());
            update.setObject(11, tenant.value());
            update.setObject(12, id.value());
            update.setLong(13, deal.version());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("somebody else was faster");
            }
        }
    }

    private void tell(Connection connection, OpportunityId id, Deal deal, StageId to, Stage stage, Instant now)
            throws SQLException {
        StringBuilder changes = new StringBuilder("{\"version\":1,\"items\":[");
        change(changes, "stage", deal.stage().toString(), to.text());
        change(changes, "category", deal.category(), stage.category());
        change(changes, "enteredAt", deal.enteredAt().toString(), now.toString());
        change(
                changes,
                "probability",
                deal.probability().toPlainString(),
                stage.probability().toPlainString());
        changes.append("]}");
        try (PreparedStatement insert = connection.prepareStatement(HISTORY)) {
            insert.setObject(1, tenant.value());
            insert.setObject(2, ids.next());
            insert.setObject(3, id.value());
            insert.setLong(4, deal.version() + 1);
            Hand.instant(insert, 5, now);
            insert.setObject(6, user.value());
            insert.setString(7, changes.toString());
            insert.executeUpdate();
        }
    }

    private static void change(StringBuilder to, String field, String before, String after) {
        if (!before.equals(after)) {
            to.append(to.charAt(to.length() - 1) == '[' ? "" : ",")
                    .append("{\"field\":\"")
                    .append(field)
                    .append("\",\"before\":\"")
                    .append(before)
                    .append("\",\"after\":\"")
                    .append(after)
                    .append("\"}");
        }
    }

    private void count(Connection connection, OpportunityId id, Deal deal, StageId to, Stage stage, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STANDING)) {
            insert.setObject(1, tenant.value());
            insert.setObject(2, ids.next());
            insert.setObject(3, id.value());
            Hand.instant(insert, 4, now);
            Hand.instant(insert, 5, now);
            insert.setLong(6, deal.version() + 1);
            insert.setObject(7, user.value());
            insert.setObject(8, deal.pipeline());
            insert.setObject(9, to.value());
            insert.setString(10, stage.outcome());
            insert.setString(11, stage.category());
            insert.setBigDecimal(12, stage.probability());
            insert.setBigDecimal(13, deal.amount());
            insert.setString(14, deal.currency());
            insert.setDate(15, deal.closeDate());
            insert.setObject(16, deal.owner());
            insert.setObject(17, deal.account());
            insert.executeUpdate();
        }
    }
}
