package io.github.crmkit.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The total order of one listing, and the way between its rows and cursors. What every adapter needs to cut pages.
 *
 * <p>A cursor carries the sort values of the last row and a fingerprint of type, filter and order. It is not secret and
 * not signed: a forged one can only name another place in a listing that its holder may read anyway.
 *
 * @param <T> the aggregate
 */
public final class Keyset<T> {

    /** Bytes of the fingerprint, which a cursor begins with. */
    private static final int MARK = Integer.BYTES;

    private final List<Sort.Key<T>> keys;
    private final int fingerprint;

    private Keyset(List<Sort.Key<T>> keys, int fingerprint) {
        this.keys = keys;
        this.fingerprint = fingerprint;
    }

    /** The order of this listing: the sort, then the id ascending. */
    public static <T> Keyset<T> of(EntityType<T, ?> type, Criteria<T> where, Sort<T> sort) {
        List<Sort.Key<T>> keys = new ArrayList<>(sort.keys());
        keys.add(new Sort.Key<>(type.id(), false));
        CRC32C crc = new CRC32C();
        crc.update((type.name() + '\n' + where.describe() + '\n' + sort.describe()).getBytes(StandardCharsets.UTF_8));
        return new Keyset<>(List.copyOf(keys), (int) crc.getValue());
    }

    /** The sort keys, the id last. */
    public List<Sort.Key<T>> keys() {
        return keys;
    }

    /** The plain sort values of this row, in the order of {@link #keys}; null where absent. */
    public List<@Nullable Object> position(T row) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (Sort.Key<T> key : keys) {
            values.add(key.field().plain(row));
        }
        return values;
    }

    /** The cursor that continues after this row. */
    public Cursor after(T row) {
        List<@Nullable Object> position = position(row);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < position.size(); i++) {
            Object value = position.get(i);
            String part = value == null ? "" : write(keys.get(i).field().type(), value);
            text.append(value == null ? "-" : part.length()).append(':').append(part);
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(MARK + body.length)
                .putInt(fingerprint)
                .put(body)
                .array();
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws InvalidCursorException for a cursor of another listing or of nobody's making
     */
    public List<@Nullable Object> position(Cursor cursor) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(cursor.token());
            if (token.length < MARK || ByteBuffer.wrap(token).getInt() != fingerprint) {
                throw new InvalidCursorException();
            }
            return read(new String(token, MARK, token.length - MARK, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | IndexOutOfBoundsException malformed) {
            throw new InvalidCursorException();
        }
    }

    private List<@Nullable Object> read(String text) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        int at = 0;
        for (Sort.Key<T> key : keys) {
            int colon = text.indexOf(':', at);
            String length = text.substring(at, colon);
            if ("-".equals(length)) {
                values.add(null);
                at = colon + 1;
            } else {
                at = colon + 1 + Integer.parseInt(length);
                values.add(read(key.field().type(), text.substring(colon + 1, at)));
            }
        }
        if (at != text.length() || values.get(values.size() - 1) == null) {
            throw new InvalidCursorException();
        }
        return values;
    }

    /** Only what was written is read: whatever a forger thinks of, no store is asked to compare with it. */
    private static <V> Object read(ValueType<V> type, String text) {
        Object value = type.kind() == ValueType.Kind.INSTANT ? readInstant(text) : type.parse(text);
        if (!write(type, value).equals(text)) {
            throw new InvalidCursorException();
        }
        return type.toPlain(type.fromPlain(value));
    }

    /** Instants as seconds since 1970 and nanoseconds: they are in most cursors, and ISO-8601 is slow to read. */
    private static String write(ValueType<?> type, Object value) {
        return value instanceof Instant at ? at.getEpochSecond() + "." + at.getNano() : type.format(value);
    }

    private static Instant readInstant(String text) {
        int point = text.indexOf('.');
        return Instant.ofEpochSecond(
                Long.parseLong(text.substring(0, point)), Long.parseLong(text.substring(point + 1)));
    }

    /** Orders positions as the listing does. */
    public Comparator<List<@Nullable Object>> order() {
        return (a, b) -> {
            for (int i = 0; i < keys.size(); i++) {
                int order = compare(keys.get(i), a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(Sort.Key<?> key, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order = key.field().type().compare(a, b);
        return key.descending() ? -order : order;
    }
}
