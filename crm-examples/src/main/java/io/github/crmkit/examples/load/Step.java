package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one source are read and stored.
 *
 * @param <R> what a row says; two equal ones say the same
 */
interface Step<R> {

    /** The source whose rows these are. */
    Source source();

    /** Reads a row, noting everything that is wrong with it. */
    R read(CsvRow row);

    /** What the row is about: two rows about the same thing must say the same about it. */
    Object key(R row);

    /**
     * Stores rows as part of an open unit of work, which may yet be undone.
     *
     * @return what became of each row, in their order
     */
    List<Outcome> store(CrmSession tx, List<R> rows);

    /** The fields of a row that was used which have a value, but no place in what the row makes. */
    default Stream<String> unkept(R row) {
        return Stream.of();
    }

    /** What else is worth knowing about a row that was used. */
    default Stream<String> notes(R row) {
        return Stream.of();
    }

    /** The fields that have a value, of fields and values by turns. */
    static Stream<String> present(@Nullable Object... fieldsAndValues) {
        return IntStream.range(0, fieldsAndValues.length / 2)
                .filter(i -> fieldsAndValues[2 * i + 1] != null)
                .mapToObj(i -> String.valueOf(fieldsAndValues[2 * i]));
    }

    /** Refuses a reference for which nothing was found. */
    static Stream<String> unknown(String field, @Nullable String reference, Optional<?> found, Source among) {
        return reference == null || found.isPresent()
                ? Stream.empty()
                : Stream.of(field + " " + Shown.quoted(reference) + " is not among the " + among.label());
    }

    /** Whether what is stored is what the row says; a row that says nothing agrees. */
    static boolean agree(@Nullable Object said, @Nullable Object stored) {
        return said == null || said.equals(stored);
    }
}
