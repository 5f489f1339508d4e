package io.github.crmkit.query;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.query.InvalidCriteriaException.Problem;
import io.github.crmkit.query.InvalidCriteriaException.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters that are written in the words of {@link Criteria#describe}, over the fields that are allowed and no others.
 * What {@code describe} wrote is read back as an equal filter.
 *
 * <p>People may write it too: spaces may be more or none, the outermost parentheses left out, a number written with fewer
 * decimals than its field has, and one part stand in parentheses. {@code and} and {@code or} have no precedence: where both
 * occur, parentheses say what is meant.
 *
 * <pre>{@code (channel = "web" and (quantity >= 10 or not group is absent))}</pre>
 *
 * @param <T> the aggregate
 */
public final class CriteriaReader<T> {

    /** Words that begin a part, so that no field may have them as its name. */
    private static final Set<String> RESERVED = Set.of("all", "not", "and", "or");

    private final Map<String, Field<T, ?>> allowed = new HashMap<>();

    /** @param fields what may be asked for */
    public CriteriaReader(Collection<? extends Field<T, ?>> fields) {
        for (Field<T, ?> field : fields) {
            if (RESERVED.contains(field.name()) || allowed.put(field.name(), field) != null) {
                throw new IllegalArgumentException("two meanings of " + field.name());
            }
        }
    }

    /**
     * The filter that this text says.
     *
     * @throws InvalidCriteriaException with everything that is wrong with it, up to where it cannot be followed
     * @throws LimitExceededException where it is larger than a filter may be
     */
    public Criteria<T> read(String text) {
        Scanner in = new Scanner(text);
        Criteria<T> read = parts(in, 0);
        if (!in.isAtEnd()) {
            throw in.stop(in.position(), Reason.SYNTAX);
        }
        in.throwIfAny();
        return read;
    }

    /** One part, or more that are joined by the same word. */
    private Criteria<T> parts(Scanner in, int depth) {
        List<Criteria<T>> parts = new ArrayList<>();
        parts.add(part(in, depth));
        @Nullable String joint = null;
        while (true) {
            int position = in.position();
            String next = in.takeWords("and") ? "and" : in.takeWords("or") ? "or" : null;
            if (next == null) {
                break;
            }
            if (joint != null && !joint.equals(next)) {
                in.note(position, Reason.MIXED);
            }
            joint = next;
            parts.add(part(in, depth));
        }
        if (joint == null) {
            return parts.get(0);
        }
        return joint.equals("and") ? new Criteria.And<>(parts) : new Criteria.Or<>(parts);
    }

    private Criteria<T> part(Scanner in, int depth) {
        if (depth >= Criteria.MAX_DEPTH) {
            throw new LimitExceededException("depth of a filter", Criteria.MAX_DEPTH);
        }
        if (in.take('(')) {
            Criteria<T> inside = inside(in, depth + 1);
            in.expect(')');
            return inside;
        }
        if (in.takeWords("not")) {
            return new Criteria.Not<>(part(in, depth + 1));
        }
        return in.takeWords("all") ? new Criteria.All<>() : comparison(in);
    }

    /** What stands in parentheses; a word at the beginning joins one part or none. */
    private Criteria<T> inside(Scanner in, int depth) {
        boolean and = in.takeWords("and");
        if (!and && !in.takeWords("or")) {
            return parts(in, depth);
        }
        List<Criteria<T>> parts = in.isAt(')') ? List.of() : List.of(part(in, depth));
        return and ? new Criteria.And<>(parts) : new Criteria.Or<>(parts);
    }

    private Criteria<T> comparison(Scanner in) {
        int position = in.position();
        Field<T, ?> field = allowed.get(in.word());
        if (field == null) {
            in.note(position, Reason.UNKNOWN_FIELD);
        }
        int sign = in.position();
        if (in.takeWords("is", "absent")) {
            return field == null ? Criteria.all() : new Criteria.IsNull<>(field);
        }
        if (in.takeWords("in")) {
            return list(in, field);
        }
        Criteria.Match match = match(in);
        if (match != null) {
            return like(in, field, match, sign);
        }
        Criteria.Operator operator = operator(in);
        Object value = value(in, field);
        if (field == null || value == null) {
            return Criteria.all();
        }
        if (!(field instanceof OrderedField) && !isEquality(operator)) {
            in.note(sign, Reason.WRONG_OPERATOR);
        }
        return new Criteria.Compare<>(field, operator, value);
    }

    private Criteria<T> list(Scanner in, @Nullable Field<T, ?> field) {
        Set<Object> values = new LinkedHashSet<>();
        in.expect('[');
        while (!in.take(']')) {
            if (!values.isEmpty()) {
                in.expect(',');
            }
            Object value = value(in, field);
            values.add(value == null ? "" : value); // what is wrong is noted already
        }
        return field == null ? Criteria.all() : new Criteria.In<>(field, List.copyOf(values));
    }

    private Criteria<T> like(Scanner in, @Nullable Field<T, ?> field, Criteria.Match match, int sign) {
        int position = in.position();
        String text = in.quotedText();
        if (text.indexOf('\0') >= 0) {
            in.note(position, Reason.WRONG_VALUE);
            return Criteria.all();
        }
        TextField<T> searched = textField(field);
        if (searched != null && (!match.onFolded() || searched.isFolded())) {
            return new Criteria.Like<>(searched, match, match.onFolded() ? TextField.fold(text) : text);
        }
        if (field != null) {
            in.note(sign, Reason.WRONG_OPERATOR);
        }
        return Criteria.all();
    }

    @SuppressWarnings("unchecked") // a field is of T, whatever its values
    private static <T> @Nullable TextField<T> textField(@Nullable Field<T, ?> field) {
        return field instanceof TextField ? (TextField<T>) field : null;
    }

    private static Criteria.@Nullable Match match(Scanner in) {
        if (in.takeWords("contains")) {
            return Criteria.Match.CONTAINS;
        } else if (in.takeWords("ends", "with")) {
            return Criteria.Match.ENDS_WITH;
        } else if (in.takeWords("same", "text")) {
            return Criteria.Match.SAME_TEXT;
        } else if (in.takeWords("starts", "with", "text")) {
            return Criteria.Match.STARTS_WITH_TEXT;
        }
        return in.takeWords("starts", "with") ? Criteria.Match.STARTS_WITH : null;
    }

    private static Criteria.Operator operator(Scanner in) {
        int position = in.position();
        if (in.take('=')) {
            return Criteria.Operator.EQUAL;
        } else if (in.take('<')) {
            return in.takeNext('>')
                    ? Criteria.Operator.NOT_EQUAL
                    : in.takeNext('=') ? Criteria.Operator.LESS_OR_EQUAL : Criteria.Operator.LESS;
        } else if (in.take('>')) {
            return in.takeNext('=') ? Criteria.Operator.GREATER_OR_EQUAL : Criteria.Operator.GREATER;
        }
        throw in.stop(position, Reason.SYNTAX);
    }

    private static boolean isEquality(Criteria.Operator operator) {
        return operator == Criteria.Operator.EQUAL || operator == Criteria.Operator.NOT_EQUAL;
    }

    /** The next value in the field's plain form; absent, and noted, where the field has no such value. */
    private static @Nullable Object value(Scanner in, @Nullable Field<?, ?> field) {
        int position = in.position();
        boolean quoted = in.isAt('"');
        String text = quoted ? in.quotedText() : in.bareValue();
        if (field == null) {
            return null;
        }
        if (quoted == (field.type().kind() == ValueType.Kind.TEXT)) {
            try {
                return plain(field.type(), text);
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException noSuchValue) {
                in.note(position, Reason.WRONG_VALUE);
                return null;
            }
        }
        in.note(position, Reason.WRONG_VALUE);
        return null;
    }

    private static <V> Object plain(ValueType<V> type, String text) {
        return switch (type.kind()) {
            case DECIMAL -> decimal(type.size(), text);
            case BOOLEAN -> truth(text);
            // once there and back, so that what no field holds is found
            default -> type.toPlain(type.fromPlain(type.parse(text)));
        };
    }

    private static BigDecimal decimal(int scale, String text) {
        if (text.length() > 100 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException("not a number in plain digits");
        }
        return new BigDecimal(text).setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static Boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    /** Walks through the text of a filter: words, signs, quoted texts and bare values, and where each of them begins. */
    private static final class Scanner {

        private final String text;
        private final List<Problem> problems = new ArrayList<>();
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        /** Where the next part begins, spaces skipped. */
        int position() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at;
        }

        boolean isAtEnd() {
            return position() == text.length();
        }

        /** Takes this sign, where it is next. */
        boolean take(char sign) {
            boolean next = isAt(sign);
            at += next ? 1 : 0;
            return next;
        }

        /** Takes this sign, where it follows at once. */
        boolean takeNext(char sign) {
            boolean next = at < text.length() && text.charAt(at) == sign;
            at += next ? 1 : 0;
            return next;
        }

        void expect(char sign) {
            if (!take(sign)) {
                throw stop(position(), Reason.SYNTAX);
            }
        }

        /** Takes these words, one space or more between them, where they are next and nothing that belongs to a word follows. */
        boolean takeWords(String... words) {
            int start = position();
            for (String word : words) {
                int from = position();
                if (!text.startsWith(word, from) || isWord(from + word.length())) {
                    at = start;
                    return false;
                }
                at = from + word.length();
            }
            return true;
        }

        /** The next word: letters, digits, dots and underscores. */
        String word() {
            int start = position();
            while (isWord(at)) {
                at++;
            }
            if (start == at) {
                throw stop(start, Reason.SYNTAX);
            }
            return text.substring(start, at);
        }

        /** The next value as it stands: everything up to a space, a comma or a bracket. */
        String bareValue() {
            int start = position();
            while (at < text.length() && " ,)]([\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (start == at) {
                throw stop(start, Reason.SYNTAX);
            }
            return text.substring(start, at);
        }

        boolean isAt(char sign) {
            return position() < text.length() && text.charAt(at) == sign;
        }

        /** The next text in quotes; a quote within it is doubled. */
        String quotedText() {
            int start = position();
            expect('"');
            StringBuilder inside = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    inside.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    inside.append('"');
                    at++;
                } else {
                    return inside.toString();
                }
            }
            throw stop(start, Reason.UNCLOSED_TEXT);
        }

        /** Notes what is wrong there; the text can be followed further. */
        void note(int position, Reason reason) {
            problems.add(new Problem(position, reason));
        }

        /** What is wrong there and before; the text cannot be followed further. */
        InvalidCriteriaException stop(int position, Reason reason) {
            note(position, reason);
            return new InvalidCriteriaException(problems);
        }

        void throwIfAny() {
            if (!problems.isEmpty()) {
                throw new InvalidCriteriaException(problems);
            }
        }

        private boolean isWord(int index) {
            if (index >= text.length()) {
                return false;
            }
            char c = text.charAt(index);
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        }
    }
}
