package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.query.Cursor;
import io.github.crmkit.query.InvalidCursorException;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.ValueType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts rows and cuts pages of them. */
record ToyPages<T>(@Nullable Flaw flaw, Keyset<T> keyset, PageRequest request) {

    Page<T> cut(List<T> rows) {
        Cursor cursor = request.after();
        if (flaw == Flaw.OFFSET_PAGES) {
            return byOffset(sorted(rows), cursor == null ? 0 : Integer.parseInt(cursor.token()));
        } else if (flaw == Flaw.SINGLE_ROW_UNSORTED && request.size() == 1 && cursor == null) {
            return new Page<>(rows.stream().limit(1).toList(), null);
        }
        List<@Nullable Object> after = cursor == null ? null : position(cursor, rows);
        List<T> left = sorted(rows).stream()
                .filter(row -> after == null || isBehind(keyset.position(row), after))
                .toList();
        if (flaw == Flaw.PAGE_SKIPS_ONE && after != null && !left.isEmpty()) {
            left = left.subList(1, left.size());
        }
        List<T> page = left.stream().limit(request.size()).toList();
        boolean more =
                left.size() > request.size() || (flaw == Flaw.CURSOR_AFTER_THE_LAST && page.size() == request.size());
        if (flaw == Flaw.LARGE_PAGES_END && request.size() >= 500) {
            more = false;
        }
        return new Page<>(page, more ? keyset.after(page.get(page.size() - 1)) : null);
    }

    private Page<T> byOffset(List<T> rows, int offset) {
        int end = Math.min(rows.size(), offset + request.size());
        List<T> page = rows.subList(Math.min(offset, end), end);
        return new Page<>(page, end < rows.size() ? new Cursor(Integer.toString(end)) : null);
    }

    private List<T> sorted(List<T> rows) {
        return rows.stream()
                .sorted((a, b) -> compare(keyset.position(a), keyset.position(b), false))
                .toList();
    }

    private boolean isBehind(List<@Nullable Object> row, List<@Nullable Object> after) {
        int order = compare(row, after, true);
        return order > 0 || (order == 0 && flaw == Flaw.PAGE_REPEATS_ONE);
    }

    private @Nullable List<@Nullable Object> position(Cursor cursor, List<T> rows) {
        try {
            if (flaw == Flaw.CURSOR_UNMARKED && !rows.isEmpty()) {
                byte[] token = Base64.getUrlDecoder().decode(cursor.token());
                byte[] own =
                        Base64.getUrlDecoder().decode(keyset.after(rows.get(0)).token());
                byte[] marked = Arrays.copyOf(own, token.length);
                System.arraycopy(token, 4, marked, 4, token.length - 4);
                return keyset.position(
                        new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(marked)));
            }
            return keyset.position(cursor);
        } catch (InvalidCursorException bad) {
            if (flaw == Flaw.BAD_CURSOR_STARTS_OVER) {
                return null;
            } else if (flaw == Flaw.BAD_CURSOR_BREAKS) {
                throw new IllegalStateException(bad);
            }
            throw bad;
        }
    }

    private int compare(List<@Nullable Object> a, List<@Nullable Object> b, boolean withCursor) {
        List<Sort.Key<T>> keys = keyset.keys();
        for (int i = 0; i < keys.size(); i++) {
            Sort.Key<T> key = keys.get(i);
            boolean last = i == keys.size() - 1;
            if (flaw == Flaw.FIRST_SORT_ONLY && i > 0 && !last) {
                continue;
            }
            boolean descending = key.descending()
                    || (last && flaw == Flaw.TIES_TURN_ROUND && keys.get(0).descending());
            int order = compare(key, descending, a.get(i), b.get(i), withCursor);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int compare(
            Sort.Key<T> key, boolean descending, @Nullable Object a, @Nullable Object b, boolean withCursor) {
        if (a == null || b == null) {
            boolean first = flaw == Flaw.NULLS_FIRST || (flaw == Flaw.NULLS_TURN_ROUND && descending);
            int order = Boolean.compare(a == null, b == null);
            return first ? -order : order;
        }
        int order = values(key.field().type(), a, b, withCursor);
        return descending ? -order : order;
    }

    private <V> int values(ValueType<V> type, Object a, Object b, boolean withCursor) {
        if (flaw == Flaw.CONSTANTS_AS_DECLARED && type.kind() == ValueType.Kind.ENUM) {
            List<String> declared = List.of("RED", "GREEN", "BLUE", "AMBER");
            return Integer.compare(declared.indexOf(a), declared.indexOf(b));
        } else if (withCursor && flaw == Flaw.CURSOR_TO_MILLISECONDS && a instanceof Instant x) {
            return x.truncatedTo(ChronoUnit.MILLIS).compareTo(((Instant) b).truncatedTo(ChronoUnit.MILLIS));
        } else if (withCursor && flaw == Flaw.CURSOR_CASELESS && a instanceof String x) {
            return x.compareToIgnoreCase((String) b);
        }
        return ToyMatcher.order(flaw, type, a, b);
    }
}
