package io.github.crmkit.jdbc.dialect;

import io.github.crmkit.jdbc.sql.Cells;
import io.github.crmkit.jdbc.sql.LiveColumn;
import io.github.crmkit.jdbc.sql.Parameters;
import io.github.crmkit.jdbc.sql.SessionLock;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three databases that the library is tested on. */
enum Dialects implements Dialect {
    H2 {
        @Override
        public String sqlType(ColumnType type) {
            // a large object would be kept apart from its row; this is the longest text that is not
            return type.kind() == ColumnType.Kind.LONG_TEXT ? "varchar(1048576)" : super.sqlType(type);
        }

        @Override
        public Optional<SessionLock> sessionLock(String table) {
            return Optional.of(SessionLocks.h2(table));
        }

        /** It reads all rows of a tenant for {@code tenant_id = ? and id in (?, ?)}. */
        @Override
        public boolean pairsTenantWithListed() {
            return true;
        }

        /** Each row that it finds is compared with the whole list again. */
        @Override
        public int idsAtOnce() {
            return 64;
        }
    },

    POSTGRESQL {
        @Override
        public String collation() {
            return " collate \"C\"";
        }

        @Override
        public void bindAbsent(Parameters to, int at, ColumnType type) {
            if (type.kind() == ColumnType.Kind.ID) {
                // an untyped null would make another statement of each row of a batch
                to.absent(at, Types.OTHER, "uuid");
            } else {
                super.bindAbsent(to, at, type);
            }
        }

        @Override
        public Optional<SessionLock> sessionLock(String table) {
            return Optional.of(SessionLocks.postgresql(table));
        }
    },

    /**
     * Ids are kept as bytes: the type uuid refuses some values and orders others by another part first. Instants are kept as
     * date and time of UTC: the driver shifts anything with an offset by the server's zone, wrongly in its autumn hour.
     */
    MARIADB {
        @Override
        public String sqlType(ColumnType type) {
            return switch (type.kind()) {
                case LONG_TEXT -> "longtext";
                case INSTANT -> "datetime(6)";
                case ID -> "binary(16)";
                default -> super.sqlType(type);
            };
        }

        @Override
        public String tableOptions() {
            return " engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin";
        }

        @Override
        public boolean schemaIsCatalog() {
            return true;
        }

        @Override
        public boolean fits(ColumnType declared, LiveColumn live) {
            return switch (declared.kind()) {
                case LONG_TEXT -> live.typeName().equals("longtext");
                case INSTANT ->
                    live.typeName().equals("datetime") && live.size() == "yyyy-mm-dd hh:mm:ss.ffffff".length();
                case ID -> live.jdbcType() == Types.BINARY && live.size() == 2 * Long.BYTES;
                default -> super.fits(declared, live);
            };
        }

        @Override
        public void bindInstant(Parameters to, int at, Instant instant) {
            to.object(at, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }

        @Override
        public @Nullable Instant readInstant(Cells from, int at) {
            LocalDateTime value = from.object(at, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        @Override
        public void bindId(Parameters to, int at, UUID id) {
            to.bytes(
                    at,
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array());
        }

        @Override
        public @Nullable UUID readId(Cells from, int at) {
            byte[] bytes = from.bytes(at);
            if (bytes == null) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }

        @Override
        public String orderKey(String column, boolean descending, boolean nullable) {
            return (nullable ? column + " is null, " : "") + column + (descending ? " desc" : "");
        }

        @Override
        public boolean ordersByWholeIndex() {
            return false;
        }

        /** It has no such word: absent values come first in every index, and such listings are sorted each time. */
        @Override
        public String absentLast() {
            return "";
        }

        /** Its index is searched up to the beginning and U+FFFF, so that texts are missed that go on with an emoji. */
        @Override
        public boolean likeFindsEveryStart() {
            return false;
        }

        @Override
        public Optional<SessionLock> sessionLock(String table) {
            return Optional.of(SessionLocks.mariadb(table));
        }
    };

    @Override
    public boolean speaksTo(String product) {
        return product.toUpperCase(Locale.ROOT).equals(name());
    }
}
