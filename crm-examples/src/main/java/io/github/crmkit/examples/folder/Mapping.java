package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * How to read a folder of CSV files: which day is today in it, in which zone and currency it is meant, how it writes
 * dates, and for each {@link Source} which file and columns to use. It is read from a properties file in UTF-8:
 *
 * <pre>{@code
 * review.date = 2026-05-15          required; always year-month-day
 * zone = Asia/Bangkok               required
 * currency = THB                    required; of amounts without a currency column
 * date.format = yyyy-MM-dd          required; a java.time pattern
 * csv.separator = ,                 optional; one character, or "tab"
 *
 * deals.file = deals.csv                             a source without a file is not loaded
 * deals.column.ref = opportunity_id                  not needed if the column is called like the field
 * deals.default.lost_reason = not recorded           for an empty cell or an absent column
 * deals.repair.sku = GTXPro -> GTX Pro; X -> Y       each use is reported
 * deals.translate.stage = Won -> Closed Won          not reported
 * }</pre>
 */
public final class Mapping {

    private final LocalDate reviewDate;
    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final CsvFormat format;
    private final Map<Source, TableMapping> tables;

    Mapping(
            LocalDate reviewDate,
            ZoneId zone,
            CurrencyUnit currency,
            CsvFormat format,
            Map<Source, TableMapping> tables) {
        this.reviewDate = reviewDate;
        this.zone = zone;
        this.currency = currency;
        this.format = format;
        this.tables = Map.copyOf(tables);
    }

    /**
     * Reads a mapping file.
     *
     * @throws LoadRefusal with everything that is wrong with the file: unreadable, unknown or repeated keys, missing or
     *     impossible values
     */
    public static Mapping read(Path file) {
        return new MappingReader(file).read();
    }

    /** The day on which the folder is looked at, in {@link #zone()}. */
    public LocalDate reviewDate() {
        return reviewDate;
    }

    /** The zone in which every date of the folder is meant. */
    public ZoneId zone() {
        return zone;
    }

    /** The currency of amounts whose row names none. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Whether the folder has this source. */
    public boolean has(Source source) {
        return tables.containsKey(source);
    }

    /** The sources of the folder, in the order in which they are loaded. */
    public List<Source> sources() {
        return tables.keySet().stream().sorted().toList();
    }

    CsvFormat format() {
        return format;
    }

    Optional<TableMapping> table(Source source) {
        return Optional.ofNullable(tables.get(source));
    }
}
