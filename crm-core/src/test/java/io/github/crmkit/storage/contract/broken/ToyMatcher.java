package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleId;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An interpreter of filters that shares no code with the real one, so that it can be wrong in its own ways. */
final class ToyMatcher {

    private final @Nullable Flaw flaw;
    private final Map<SampleId, String> firstNames = new ConcurrentHashMap<>();

    ToyMatcher(@Nullable Flaw flaw) {
        this.flaw = flaw;
    }

    <T> boolean holds(Criteria<T> where, T row) {
        return Boolean.TRUE.equals(truth(where, row, 1));
    }

    /** Null stands for unknown, which only the three-valued flaw knows. */
    private <T> @Nullable Boolean truth(Criteria<T> where, T row, int depth) {
        if (flaw == Flaw.DEEP_PARTS_IGNORED && depth > 20) {
            return true;
        } else if (where instanceof Criteria.Compare<T> c) {
            return compare(c, c.field().plain(row));
        } else if (where instanceof Criteria.In<T> in) {
            return in(in, in.field().plain(row));
        } else if (where instanceof Criteria.IsNull<T> isNull) {
            boolean asked = flaw != Flaw.ABSENCE_OF_TEXT_ONLY || isNull.field() instanceof TextField;
            return asked && isNull.field().plain(row) == null;
        } else if (where instanceof Criteria.Like<T> like) {
            String text = like.field().get(row);
            return text == null ? unknown() : Boolean.valueOf(like(like, likely(like, row, text)));
        } else if (where instanceof Criteria.And<T> and) {
            return all(and.parts(), row, depth, true);
        } else if (where instanceof Criteria.Or<T> or) {
            return all(or.parts(), row, depth, false);
        } else if (where instanceof Criteria.Not<T> not) {
            return not(not.part(), row, depth);
        }
        return true;
    }

    /** Only the flaw that folds once looks at anything but the text that is there now. */
    void remember(Object inserted) {
        if (flaw == Flaw.FOLDED_ONCE && inserted instanceof Sample sample) {
            firstNames.put(sample.id(), sample.name());
        }
    }

    private String likely(Criteria.Like<?> like, Object row, String text) {
        return like.match().onFolded() && row instanceof Sample sample
                ? firstNames.getOrDefault(sample.id(), text)
                : text;
    }

    private @Nullable Boolean unknown() {
        return flaw == Flaw.THREE_VALUED_NOT ? null : false;
    }

    private <T> @Nullable Boolean not(Criteria<T> part, T row, int depth) {
        if (flaw == Flaw.NOT_PUSHED_DOWN && part instanceof Criteria.And<T> and) {
            return truth(
                    new Criteria.And<>(and.parts().stream().map(Criteria::not).toList()), row, depth + 1);
        }
        Boolean truth = truth(part, row, depth + 1);
        return truth == null ? null : !truth;
    }

    /** Whether all parts are so, or, when looking for false, whether not all are: an or is not all of its nots. */
    private <T> @Nullable Boolean all(List<Criteria<T>> parts, T row, int depth, boolean wanted) {
        if (flaw == Flaw.EMPTY_AND_FAILS && parts.isEmpty()) {
            return false;
        }
        boolean unknown = false;
        for (Criteria<T> part : parts) {
            Boolean truth = truth(part, row, depth + 1);
            if (truth == null) {
                unknown = true;
            } else if (truth != wanted) {
                return !wanted;
            }
        }
        return unknown ? null : wanted;
    }

    private @Nullable Boolean compare(Criteria.Compare<?> c, @Nullable Object value) {
        if (value == null) {
            return flaw == Flaw.ABSENT_DIFFERS && c.operator() == Criteria.Operator.NOT_EQUAL
                    ? Boolean.valueOf(true)
                    : unknown();
        } else if (flaw == Flaw.TYPE_OF_SUBJECT_IGNORED && c.field() == HistoryEntry.SUBJECT_TYPE) {
            return true;
        }
        boolean equality = c.operator() == Criteria.Operator.EQUAL || c.operator() == Criteria.Operator.NOT_EQUAL;
        int order = compare(c.field(), value, c.value(), equality);
        if (flaw == Flaw.BOUNDS_BLURRED && order == 0 && !equality) {
            return true;
        }
        return c.operator().holds(order);
    }

    private @Nullable Boolean in(Criteria.In<?> in, @Nullable Object value) {
        List<Object> values = in.values();
        if (flaw == Flaw.EMPTY_LIST_IGNORED && values.isEmpty()) {
            return true;
        } else if (value == null) {
            return unknown();
        } else if (flaw == Flaw.LONG_LIST_CUT) {
            values = values.subList(0, Math.min(500, values.size()));
        } else if (flaw == Flaw.CASELESS_LISTS && value instanceof String text) {
            return values.stream().anyMatch(v -> text.equalsIgnoreCase((String) v));
        }
        return values.stream().anyMatch(v -> compare(in.field(), value, v, true) == 0);
    }

    private int compare(Field<?, ?> field, Object a, Object b, boolean equality) {
        if (flaw != null && a instanceof String x && b instanceof String y) {
            switch (flaw) {
                case CASELESS_EQUALITY -> {
                    return equality ? x.compareToIgnoreCase(y) : field.type().compare(a, b);
                }
                case PADDED_EQUALITY -> {
                    return field.type().compare(x.stripTrailing(), y.stripTrailing());
                }
                case COLLATED_TEXT -> {
                    return x.compareToIgnoreCase(y);
                }
                default -> {
                    return field.type().compare(a, b);
                }
            }
        }
        return order(flaw, field.type(), a, b);
    }

    /** How two values that are no text compare; shared with the order of listings. */
    static int order(@Nullable Flaw flaw, ValueType<?> type, Object a, Object b) {
        if (flaw == Flaw.DECIMALS_AS_TEXT && a instanceof BigDecimal) {
            return a.toString().compareTo(b.toString());
        } else if (flaw == Flaw.FILTERS_TO_MILLISECONDS && a instanceof Instant x) {
            return x.truncatedTo(ChronoUnit.MILLIS).compareTo(((Instant) b).truncatedTo(ChronoUnit.MILLIS));
        } else if (flaw == Flaw.MONTHS_ONLY && a instanceof LocalDate x) {
            return x.withDayOfMonth(1).compareTo(((LocalDate) b).withDayOfMonth(1));
        } else if (flaw == Flaw.IDS_BY_HASH && a instanceof UUID) {
            return Integer.compare(a.hashCode(), b.hashCode());
        } else if (flaw == Flaw.SIGNED_IDS && a instanceof UUID x) {
            return x.compareTo((UUID) b);
        }
        return type.compare(a, b);
    }

    private boolean like(Criteria.Like<?> like, String text) {
        String part = like.text();
        if (flaw == Flaw.EMPTY_PART_NOWHERE && part.isEmpty()) {
            return false;
        } else if (flaw == Flaw.CASELESS_PARTS && !like.match().onFolded()) {
            return match(like.match(), text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT));
        } else if (flaw == Flaw.WILDCARDS) {
            return wildcards(like.match(), like.match().onFolded() ? TextField.fold(text) : text, part);
        } else if (flaw == Flaw.PARTS_IN_ASCII) {
            return match(like.match(), ascii(text), ascii(part));
        } else if (flaw == Flaw.START_ANYWHERE && like.match() == Criteria.Match.STARTS_WITH) {
            return text.contains(part);
        } else if (flaw == Flaw.FOLDED_START_EXACT && like.match() == Criteria.Match.STARTS_WITH_TEXT) {
            return text.startsWith(part);
        }
        return match(like.match(), like.match().onFolded() ? fold(text) : text, part);
    }

    private String fold(String text) {
        if (flaw == Flaw.LOCAL_FOLDING) {
            return text.toLowerCase(Locale.getDefault());
        } else if (flaw == Flaw.FOLDED_WITHOUT_ACCENTS) {
            return Normalizer.normalize(TextField.fold(text), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
        }
        return TextField.fold(text);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x00-\\x7F]", "?");
    }

    private static boolean match(Criteria.Match match, String text, String part) {
        return switch (match) {
            case CONTAINS -> text.contains(part);
            case STARTS_WITH, STARTS_WITH_TEXT -> text.startsWith(part);
            case ENDS_WITH -> text.endsWith(part);
            case SAME_TEXT -> text.equals(part);
        };
    }

    private static boolean wildcards(Criteria.Match match, String text, String part) {
        String pattern = Pattern.quote(part).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return switch (match) {
            case CONTAINS -> text.matches("(?s).*" + pattern + ".*");
            case STARTS_WITH, STARTS_WITH_TEXT -> text.matches("(?s)" + pattern + ".*");
            case ENDS_WITH -> text.matches("(?s).*" + pattern);
            case SAME_TEXT -> text.matches("(?s)" + pattern);
        };
    }
}
