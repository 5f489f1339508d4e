package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.csv.RawRecord;
import io.github.crmkit.examples.csv.RowProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file. Its fields are asked for by the names of its {@link Source}; everything that is wrong with them
 * is collected, so that a row is refused once and with all its reasons.
 *
 * <p>A field that is required and missing, or cannot be read, gives a stand-in value and a problem. The stand-in never
 * leaves this class: {@link #read} hands out nothing when there was a problem.
 */
public final class CsvRow {

    private static final String REPLACED_BYTES = "\uFFFD";

    private final CsvHeader header;
    private final RawRecord raw;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> misread = new HashSet<>();

    CsvRow(CsvHeader header, RawRecord raw) {
        this.header = header;
        this.raw = raw;
        checkShape();
    }

    /** Whether the text stood in bytes that are no UTF-8. */
    static boolean isUnreadable(String text) {
        return text.contains(REPLACED_BYTES);
    }

    /** Which source the row is of. */
    public Source source() {
        return header.mapping().source();
    }

    /** The name of the file, without the folder. */
    public String file() {
        return header.mapping().file();
    }

    /** The line on which the row begins, from 1. */
    public long line() {
        return raw.line();
    }

    /** What is wrong with the row, as far as its fields have been asked for. */
    public List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    /** Which values were replaced by the mapping, in words that are equal for equal repairs. */
    public List<String> repairs() {
        return List.copyOf(repairs);
    }

    /** What else is worth knowing, in words that are equal for equal facts. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What the function makes of the row, or nothing when the row has a problem. Read a row once. */
    public <T> Optional<T> read(Function<CsvRow, T> reading) {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        T read = reading.apply(this);
        return problems.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /** Adds a reason why the row cannot be used. */
    public void refuse(String reason) {
        problems.add(new RowProblem(file(), line(), reason));
    }

    /** Adds something worth knowing; equal words are counted together. */
    public void note(String what) {
        notes.add(Shown.line(what));
    }

    /** The text of a field that this row needs. */
    public String text(String field) {
        return needed(field, textOrNull(field), "");
    }

    /** The text of a field, without spaces around it; null when the cell is blank or there is no such column. */
    public @Nullable String textOrNull(String field) {
        SourceField known = source().field(field)
                .orElseThrow(() -> new IllegalArgumentException(source().label() + " have no field " + field));
        Integer position = header.position(known);
        String fallback = header.mapping().defaults().get(field);
        if (position == null) {
            return fallback;
        }
        String value = repaired(field, raw.cells().get(position).strip());
        if (!value.isEmpty()) {
            return pairs(header.mapping().translations(), field).getOrDefault(value, value);
        }
        if (fallback != null) {
            note(field + " is empty, taken as " + Shown.quoted(fallback));
        }
        return fallback;
    }

    /** The date of a field that this row needs. */
    public LocalDate date(String field) {
        return needed(field, dateOrNull(field), LocalDate.EPOCH);
    }

    /** The date of a field, written as the mapping says; null when there is none. */
    public @Nullable LocalDate dateOrNull(String field) {
        return parsed(
                field, header.dates()::parse, "a date like " + header.dates().pattern());
    }

    /** The number of a field that this row needs. */
    public BigDecimal decimal(String field) {
        return needed(field, decimalOrNull(field), BigDecimal.ZERO);
    }

    /** The number of a field, exactly as written; null when there is none. */
    public @Nullable BigDecimal decimalOrNull(String field) {
        return parsed(field, Decimals::parse, "a plain number like 1234.50");
    }

    /** The currency of a field; the given one when the row names none. */
    public CurrencyUnit currency(String field, CurrencyUnit otherwise) {
        CurrencyUnit named = parsed(field, CsvRow::currencyOf, "a currency code like " + otherwise.getCode());
        return named == null ? otherwise : named;
    }

    /** The amount of a field, at the scale of the currency; null when there is none. Cents that do not exist are refused. */
    public @Nullable Money moneyOrNull(String field, CurrencyUnit currency) {
        BigDecimal amount = decimalOrNull(field);
        if (amount == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            refuse(field + " has more decimals than " + currency.getCode());
            return null;
        }
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }

    private <T> T needed(String field, @Nullable T value, T standIn) {
        if (value != null) {
            return value;
        }
        if (!misread.contains(field)) {
            refuse(field + " is missing");
        }
        return standIn;
    }

    private <T> @Nullable T parsed(String field, Function<String, Optional<T>> parser, String expected) {
        String text = textOrNull(field);
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            misread.add(field);
            refuse(field + " is " + Shown.quoted(text) + ", not " + expected);
        }
        return value.orElse(null);
    }

    private String repaired(String field, String value) {
        String right = pairs(header.mapping().repairs(), field).get(value);
        if (right == null) {
            return value;
        }
        repairs.add(field + " " + Shown.quoted(value) + " read as " + Shown.quoted(right));
        return right;
    }

    private void checkShape() {
        int columns = header.titles().size();
        if (raw.isMalformed()) {
            refuse("has a quotation mark that is not closed, or text after a closing one");
        } else if (raw.count() != columns) {
            refuse("has " + raw.count() + " cells where the header has " + columns);
        } else if (raw.cells().stream().anyMatch(CsvRow::isUnreadable)) {
            refuse("is not text in UTF-8");
        }
    }

    private static Map<String, String> pairs(Map<String, Map<String, String>> byField, String field) {
        return byField.getOrDefault(field, Map.of());
    }

    private static Optional<CurrencyUnit> currencyOf(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException unknown) {
            return Optional.empty();
        }
    }
}
