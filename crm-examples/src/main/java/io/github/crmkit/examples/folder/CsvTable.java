package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.csv.LoadRefusal;
import io.github.crmkit.examples.csv.RawRecord;
import io.github.crmkit.examples.csv.RecordReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One open CSV file: its header, and its rows from top to bottom, once. Every line after the header that is not blank is
 * a row, also one that cannot be used.
 */
public final class CsvTable implements AutoCloseable, Iterator<CsvRow> {

    private final CsvHeader header;
    private final RecordReader records;
    private Optional<RawRecord> next;

    private CsvTable(CsvHeader header, RecordReader records) {
        this.header = header;
        this.records = records;
        this.next = records.next();
    }

    /**
     * Opens the file of a source.
     *
     * @throws LoadRefusal when the file cannot be read, is empty, or has no column for a field that every row needs
     */
    static CsvTable open(Path folder, TableMapping mapping, CsvFormat format) {
        Path file = folder.resolve(mapping.file());
        RecordReader records = new RecordReader(file, format.separator());
        try {
            List<String> problems = new ArrayList<>();
            CsvHeader header = CsvHeader.read(records.next(), mapping, format.dates(), problems);
            if (!problems.isEmpty()) {
                throw new LoadRefusal(file.toString(), problems);
            }
            return new CsvTable(header, records);
        } catch (LoadRefusal refusal) {
            records.close();
            throw refusal;
        }
    }

    /** Which source the rows are of. */
    public Source source() {
        return header.mapping().source();
    }

    /** The name of the file, without the folder. */
    public String file() {
        return header.mapping().file();
    }

    /** The columns of the file that no field is read from. */
    public List<String> unusedColumns() {
        return header.unusedColumns();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public CsvRow next() {
        RawRecord record = next.orElseThrow(NoSuchElementException::new);
        next = records.next();
        return new CsvRow(header, record);
    }

    @Override
    public void close() {
        records.close();
    }
}
