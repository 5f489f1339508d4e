package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.csv.LoadRefusal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Reads one mapping file and collects everything that is wrong with it before it refuses. */
final class MappingReader {

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    MappingReader(Path file) {
        this.file = file;
    }

    Mapping read() {
        Map<String, String> entries = PropertyFile.read(file, problems);
        refuseIfBroken();
        Optional<LocalDate> day = take(entries, "review.date", "a day like 2026-05-15", MappingReader::day);
        Optional<ZoneId> zone = take(entries, "zone", "a time zone like Asia/Bangkok", MappingReader::zone);
        Optional<CurrencyUnit> currency =
                take(entries, "currency", "a currency code like THB", MappingReader::currency);
        Optional<DateFormat> dates =
                take(entries, "date.format", "a pattern of year, month and day like yyyy-MM-dd", DateFormat::of);
        entries.putIfAbsent("csv.separator", ",");
        Optional<Character> separator =
                take(entries, "csv.separator", "one character or \"tab\"", MappingReader::separator);
        Map<Source, TableMapping> tables = new TableMappingReader(dates, problems).read(entries);
        refuseIfBroken();
        CsvFormat format = new CsvFormat(separator.orElseThrow(), dates.orElseThrow());
        return new Mapping(day.orElseThrow(), zone.orElseThrow(), currency.orElseThrow(), format, tables);
    }

    private void refuseIfBroken() {
        if (!problems.isEmpty()) {
            throw new LoadRefusal(file.toString(), problems);
        }
    }

    private <T> Optional<T> take(
            Map<String, String> entries, String key, String expected, Function<String, Optional<T>> reading) {
        String text = entries.remove(key);
        if (text == null) {
            problems.add(key + " is missing: " + expected);
            return Optional.empty();
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            problems.add(key + " is " + Shown.quoted(text) + ", not " + expected);
        }
        return value;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notDay) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException notZone) {
            return Optional.empty();
        }
    }

    private static Optional<CurrencyUnit> currency(String text) {
        try {
            return Optional.of(CurrencyUnit.of(text));
        } catch (IllegalCurrencyException notCurrency) {
            return Optional.empty();
        }
    }

    private static Optional<Character> separator(String text) {
        if (text.equals("tab")) {
            return Optional.of('\t');
        }
        boolean usable = text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) && !text.equals("\"");
        return usable ? Optional.of(text.charAt(0)) : Optional.empty();
    }
}
