package io.github.crmkit.examples.folder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * How a folder writes its dates. Days that the calendar does not have, such as 31 April, are refused and not moved.
 *
 * @param pattern the pattern as the mapping gives it, for example {@code M/d/yyyy}
 */
record DateFormat(String pattern, DateTimeFormatter formatter) {

    /** A date whose day, month, year and day of the year cannot be taken for one another. */
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 23);

    /** The format of this pattern, or nothing if it cannot write and read back a date. */
    static Optional<DateFormat> of(String pattern) {
        try {
            // Strict resolving wants an era beside "y"; people mean the year that "u" stands for.
            String years = pattern.contains("G") ? pattern : pattern.replace('y', 'u');
            DateTimeFormatter formatter =
                    DateTimeFormatter.ofPattern(years, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
            DateFormat format = new DateFormat(pattern, formatter);
            String written = formatter.format(SAMPLE);
            boolean namesTheDay = written.contains(Integer.toString(SAMPLE.getDayOfMonth()));
            return format.parse(written)
                    .filter(read -> namesTheDay && read.equals(SAMPLE))
                    .map(same -> format);
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return Optional.empty();
        }
    }

    /** The date that the text stands for, or nothing if it is none. */
    Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
