package io.github.crmkit.query;

/**
 * A field that holds text. Patterns are literal: {@code %} and {@code _} stand for themselves.
 *
 * @param <T> the aggregate
 */
public sealed interface TextField<T> extends OrderedField<T, String> permits DeclaredTextField {

    @Override
    TextField<T> optional();

    /**
     * The same field, kept a second time in folded form, so that {@link #sameText} and {@link #startsWithText} can be
     * answered from an index.
     */
    TextField<T> folded();

    /** Whether the folded form is kept. */
    boolean isFolded();

    /** Holds where the text is present and contains this one. */
    default Criteria<T> contains(String part) {
        return new Criteria.Like<>(this, Criteria.Match.CONTAINS, part);
    }

    /** Holds where the text is present and starts with this one. */
    default Criteria<T> startsWith(String start) {
        return new Criteria.Like<>(this, Criteria.Match.STARTS_WITH, start);
    }

    /** Holds where the text is present and ends with this one. */
    default Criteria<T> endsWith(String end) {
        return new Criteria.Like<>(this, Criteria.Match.ENDS_WITH, end);
    }

    /** Holds where the texts are equal once {@link #fold folded}: case does not matter. Only for a folded field. */
    default Criteria<T> sameText(String text) {
        return new Criteria.Like<>(this, Criteria.Match.SAME_TEXT, fold(text));
    }

    /** Holds where the folded text starts with this one, folded. Only for a folded field. */
    default Criteria<T> startsWithText(String start) {
        return new Criteria.Like<>(this, Criteria.Match.STARTS_WITH_TEXT, fold(start));
    }

    /**
     * The form in which texts are the same whatever their case: each code point to upper and then to lower case, by the
     * rules of no particular language. As long as the original in code points.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
