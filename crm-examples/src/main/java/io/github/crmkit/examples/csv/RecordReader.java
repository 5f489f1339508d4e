package io.github.crmkit.examples.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the records of one CSV file in UTF-8, with or without a byte order mark. A record with broken quoting is handed
 * over as such, and reading goes on with the line after the one on which it began, so that a forgotten quotation mark
 * costs one row and not the rest of the file.
 */
public final class RecordReader implements AutoCloseable {

    /** The longest cell, in characters; also how much of the file a forgotten quotation mark can make us read. */
    private static final int LONGEST_CELL = 1 << 20;

    /** Going on after a broken record reads the file from its start again: a file full of them is given up. */
    private static final int MOST_BROKEN = 1_000;

    private final Path file;
    private final char separator;
    private Pass pass;
    private int broken;

    /** One run of the parser from some line to the end of the file, or to a broken record. */
    private record Pass(RawRecordHandler handler, CloseableIterator<RawRecord> records, long linesBefore) {}

    /**
     * Opens the file.
     *
     * @throws LoadRefusal when that cannot be done
     */
    public RecordReader(Path file, char separator) {
        this.file = file;
        this.separator = separator;
        this.pass = startAfter(file, separator, 0);
    }

    /**
     * The next record, or nothing at the end of the file. Lines without anything on them are no records.
     *
     * @throws LoadRefusal when the file cannot be read further
     */
    public Optional<RawRecord> next() {
        try {
            return pass.records().hasNext()
                    ? Optional.of(pass.records().next().movedBy(pass.linesBefore()))
                    : Optional.empty();
        } catch (CsvParseException malformed) {
            return Optional.of(stepOver());
        } catch (UncheckedIOException unreadable) {
            throw new LoadRefusal(file, "cannot be read further");
        }
    }

    @Override
    public void close() {
        try {
            pass.records().close();
        } catch (IOException notClosed) {
            throw new LoadRefusal(file, "cannot be closed");
        }
    }

    private RawRecord stepOver() {
        long line = pass.linesBefore() + pass.handler().line();
        if (++broken > MOST_BROKEN) {
            throw new LoadRefusal(file, "more than " + MOST_BROKEN + " rows have broken quotation marks");
        }
        close();
        pass = startAfter(file, separator, line);
        return RawRecord.malformed(line);
    }

    private static Pass startAfter(Path file, char separator, long lines) {
        try {
            Reader text = TextFile.open(file, lines);
            RawRecordHandler handler = new RawRecordHandler();
            CsvReader<RawRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_CELL)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(handler, text);
            return new Pass(handler, reader.iterator(), lines);
        } catch (IOException unreadable) {
            throw new LoadRefusal(file, "cannot be opened");
        }
    }
}
