package io.github.crmkit.query;

import io.github.crmkit.kernel.LimitExceededException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the filter's records share: their words, their limits, and the matching of text. */
final class CriteriaText {

    private CriteriaText() {}

    static <T> String describe(Criteria<T> criteria) {
        if (criteria instanceof Criteria.Compare<T> c) {
            return c.field().name() + " " + c.operator().sign() + " "
                    + value(c.field().type(), c.value());
        } else if (criteria instanceof Criteria.In<T> in) {
            return in.field().name() + " in "
                    + in.values().stream().map(v -> value(in.field().type(), v)).toList();
        } else if (criteria instanceof Criteria.IsNull<T> isNull) {
            return isNull.field().name() + " is absent";
        } else if (criteria instanceof Criteria.Like<T> like) {
            String match = like.match().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return like.field().name() + " " + match + " " + quoted(like.text());
        } else if (criteria instanceof Criteria.And<T> and) {
            return join(and.parts(), "and");
        } else if (criteria instanceof Criteria.Or<T> or) {
            return join(or.parts(), "or");
        } else if (criteria instanceof Criteria.Not<T> not) {
            return "not " + describe(not.part());
        }
        return "all";
    }

    private static String value(ValueType<?> type, Object plain) {
        String text = type.format(plain);
        return type.kind() == ValueType.Kind.TEXT ? quoted(text) : text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** With less than two parts the word comes first, so that all of nothing and any of nothing differ in words too. */
    private static <T> String join(List<Criteria<T>> parts, String word) {
        String prefix = parts.size() > 1 ? "(" : parts.isEmpty() ? "(" + word : "(" + word + " ";
        return parts.stream().map(CriteriaText::describe).collect(Collectors.joining(" " + word + " ", prefix, ")"));
    }

    @SuppressWarnings("unchecked")
    static <T> List<Criteria<T>> flatten(Criteria<T> a, Criteria<T> b, Class<?> kind) {
        List<Criteria<T>> parts = new ArrayList<>();
        for (Criteria<T> one : List.of(a, b)) {
            if (!kind.isInstance(one)) {
                parts.add(one);
            } else if (one instanceof Criteria.And<T> and) {
                parts.addAll(and.parts());
            } else if (one instanceof Criteria.Or<T> or) {
                parts.addAll(or.parts());
            }
        }
        return parts;
    }

    static <T> boolean matches(Criteria.Like<T> like, @Nullable String value) {
        if (value == null) {
            return false;
        }
        return switch (like.match()) {
            case CONTAINS -> value.contains(like.text());
            case STARTS_WITH -> value.startsWith(like.text());
            case ENDS_WITH -> value.endsWith(like.text());
            case SAME_TEXT -> TextField.fold(value).equals(like.text());
            case STARTS_WITH_TEXT -> TextField.fold(value).startsWith(like.text());
        };
    }

    static <T> void requireWithinLimits(List<Criteria<T>> parts) {
        if (parts.stream().mapToInt(CriteriaText::depth).max().orElse(0) >= Criteria.MAX_DEPTH) {
            throw new LimitExceededException("depth of a filter", Criteria.MAX_DEPTH);
        }
        if (parts.stream().mapToInt(CriteriaText::nodes).sum() >= Criteria.MAX_NODES) {
            throw new LimitExceededException("number of parts of a filter", Criteria.MAX_NODES);
        }
        if (parts.stream().mapToInt(CriteriaText::values).sum() > Criteria.MAX_ALL_VALUES) {
            throw new LimitExceededException("number of values in the lists of a filter", Criteria.MAX_ALL_VALUES);
        }
    }

    private static <T> int values(Criteria<T> criteria) {
        return criteria instanceof Criteria.In<T> in
                ? in.values().size()
                : parts(criteria).stream().mapToInt(CriteriaText::values).sum();
    }

    private static <T> int depth(Criteria<T> criteria) {
        return 1 + parts(criteria).stream().mapToInt(CriteriaText::depth).max().orElse(0);
    }

    private static <T> int nodes(Criteria<T> criteria) {
        return 1 + parts(criteria).stream().mapToInt(CriteriaText::nodes).sum();
    }

    private static <T> List<Criteria<T>> parts(Criteria<T> criteria) {
        if (criteria instanceof Criteria.And<T> and) {
            return and.parts();
        } else if (criteria instanceof Criteria.Or<T> or) {
            return or.parts();
        }
        return criteria instanceof Criteria.Not<T> not ? List.of(not.part()) : List.of();
    }
}
