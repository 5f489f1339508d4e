package io.github.crmkit.examples.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Builds records for the parser, and remembers on which line the latest one began even if it turned out broken. */
final class RawRecordHandler extends CsvCallbackHandler<RawRecord> {

    /** A hostile row of endless cells must not fill the memory; it is refused for its number of cells anyway. */
    private static final int MOST_CELLS = 1_024;

    private final List<String> cells = new ArrayList<>();
    private int count;
    private long line;
    private RecordType type = RecordType.DATA;

    /** The line on which the latest record began, from 1, counted from where the parser started. */
    long line() {
        return line;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        type = RecordType.DATA;
        count = 0;
        cells.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        count++;
        if (count <= MOST_CELLS) {
            cells.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are switched off");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RawRecord buildRecord() {
        return new RawRecord(line, List.copyOf(cells), count);
    }
}
