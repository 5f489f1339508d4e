package io.github.crmkit.examples.bench;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.TextField;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads in JDBC written by hand. */
final class HandLeads {

    private static final String READ =
            "id, version, created_at, created_by, changed_at, changed_by, company, given_name,"
                    + " family_name, email, phone, source, status, status_reason, score, owner_id, reference, converted_at";
    private static final String FIND = "select " + READ + " from crm_lead where tenant_id = ? and id = ?";
    private static final String PAGE = "select " + READ + " from crm_lead where tenant_id = ? and status = ?"
            + " and created_at >= ? and (created_at > ? or id > ?) order by tenant_id, status, created_at, id limit ?";
    private static final String WRITTEN = "version, created_at, created_by, changed_at, changed_by, company,"
            + " company_folded, given_name, family_name, family_name_folded, email, email_normalized, phone, phone_digits,"
            + " source, status, status_reason, score, owner_id, reference, converted_at";
    private static final String INSERT =
            "insert into crm_lead (" + WRITTEN + ", tenant_id, id) values (?" + ", ?".repeat(22) + ")";
    private static final String UPDATE = "update crm_lead set " + WRITTEN.replace(",", " = ?,")
            + " = ? where tenant_id = ? and id = ? and version = ?";

    private HandLeads() {}

    static Lead find(Connection connection, TenantId tenant, LeadId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, tenant.value());
            statement.setObject(2, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return read(rows);
            }
        }
    }

    /** A page, and the token with which the next one is asked for. */
    record Page(List<Lead> leads, @Nullable String next) {}

    static Page page(Connection connection, TenantId tenant, LeadStatus status, String after, int size)
            throws SQLException {
        String[] position = after.split(",", -1);
        OffsetDateTime at = Instant.ofEpochSecond(Long.parseLong(position[0]), Long.parseLong(position[1]))
                .atOffset(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, tenant.value());
            statement.setString(2, status.name());
            statement.setObject(3, at);
            statement.setObject(4, at);
            statement.setObject(5, UUID.fromString(position[2]));
            statement.setInt(6, size + 1);
            List<Lead> page = new ArrayList<>(size + 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(read(rows));
                }
            }
            boolean more = page.size() > size;
            List<Lead> leads = more ? page.subList(0, size) : page;
            return new Page(leads, more ? token(leads.get(size - 1)) : null);
        }
    }

    /** What marks the place behind a lead in the order of creation. */
    static String token(Lead last) {
        Instant at = last.stamp().createdAt();
        return at.getEpochSecond() + "," + at.getNano() + "," + last.id().value();
    }

    static void update(Connection connection, TenantId tenant, Lead lead) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            bind(statement, tenant, lead);
            statement.setLong(24, lead.stamp().version() - 1);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("somebody else was faster");
            }
        }
    }

    static void insertAll(Connection connection, TenantId tenant, List<Lead> leads) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Lead lead : leads) {
                bind(statement, tenant, lead);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement to, TenantId tenant, Lead lead) throws SQLException {
        Stamp stamp = lead.stamp();
        PersonName person = lead.person();
        EmailAddress email = lead.details().email();
        PhoneNumber phone = lead.details().phone();
        to.setLong(1, stamp.version());
        Hand.instant(to, 2, stamp.createdAt());
        to.setObject(3, stamp.createdBy().value());
        Hand.instant(to, 4, stamp.changedAt());
        to.setObject(5, stamp.changedBy().value());
        to.setString(6, lead.company());
        to.setString(7, TextField.fold(lead.company()));
        to.setString(8, person == null ? null : person.givenName());
        to.setString(9, person == null ? null : person.familyName());
        to.setString(10, person == null ? null : TextField.fold(person.familyName()));
        to.setString(11, email == null ? null : email.value());
        to.setString(12, email == null ? null : email.normalized());
        to.setString(13, phone == null ? null : phone.raw());
        to.setString(14, phone == null ? null : phone.digits());
        to.setString(15, lead.source().name());
        to.setString(16, lead.status().name());
        to.setString(17, lead.statusReason());
        Integer score = lead.score();
        if (score == null) {
            to.setNull(18, Types.BIGINT);
        } else {
            to.setLong(18, score);
        }
        to.setObject(19, lead.owner().value());
        to.setString(20, lead.reference());
        Instant convertedAt = lead.convertedAt();
        if (convertedAt == null) {
            to.setNull(21, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            Hand.instant(to, 21, convertedAt);
        }
        to.setObject(22, tenant.value());
        to.setObject(23, lead.id().value());
    }

    private static Lead read(ResultSet from) throws SQLException {
        String family = from.getString(9);
        long score = from.getLong(15);
        Integer points = score == 0 && from.wasNull() ? null : Integer.valueOf((int) score);
        String email = from.getString(10);
        String phone = from.getString(11);
        return new Lead(
                new LeadId(uuid(from, 1)),
                new Stamp(
                        from.getLong(2),
                        Objects.requireNonNull(Hand.instant(from, 3)),
                        new UserId(uuid(from, 4)),
                        Objects.requireNonNull(Hand.instant(from, 5)),
                        new UserId(uuid(from, 6))),
                from.getString(7),
                family == null ? null : new PersonName(from.getString(8), family),
                details(email, phone),
                LeadSource.valueOf(from.getString(12)),
                LeadStatus.valueOf(from.getString(13)),
                from.getString(14),
                points,
                new UserId(uuid(from, 16)),
                from.getString(17),
                Hand.instant(from, 18));
    }

    private static ContactDetails details(@Nullable String email, @Nullable String phone) {
        return new ContactDetails(
                email == null ? null : new EmailAddress(email), phone == null ? null : new PhoneNumber(phone));
    }

    private static UUID uuid(ResultSet from, int at) throws SQLException {
        return from.getObject(at, UUID.class);
    }
}
